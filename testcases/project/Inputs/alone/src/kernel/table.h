int table_size;
