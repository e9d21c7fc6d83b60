// The target is laid out; its first file follows.
