// Streams, descriptors and directories.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "libc.h"

int stream_bad(const char *name)
{
  FILE *stream = fopen(name, "r");
  if (!stream)
    return -1;
  if (fgetc(stream) == 'x')
    return 0; // EXPECT-FN: dxgk-leak
  fclose(stream);
  return 1;
}

int stream_ok(const char *name)
{
  int is_x;
  FILE *stream = fopen(name, "r");
  if (!stream)
    return -1;
  is_x = fgetc(stream) == 'x';
  fclose(stream);
  return is_x;
}

void closed_stream_bad(const char *name)
{
  FILE *stream = fopen(name, "w");
  if (!stream)
    return;
  fclose(stream);
  fprintf(stream, "x"); // EXPECT: dxgk-use-after-destroy
}

void closed_twice_bad(const char *name)
{
  FILE *stream = fopen(name, "w");
  if (!stream)
    return;
  fclose(stream);
  fclose(stream); // EXPECT: dxgk-double-destroy
}

void pipe_bad(const char *command)
{
  FILE *stream = popen(command, "r");
  if (stream)
    fclose(stream); // EXPECT: dxgk-invalid-handle
}

void pipe_ok(const char *command)
{
  FILE *stream = popen(command, "r");
  if (stream)
    pclose(stream);
}

long descriptor_bad(const char *name, char *buffer)
{
  long size;
  int descriptor = open(name, 0);
  if (descriptor < 0)
    return -1;
  size = read(descriptor, buffer, 10);
  if (size < 0)
    return -1; // EXPECT-FN: dxgk-leak
  close(descriptor);
  return size;
}

long descriptor_ok(const char *name, char *buffer)
{
  long size = -1;
  int descriptor = open(name, 0);
  if (descriptor != -1) {
    size = read(descriptor, buffer, 10);
    close(descriptor);
  }
  return size;
}

void standard_input_ok(void)
{
  close(0);
}

FILE *stream_of_descriptor_ok(const char *name)
{
  FILE *stream;
  int descriptor = open(name, 0);
  if (descriptor < 0)
    return 0;
  stream = fdopen(descriptor, "r");
  if (!stream)
    close(descriptor);
  return stream;
}

void directory_bad(const char *name)
{
  DIR *directory = opendir(name);
  if (directory)
    printf("%s\n", name);
} // EXPECT-FN: dxgk-leak

void directory_ok(const char *name)
{
  DIR *directory = opendir(name);
  if (directory)
    closedir(directory);
}
