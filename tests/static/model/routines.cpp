// Functions and triggers in the timeline: what they use stays as it is, and their texts name what is
// declared.
#include <tests/static/model/folded.hpp>

#include <schema/model/checksum.hpp>
#include <schema/triggers.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using lessons = create_table<"lessons", column<"id", bigint, primary_key>, column<"title", varchar<80>>,
                             column<"minutes", integer>, column<"level", enumeration<"level">>>;
template <schema::fixed_string Text> using pg = postgresql<Text>;

using touch =
    create_function<"touch", pg<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                                "NEW.title := ''; RETURN NEW; END $$">>;
template <class... Items>
using touched = create_trigger<
    "touched", "lessons",
    pg<"CREATE TRIGGER touched BEFORE UPDATE ON lessons FOR EACH ROW EXECUTE FUNCTION touch()">,
    sqlite<"CREATE TRIGGER touched AFTER UPDATE ON lessons BEGIN DELETE FROM notes WHERE id = old.id; END">,
    calls<"touch">, uses<"lessons", "title", "id">, uses<"notes", "id">, Items...>;

struct m0001 : migration<1, "lessons", create_enumeration<"level", "easy", "hard">, lessons,
                         create_table<"notes", column<"id", bigint, primary_key>, column<"note", text>>,
                         create_view<"long_lessons", "SELECT id, level FROM lessons WHERE minutes > 60">,
                         touch, touched<>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};

/// The rule that the second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::timeline_of<after<Operations...>>.found.broken;
}

template <schema::fixed_string Sqlite, class... Items>
using on_sqlite_alone = create_trigger<"t", "lessons", pg<"">, sqlite<Sqlite>, Items...>;

} // namespace

TEST_CASE("they stand from their making to their end, and a replaced one has another text") {
  verify_history<
      after<drop_trigger<"touched">,
            replace_function<"touch", pg<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                         "BEGIN RETURN NULL; END $$">>,
            drop_function<"touch">, touch>>([](const auto& line) {
    const auto& r = line.routines;
    return line.found.is_sound() && line.routine_count == 4 && !r[0].is_trigger() && r[1].is_trigger() &&
           r[1].table == table_named(line, "lessons", line.now) && r[1].alive.to == r[2].alive.from - 1 &&
           r[0].alive.to == r[2].alive.from && r[2].alive.to == r[3].alive.from - 1 &&
           r[3].alive.to == schema::forever && r[0].signature == r[2].signature && r[0].returns_trigger &&
           r[1].text(schema::backend::sqlite) && !r[0].text(schema::backend::sqlite);
  });
  SUCCEED();
}

TEST_CASE("what is used is neither dropped, nor renamed, nor retyped") {
  constexpr rule refused = rule::still_referenced;
  static_assert(broken_by<rename_table<"lessons", "units">>() == refused);
  static_assert(broken_by<rename_table<"notes", "remarks">>() == refused);
  static_assert(broken_by<drop_table<"notes">>() == refused);
  static_assert(broken_by<rename_column<"lessons", "title", "name">>() == refused);
  static_assert(broken_by<rename_column<"notes", "note", "text">>() == rule::none);
  static_assert(broken_by<alter_column<"lessons", "title", set_type<text>>>() == refused);
  static_assert(broken_by<alter_column<"lessons", "minutes", set_type<bigint>>>() == rule::still_referenced);
  static_assert(
      broken_by<drop_view<"long_lessons">, alter_column<"lessons", "minutes", set_type<bigint>>>() ==
      rule::none);
  static_assert(broken_by<drop_column<"lessons", "title">>() == refused);
  static_assert(broken_by<drop_column<"notes", "note">>() == rule::none);
  static_assert(broken_by<drop_trigger<"touched">, drop_column<"lessons", "title">>() == rule::none);
  static_assert(broken_by<alter_column<"lessons", "title", set_default<"x">>>() == rule::none);
  SUCCEED();
}

TEST_CASE("a table alone stands for all of its columns, a view may be used too") {
  using all = create_function<
      "f", pg<"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM notes, long_lessons $$">,
      uses<"notes">, uses<"long_lessons", "level">>;
  static_assert(broken_by<all>() == rule::none);
  static_assert(broken_by<all, rename_column<"notes", "note", "text">>() == rule::still_referenced);
  static_assert(broken_by<all, drop_view<"long_lessons">>() == rule::still_referenced);
  static_assert(broken_by<all, replace_view<"long_lessons", "SELECT id FROM lessons">>() ==
                rule::still_referenced);
  static_assert(broken_by<all, replace_view<"long_lessons", "SELECT id, level FROM lessons">>() ==
                rule::none);
  static_assert(
      broken_by<create_function<"f", pg<"CREATE FUNCTION f() RETURNS int AS ''">, uses<"note">>>() ==
      rule::no_such_table);
  static_assert(
      broken_by<create_function<"f", pg<"CREATE FUNCTION f() RETURNS int AS ''">, uses<"notes", "nota">>>() ==
      rule::no_such_column);
  SUCCEED();
}

TEST_CASE("a label that a text may have is not renamed") {
  using counted = create_function<"f", pg<"CREATE FUNCTION f() RETURNS int AS ''">, uses<"lessons", "level">>;
  static_assert(broken_by<drop_view<"long_lessons">, rename_value<"level", "easy", "light">>() == rule::none);
  static_assert(broken_by<drop_view<"long_lessons">, counted, rename_value<"level", "easy", "light">>() ==
                rule::still_referenced);
  static_assert(broken_by<counted, add_value<"level", "absurd">>() == rule::none);
  SUCCEED();
}

TEST_CASE("a function that is called stays, and keeps its arguments and its result") {
  static_assert(broken_by<drop_function<"touch">>() == rule::still_referenced);
  static_assert(
      broken_by<replace_function<"touch", pg<"CREATE FUNCTION touch(a int) RETURNS trigger AS ''">>>() ==
      rule::still_referenced);
  static_assert(
      broken_by<
          replace_function<"touch", pg<"CREATE OR REPLACE FUNCTION touch() RETURNS trigger AS ''">>>() ==
      rule::none);
  static_assert(
      broken_by<drop_trigger<"touched">, replace_function<"touch", pg<"CREATE FUNCTION touch(a int) RETURNS "
                                                                      "int AS ''">>>() == rule::none);
  static_assert(broken_by<replace_function<"tuch", pg<"CREATE FUNCTION tuch() RETURNS int AS ''">>>() ==
                rule::no_such_function);
  using other =
      create_function<"g", pg<"CREATE FUNCTION g() RETURNS int AS 'SELECT touch()'">, calls<"touch">>;
  static_assert(broken_by<other, drop_trigger<"touched">, drop_function<"touch">>() ==
                rule::still_referenced);
  static_assert(broken_by<other, drop_function<"g">, drop_trigger<"touched">, drop_function<"touch">>() ==
                rule::none);
  static_assert(
      broken_by<create_function<"g", pg<"CREATE FUNCTION g() RETURNS int AS 'SELECT g()'">, calls<"g">>,
                drop_function<"g">>() == rule::none);
  SUCCEED();
}

TEST_CASE("names are given once, in any case; functions and triggers have lists of their own") {
  static_assert(broken_by<touch>() == rule::function_exists);
  static_assert(
      broken_by<create_function<quoted<"Touch">, pg<"CREATE FUNCTION \"Touch\"() RETURNS int AS ''">>>() ==
      rule::function_exists);
  static_assert(broken_by<touched<>>() == rule::trigger_exists);
  static_assert(broken_by<create_function<"lessons", pg<"CREATE FUNCTION lessons() RETURNS int AS ''">>>() ==
                rule::use_not_declared); // the word is the table's as well
  static_assert(broken_by<create_function<"level", pg<"CREATE FUNCTION level() RETURNS int AS ''">>>() ==
                rule::none);
  static_assert(broken_by<create_function<"pg_f", pg<"CREATE FUNCTION pg_f() RETURNS int AS ''">>>() ==
                rule::name_refused);
  static_assert(broken_by<create_table<"touch", column<"id", bigint>>>() == rule::none);
  static_assert(broken_by<create_trigger<"t", "long_lessons", pg<"">, sqlite<"">>>() == rule::not_a_table);
  static_assert(broken_by<create_trigger<"t", "lesson", pg<"">, sqlite<"">>>() == rule::no_such_table);
  SUCCEED();
}

TEST_CASE("a text makes what it is said to make") {
  constexpr rule other = rule::text_makes_another;
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT 1; END;">>() ==
      rule::none);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER \"t\" AFTER INSERT ON \"lessons\" BEGIN SELECT 1; END">>() ==
      rule::none);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER \"T\" AFTER INSERT ON lessons BEGIN SELECT 1; END">>() ==
      other);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER u AFTER INSERT ON lessons BEGIN SELECT t; END">>() == other);
  static_assert(
      broken_by<
          on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1 FROM lessons; END">>() ==
      other);
  static_assert(
      broken_by<
          on_sqlite_alone<"CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON lessons BEGIN SELECT 1; END">>() ==
      other);
  static_assert(broken_by<on_sqlite_alone<"SELECT 't'">>() == other);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT 'x; END">>() ==
      rule::syntax_error);
  static_assert(broken_by<create_function<"f", pg<"">>>() == rule::syntax_error);
  static_assert(broken_by<create_function<"f">>() == rule::text_missing);
  static_assert(broken_by<create_trigger<"t", "lessons", sqlite<"">>>() == rule::text_missing);
  SUCCEED();
}

TEST_CASE("what a text names for certain is declared, and is there") {
  constexpr rule undeclared = rule::use_not_declared;
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN DELETE FROM notes; END">>() ==
      undeclared);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN DELETE FROM notes; END",
                                uses<"notes">>>() == rule::none);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN DELETE FROM notes WHERE "
                                "notes.id = 1; END",
                                uses<"notes", "note">>>() == undeclared);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT new.titel; END",
                                uses<"lessons">>>() == rule::no_such_column);
  static_assert(broken_by<on_sqlite_alone<
                    "CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT new.rowid, \"new\"; END">>() ==
                rule::none);
  static_assert(
      broken_by<
          on_sqlite_alone<"CREATE TRIGGER t AFTER UPDATE OF title, minutes ON lessons BEGIN SELECT 1; END",
                          uses<"lessons", "title">>>() == undeclared);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER UPDATE OF titel ON lessons BEGIN SELECT 1; END",
                                uses<"lessons">>>() == rule::no_such_column);
  static_assert(
      broken_by<on_sqlite_alone<"CREATE TRIGGER t AFTER UPDATE OF \"title\" ON lessons BEGIN SELECT 1; END",
                                uses<"lessons">>>() == rule::none);
  // The function writes NEW.title, which is a column of the table that the trigger stands on.
  static_assert(broken_by<create_trigger<"t", "lessons",
                                         pg<"CREATE TRIGGER t BEFORE INSERT ON lessons FOR EACH ROW "
                                            "EXECUTE FUNCTION touch()">,
                                         sqlite<"">, calls<"touch">>>() == undeclared);
  static_assert(broken_by<create_trigger<"t", "notes",
                                         pg<"CREATE TRIGGER t BEFORE INSERT ON notes FOR EACH ROW EXECUTE "
                                            "FUNCTION touch()">,
                                         sqlite<"">, calls<"touch">>>() == rule::none);
  static_assert(broken_by<create_trigger<"t", "notes",
                                         pg<"CREATE TRIGGER t BEFORE INSERT ON notes FOR EACH ROW EXECUTE "
                                            "FUNCTION touch()">,
                                         sqlite<"">>>() == undeclared);
  SUCCEED();
}

TEST_CASE("the checksum is of the texts; what they use may be told later") {
  const auto sum = []<class Operation>(const Operation*) {
    return schema::checksum_of(Operation::schema_definition);
  };
  constexpr const touched<>* plain = nullptr;
  constexpr const touched<uses<"notes">>* more = nullptr;
  constexpr const on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT 1; END">* one =
      nullptr;
  constexpr const on_sqlite_alone<"create trigger t after insert on lessons begin select 1; end">* same =
      nullptr;
  constexpr const on_sqlite_alone<"CREATE TRIGGER t AFTER INSERT ON lessons BEGIN SELECT 2; END">* two =
      nullptr;
  static_assert(sum(plain) == sum(more));
  static_assert(sum(one) == sum(same));
  static_assert(sum(one) != sum(two));
  SUCCEED();
}

TEST_CASE("declared in any order, and agreed upon by name, table and text") {
  struct table_lessons : table<"lessons", column<"id", bigint, primary_key>> {};
  struct f : function<"f", pg<"CREATE FUNCTION f() RETURNS trigger AS ''">> {};
  struct t : trigger<"t", "lessons", pg<"CREATE TRIGGER t AFTER INSERT ON lessons EXECUTE FUNCTION f()">,
                     sqlite<"">, calls<"f">> {};
  struct made : migration<1, "all", create_table<"lessons", column<"id", bigint, primary_key>>,
                          create_function<"f", pg<"create function f() returns trigger as ''">>,
                          create_trigger<"t", "lessons",
                                         pg<"CREATE TRIGGER t AFTER INSERT ON lessons EXECUTE FUNCTION f()">,
                                         sqlite<"">, calls<"f">, uses<"lessons">>> {};
  struct history : migrations<made> {};
  struct tables : schema::tables<t, f, table_lessons> {};
  struct twice : schema::tables<t, f, table_lessons, f> {};
  struct lacking : schema::tables<f, table_lessons> {};
  verify_tables<tables>([](const auto& line) { return line.found.is_sound() && line.routine_count == 2; });
  static_assert(schema::agrees<history, tables>);
  static_assert(schema::proven<history, tables>);
  static_assert(!schema::agrees<history, twice>);
  static_assert(schema::search<history, twice>::found.items[0].broken == rule::declared_twice);
  static_assert(schema::search<history, lacking>::found.items[0].broken == rule::tables_lack_trigger);
  struct nothing : migrations<> {};
  struct functions : schema::tables<f> {};
  static_assert(schema::search<nothing, functions>::found.items[0].broken == rule::history_lacks_function);
  SUCCEED();
}
