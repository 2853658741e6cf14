// Text in words: whatever is written, wherever it begins, its bytes are those of the parts.
#include <schema/dialect/script_writer.hpp>
#include <string>
#include <tests/static/verify.hpp>

using namespace schema;
using schema::tests::opaque;

namespace {

using writer = script_writer<600, 4>;

template <u32 Size> constexpr bool reads(const writer& out, text_view expected) {
  const auto kept = cut<Size>(out);
  return out.text() == expected && constant_text(kept.data, 0, Size) == expected;
}

constexpr writer with(auto&& write) {
  writer out;
  write(out);
  return out;
}

std::string text_of(const writer& out) { return std::string(out.text()); }

const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789_abcdefghijklmnopqrstuvwxyz";

} // namespace

TEST_CASE("literals, names, texts and numbers are written one after the other") {
  SCHEMA_VERIFY(reads<0>(writer(), ""));
  SCHEMA_VERIFY(
      reads<21>(with([](auto& out) { out << "ALTER TABLE " << i64(-120) << text_view(opaque("eight")); }),
                "ALTER TABLE -120eight"));
}

TEST_CASE("marks in a text are doubled") {
  SCHEMA_VERIFY(reads<15>(with([](auto& out) { out.identifier(text_view(opaque("a long name\""))); }),
                          "\"a long name\"\"\""));
  SCHEMA_VERIFY(reads<7>(with([](auto& out) { out.string(opaque("it's")); }), "'it''s'"));
}

TEST_CASE("a name of any length, wherever it begins") {
  for (u32 before = 0; before < 17; ++before)
    for (u32 size = 1; size <= longest_name; ++size) {
      const std::string text = letters.substr(0, size);
      const identifier id = make_identifier(text_view(text));
      writer out;
      for (u32 i = 0; i < before; ++i) out.put('-');
      out.identifier(&id) << &id;
      out << text_view(text);
      out.string(&id);
      CHECK(text_of(out) == std::string(before, '-') + '"' + text + '"' + text + text + "'" + text + "'");
    }
}

TEST_CASE("what stands beside a name is written with it") {
  for (u32 before = 0; before < 17; ++before)
    for (u32 size = 1; size <= longest_name; ++size) {
      const std::string text = letters.substr(0, size), written = std::string(before, '-');
      const identifier id = make_identifier(text_view(text));
      writer out;
      for (u32 i = 0; i < before; ++i) out.put('-');
      out.identifier(", ", &id).identifier(&id, " ");
      out.joined('_', &id);
      CHECK(text_of(out) == written + ", \"" + text + "\"\"" + text + "\" _" + text);
    }
  const identifier hostile = make_identifier(text_view(opaque("a\"b")), true);
  writer out;
  out.identifier("(", &hostile).identifier(&hostile, ")");
  CHECK(text_of(out) == "(\"a\"\"b\"\"a\"\"b\")");
}

TEST_CASE("numbers of every length") {
  for (const u64 value :
       {u64(0), u64(9), u64(10), u64(65535), u64(9'999'999'999'999'999), u64(10'000'000'000'000'000),
        u64(10'000'000'000'000'001), u64(123'456'789'012'345'678), ~u64(0)}) {
    writer out;
    out << value << i64(value / 2) << i64(-1);
    CHECK(text_of(out) == std::to_string(value) + std::to_string(value / 2) + "-1");
  }
}

TEST_CASE("what was written is written once more, from anywhere to anywhere") {
  for (u32 begin = 0; begin < 33; ++begin)
    for (u32 size = 0; size < 30; ++size)
      for (u32 gap = 0; gap < 17; ++gap) {
        writer out;
        out << text_view(letters) << text_view(std::string(gap, '-'));
        out.again({begin, size});
        out << "!";
        CHECK(text_of(out) == letters + std::string(gap, '-') + letters.substr(begin, size) + "!");
      }
}

TEST_CASE("without room it counts") {
  script_writer<10, 1> out;
  out.begin();
  out << "CREATE TABLE " << text_view("more than fits");
  out.again({0, 9});
  out.end();
  out.begin();
  out.end();
  CHECK(out.needed().bytes == 36);
  CHECK(out.needed().statements == 2);
  CHECK_FALSE(out.room.holds(out.needed()));
}
