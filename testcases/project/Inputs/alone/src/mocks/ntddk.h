#error a test double
