"""Hours of edits under a running preview; `Scripts/soak` runs it."""
