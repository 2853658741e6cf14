// Views: what they read, what reads them, and what their columns are.
#include <tests/static/model/folded.hpp>

#include <schema/model/comparison.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using lessons = create_table<"lessons", column<"id", bigint, primary_key>, column<"title", varchar<80>>,
                             column<"minutes", integer>, column<"level", enumeration<"level">>>;
using long_lessons =
    create_view<"long_lessons", "SELECT id, title, minutes, level FROM lessons WHERE minutes > 60">;

struct m0001
    : migration<1, "lessons", create_enumeration<"level", "easy", "hard">, lessons, long_lessons,
                create_view<"sums", "SELECT level, sum(minutes) AS minutes, count(*) AS n FROM long_lessons "
                                    "GROUP BY level">> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};

/// The rule that the second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::timeline_of<after<Operations...>>.found.broken;
}
template <schema::fixed_string Sql> constexpr rule broken_view() {
  return broken_by<create_view<"v", Sql>>();
}

/// The type of a view's column at the end; -1 for none.
template <class Line>
constexpr int kind_of(const Line& line, schema::text_view view, schema::text_view column) {
  const auto c = column_named(line, table_named(line, view, line.now), column, line.now);
  return c < 0 ? -1 : int(line.last_column(c).type->kind);
}

} // namespace

TEST_CASE("what is refused in a query is told of its view where it names no table") {
  const auto& found =
      schema::timeline_of<after<create_view<"v", "SELECT id, title + 1 AS t FROM lessons">>>.found;
  CHECK(found.broken == rule::type_mismatch);
  CHECK(found.table.view() == "v");
  const auto& column = schema::timeline_of<after<create_view<"v", "SELECT id, titel FROM lessons">>>.found;
  CHECK(column.broken == rule::no_such_column);
  CHECK(column.table.view() == "lessons");
}

TEST_CASE("a column of a view has the type of the column that it is, or of what is worked out") {
  verify_history<after<>>([](const auto& line) {
    return line.found.is_sound() &&
           kind_of(line, "long_lessons", "title") == int(schema::type_kind::varchar) &&
           kind_of(line, "long_lessons", "level") == int(schema::type_kind::enumeration) &&
           kind_of(line, "sums", "level") == int(schema::type_kind::enumeration) &&
           kind_of(line, "sums", "minutes") == int(schema::type_kind::bigint) &&
           kind_of(line, "sums", "n") == int(schema::type_kind::bigint) && kind_of(line, "sums", "id") == -1;
  });
  verify_history<
      after<create_view<"v", "SELECT id AS a, 'x' AS b FROM lessons UNION SELECT minutes, title FROM "
                             "lessons">>>([](const auto& line) {
    return line.found.is_sound() && kind_of(line, "v", "a") == int(schema::type_kind::bigint) &&
           kind_of(line, "v", "b") == int(schema::type_kind::text);
  });
  SUCCEED();
}

TEST_CASE("the query is checked as a data statement is") {
  static_assert(broken_view<"SELECT id FROM lessons">() == rule::none);
  static_assert(broken_view<"WITH l AS (SELECT id FROM lessons) SELECT l.id FROM l">() == rule::none);
  static_assert(broken_view<"SELECT ids FROM lessons">() == rule::no_such_column);
  static_assert(broken_view<"SELECT id FROM lesson">() == rule::no_such_table);
  static_assert(broken_view<"SELECT id FROM long_lessons WHERE level = 'esy'">() == rule::no_such_label);
  static_assert(broken_view<"SELECT id FROM sums">() == rule::no_such_column);
  static_assert(broken_view<"SELECT n FROM sums WHERE n || 'x' = 'x'">() == rule::none);
  static_assert(broken_view<"SELECT n FROM sums WHERE n = level">() == rule::type_mismatch);
  static_assert(broken_view<"SELECT level, max(title) AS title FROM long_lessons">() ==
                rule::column_not_grouped);
  static_assert(broken_view<"SELECT * FROM lessons">() == rule::syntax_error);
  static_assert(broken_view<"SELECT id FROM lessons; DELETE FROM lessons">() == rule::syntax_error);
  static_assert(broken_view<"DELETE FROM lessons">() == rule::syntax_error);
  static_assert(broken_view<"">() == rule::syntax_error);
  SUCCEED();
}

TEST_CASE("a column has a name, which stands once") {
  static_assert(broken_view<"SELECT id + 1 FROM lessons">() == rule::view_column_unnamed);
  static_assert(broken_view<"SELECT id + 1 AS next FROM lessons">() == rule::none);
  static_assert(broken_view<"SELECT id, minutes AS id FROM lessons">() == rule::declared_twice);
  static_assert(broken_view<"SELECT id AS Number FROM lessons">() == rule::name_refused);
  static_assert(broken_view<"SELECT id AS \"Number\" FROM lessons">() == rule::none);
  SUCCEED();
}

TEST_CASE("a view shares the namespace of tables, and is none") {
  static_assert(broken_by<create_table<"sums", column<"id", bigint>>>() == rule::name_taken);
  static_assert(broken_by<create_view<"lessons", "SELECT id FROM lessons">>() == rule::name_taken);
  static_assert(broken_by<create_view<"sums", "SELECT id FROM lessons">>() == rule::view_exists);
  static_assert(broken_by<rename_table<"lessons", "sums">>() == rule::name_taken);
  static_assert(broken_by<add_column<"sums", column<"a", bigint, nullable>>>() == rule::not_a_table);
  static_assert(broken_by<drop_table<"sums">>() == rule::not_a_table);
  static_assert(broken_by<drop_view<"lessons">>() == rule::no_such_view);
  static_assert(broken_by<data<"INSERT INTO sums (n) VALUES (1)">>() == rule::not_a_table);
  static_assert(broken_by<data<"DELETE FROM lessons WHERE id IN (SELECT id FROM long_lessons)">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("what a view reads is renamed, and neither dropped nor retyped") {
  static_assert(
      broken_by<rename_column<"lessons", "minutes", "length">, rename_table<"lessons", "units">>() ==
      rule::none);
  static_assert(broken_by<drop_column<"lessons", "minutes">>() == rule::still_referenced);
  static_assert(broken_by<alter_column<"lessons", "minutes", set_type<bigint>>>() == rule::still_referenced);
  static_assert(broken_by<alter_column<"lessons", "minutes", drop_not_null, set_default<1>>>() == rule::none);
  static_assert(broken_by<drop_table<"lessons">>() == rule::still_referenced);
  static_assert(broken_by<drop_view<"long_lessons">>() == rule::still_referenced);
  static_assert(broken_by<drop_view<"sums">, drop_view<"long_lessons">, drop_table<"lessons">>() ==
                rule::none);
  static_assert(broken_by<drop_view<"sums">, drop_view<"long_lessons">, long_lessons>() == rule::none);
  SUCCEED();
}

TEST_CASE("another query may stand below a view that is read as long as its columns stay") {
  static_assert(broken_by<replace_view<"long_lessons", "SELECT id, title, minutes, level FROM lessons">>() ==
                rule::none);
  static_assert(
      broken_by<replace_view<"long_lessons", "SELECT id, title, minutes, level, 1 AS one FROM lessons">>() ==
      rule::still_referenced);
  static_assert(broken_by<replace_view<"long_lessons", "SELECT id, title, level, minutes FROM lessons">>() ==
                rule::still_referenced);
  static_assert(broken_by<replace_view<"sums", "SELECT minutes FROM lessons">>() == rule::none);
  static_assert(broken_by<replace_view<"long_lessons", "SELECT id, title, minutes, level FROM sums">>() ==
                rule::no_such_column);
  static_assert(
      broken_by<drop_view<"sums">, create_view<"ids", "SELECT id FROM long_lessons">,
                replace_view<"long_lessons", "SELECT lessons.id, title, minutes, level FROM lessons "
                                             "JOIN ids ON ids.id = lessons.id">>() ==
      rule::view_reads_itself);
  SUCCEED();
}

namespace {

struct declared_lessons
    : table<"units", column<"id", bigint, primary_key>, column<"title", text>, column<"minutes", integer>> {};
template <schema::fixed_string Sql> struct declared_view : view<"long_units", Sql> {};
template <schema::fixed_string Sql>
struct declared_tables : schema::tables<declared_view<Sql>, declared_lessons> {};

struct first
    : migration<1, "lessons",
                create_table<"lessons", column<"id", bigint, primary_key>, column<"name", text>,
                             column<"minutes", integer>>,
                create_view<"long_units", "SELECT lessons.id, l.name AS title FROM lessons "
                                          "JOIN lessons AS l ON l.id = lessons.id WHERE l.minutes > 60">> {};
struct second
    : migration<2, "units", rename_table<"lessons", "units">, rename_column<"units", "name", "title">> {};
struct renamed : migrations<first, second> {};

/// What is first found to differ between the renamed history and tables with this query.
template <schema::fixed_string Sql> constexpr rule differs() {
  const auto found =
      schema::compare(schema::timeline_of<renamed>, schema::declared_timeline_of<declared_tables<Sql>>);
  return found.count ? found.items[0].broken : rule::none;
}

} // namespace

TEST_CASE("a declared view is the history's under the names of today") {
  static_assert(differs<"SELECT units.id, l.title AS title FROM units JOIN units AS l ON l.id = units.id "
                        "WHERE l.minutes > 60">() == rule::none);
  static_assert(differs<"SELECT l.id, l.title AS title FROM units JOIN units AS l ON l.id = units.id "
                        "WHERE l.minutes > 60">() == rule::view_differs);
  static_assert(differs<"SELECT units.id, l.title AS title FROM units JOIN units AS l ON l.id = units.id "
                        "WHERE l.minutes > 90">() == rule::view_differs);
  static_assert(differs<"SELECT ALL units.id, l.title title FROM units INNER JOIN units l ON l.id = units.id "
                        "WHERE l.minutes > 60;">() == rule::none);
  static_assert(differs<"SELECT DISTINCT units.id, l.title AS title FROM units JOIN units AS l ON "
                        "l.id = units.id WHERE l.minutes > 60">() == rule::view_differs);
  static_assert(
      differs<"SELECT units.id, l.title AS title FROM units LEFT JOIN units AS l ON l.id = units.id "
              "WHERE l.minutes > 60">() == rule::view_differs);
  SUCCEED();
}
