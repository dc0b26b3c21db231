#include <wdf.h>
#include <usb.h>
