#include <windows.h>

ULONG Measure(ULONG from) {
  return from + WINNT;
}
