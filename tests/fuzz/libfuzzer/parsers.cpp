// libFuzzer's door to the parsers; tests/fuzz/run builds and runs it.
#include <tests/fuzz/parsers.hpp>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!test::holds({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
