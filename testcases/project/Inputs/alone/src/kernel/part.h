#include "table.h"
int part(void);
