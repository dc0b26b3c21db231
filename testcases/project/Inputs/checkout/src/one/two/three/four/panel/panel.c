#include <wdm.h>
#include <house/status.h>

HOUSE_STATUS Panel(void) {
  return 0;
}
