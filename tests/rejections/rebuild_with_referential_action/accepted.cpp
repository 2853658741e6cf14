// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", varchar<80>>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>,
                       column<"event_id", uuid, references<"events", "id", on_delete::cascade>>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001
    : migration<1, "events and lessons",
                create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>,
                create_table<"lessons", column<"id", uuid, primary_key>,
                             column<"event_id", uuid, references<"events", "id", on_delete::cascade>>>> {};
struct m0002 : migration<2, "long titles go", data<"DELETE FROM events WHERE char_length(title) > 80">> {};
struct m0003
    : migration<
          3, "short titles",
          assume_safe<"few events", alter_column<"events", "title", set_type<varchar<80>, loses_data>>>> {};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
