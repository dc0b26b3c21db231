typedef unsigned long HOUSE_STATUS;
