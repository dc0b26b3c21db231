// RUN: %clang_analyze_cc1 -analyzer-checker=core \
// RUN:   -analyzer-checker=unix.Malloc -verify %s
// Written for the test of the runner.
void *malloc(unsigned long);
void free(void *);
void give(void *);

static void put(char *block) {
  free(block);
}

void leaks(void) {
  char *block = malloc(1);
} // expected-warning{{Potential leak of memory pointed to by 'block'}}

void twice(void) {
  char *block = malloc(1);
  put(block);
  put(block);
  // expected-warning@-1{{Use of memory after it is freed}}
}

void labelled_wrongly(void) {
  char *block = malloc(1);
}

void doubted(void) {
  char *block = malloc(1); // FIXME: should warn here
}

void missed(char *block) {
  free(block);
  give(&block); // expected-warning{{Attempt to free released memory}}
}
