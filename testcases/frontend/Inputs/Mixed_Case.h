int from_header(int);
