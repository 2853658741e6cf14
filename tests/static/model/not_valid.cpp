// Constraints that are not valid yet: where they may stand, how they are proven, what declared tables say.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using id = column<"id", integer, primary_key>;
using of_team = foreign_key<columns<"team_id">, references_on<"teams", "id">>;
using positive = check<"positive", "shirt > 0">;

struct m0001 : migration<1, "teams", create_table<"teams", id, column<"name", text>>,
                         create_table<"players", id, column<"team_id", integer>, column<"shirt", integer>>> {
};
struct m0002 : migration<2, "for new rows", add_constraint<"players", not_valid<positive>>,
                         add_constraint<"players", not_valid<of_team>>> {};
template <class... Operations> struct then : migration<3, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, m0002, then<Operations...>> {};
template <class... Operations>
constexpr rule broken_by = schema::timeline_of<after<Operations...>>.found.broken;

struct teams : table<"teams", id, column<"name", text>> {};
template <class... Constraints>
struct players : table<"players", id, column<"team_id", integer>, column<"shirt", integer>, Constraints...> {
};
template <class... Constraints> struct tables : schema::tables<teams, players<Constraints...>> {};
template <class Declared, class... Operations> constexpr rule difference() {
  constexpr auto list = schema::find_faults<after<Operations...>, Declared>();
  static_assert(schema::agrees<after<Operations...>, Declared> == (list.count == 0));
  return list.count ? list.items[0].broken : rule::none;
}
using check_proven = validate_constraint<"players", "positive">;
using key_proven = validate_constraint<"players", "players_team_id_fkey">;

} // namespace

TEST_CASE("the tables say what is not valid until it is proven") {
  static_assert(difference<tables<not_valid<positive>, not_valid<of_team>>>() == rule::none);
  static_assert(difference<tables<positive, not_valid<of_team>>>() == rule::constraint_differs);
  static_assert(difference<tables<positive, not_valid<of_team>>, check_proven>() == rule::none);
  static_assert(difference<tables<positive, of_team>, check_proven, key_proven>() == rule::none);
  static_assert(difference<tables<not_valid<positive>, of_team>, check_proven, key_proven>() ==
                rule::constraint_differs);
  SUCCEED();
}

TEST_CASE("it is named, renamed, put off and dropped as others are, and holds what it refers to") {
  static_assert(broken_by<rename_constraint<"players", "positive", "p">, drop_constraint<"players", "p">> ==
                rule::none);
  static_assert(broken_by<rename_column<"players", "team_id", "of">,
                          validate_constraint<"players", "players_of_fkey">> == rule::none);
  static_assert(broken_by<key_proven, rename_table<"players", "people">,
                          drop_constraint<"people", "players_team_id_fkey">> == rule::no_such_constraint);
  static_assert(broken_by<alter_constraint<"players", "players_team_id_fkey", deferrable>, key_proven> ==
                rule::none);
  static_assert(broken_by<drop_table<"teams">> == rule::still_referenced);
  SUCCEED();
}

TEST_CASE("what is valid is not proven, nor what has no rows to spare not valid") {
  static_assert(broken_by<check_proven, check_proven> == rule::valid_already);
  static_assert(broken_by<validate_constraint<"players", "players_pkey">> == rule::valid_already);
  static_assert(broken_by<validate_constraint<"players", "positiv">> == rule::no_such_constraint);
  static_assert(broken_by<add_constraint<"teams", not_valid<check<"c", "id > 0">>>,
                          validate_constraint<"teams", "c">> == rule::not_valid_in_vain);
  static_assert(broken_by<create_table<"t", id, not_valid<check<"c", "id > 0">>>> == rule::not_valid_in_vain);
  static_assert(broken_by<create_table<"t", id>, add_constraint<"t", not_valid<check<"id > 0">>>> ==
                rule::not_valid_in_vain);
  static_assert(broken_by<add_constraint<"teams", not_valid<unique_on<"name">>>> == rule::not_valid_in_vain);
  SUCCEED();
}

TEST_CASE("the checksum tells one that is not valid from one that is") {
  constexpr schema::u64 sums[] = {
      schema::checksum_of(add_constraint<"players", positive>::schema_definition),
      schema::checksum_of(add_constraint<"players", not_valid<positive>>::schema_definition),
      schema::checksum_of(check_proven::schema_definition),
      schema::checksum_of(key_proven::schema_definition)};
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < i; ++j) CHECK(sums[i] != sums[j]);
}
