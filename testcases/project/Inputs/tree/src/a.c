#include <shared\x.h>
int DriverEntry(void) { return X; }
