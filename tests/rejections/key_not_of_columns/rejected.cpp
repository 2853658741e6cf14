// Unique without regard to case is an index, not a constraint.
// error: verdict::key_not_of_columns<schema::verdict::table<
// error: {"events"}
// error: {"events_by_slug"}
// error: at_migration<2>
// error: name_columns_or_write_unique_index_on
// sentence: "events": a key names one column or more, and no expression or predicate
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"slug", text>,
                      named<"events_by_slug", unique_on<expr("lower(slug)")>>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"slug", text>>> {};
struct m0002 : migration<2, "second thoughts",
                         add_constraint<"events", named<"events_by_slug", unique_on<expr("lower(slug)")>>>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
