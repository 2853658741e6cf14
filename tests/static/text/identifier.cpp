// Names: what is refused, and how they hash.
#include <catch2/catch.hpp>

#include <schema/text/identifier.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using tests::opaque;

namespace {

constexpr name_fault fault_of(schema::text_view text, bool is_quoted = false) {
  return make_identifier(text, is_quoted).fault;
}

constexpr schema::text_view sixty_three = "a23456789_123456789_123456789_123456789_123456789_123456789_123";
constexpr schema::text_view sixty_four = "a23456789_123456789_123456789_123456789_123456789_123456789_1234";

} // namespace

TEST_CASE("a plain name is lower case letters, digits and underscores") {
  SCHEMA_VERIFY(fault_of(opaque("lessons")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("_private_2")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("order")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("")) == name_fault::empty);
  SCHEMA_VERIFY(fault_of(opaque("2nd")) == name_fault::character);
  SCHEMA_VERIFY(fault_of(opaque("Lessons")) == name_fault::character);
  SCHEMA_VERIFY(fault_of(opaque("order date")) == name_fault::character);
  SCHEMA_VERIFY(fault_of(opaque("größe")) == name_fault::character);
}

TEST_CASE("a quoted name is any text without a zero byte") {
  SCHEMA_VERIFY(fault_of(opaque("Order \"Date\""), true) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("größe"), true) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("2nd"), true) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque(""), true) == name_fault::empty);
  SCHEMA_VERIFY(fault_of(opaque(schema::text_view("a\0b", 3)), true) == name_fault::zero_byte);
}

TEST_CASE("a name has at most 63 bytes") {
  SCHEMA_VERIFY(sixty_three.size() == 63 && sixty_four.size() == 64);
  SCHEMA_VERIFY(fault_of(opaque(sixty_three)) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque(sixty_four)) == name_fault::too_long);
  SCHEMA_VERIFY(fault_of(opaque(sixty_four), true) == name_fault::too_long);
}

TEST_CASE("what the databases keep for themselves is refused, quoted or not, in any case") {
  SCHEMA_VERIFY(fault_of(opaque("pg_lessons")) == name_fault::reserved_prefix);
  SCHEMA_VERIFY(fault_of(opaque("sqlite_lessons")) == name_fault::reserved_prefix);
  SCHEMA_VERIFY(fault_of(opaque("PG_lessons"), true) == name_fault::reserved_prefix);
  SCHEMA_VERIFY(fault_of(opaque("SQLite_x"), true) == name_fault::reserved_prefix);
  SCHEMA_VERIFY(fault_of(opaque("pg")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("pgx_lessons")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("sqlites")) == name_fault::none);
  SCHEMA_VERIFY(fault_of(opaque("my_pg_lessons")) == name_fault::none);
}

TEST_CASE("the hash of a name folds ASCII case, and its text does not") {
  SCHEMA_VERIFY(make_identifier(opaque("Lessons"), true).hash == make_identifier(opaque("lessons")).hash);
  SCHEMA_VERIFY(make_identifier(opaque("Ö"), true).hash != make_identifier(opaque("ö"), true).hash);
  SCHEMA_VERIFY(make_identifier(opaque("lessons")).hash == hash_name(opaque("lessons")));
  SCHEMA_VERIFY(make_identifier(opaque("LESSONS 2"), true).hash == hash_name(opaque("lessons 2")));
  static constexpr identifier a = make_identifier(schema::text_view("lessons")),
                              b = make_identifier(schema::text_view("Lessons"), true);
  SCHEMA_VERIFY(!same_name(&a, &b) && same_name(&a, &a));
}

TEST_CASE("equal literals share one identifier") {
  SCHEMA_VERIFY(&identifier_of<"lessons"> == &identifier_of<"lessons">);
  SCHEMA_VERIFY(identifier_of<"lessons">.view() == "lessons");
}

TEST_CASE("the order counts when hashes are combined") {
  SCHEMA_VERIFY(mix(opaque(u64(1)), opaque(u64(2))) != mix(opaque(u64(2)), opaque(u64(1))));
  SCHEMA_VERIFY(mix(opaque(u64(1)), 0) != opaque(u64(1)));
}

TEST_CASE("one hash, however a name is read: from a literal, byte by byte, in pieces") {
  static constexpr identifier literal = identifier_of<name_literal("completed_at_the_end_of_2_days")>;
  const schema::text_view text = "completed_at_the_end_of_2_days";
  CHECK(literal.hash == hash_name(text));
  CHECK(literal.hash == make_identifier(text).hash);
  CHECK(literal.hash == hash_name("Completed_AT_the_end_OF_2_days"));
  CHECK(hash_name("a_b") != hash_name("a\x7f"
                                      "b")); // what _ becomes
  CHECK(hash_name("a[") != hash_name("a{"));
  CHECK(hash_name("a@") != hash_name("a`"));
}

TEST_CASE("the table of bytes has each in its place") {
  for (u32 c = 0; c < 256; ++c) {
    INFO("byte " << c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    CHECK(name_byte_table.word[c] == (is_plain ? c : 0));
    CHECK(name_byte_table.folded[c] == (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
  }
}
