/* For a unit that uses dispmprt.h's names and includes this header only. */
#ifdef DXL_WITH_DISPMPRT
#ifdef __cplusplus
}
#endif
#include <dispmprt.h>
#ifdef __cplusplus
extern "C" {
#endif
#endif
