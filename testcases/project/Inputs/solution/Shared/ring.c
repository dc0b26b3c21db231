#include "RING.h"

int RingCount(int size) { return size; }
