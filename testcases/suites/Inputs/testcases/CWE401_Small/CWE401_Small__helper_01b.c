#include "std_testcase.h"

void CWE401_Small__helper_01b_badSink(char *data)
{
    printLine(data);
}

void CWE401_Small__helper_01b_goodB2GSink(char *data)
{
    free(data);
}

void CWE401_Small__helper_01b_goodG2BSink(char *data)
{
    printLine(data);
}
