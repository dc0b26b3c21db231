#include "ring.h"

int DriverEntry(void) { return RingCount(1); }
