#ifndef PRAXIS_MEMORY_LIMITS_H
#define PRAXIS_MEMORY_LIMITS_H

#include <stdint.h>

/// Gives memory that is free back to the system, where the allocator does not do so by itself.
void praxis_give_memory_back(void);

/// The most bytes of memory that this process may ask for (RLIMIT_AS, getrlimit(2)); `UINT64_MAX` without a limit.
uint64_t praxis_memory_limit(void);

/// From now on, a process that the system ends because of what it did says a message and exits with a code. Who has no
/// memory left can do no more than that: allocators and runtimes crash.
///
/// The message is copied; only the first 1,000 bytes count.
void praxis_say_when_ended(const char *message, int exit_code);

#endif
