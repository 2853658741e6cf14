// Operations that break a rule of schemas, on PostgreSQL alone.
#pragma once

#include <tests/differential/generated_routine_faults.hpp>

namespace test {

class schema_fault_generator : public routine_fault_generator {
public:
  explicit schema_fault_generator(std::uint64_t seed, schema::text_view assumed_safe = {})
      : routine_fault_generator(seed, assumed_safe), schemas_turn_(seed * 3) {}

protected:
  /// Schemas that stand or do not, and what is called with one.
  sequence make_schema_fault() {
    const auto place = named("tried_place"), tried = named("tried"),
               placed = in_place("tried_place", "tried");
    const auto y = [&] { return column("y", {.kind = type_kind::integer}); };
    const auto made = [&] { return make({.kind = op::create_schema, .from = place}); };
    const auto table = [&](schema::name id) { return make_table(id, {y()}); };
    const auto rename = [&](schema::name from, schema::name to) {
      return make({.kind = op::rename_table, .table = from, .to = to});
    };
    const auto nowhere = in_place("nowhere", "tried");
    switch (turn(schemas_turn_, 14)) {
    case 0: return {made(), made()};
    case 1:
      return {make({.kind = op::create_schema, .from = named(one_of({"public", "information_schema"}))})};
    case 2: return {make({.kind = op::drop_schema, .from = named("nowhere")})};
    case 3: return {table(nowhere)};
    case 4: return {table(tried), rename(tried, nowhere)};
    case 5: return {table(tried), data("DELETE FROM tried WHERE y IN (SELECT y FROM nowhere.tried)")};
    case 6: return {make_enumeration(in_place("nowhere", "kind"), {named("sad")})};
    case 7: return {made(), table(tried), rename(tried, in_place("tried_place", "moved"))};
    case 8: return {made(), table(placed), rename(placed, named("moved"))};
    case 9: return {made(), table(placed), make({.kind = op::drop_schema, .from = place})};
    case 10:
      return {made(), make_enumeration(placed, {named("sad")}),
              make({.kind = op::drop_schema, .from = place})};
    case 11: return {made(), table(placed), table(tried), rename(tried, placed)};
    case 12: // its index meets another one there
      return {made(), make_table(in_place("tried_place", "other"), {y(), index("taken", "y + 1")}),
              make_table(tried, {y(), index("taken", "y + 1")}), rename(tried, placed)};
    default:
      return {made(), table(placed), table(tried),
              data(one_of({"DELETE FROM tried WHERE EXISTS (SELECT 1 FROM tried, tried_place.tried)",
                           "DELETE FROM tried WHERE tried_place.tried.y = 1",
                           "UPDATE tried_place.tried SET y = tried.y FROM tried"}))};
    }
  }

private:
  schema::name in_place(const char* place, const char* own) { return values_.placed(place, own); }

  std::size_t schemas_turn_;
};

} // namespace test
