int RingCount(int size) { return size; }
