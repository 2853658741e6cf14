// What the fuzzer has found worth keeping, read again: tests/fuzz/run looks for more.
#include <tests/fuzz/parsers.hpp>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("the parsers hold for every text of the corpus, and for its beginnings") {
  std::size_t texts = 0;
  for (const auto& file : std::filesystem::directory_iterator(SCHEMA_SOURCE_DIR "/tests/fuzz/corpus")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    INFO(file.path());
    for (std::size_t size = 0; size <= text.size(); ++size)
      if (!test::holds({text.data(), size})) FAIL("its first " << size << " bytes");
    ++texts;
  }
  CHECK(texts > 100);
}
