// A change of rows that counts on a referential action stands in no migration that SQLite carries out with
// foreign keys off.
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
using schema::rule;

template <item... Actions>
struct m0001
    : migration<1, "events and lessons",
                create_table<"events", column<"id", integer, primary_key>, column<"slug", text, unique>>,
                create_table<"lessons", column<"id", integer, primary_key>,
                             column<"event_id", integer, references<"events", "id", Actions...>>,
                             column<"title", text>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class First, class... Operations> struct history : migrations<First, then<Operations...>> {};

/// The rule that a history breaks, after its fold and before any table is declared.
template <class First, class... Operations> constexpr rule broken_by() {
  return schema::find_history_fault<history<First, Operations...>>().broken;
}

constexpr rule refused = rule::rebuild_with_referential_action;
using cascading = m0001<on_delete::cascade>;
using updating = m0001<on_update::cascade>;
using strict = m0001<>;

using rebuild =
    assume_safe<"few lessons", alter_column<"lessons", "title", set_type<varchar<80>, loses_data>>>;
using native = add_column<"lessons", column<"slug", text, nullable>>;
using cleared = data<"DELETE FROM events WHERE slug = 'old'">;

} // namespace

TEST_CASE("DELETE counts on ON DELETE, in whichever order the two stand") {
  static_assert(broken_by<cascading, rebuild, cleared>() == refused);
  static_assert(broken_by<cascading, cleared, rebuild>() == refused);
  static_assert(broken_by<m0001<on_delete::restrict>, cleared, rebuild>() == rule::none);
  static_assert(broken_by<strict, cleared, rebuild>() == rule::none);
  static_assert(broken_by<updating, cleared, rebuild>() == rule::none);
  SUCCEED();
}

TEST_CASE("without a rebuild everything goes") {
  static_assert(broken_by<cascading, cleared>() == rule::none);
  static_assert(broken_by<cascading, native, cleared>() == rule::none);
  SUCCEED();
}

TEST_CASE("what nothing refers to may be deleted beside a rebuild") {
  static_assert(broken_by<cascading, rebuild, data<"DELETE FROM lessons">>() == rule::none);
  static_assert(broken_by<cascading, drop_constraint<"lessons", "lessons_event_id_fkey">, cleared>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("UPDATE counts on ON UPDATE where it names the column that is referred to") {
  static_assert(broken_by<updating, rebuild, data<"UPDATE events SET id = id + 1000">>() == refused);
  static_assert(broken_by<updating, rebuild, data<"UPDATE events SET slug = lower(slug)">>() == rule::none);
  static_assert(broken_by<cascading, rebuild, data<"UPDATE events SET id = id + 1000">>() == rule::none);
  static_assert(broken_by<updating, rebuild, data<"INSERT INTO events (id, slug) VALUES (1, 'a')">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("the way down is a step of its own") {
  using undone =
      data<"INSERT INTO events (id, slug) VALUES (9, 'x')", undo<"DELETE FROM events WHERE id = 9">>;
  static_assert(broken_by<cascading, rebuild, undone>() == refused);
  static_assert(broken_by<cascading, undone>() == rule::none);
  SUCCEED();
}

TEST_CASE("the finding names the table, the foreign key and what is rebuilt") {
  constexpr schema::finding f = schema::find_history_fault<history<cascading, rebuild, cleared>>();
  static_assert(f.table.view() == "events" && f.object.view() == "lessons" &&
                f.other.view() == "lessons_event_id_fkey" && f.version == 2 && f.operation == 1 &&
                f.place() == "events");
  SUCCEED();
}
