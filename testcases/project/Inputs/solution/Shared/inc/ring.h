int RingCount(int size);
