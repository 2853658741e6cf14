// In the transaction of a migration an index is built while nobody can write.
// error: verdict::safe_form_not_alone<schema::verdict::table<
// error: {"events"}
// error: {"events_title_idx"}
// error: at_migration<2>
// error: put_it_alone_in_a_migration_of_its_own_or_assume_safe
// sentence: beside other operations "events_title_idx" keeps programs waiting
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"seats", integer, nullable>, index_on<"title">> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "titles are found", add_column<"events", column<"seats", integer, nullable>>,
                         create_index<"events", index_on<"title">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
