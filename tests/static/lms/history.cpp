// The history of the LMS uses every kind of operation, and every change of a column, by itself and not in
// `execute`.
#include <catch2/catch.hpp>

#include <schema/lms.hpp>
#include <tests/static/verify.hpp>

namespace {
using namespace schema;

struct uses {
  bool operations[64]{};
  bool changes[64]{};
  bool statements[u8(sql::statement_kind::other) + 1]{};
  bool conversion{}, reverse{}, placed_value{}, undo{};

  constexpr bool has(operation_kind kind) const { return operations[u8(kind)]; }
  constexpr bool has(attribute_kind kind) const { return changes[u8(kind)]; }
  constexpr bool has(sql::statement_kind kind) const { return statements[u8(kind)]; }
};

constexpr uses collect() {
  uses all;
  for (u32 i = 0; i < lms::history::schema_migration_count; ++i) {
    const migration_definition& m = *lms::history::schema_migrations[i];
    for (u16 j = 0; j < m.operation_count; ++j) {
      const operation& o = *m.operations[j];
      all.operations[u8(o.kind)] = true;
      for (u16 c = 0; c < o.change_count; ++c) {
        all.changes[u8(o.changes[c]->kind)] = true;
        all.conversion |= o.changes[c]->expression != nullptr;
        all.reverse |= o.changes[c]->reverse != nullptr;
      }
      if (o.up) all.statements[u8(o.up->kind)] = true;
      all.undo |= o.down != nullptr;
      all.placed_value |= o.before != nullptr;
    }
  }
  return all;
}

constexpr bool uses_every_operation() {
  const uses all = collect();
  for (u8 kind = 0; kind <= u8(operation_kind::execute); ++kind)
    if (!all.has(operation_kind(kind))) return false;
  return true;
}

constexpr bool uses_every_change() {
  const uses all = collect();
  for (u8 kind = u8(attribute_kind::set_type); kind <= u8(attribute_kind::drop_not_null); ++kind)
    if (!all.has(attribute_kind(kind))) return false;
  return all.conversion && all.reverse && all.placed_value;
}

constexpr bool uses_every_statement() {
  using enum sql::statement_kind;
  const uses all = collect();
  return all.has(insert) && all.has(update) && all.has(delete_rows) && all.undo;
}

/// A migration is a file with its number in the name: none is left out of the list, and none stands twice.
constexpr bool has_no_gap() {
  for (u32 i = 0; i < lms::history::schema_migration_count; ++i)
    if (lms::history::schema_migrations[i]->version != i + 1) return false;
  return true;
}

// What is released is pinned.
static_assert(pinned_until<lms::history, 22>);

} // namespace

TEST_CASE("the history of the LMS uses the whole vocabulary") {
  SCHEMA_VERIFY(uses_every_operation());
  SCHEMA_VERIFY(uses_every_change());
  SCHEMA_VERIFY(uses_every_statement());
  SCHEMA_VERIFY(has_no_gap());
}
