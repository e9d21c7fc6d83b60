"""Measures search against the figures that it is to reach, beside Pagefind on the same pages."""
