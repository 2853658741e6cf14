// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_size", bigint, generated<"length(email)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_size", integer, generated<"length(email)">>>> {};
struct m0002
    : migration<
          2, "longer addresses", drop_column<"members", "email_size">,
          assume_safe<"few members",
                      add_column<"members", column<"email_size", bigint, generated<"length(email)">>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
