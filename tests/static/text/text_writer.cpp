// Text is measured, then written into an array of that size.
#include <catch2/catch.hpp>

#include <limits>
#include <schema/text/short_name.hpp>
#include <schema/text/text_writer.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using tests::opaque;

namespace {

template <class Write> constexpr u32 measured(Write write) {
  text_writer<0> out;
  write(out);
  return out.size;
}

constexpr auto number_of = [](auto value) {
  text_writer<24> out;
  out << value;
  return out;
};

constexpr auto sentence = [](auto& out) {
  out << "CREATE TABLE ";
  out.identifier("Order \"Details\"");
  out << schema::text_view(" (") << i64(-7) << ", " << u64(42) << ")";
};

constexpr short_name clipped(schema::text_view text) { return short_name(text); }

} // namespace

TEST_CASE("what is measured is what is written") {
  constexpr u32 size = measured(sentence);
  SCHEMA_VERIFY([] {
    text_writer<size> out;
    sentence(out);
    return out.size == size && out.view() == "CREATE TABLE \"Order \"\"Details\"\"\" (-7, 42)";
  }());
}

TEST_CASE("numbers are written in full") {
  SCHEMA_VERIFY(number_of(opaque(u64(0))).view() == "0");
  SCHEMA_VERIFY(number_of(opaque(std::numeric_limits<u64>::max())).view() == "18446744073709551615");
  SCHEMA_VERIFY(number_of(opaque(std::numeric_limits<i64>::min())).view() == "-9223372036854775808");
  SCHEMA_VERIFY(number_of(opaque(std::numeric_limits<i64>::max())).view() == "9223372036854775807");
}

TEST_CASE("marks inside a quotation are doubled") {
  SCHEMA_VERIFY([] {
    text_writer<16> out;
    out.enclosed(opaque("it's"), '\'');
    return out.view() == "'it''s'";
  }());
}

TEST_CASE("a short name keeps 63 bytes") {
  static constexpr schema::text_view text =
      "a23456789_123456789_123456789_123456789_123456789_123456789_12345";
  SCHEMA_VERIFY(clipped(opaque(text)).view() == text.substr(0, 63));
  SCHEMA_VERIFY(clipped(opaque("")).empty());
  SCHEMA_VERIFY([] {
    short_name out = clipped(opaque("lessons"));
    out.append("_pkey");
    return out.view() == "lessons_pkey";
  }());
}
