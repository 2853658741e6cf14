// A text for a number.
// error: verdict::seed_value_not_of_type<
// error: seeds/base/lessons.csv:3:3
// error: {"position"}
// error: {"second"}
// error: {"integer"}
// error: write_a_value_of_that_type
// sentence: seeds/base/lessons.csv:3:3: "lessons": "position" takes "integer", which this is none of (the
// cell is 'second')
#include <schema/dsl.hpp>
#include <schema/seed/proof.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"kind", "public", "private"> {};
struct events : table<"events", column<"id", bigint, primary_key>, column<"slug", varchar<8>, unique>,
                      column<"kind", kind, default_to<"public">>, column<"starts_at", timestamptz, nullable>,
                      column<"ends_at", timestamptz, default_expr<"now()">>, check<"ends_at > starts_at">> {};
struct lessons
    : table<"lessons", column<"event_id", bigint, references<"events", "id">>,
            column<"position", integer, check<"position > 0">>, column<"secret", text, nullable>,
            column<"after", integer, generated<"position + 1">>, primary_key_on<"event_id", "position">> {};
struct notes : table<"notes", column<"line", text>> {};
struct tables : schema::tables<kind, events, lessons, notes> {};

struct base {
  static constexpr schema::text_view seed_name = "base";
  static constexpr schema::seed::seed_constant seed_files[] = {
      {"seeds/base/events.csv", "id,slug,kind,starts_at,ends_at\n"
                                "1,one,public,@now-3d,@now\n"
                                "2,two,private,,@now\n"},
      {"seeds/base/lessons.csv", "event_id,position\n"
                                 "1,1\n"
                                 "1,second\n"},
  };
};
} // namespace app

static_assert(schema::seeds_fit<app::tables, app::base>);
