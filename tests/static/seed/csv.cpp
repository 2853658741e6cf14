// Every case runs at compile time and again at run time.
#include <schema/seed/csv.hpp>

#include <catch2/catch.hpp>

namespace {

using namespace schema::seed;

/// Collects what a reader gives, without memory of its own.
struct sink {
  char data[200]{};
  std::size_t size{};
  constexpr void append(const char* text, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) data[size++] = text[i];
  }
  constexpr void append(std::string_view text) { append(text.data(), text.size()); }
  constexpr void number(schema::u32 value) {
    if (value >= 10) number(value / 10);
    const char digit = char('0' + value % 10);
    append(&digit, 1);
  }
  constexpr std::string_view view() const { return {data, size}; }
};

/// `line:column:text|` for every cell, `\n` behind every row; NULL is `-`.
constexpr sink cells(std::string_view text) {
  sink out;
  csv_reader in(text);
  csv_cell cell;
  while (in.next_row()) {
    while (in.next_cell(cell)) {
      out.number(cell.at.line);
      out.append(":");
      out.number(cell.at.column);
      out.append(":");
      if (cell.is_null())
        out.append("-");
      else
        cell.append_to(out);
      out.append("|");
    }
    out.append("\n");
  }
  return out;
}

struct verdict {
  csv_fault fault{};
  place at;
  friend constexpr bool operator==(const verdict&, const verdict&) = default;
};

constexpr verdict fault_of(std::string_view text) {
  csv_reader in(text);
  csv_cell cell;
  while (in.next_row())
    while (in.next_cell(cell)) {
    }
  return {in.fault(), in.fault_at()};
}

#define SAME(A, B)                                                                                           \
  do {                                                                                                       \
    static_assert((A) == (B));                                                                               \
    CHECK((A) == (B));                                                                                       \
  } while (false)

TEST_CASE("rows end in LF, CR LF or with the file") {
  SAME(cells("a,b\n1,2\n").view(), "1:1:a|1:3:b|\n2:1:1|2:3:2|\n");
  SAME(cells("a,b\r\n1,2\r\n").view(), "1:1:a|1:3:b|\n2:1:1|2:3:2|\n");
  SAME(cells("a,b\n1,2").view(), "1:1:a|1:3:b|\n2:1:1|2:3:2|\n");
  SAME(cells("").view(), "");
  SAME(cells("a\n\n\r\nb\n").view(), "1:1:a|\n4:1:b|\n");
}

TEST_CASE("a byte order mark takes no column") {
  SAME(cells("\xEF\xBB\xBFid,b\n").view(), "1:1:id|1:4:b|\n");
}

TEST_CASE("nothing is NULL, two marks are the empty text") {
  SAME(cells(",\"\",x,\n").view(), "1:1:-|1:2:|1:5:x|1:7:-|\n");
  SAME(cells("a,").view(), "1:1:a|1:3:-|\n");
  SAME(cells("\"\"").view(), "1:1:|\n");
}

TEST_CASE("quotation marks hold commas, line breaks and doubled marks") {
  SAME(cells("\"a,b\",\"say \"\"hi\"\"\"\n").view(), "1:1:a,b|1:7:say \"hi\"|\n");
  SAME(cells("\"1\n2\",x\ny,z").view(), "1:1:1\n2|2:4:x|\n3:1:y|3:3:z|\n");
  SAME(cells("\"\"\"\"").view(), "1:1:\"|\n");
}

TEST_CASE("columns are counted in characters") {
  SAME(cells("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80,b").view(),
       "1:1:\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80|1:5:b|\n");
}

TEST_CASE("faults have a place") {
  SAME(fault_of("a,b\n1,\"2\n3\n"), (verdict{csv_fault::unclosed_quote, {2, 3}}));
  SAME(fault_of("a\n\"1\"2\n"), (verdict{csv_fault::text_after_quote, {2, 4}}));
  SAME(fault_of("a\n1\"2\n"), (verdict{csv_fault::quote_in_bare_cell, {2, 2}}));
  SAME(fault_of("a\n1\r2\n"), (verdict{csv_fault::bare_return, {2, 2}}));
  SAME(fault_of("a\n1\r"), (verdict{csv_fault::bare_return, {2, 2}}));
  SAME(fault_of(std::string_view("a\n12\0", 5)), (verdict{csv_fault::zero_byte, {2, 3}}));
  SAME(fault_of(std::string_view("a\n\"\0\"", 5)), (verdict{csv_fault::zero_byte, {2, 2}}));
  SAME(fault_of("a,b\n"), (verdict{}));
}

TEST_CASE("what is not UTF-8 is refused") {
  SAME(fault_of("\xC0\xAF"), (verdict{csv_fault::not_utf8, {1, 1}}));         // overlong
  SAME(fault_of("\xE0\x80\xAF"), (verdict{csv_fault::not_utf8, {1, 1}}));     // overlong
  SAME(fault_of("x\xED\xA0\x80"), (verdict{csv_fault::not_utf8, {1, 2}}));    // a surrogate
  SAME(fault_of("\xF4\x90\x80\x80"), (verdict{csv_fault::not_utf8, {1, 1}})); // over U+10FFFF
  SAME(fault_of("\xF0\x8F\xBF\xBF"), (verdict{csv_fault::not_utf8, {1, 1}})); // overlong
  SAME(fault_of("ab\xC3"), (verdict{csv_fault::not_utf8, {1, 3}}));           // cut
  SAME(fault_of("\"\xFF\""), (verdict{csv_fault::not_utf8, {1, 2}}));
  SAME(fault_of("\xEF\xBF\xBD\xF4\x8F\xBF\xBF"), (verdict{}));
}

} // namespace
