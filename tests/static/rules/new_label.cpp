// A label can't be used by the migration that adds it: PostgreSQL answers 55P04, "unsafe use of new value".
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
using schema::rule;

struct m0001 : migration<1, "notes", create_enumeration<"kind", "a">, create_enumeration<"other", "x">,
                         create_table<"notes", column<"id", integer, primary_key>,
                                      column<"kind", enumeration<"kind">>, column<"text", text>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct history : migrations<m0001, then<Operations...>> {};

/// The rule that a second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::find_history_fault<history<Operations...>>().broken;
}

constexpr rule refused = rule::label_not_committed;
using added = add_value<"kind", "x">;
using in_a_default = add_column<"notes", column<"next", enumeration<"kind">, default_to<"x">>>;

} // namespace

TEST_CASE("no SQL and no default uses the new label") {
  static_assert(broken_by<added, data<"INSERT INTO notes (id, kind, text) VALUES (1, 'x', '')">>() ==
                refused);
  static_assert(broken_by<added, data<"DELETE FROM notes WHERE kind = 'x'">>() == refused);
  static_assert(broken_by<added, in_a_default>() == refused);
  static_assert(broken_by<added, alter_column<"notes", "kind", set_default<"x">>>() == refused);
  static_assert(broken_by<added, add_constraint<"notes", check<"kind <> 'x'">>>() == refused);
  static_assert(broken_by<added, create_index<"notes", index_on<"id", where("kind = 'x'")>>>() == refused);
  static_assert(broken_by<added, create_table<"more", column<"id", integer, primary_key>,
                                              column<"kind", enumeration<"kind">, check<"kind <> 'x'">>>>() ==
                refused);
  SUCCEED();
}

TEST_CASE("a column whose texts become labels may hold the new one") {
  using labelled = assume_safe<
      "few notes",
      alter_column<"notes", "text",
                   set_type<enumeration<"kind">, conversion<"lower(text)">, irreversible, loses_data>>>;
  static_assert(broken_by<labelled>() == rule::none);
  static_assert(broken_by<added, labelled>() == refused);
  SUCCEED();
}

TEST_CASE("a label that is renamed may be used at once, but for one that is new") {
  using renamed = rename_value<"kind", "x", "y">;
  using uses = data<"UPDATE notes SET kind = 'y'">;
  static_assert(broken_by<assume_safe<"a test", rename_value<"kind", "a", "y">>, uses>() == rule::none);
  static_assert(broken_by<added, renamed, uses>() == refused);
  static_assert(broken_by<added, assume_safe<"a test", rename_value<"kind", "a", "y">>, uses>() ==
                rule::none);
  static_assert(broken_by<added, renamed, data<"UPDATE notes SET text = 'x'">>() == rule::none);
  SUCCEED();
}

TEST_CASE("other labels, and what stands before, are of no concern") {
  static_assert(broken_by<added, data<"UPDATE notes SET kind = 'a'">>() == rule::none);
  static_assert(broken_by<added, data<"UPDATE notes SET text = 'x''x'">>() == rule::none);
  static_assert(broken_by<data<"UPDATE notes SET text = 'x'">, added>() == rule::none);
  static_assert(
      broken_by<added, add_column<"notes", column<"next", enumeration<"other">, default_to<"x">>>>() ==
      rule::none);
  SUCCEED();
}

TEST_CASE("an enumeration of the same migration takes all of its labels at once") {
  using made = create_enumeration<"fresh", "one">;
  using grown = add_value<"fresh", "two">;
  static_assert(broken_by<made, grown,
                          add_column<"notes", column<"next", enumeration<"fresh">, default_to<"two">>>>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("a literal is compared as its text") {
  CHECK(schema::sql::is_literal_of("'x'", "x"));
  CHECK(schema::sql::is_literal_of("'it''s'", "it's"));
  CHECK_FALSE(schema::sql::is_literal_of("'its'", "it's"));
  CHECK_FALSE(schema::sql::is_literal_of("'xy'", "x"));
  CHECK_FALSE(schema::sql::is_literal_of("E'x'", "x"));
  CHECK_FALSE(schema::sql::is_literal_of("''", "x"));
}
