// A column goes that an index of several still needs.
// error: verdict::still_referenced<schema::verdict::table<
// error: {"events"}
// error: {"starts_at"}
// error: because_of<
// error: {"events_starts_at_title_idx"}
// error: at_migration<2>
// error: drop_what_refers_to_it_first
// sentence: "starts_at" is still used by "events_starts_at_title_idx"; drop or change that first
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>, index_on<"title">> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<
          1, "events",
          create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                       column<"starts_at", timestamptz>, index_on<"title">, index_on<"starts_at", "title">>> {
};
struct m0002 : migration<2, "second thoughts", drop_column<"events", "starts_at", loses_data, irreversible>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
