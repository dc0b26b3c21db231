#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **names)
{
  FILE *in = count > 1 ? fopen(names[1], "r") : NULL;
  if (!in)
    return 1;
  char *line = malloc(100);
  if (!line) {
    perror("malloc");
    return 1;
  }
  while (fgets(line, 100, in) != NULL && !ferror(in))
    if (strlen(line) > 1)
      printf("%s", line);
  free(line);
  fclose(in);
  return 0;
}
