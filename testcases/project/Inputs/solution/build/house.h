#define HOUSE_STYLE 1
