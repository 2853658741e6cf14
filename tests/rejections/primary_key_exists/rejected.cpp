// A table has one primary key.
// error: verdict::primary_key_exists<schema::verdict::table<
// error: {"events"}
// error: {"events_pkey"}
// error: at_migration<2>
// error: drop_that_one_first
// sentence: migration 2: "events": the table has the primary key "events_pkey" already; drop it first
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid>, column<"title", text>, column<"code", text, primary_key>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"code", text>>> {};
struct m0002 : migration<2, "second thoughts",
                         assume_safe<"few events", add_constraint<"events", primary_key_on<"code">>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
