// A foreign key under other terms is the same one: its name, its keys and what relies on them stay.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using id = column<"id", integer, primary_key>;
using plain = references<"teams", "id", on_delete::cascade>;
using late = references<"teams", "id", on_delete::cascade, initially_deferred>;

struct m0001 : migration<1, "teams", create_table<"teams", id, column<"name", text, unique>>,
                         create_table<"players", id, column<"team_id", integer, plain>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations>
constexpr rule broken_by = schema::timeline_of<after<Operations...>>.found.broken;

using deferred = alter_constraint<"players", "players_team_id_fkey", initially_deferred>;

struct teams : table<"teams", id, column<"name", text, unique>> {};
template <class Key> struct players : table<"players", id, column<"team_id", integer, Key>> {};
template <class Key> struct tables : schema::tables<teams, players<Key>> {};
template <class Key, class... Operations> constexpr rule difference() {
  constexpr auto list = schema::find_faults<after<Operations...>, tables<Key>>();
  static_assert(schema::agrees<after<Operations...>, tables<Key>> == (list.count == 0));
  return list.count ? list.items[0].broken : rule::none;
}

} // namespace

TEST_CASE("the terms are those that were given last") {
  static_assert(difference<plain>() == rule::none);
  static_assert(difference<plain, deferred>() == rule::constraint_differs);
  static_assert(difference<late, deferred>() == rule::none);
  using back = alter_constraint<"players", "players_team_id_fkey", not_deferrable>;
  static_assert(difference<plain, deferred, back>() == rule::none);
  SUCCEED();
}

TEST_CASE("its name goes along, and so does what relies on it") {
  static_assert(broken_by<deferred, drop_table<"teams">> == rule::still_referenced);
  static_assert(
      broken_by<deferred, drop_constraint<"players", "players_team_id_fkey">, drop_table<"teams">> ==
      rule::none);
  static_assert(broken_by<deferred, rename_column<"players", "team_id", "of">,
                          drop_constraint<"players", "players_of_fkey">> == rule::none);
  static_assert(broken_by<rename_constraint<"players", "players_team_id_fkey", "own">,
                          alter_constraint<"players", "own", deferrable>, rename_table<"players", "people">,
                          drop_constraint<"people", "own">> == rule::none);
  SUCCEED();
}

TEST_CASE("only a foreign key that is there has terms") {
  static_assert(broken_by<alter_constraint<"players", "players_pkey", deferrable>> ==
                rule::only_foreign_keys_wait);
  static_assert(broken_by<alter_constraint<"teams", "teams_name_key", deferrable>> ==
                rule::only_foreign_keys_wait);
  static_assert(broken_by<alter_constraint<"players", "players_team_fkey", deferrable>> ==
                rule::no_such_constraint);
  SUCCEED();
}
