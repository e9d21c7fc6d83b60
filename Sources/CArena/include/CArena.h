// What Swift sees of this target.

#include "arena.h"
#include "notable_bytes.h"
