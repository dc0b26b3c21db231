#include "std_testcase.h"

/* Labelled wrongly. */
void CWE401_Small__missed_01_bad()
{
    free(malloc(10));
}
