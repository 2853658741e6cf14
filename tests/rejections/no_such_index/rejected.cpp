// An index is dropped under a name it does not have.
// error: verdict::no_such_index<schema::verdict::name<
// error: {"events_title_index"}
// error: did_you_mean<
// error: {"events_title_idx"}
// error: at_migration<2>
// sentence: migration 2: there is no index "events_title_index"; did you mean "events_title_idx"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<
          1, "events",
          create_table<"events", column<"id", uuid, primary_key>, column<"title", text>, index_on<"title">>> {
};
struct m0002 : migration<2, "second thoughts", drop_index<"events_title_index">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
