#include "memory_limits.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void praxis_give_memory_back(void) {
    // glibc keeps what is free between what is in use, in an arena for each thread, until it is asked (malloc_trim(3)).
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

uint64_t praxis_memory_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return UINT64_MAX;
    return limit.rlim_cur;
}

static char last_words[1001];
static size_t last_words_length;
static int last_exit_code;

/// Calls only what a signal handler may (signal-safety(7)).
static void say_and_end(int signal) {
    (void)signal;
    ssize_t written = write(STDERR_FILENO, last_words, last_words_length);
    (void)written;
    _exit(last_exit_code);
}

void praxis_say_when_ended(const char *message, int exit_code) {
    last_words_length = strnlen(message, sizeof last_words - 1);
    memcpy(last_words, message, last_words_length);
    last_exit_code = exit_code;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = say_and_end;
    const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT};
    for (size_t place = 0; place < sizeof signals / sizeof *signals; place += 1) {
        sigaction(signals[place], &action, NULL);
    }
}
