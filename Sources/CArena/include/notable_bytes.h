#ifndef PRAXIS_NOTABLE_BYTES_H
#define PRAXIS_NOTABLE_BYTES_H

#include <stdint.h>
#include <string.h>

/// Sixty-four bytes of a text side by side, and a bit for each. Swift can make neither into the other.
typedef unsigned char praxis_bytes __attribute__((ext_vector_type(64)));
typedef _Bool praxis_lanes __attribute__((ext_vector_type(64)));

enum { praxis_notable_width = 64 };

#define PRAXIS_BITS(lanes) __builtin_bit_cast(uint64_t, __builtin_convertvector((lanes), praxis_lanes))

/// Which of 64 bytes are line ends or other controls, or may begin something that is looked for in Markdown: `.` after
/// `w`, `:` before `/` or after `]`, and `@ [ \ ] ^ _ ~ &`. The first byte has the lowest bit; what stands before the
/// first and after the last is taken to be whatever makes those notable.
static inline uint64_t praxis_notable_bytes(const unsigned char *text) {
    praxis_bytes bytes;
    memcpy(&bytes, text, sizeof bytes);
    uint64_t notable = PRAXIS_BITS(
        (bytes < 0x20) | (bytes - '[' <= '_' - '[') | (bytes - '~' <= 0x7F - '~') | (bytes == '@') | (bytes == '&'));
    uint64_t afterW = PRAXIS_BITS((bytes | 0x20) == 'w') << 1 | 1;
    uint64_t colons = PRAXIS_BITS(bytes == ':');
    if (colons != 0) {
        uint64_t beforeSlash = PRAXIS_BITS(bytes == '/') >> 1 | (uint64_t)1 << 63;
        uint64_t afterBracket = PRAXIS_BITS(bytes == ']') << 1 | 1;
        colons &= beforeSlash | afterBracket;
    }
    return notable | (PRAXIS_BITS(bytes == '.') & afterW) | colons;
}

#undef PRAXIS_BITS

#endif
