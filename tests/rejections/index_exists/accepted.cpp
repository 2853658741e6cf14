// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"starts_at", timestamptz>,
                      named<"by_time", index_on<"starts_at">>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"release_at", timestamptz>,
                       named<"by_release", index_on<"release_at">>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001
    : migration<1, "events and lessons",
                create_table<"events", column<"id", uuid, primary_key>, column<"starts_at", timestamptz>,
                             named<"by_time", index_on<"starts_at">>>,
                create_table<"lessons", column<"id", uuid, primary_key>, column<"release_at", timestamptz>,
                             named<"by_release", index_on<"release_at">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
