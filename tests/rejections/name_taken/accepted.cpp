// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct learners : table<"learners", column<"id", uuid, primary_key>, column<"email", text>,
                        named<"learners_by_email", index_on<"email">>> {};
struct learners_email_key : table<"learners_email_key", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<learners, learners_email_key> {};

struct m0001 : migration<1, "learners",
                         create_table<"learners", column<"id", uuid, primary_key>, column<"email", text>>,
                         create_table<"learners_email_key", column<"id", uuid, primary_key>>,
                         create_index<"learners", named<"learners_by_email", index_on<"email">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
