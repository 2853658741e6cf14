int everything_1();
int everything_2();

int main() { return everything_1() + everything_2() == 3 ? 0 : 1; }
