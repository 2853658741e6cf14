// What SQLite lacks is no fault of a history for PostgreSQL alone; of one for both it is.
#include <catch2/catch.hpp>

#include <schema/dialect/script.hpp>
#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
using schema::backend;
using schema::rule;

template <class... Operations> struct only : migration<1, "one", Operations...> {};
template <class... Operations> struct both : migrations<only<Operations...>> {};
template <class... Operations> struct alone : postgresql_migrations<only<Operations...>> {};

/// Whether operations break a rule in a history for both, and none in one for PostgreSQL alone.
template <rule Broken, class... Operations> constexpr bool is_of_sqlite() {
  return schema::history_fault_of<both<Operations...>>.broken == Broken &&
         schema::history_fault_of<alone<Operations...>>.is_sound();
}

using level = create_enumeration<"level", "easy", "hard">;
template <class... Parts>
using lessons = create_table<"lessons", column<"id", integer, primary_key>, Parts...>;

template <class History>
concept renders_for_sqlite = requires {
  schema::program_of<History, backend::sqlite>;
};

struct prices : table<"prices", column<"id", integer, primary_key>, column<"amount", numeric<10, 2>>> {};
struct tables : schema::tables<prices> {};
struct history
    : postgresql_migrations<only<
          create_table<"prices", column<"id", integer, primary_key>, column<"amount", numeric<10, 2>>>>> {};
struct lacking : postgresql_migrations<only<create_table<"prices", column<"id", integer, primary_key>>>> {};

} // namespace

TEST_CASE("columns") {
  static_assert(
      is_of_sqlite<rule::numeric_without_sqlite_storage, lessons<column<"price", numeric<10, 2>>>>());
  static_assert(is_of_sqlite<rule::numeric_scale_on_integer,
                             lessons<column<"price", numeric<10, 2, on_sqlite<integer>>>>>());
  static_assert(
      is_of_sqlite<rule::identity_without_primary_key, lessons<column<"number", bigint, identity>>>());
  static_assert(is_of_sqlite<rule::identity_without_primary_key,
                             create_table<"t", column<"id", bigint, identity, primary_key>>,
                             drop_constraint<"t", "t_pkey">>());
  SUCCEED();
}

TEST_CASE("expressions and data statements") {
  static_assert(is_of_sqlite<rule::labels_ordered, level,
                             lessons<column<"level", enumeration<"level">>, check<"level < 'hard'">>>());
  static_assert(is_of_sqlite<rule::not_on_both_backends, lessons<column<"minutes", integer>>,
                             data<"UPDATE lessons SET minutes = 2 WHERE minutes / 1.5 > 7">>());
  static_assert(is_of_sqlite<rule::like_pattern_computed,
                             lessons<column<"a", text>, column<"b", text>, check<"a LIKE b">>>());
  static_assert(
      is_of_sqlite<rule::update_reads_itself, lessons<column<"minutes", integer>>,
                   data<"UPDATE lessons SET minutes = (SELECT max(l.minutes) FROM lessons AS l)">>());
  SUCCEED();
}

TEST_CASE("a rebuild switches foreign keys off on SQLite alone") {
  static_assert(is_of_sqlite<
                rule::rebuild_with_referential_action, lessons<>,
                create_table<"notes", column<"id", integer, primary_key>,
                             column<"lesson_id", integer, references<"lessons", "id", on_delete::cascade>>>,
                add_constraint<"notes", check<"id > 0">>, data<"DELETE FROM lessons WHERE id = 1">>());
  SUCCEED();
}

TEST_CASE("scripts are asked for PostgreSQL alone") {
  using renamed = effects<rename_column<"lessons", "id", "number">>;
  static_assert(
      is_of_sqlite<rule::script_missing, lessons<>,
                   assume_safe<"a test", execute<up<postgresql<"ALTER TABLE lessons RENAME id TO number">>,
                                                 down<postgresql<"ALTER TABLE lessons RENAME number TO id">>,
                                                 renamed>>>());
  static_assert(is_of_sqlite<rule::script_missing, execute<up<postgresql<"VALUES (1)">, sqlite<"VALUES (1)">>,
                                                           down<postgresql<"VALUES (2)">>>>());
  using forgotten =
      execute<up<postgresql<"CREATE TABLE lessons (id integer PRIMARY KEY)">>, down<>, effects<lessons<>>>;
  static_assert(schema::history_fault_of<alone<forgotten>>.broken == rule::script_missing);
  SUCCEED();
}

TEST_CASE("what PostgreSQL refuses is refused in either") {
  static_assert(schema::history_fault_of<alone<lessons<check<"id < 'x'">>>>.broken ==
                rule::literal_not_of_type);
  static_assert(schema::history_fault_of<alone<level, lessons<column<"l", text, identity>>>>.broken ==
                rule::identity_without_primary_key);
  SUCCEED();
}

TEST_CASE("the tables are its end, and what it lacks is told by name") {
  static_assert(schema::proven<history, tables>);
  static_assert(schema::proof<lacking, tables>::first.broken == rule::history_lacks_column);
  SUCCEED();
}

TEST_CASE("it has no steps for SQLite, and is the same history otherwise") {
  static_assert(schema::has_steps_for<history, backend::postgresql>);
  static_assert(!renders_for_sqlite<history>);
  static_assert(renders_for_sqlite<both<lessons<>>>);
  static_assert(schema::checksums_of<both<lessons<>>>.values[0] ==
                schema::checksums_of<alone<lessons<>>>.values[0]);
  CHECK(schema::program_of<history, backend::postgresql>.count == 1);
}
