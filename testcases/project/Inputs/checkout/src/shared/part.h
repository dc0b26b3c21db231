#include <house/status.h>
