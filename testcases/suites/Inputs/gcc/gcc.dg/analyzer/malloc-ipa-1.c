/* Written for the test of the runner.  */
#include <stdlib.h>

extern void use (void *);
#define PUT(P) free (P) /* { dg-line put } */

/* { dg-warning "double-'free' of 'p'" "" { target *-*-* } put } */

void
test_1 (void *p)
{
  PUT (p);
  PUT (p);
}

void
test_2 (void)
{
  void *p = malloc (1);
  use (&p);
  p = malloc (2); /* { dg-message "allocated here" } */
} /* { dg-warning "leak of 'p'" } */

void
test_3 (void *p)
{
  free (p);
}
