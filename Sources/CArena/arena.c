#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A block that pieces are cut off from. Each piece has its size before it, for `realloc`.
typedef struct block {
    struct block *older;
    size_t size;
    size_t used;
    size_t unused; // Keeps the bytes that follow at a multiple of 16.
} block;

enum { header = 16, least = 256 << 10 };

static _Thread_local block *newest;
static _Thread_local unsigned begun;

static void *take(size_t size) {
    size_t needed = header + ((size + 15) & ~(size_t)15);
    if (needed < size) abort();
    if (newest == NULL || newest->size - newest->used < needed) {
        size_t room = newest == NULL ? least : newest->size * 2;
        if (room < needed) room = needed;
        block *next = malloc(sizeof(block) + room);
        if (next == NULL) abort(); // libcmark knows no other way.
        next->older = newest;
        next->size = room;
        next->used = 0;
        newest = next;
    }
    char *piece = (char *)(newest + 1) + newest->used;
    newest->used += needed;
    *(size_t *)piece = size;
    return piece + header;
}

static void *take_zeroed(size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) abort();
    void *piece = take(count * size);
    return memset(piece, 0, count * size);
}

static void *take_more(void *piece, size_t size) {
    if (piece == NULL) return take(size);
    size_t had = *(size_t *)((char *)piece - header);
    if (size <= had) return piece;
    return memcpy(take(size), piece, had);
}

static void keep(void *piece) {
    (void)piece;
}

static cmark_mem memory = {take_zeroed, take_more, keep};

cmark_mem *praxis_arena_begin(void) {
    begun += 1;
    return &memory;
}

void praxis_arena_end(void) {
    begun -= 1;
    if (begun > 0 || newest == NULL) return;
    // The oldest block is the smallest, and what most texts need.
    while (newest->older != NULL) {
        block *older = newest->older;
        free(newest);
        newest = older;
    }
    newest->used = 0;
    if (newest->size > least) {
        free(newest);
        newest = NULL;
    }
}
