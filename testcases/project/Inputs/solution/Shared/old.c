#error not built
