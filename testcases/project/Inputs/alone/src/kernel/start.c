#include <kernel/part.h>
#include <api/types.h>
#include "common.h"
#include <ntddk.h>
#include <dispmprt.h>
int start(void) { return part() + COMMON; }
