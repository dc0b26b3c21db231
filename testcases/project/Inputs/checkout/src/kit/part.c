#include <wdm.h>
#include <part.h>

HOUSE_STATUS Part(void) {
  return 1;
}
