// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct uploads : table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                       check<"uploads_check", "milliseconds <= CAST(1000 AS bigint) * 60 * 60 * 24 * 30">> {};
struct tables : schema::tables<uploads> {};

struct m0001
    : migration<
          1, "uploads",
          create_table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                       check<"uploads_check", "milliseconds <= CAST(1000 AS bigint) * 60 * 60 * 24 * 30">>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
