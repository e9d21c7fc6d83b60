#ifndef PRAXIS_MALLOC_H
#define PRAXIS_MALLOC_H

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Gives memory that is free back to the system, where the allocator does not do so by itself. glibc keeps what is free
/// between what is in use, in an arena for each thread, until it is asked (malloc_trim(3)).
static inline void praxis_give_memory_back(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

#endif
