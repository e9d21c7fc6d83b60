#ifndef PRAXIS_ARENA_H
#define PRAXIS_ARENA_H

#include <cmark.h>

/// Memory for one text at a time on a thread: libcmark asks for many small pieces and needs them all until the text is
/// done with, so they are cut off one block after the other and never given back singly.

/// What libcmark asks for memory on this thread until `praxis_arena_end`; may be nested, each beginning with its end.
cmark_mem *praxis_arena_begin(void);

/// Ends what was begun last. When nothing is begun any more, all memory is free for the next text; all but one block
/// of it goes back to the system.
void praxis_arena_end(void);

#endif
