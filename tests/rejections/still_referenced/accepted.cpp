// The accepted twin of rejected.cpp.
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
struct m0002
    : migration<2, "second thoughts", assume_safe<"few events", drop_index<"events_starts_at_title_idx">>,
                drop_column<"events", "starts_at", loses_data, irreversible>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
