// The operators of C++, each with its counterpart.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "libc.h"

struct Point {
  int x, y;
};

void lost_bad(int count)
{
  Point *point = new Point;
  if (count > 3)
    return; // EXPECT-FN: dxgk-leak
  delete point;
}

void lost_ok(int count)
{
  Point *point = new Point;
  if (count > 3) {
    delete point;
    return;
  }
  delete point;
}

void array_bad()
{
  int *numbers = new int[10];
  delete numbers; // EXPECT: dxgk-invalid-handle
}

void array_ok()
{
  int *numbers = new int[10];
  delete[] numbers;
}

void one_as_array_bad()
{
  int *number = new int;
  delete[] number; // EXPECT: dxgk-invalid-handle
}

void freed_bad()
{
  int *number = new int;
  free(number); // EXPECT: dxgk-invalid-handle
}

void deleted_bad()
{
  char *block = static_cast<char *>(malloc(10));
  if (block)
    delete block; // EXPECT: dxgk-invalid-handle
}

int used_bad()
{
  Point *point = new Point;
  point->x = 1;
  delete point;
  return point->x; // EXPECT: dxgk-use-after-destroy
}

void twice_bad()
{
  Point *point = new Point;
  delete point;
  delete point; // EXPECT: dxgk-double-destroy
}

// ---- Given back in another way before -------------------------------------------------------------------------------------

void other_way_bad()
{
  int *block = static_cast<int *>(malloc(sizeof(int)));
  free(block);
  delete block; // EXPECT: dxgk-double-destroy
}

void other_way_ok()
{
  int *block = static_cast<int *>(malloc(sizeof(int)));
  free(block);
  block = new int;
  delete block;
}
