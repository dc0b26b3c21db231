// What the labelled functions use of the C library.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LABELLED_LIBC_H
#define LABELLED_LIBC_H

#ifdef __cplusplus
extern "C" {
#endif

typedef __SIZE_TYPE__ size_t;
#ifndef __cplusplus
typedef __WCHAR_TYPE__ wchar_t;
#endif
typedef struct FILE FILE;
typedef struct DIR DIR;

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
int posix_memalign(void **block, size_t alignment, size_t size);
void *alloca(size_t size);
void free(void *block);
char *strdup(const char *text);
wchar_t *wcsdup(const wchar_t *text);
void *memcpy(void *to, const void *from, size_t size);
char *strcpy(char *to, const char *from);
char *strncat(char *to, const char *from, size_t count);
size_t strlen(const char *text);
int rand(void);
void exit(int status) __attribute__((noreturn));

FILE *fopen(const char *name, const char *mode);
FILE *fdopen(int descriptor, const char *mode);
FILE *popen(const char *command, const char *mode);
int fclose(FILE *stream);
int setvbuf(FILE *stream, char *block, int mode, size_t size);
int pclose(FILE *stream);
int printf(const char *format, ...);
int fprintf(FILE *stream, const char *format, ...);
int fgetc(FILE *stream);

int open(const char *name, int flags, ...);
int close(int descriptor);
long read(int descriptor, void *buffer, size_t size);
DIR *opendir(const char *name);
int closedir(DIR *directory);

void keep(void *anything); // nobody knows what it does

#ifdef __cplusplus
}
#endif

#endif
