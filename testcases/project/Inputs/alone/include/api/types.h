typedef int api_type;
