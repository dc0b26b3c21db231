#include "std_testcase.h"

void CWE401_Small__helper_01b_badSink(char *data);
void CWE401_Small__helper_01b_goodB2GSink(char *data);
void CWE401_Small__helper_01b_goodG2BSink(char *data);

void CWE401_Small__helper_01_bad()
{
    CWE401_Small__helper_01b_badSink(malloc(10));
}

static void goodB2G()
{
    CWE401_Small__helper_01b_goodB2GSink(malloc(10));
}

/* Labelled wrongly, to see that it is noticed. */
static void goodG2B()
{
    CWE401_Small__helper_01b_goodG2BSink(malloc(10));
}

void CWE401_Small__helper_01_good()
{
    goodB2G();
    goodG2B();
}
