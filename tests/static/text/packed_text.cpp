// Texts in words: read byte by byte when compiled, as bytes at run time.
#include <schema/text/packed_text.hpp>
#include <string>
#include <tests/static/verify.hpp>

using namespace schema;
using schema::tests::opaque;

namespace {

constexpr text_word word_of(std::string_view text) { return pack_bytes(text.data(), u32(text.size())); }

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";

struct three_words {
  text_word words[3]{word_of(letters.substr(0, 16)), word_of(letters.substr(16, 16)),
                     word_of(letters.substr(32))};
};
constexpr three_words kept;

constexpr constant_text part(u32 begin, u32 size) { return {kept.words, opaque(begin), opaque(size)}; }

} // namespace

TEST_CASE("up to a word of bytes is packed, the first lowest") {
  for (u32 size = 0; size <= word_bytes; ++size) {
    const text_word word = word_of(opaque(letters.substr(0, size)));
    for (u32 i = 0; i < word_bytes; ++i) CHECK(char(word >> i * 8 & 255) == (i < size ? letters[i] : '\0'));
  }
  SCHEMA_VERIFY(word_of(opaque("\xff")) == 0xff);
}

TEST_CASE("a literal is packed as its bytes are") {
  static constexpr packed_word short_one = "ALTER TABLE ";
  static constexpr packed_text long_one = "PRAGMA legacy_alter_table=OFF";
  STATIC_REQUIRE(short_one.word == word_of("ALTER TABLE ") && short_one.size == 12);
  STATIC_REQUIRE(constant_text(long_one.words.data, 0, long_one.size) == "PRAGMA legacy_alter_table=OFF");
  CHECK(std::string(short_one.view()) == "ALTER TABLE ");
}

TEST_CASE("a part of the words is compared and cut as a text") {
  SCHEMA_VERIFY(part(0, 36) == letters);
  SCHEMA_VERIFY(part(14, 4) == "opqr");
  SCHEMA_VERIFY(!(part(14, 4) == "opqs") && !(part(14, 4) == "opq"));
  SCHEMA_VERIFY(part(14, 10).substr(2, 3) == "qrs" && part(14, 4).substr(2, 9) == "qr");
  SCHEMA_VERIFY(part(20, 0).empty() && part(20, 0) == "");
  CHECK(std::string_view(part(14, 4)) == "opqr");
}
