void *malloc(unsigned long size);
void free(void *block);
void printLine(const char *line);
