#include <schema/dialect/sqlite_way.hpp>
#include <schema/dsl/migration.hpp>
#include <tests/static/verify.hpp>

namespace ways {
using namespace schema::dsl;

struct m1 : migration<1, "tables", create_enumeration<"kind", "a", "b">,                          // 1
                      create_enumeration<"unused", "a">,                                          // 2
                      create_table<"t", column<"id", integer, primary_key>, column<"n", integer>, // 3
                                   column<"kind", enumeration<"kind">>, index_on<"n">>,           //
                      add_column<"t", column<"x", text, nullable>>,                               // 4
                      add_column<"t", column<"y", text, default_expr<"'a' || 'b'">>>,             // 5
                      add_column<"t", column<"z", integer, nullable, references<"t", "id">>>,     // 6
                      add_column<"t", column<"since", timestamptz, default_to<"2026-01-01">>>,    // 7
                      rename_column<"t", "n", "m">,                                               // 8
                      rename_column<"t", "z", "w">,                                               // 9
                      drop_index<"t_m_idx">,                                                      // 10
                      alter_column<"t", "m", set_default<1>>,                                     // 11
                      add_value<"kind", "c">,                                                     // 12
                      add_value<"unused", "b">,                                                   // 13
                      rename_table<"t", "u">,                                                     // 14
                      add_constraint<"u", check<"m > 0">>,                                        // 15
                      data<"DELETE FROM u">,                                                      // 16
                      execute<up<sqlite<"DROP INDEX i">>, irreversible, effects<drop_column<"u", "w">>>> {
}; // 17, 18
struct history : migrations<m1> {};

constexpr const auto& line = schema::timeline_of<history>;
static_assert(line.found.is_sound());
} // namespace ways

using namespace schema;
using schema::tests::opaque;

TEST_CASE("SQLite builds a table anew for what its ALTER can't do") {
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(5u), false)); // a default to be worked out
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(6u), true));  // a column with a foreign key goes
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(7u), false)); // a time that is not in its one form
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(9u), false)); // the foreign key's name follows
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(11u), false));
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(12u), false)); // the labels are a CHECK
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(14u), false));
  SCHEMA_VERIFY(needs_rebuild(ways::line, opaque(15u), true));
  SCHEMA_VERIFY(step_rebuilds(ways::line, opaque(0u), false));
}

TEST_CASE("what its ALTER can do, or what is no statement there, is no rebuild") {
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(1u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(3u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(4u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(4u), true));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(5u), true));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(6u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(8u), false)); // only an index's name follows
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(10u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(13u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(16u), false));
  SCHEMA_VERIFY(!needs_rebuild(ways::line, opaque(18u), false)); // declared: its SQL stands in the script
}
