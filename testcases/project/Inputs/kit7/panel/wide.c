int Wide(void) { return 64; }
