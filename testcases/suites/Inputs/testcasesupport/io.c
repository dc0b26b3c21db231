#include "std_testcase.h"

void printLine(const char *line)
{
    (void)line;
}
