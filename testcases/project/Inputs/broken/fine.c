int DriverEntry(void) { return 0; }
