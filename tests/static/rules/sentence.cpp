// The finding as a sentence, for compilers that take one and for people at run time.
#include <catch2/catch.hpp>

#include <schema/rules/sentence.hpp>
#include <tests/static/verify.hpp>

using namespace schema;

namespace {

constexpr auto sentence_of(const finding& f, schema::text_view pattern) {
  text_writer<400> out;
  write_sentence(out, f, pattern);
  return out;
}

constexpr finding column{.broken = rule::no_such_column,
                         .table = schema::text_view("lessons"),
                         .object = schema::text_view("titel"),
                         .hint = schema::text_view("title"),
                         .version = 7};
constexpr schema::text_view no_column = verdict::rule_facts<rule::no_such_column>::sentence;

constexpr finding in_text(finding f, schema::text_view text, u16 begin, u16 size) {
  f.text = text.data();
  f.text_size = u32(text.size());
  f.begin = begin;
  f.size = size;
  return f;
}

} // namespace

TEST_CASE("a sentence says where, what and what instead") {
  SCHEMA_VERIFY(sentence_of(column, no_column).view() ==
                "migration 7: \"lessons\": there is no column \"titel\"; did you mean \"title\"?");
}

TEST_CASE("what stands in SQL is shown with its place") {
  SCHEMA_VERIFY(
      sentence_of(in_text(column, "titel <> ''", 0, 5), no_column).view() ==
      "migration 7: \"lessons\": there is no column \"titel\" (byte 0 of: titel <> ''); did you mean "
      "\"title\"?");
  static constexpr finding ended = in_text({.broken = rule::syntax_error, .version = 1}, "a >", 3, 0);
  SCHEMA_VERIFY(sentence_of(ended, "this SQL is not understood at {o}").view() ==
                "migration 1: this SQL is not understood at its end (byte 3 of: a >)");
}

TEST_CASE("what the tables break by themselves is said of the tables, a difference of neither") {
  SCHEMA_VERIFY(sentence_of({.broken = rule::declared_twice, .table = schema::text_view("lessons")},
                            "it is declared twice")
                    .view() == "in the tables: \"lessons\": it is declared twice");
  SCHEMA_VERIFY(
      sentence_of({.broken = rule::history_lacks_table, .table = schema::text_view("lessons")}, "lacks")
          .view() == "\"lessons\": lacks");
}

TEST_CASE("further findings are named") {
  SCHEMA_VERIFY([] {
    finding_list list;
    for (int i = 0; i < 3; ++i) list.add(column);
    text_writer<100> out;
    write_further(out, list);
    return out.view() == "; also: lessons.titel, lessons.titel";
  }());
}
