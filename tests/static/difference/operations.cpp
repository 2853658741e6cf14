// What a history lacks, as C++ to paste: applied to the history, it proves.
#include <catch2/catch.hpp>

#include <schema/difference.hpp>
#include <schema/lms.hpp>
#include <schema/schemas.hpp>
#include <schema/triggers.hpp>

namespace {

namespace app {
using namespace schema::dsl;

struct visibility : enumeration<"visibility", "public", "secret", "private"> {};
struct events : table<"events", column<"id", uuid, primary_key, default_expr<"gen_random_uuid()">>,
                      column<"name", text>, column<"visibility", visibility, default_to<"public">>> {};
struct lessons
    : table<"lessons", column<"id", bigint, identity, primary_key>,
            column<"event_id", uuid, nullable, references<"events", "id", on_delete::cascade>>,
            column<"heading", text, default_to<"say \"hi\"">>, column<"position", bigint, default_to<0>>,
            column<"release_at", timestamptz, default_expr<"now()">>, column<"until", timestamptz, nullable>,
            unique_on<"event_id", "position">,
            check<"lessons_access_window", "until IS NULL OR until >= release_at">,
            index_on<"event_id", desc("release_at"), where("until IS NULL")>> {};
struct notes : table<quoted<"Order Notes">, column<"id", bigint, identity, primary_key>,
                     column<"lesson_id", bigint, references<"lessons", "id", on_delete::cascade>>,
                     unique_index_on<expr("lower('A')"), desc("lesson_id"), where("id <> 3")>> {};

struct m1
    : migration<1, "start", create_enumeration<"visibility", "public", "private">,
                create_table<"events", column<"id", uuid, primary_key, default_expr<"gen_random_uuid()">>,
                             column<"name", text>,
                             column<"visibility", enumeration<"visibility">, default_to<"public">>>,
                create_table<"lessons", column<"id", bigint, identity, primary_key>,
                             column<"event_id", uuid, references<"events", "id", on_delete::cascade>>,
                             column<"position", integer, default_to<0>>,
                             column<"release_at", timestamptz, default_expr<"now()">>,
                             column<"until", timestamptz, nullable>, column<"old", bigint, unique>,
                             check<"lessons_access_window", "until IS NULL OR until > release_at">,
                             index_on<"event_id", desc("release_at"), where("until IS NULL")>>> {};
struct history : migrations<m1> {};
struct tables : schema::tables<lessons, visibility, events, notes> {};

// what the program prints for the two above; that no harm comes of it is for a person to say
struct m2
    : migration<2, "as printed", add_value<"visibility", "secret", before<"private">>,
                drop_constraint<"lessons", "lessons_access_window">,
                alter_column<"lessons", "event_id", drop_not_null>,
                add_column<"lessons", column<"heading", text, default_to<"say \"hi\"">>>,
                assume_safe<"few lessons", alter_column<"lessons", "position", set_type<bigint>>>,
                assume_safe<"few lessons", add_constraint<"lessons", unique_on<"event_id", "position">>>,
                assume_safe<"few lessons",
                            add_constraint<"lessons", named<"lessons_access_window",
                                                            check<"until IS NULL OR until >= release_at">>>>,
                create_table<quoted<"Order Notes">, column<"id", bigint, identity, primary_key>,
                             column<"lesson_id", bigint, references<"lessons", "id", on_delete::cascade>>,
                             unique_index_on<expr("lower('A')"), desc("lesson_id"), where("id <> 3")>>,
                drop_column<"lessons", "old", loses_data, irreversible>> {};
struct mended : migrations<m1, m2> {};
} // namespace app

TEST_CASE("every missing operation is told as C++, in an order that can be applied") {
  const std::vector<std::string> expected = {
      R"(add_value<"visibility", "secret", before<"private">>)",
      R"(drop_constraint<"lessons", "lessons_access_window">)",
      R"(alter_column<"lessons", "event_id", drop_not_null>)",
      R"(add_column<"lessons", column<"heading", text, default_to<"say \"hi\"">>>)",
      R"(alter_column<"lessons", "position", set_type<bigint>>)",
      R"(add_constraint<"lessons", unique_on<"event_id", "position">>)",
      R"(add_constraint<"lessons", named<"lessons_access_window", check<"until IS NULL OR until >= release_at">>>)",
      "create_table<quoted<\"Order Notes\">,\n"
      "    column<\"id\", bigint, identity, primary_key>,\n"
      "    column<\"lesson_id\", bigint, references<\"lessons\", \"id\", on_delete::cascade>>,\n"
      "    unique_index_on<expr(\"lower('A')\"), desc(\"lesson_id\"), where(\"id <> 3\")>>",
      R"(drop_column<"lessons", "old">)"};
  CHECK(schema::difference::missing_operations<app::history, app::tables>() == expected);
}

TEST_CASE("what was printed, pasted, proves") {
  STATIC_REQUIRE(schema::proven<app::mended, app::tables>);
  CHECK(schema::difference::missing_operations<app::mended, app::tables>().empty());
}

TEST_CASE("the LMS lacks nothing, and the LMS from nothing lacks its tables") {
  CHECK(schema::difference::missing_operations<lms::history, lms::tables>().empty());
  struct nothing : schema::dsl::migrations<> {};
  const auto missing = schema::difference::missing_operations<nothing, lms::tables>();
  CHECK(missing.size() == std::size_t(lms::tables::schema_table_count));
}

TEST_CASE("views go before what they read, and come when it stands") {
  namespace dsl = schema::dsl;
  struct t : dsl::table<"t", dsl::column<"id", dsl::text>, dsl::column<"more", dsl::text, dsl::nullable>> {};
  struct ids : dsl::view<"ids", "SELECT id, more FROM t"> {};
  struct fresh : dsl::view<"fresh", "SELECT id FROM ids"> {};
  struct before
      : dsl::migration<1, "t",
                       dsl::create_table<"t", dsl::column<"id", dsl::text>, dsl::column<"old", dsl::text>>,
                       dsl::create_view<"ids", "SELECT id, old FROM t">,
                       dsl::create_view<"stale", "SELECT id FROM ids">> {};
  struct history : dsl::migrations<before> {};
  struct tables : schema::tables<t, ids, fresh> {};
  const std::vector<std::string> expected{
      R"(drop_view<"stale">)",
      R"(// if it was renamed: rename_column<"t", "old", "more">, in place of)",
      R"(add_column<"t", column<"more", text, nullable>>)",
      R"(replace_view<"ids", "SELECT id, more FROM t">)",
      R"(create_view<"fresh", "SELECT id FROM ids">)",
      R"(drop_column<"t", "old">)"};
  CHECK(schema::difference::missing_operations<history, tables>() == expected);
}

TEST_CASE("a materialized view with another query, or kind, goes and comes with what reads it") {
  namespace dsl = schema::dsl;
  struct t : dsl::table<"t", dsl::column<"id", dsl::text>> {};
  struct kept : dsl::materialized_view<"kept", "SELECT lower(id) AS id FROM t", dsl::unique_index_on<"id">> {
  };
  struct ids : dsl::view<"ids", "SELECT id FROM kept"> {};
  struct turned : dsl::materialized_view<"turned", "SELECT id FROM t"> {};
  struct stays : dsl::materialized_view<"stays", "SELECT id FROM t", dsl::unique_index_on<"id">> {};
  struct before
      : dsl::migration<1, "t", dsl::create_table<"t", dsl::column<"id", dsl::text>>,
                       dsl::create_materialized_view<"kept", "SELECT id FROM t", dsl::unique_index_on<"id">>,
                       dsl::create_view<"ids", "SELECT id FROM kept">,
                       dsl::create_view<"turned", "SELECT id FROM t">,
                       dsl::create_materialized_view<"stays", "SELECT id FROM t", dsl::index_on<"id">>> {};
  struct history : dsl::postgresql_migrations<before> {};
  struct tables : schema::tables<t, kept, ids, turned, stays> {};
  const std::vector<std::string> expected{
      R"(drop_view<"turned">)",
      R"(drop_view<"ids">)",
      R"(drop_materialized_view<"kept">)",
      R"(create_materialized_view<"kept", "SELECT lower(id) AS id FROM t", unique_index_on<"id">>)",
      R"(create_view<"ids", "SELECT id FROM kept">)",
      R"(create_materialized_view<"turned", "SELECT id FROM t">)",
      R"(drop_index<"stays_id_idx">)",
      R"(create_index<"stays", unique_index_on<"id">>)"};
  CHECK(schema::difference::missing_operations<history, tables>() == expected);
}

TEST_CASE("functions and triggers come behind what they use, and go before it") {
  namespace dsl = schema::dsl;
  struct t : dsl::table<"t", dsl::column<"id", dsl::text>, dsl::column<"more", dsl::text, dsl::nullable>> {};
  struct f : dsl::function<"f", dsl::postgresql<"CREATE FUNCTION f() RETURNS trigger AS $$ \"x\" $$">,
                           dsl::uses<"t">> {};
  struct x
      : dsl::trigger<"x", "t", dsl::postgresql<"CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f()">,
                     dsl::sqlite<"">, dsl::calls<"f">, dsl::uses<"t", "id", "more">> {};
  using g = dsl::create_function<"g", dsl::postgresql<"CREATE FUNCTION g() RETURNS trigger AS ''">>;
  using table_before = dsl::create_table<"t", dsl::column<"id", dsl::text>, dsl::column<"old", dsl::text>>;
  struct before
      : dsl::migration<
            1, "t", table_before, g,
            dsl::create_function<"f", dsl::postgresql<"CREATE FUNCTION f() RETURNS trigger AS ''">>,
            dsl::create_trigger<
                "x", "t", dsl::postgresql<"CREATE TRIGGER x AFTER UPDATE OF old ON t EXECUTE FUNCTION g()">,
                dsl::sqlite<"">, dsl::calls<"g">, dsl::uses<"t", "old">>> {};
  struct history : dsl::migrations<before> {};
  struct only_tables : dsl::migration<1, "t", table_before> {};
  struct without : dsl::migrations<only_tables> {};
  struct tables : schema::tables<t, f, x> {};
  const std::string text =
      "\"f\",\n    postgresql<\"CREATE FUNCTION f() RETURNS trigger AS $$ \\\"x\\\" $$\">, uses<\"t\">>";
  const std::string trigger = "create_trigger<\"x\", \"t\",\n    postgresql<\"CREATE TRIGGER x AFTER INSERT "
                              "ON t EXECUTE FUNCTION f()\">,\n"
                              "    sqlite<\"\">, calls<\"f\">, uses<\"t\", \"id\", \"more\">>";
  const std::string renamed = R"(// if it was renamed: rename_column<"t", "old", "more">, in place of)",
                    added = R"(add_column<"t", column<"more", text, nullable>>)",
                    dropped = R"(drop_column<"t", "old">)";
  CHECK(schema::difference::missing_operations<history, tables>() ==
        std::vector<std::string>{R"(drop_trigger<"x">)", R"(drop_function<"g">)", renamed, added,
                                 "replace_function<" + text, trigger, dropped});
  CHECK(schema::difference::missing_operations<without, tables>() ==
        std::vector<std::string>{renamed, added, "create_function<" + text, trigger, dropped});
}

namespace {
namespace circle {
using namespace schema::dsl;

struct teams : table<"teams", column<"id", integer, primary_key>,
                     column<"captain_id", integer, references<"players", "id", initially_deferred>>> {};
struct players
    : table<"players", column<"id", integer, primary_key>,
            column<"team_id", integer, references<"teams", "id", on_delete::cascade, deferrable>>> {};
struct clubs : table<"clubs", column<"id", integer, primary_key>,
                     column<"team_id", integer, references<"teams", "id">>> {};
struct both : schema::tables<clubs, teams, players> {};
struct none : schema::tables<> {};
struct nothing : migrations<> {};

// as printed
struct m1
    : migration<
          1, "there", create_table<"clubs", column<"id", integer, primary_key>, column<"team_id", integer>>,
          create_table<"teams", column<"id", integer, primary_key>, column<"captain_id", integer>>,
          create_table<"players", column<"id", integer, primary_key>,
                       column<"team_id", integer, references<"teams", "id", on_delete::cascade, deferrable>>>,
          add_constraint<"clubs", foreign_key<columns<"team_id">, references_on<"teams", "id">>>,
          add_constraint<"teams", foreign_key<columns<"captain_id">,
                                              references_on<"players", "id", initially_deferred>>>> {};
struct there : migrations<m1> {};
struct m2 : migration<2, "and back", drop_table<"clubs", loses_data>,
                      drop_constraint<"players", "players_team_id_fkey">, drop_table<"teams", loses_data>,
                      drop_table<"players", loses_data>> {};
struct back : migrations<m1, m2> {};
} // namespace circle
} // namespace

TEST_CASE("tables in a circle come without the keys that close it, and go without them") {
  const std::vector<std::string> making = {
      "create_table<\"clubs\",\n    column<\"id\", integer, primary_key>,\n    column<\"team_id\", "
      "integer>>",
      "create_table<\"teams\",\n    column<\"id\", integer, primary_key>,\n    column<\"captain_id\", "
      "integer>>",
      "create_table<\"players\",\n    column<\"id\", integer, primary_key>,\n    column<\"team_id\", "
      "integer, "
      "references<\"teams\", \"id\", on_delete::cascade, deferrable>>>",
      R"(add_constraint<"clubs", foreign_key<columns<"team_id">, references_on<"teams", "id">>>)",
      R"(add_constraint<"teams", foreign_key<columns<"captain_id">, references_on<"players", "id", initially_deferred>>>)"};
  CHECK(schema::difference::missing_operations<circle::nothing, circle::both>() == making);
  STATIC_REQUIRE(schema::proven<circle::there, circle::both>);
  CHECK(schema::difference::missing_operations<circle::there, circle::both>().empty());
  const std::vector<std::string> dropping = {R"(drop_table<"clubs">)",
                                             R"(drop_constraint<"players", "players_team_id_fkey">)",
                                             R"(drop_table<"teams">)", R"(drop_table<"players">)"};
  CHECK(schema::difference::missing_operations<circle::there, circle::none>() == dropping);
  STATIC_REQUIRE(schema::proven<circle::back, circle::none>);
}

TEST_CASE("a possible rename of a label is told beside the addition") {
  namespace dsl = schema::dsl;
  struct now : dsl::enumeration<"kind", "a", "it's \"b\""> {};
  struct before : dsl::migration<1, "t", dsl::create_enumeration<"kind", "a", "b">> {};
  struct then : dsl::migration<2, "t", dsl::rename_value<"kind", "b", "it's \"b\"">> {};
  struct history : dsl::migrations<before> {};
  struct mended : dsl::migrations<before, then> {};
  struct tables : schema::tables<now> {};
  const auto missing = schema::difference::missing_operations<history, tables>();
  REQUIRE(missing.size() == 2);
  CHECK(missing[0] == R"(// if it was renamed: rename_value<"kind", "b", "it's \"b\"">, in place of)");
  CHECK(missing[1] == R"(add_value<"kind", "it's \"b\"">)");
  CHECK(schema::difference::missing_operations<mended, tables>().empty());
}

TEST_CASE("a possible rename is told beside the addition") {
  namespace dsl = schema::dsl;
  struct now : dsl::table<"t", dsl::column<"heading", dsl::text>> {};
  struct before : dsl::migration<1, "t", dsl::create_table<"t", dsl::column<"title", dsl::text>>> {};
  struct history : dsl::migrations<before> {};
  struct tables : schema::tables<now> {};
  const auto missing = schema::difference::missing_operations<history, tables>();
  REQUIRE(missing.size() == 3);
  CHECK(missing[0] == R"(// if it was renamed: rename_column<"t", "title", "heading">, in place of)");
  CHECK(missing[1] == R"(add_column<"t", column<"heading", text>>)");
  CHECK(missing[2] == R"(drop_column<"t", "title">)");
}

} // namespace

namespace {
namespace commented {
using namespace schema::dsl;

struct lessons
    : table<"lessons", comment<"what is \"taught\"">, column<"id", integer, primary_key>,
            column<"title", text, collate<"C">>, column<"slug", text>,
            column<"n", varchar<9>, nullable, collate<"de-x-icu", "NOCASE">, comment<"a number">>> {};
struct quizzes : table<"quizzes", column<"id", integer, primary_key, comment<"from 1">>, comment<"all">> {};
struct tables : schema::tables<lessons, quizzes> {};
struct m1
    : migration<
          1, "lessons",
          create_table<"lessons", column<"id", integer, primary_key>,
                       column<"title", text, comment<"on the cover">>, column<"slug", text, collate<"C">>>> {
};
struct history : migrations<m1> {};

// as printed
struct m2
    : migration<
          2, "as printed", set_comment<"lessons", "what is \"taught\"">,
          alter_column<"lessons", "title", set_collation<"C", "BINARY">>, set_comment<"lessons", "title", "">,
          alter_column<"lessons", "slug", drop_collation>,
          add_column<"lessons",
                     column<"n", varchar<9>, nullable, collate<"de-x-icu", "NOCASE">, comment<"a number">>>,
          create_table<"quizzes", column<"id", integer, primary_key, comment<"from 1">>, comment<"all">>> {};
struct mended : migrations<m1, m2> {};
} // namespace commented
} // namespace

TEST_CASE("comments and collations that are declared are set, others are taken away") {
  const std::vector<std::string> expected{
      R"(set_comment<"lessons", "what is \"taught\"">)",
      R"(alter_column<"lessons", "title", set_collation<"C", "BINARY">>)",
      R"(set_comment<"lessons", "title", "">)",
      R"(alter_column<"lessons", "slug", drop_collation>)",
      R"(add_column<"lessons", column<"n", varchar<9>, nullable, collate<"de-x-icu", "NOCASE">, comment<"a number">>>)",
      "create_table<\"quizzes\",\n"
      "    column<\"id\", integer, comment<\"from 1\">, primary_key>, comment<\"all\">>"};
  CHECK(schema::difference::missing_operations<commented::history, commented::tables>() == expected);
  STATIC_REQUIRE(schema::proven<commented::mended, commented::tables>);
}

TEST_CASE("numbers that begin elsewhere are told, and written with a column that comes") {
  namespace dsl = schema::dsl;
  using late = dsl::identity_options<dsl::start_with<1000>, dsl::cache<20>>;
  struct a : dsl::table<"a", dsl::column<"id", dsl::bigint, late, dsl::primary_key>> {};
  struct b : dsl::table<"b", dsl::column<"id", dsl::bigint, late, dsl::primary_key>> {};
  struct m1
      : dsl::migration<
            1, "a", dsl::create_table<"a", dsl::column<"id", dsl::bigint, dsl::identity, dsl::primary_key>>> {
  };
  struct history : dsl::migrations<m1> {};
  struct tables : schema::tables<a, b> {};
  const std::vector<std::string> expected{
      R"(// identity of "a" "id" differs: add a new column, or change the declaration)",
      "create_table<\"b\",\n    column<\"id\", bigint, identity_options<start_with<1000>, cache<20>>, "
      "primary_key>>"};
  CHECK(schema::difference::missing_operations<history, tables>() == expected);
}

namespace placed {
using namespace schema::dsl;

struct kind : enumeration<"audit.kind", "made", "gone"> {};
struct users : table<"users", column<"id", bigint, primary_key>> {};
struct event : table<"audit.event", column<"id", bigint, primary_key>, column<"kind", kind>,
                     column<"user_id", bigint, references<"users", "id">>, index_on<"user_id">> {};
struct recent : view<"audit.recent", "SELECT event.id FROM audit.event"> {};
struct m1
    : migration<1, "start", create_schema<"old">, create_table<"users", column<"id", bigint, primary_key>>,
                create_table<"old.event", column<"id", bigint, primary_key>, index_on<"id">>> {};
struct history : postgresql_migrations<m1> {};
struct tables : schema::tables<kind, users, event, recent> {};
struct m2
    : migration<2, "as printed", create_schema<"audit">, create_enumeration<"audit.kind", "made", "gone">,
                create_table<"audit.event", column<"id", bigint, primary_key>,
                             column<"kind", enumeration<"audit.kind">>,
                             column<"user_id", bigint, references<"users", "id">>, index_on<"user_id">>,
                create_view<"audit.recent", "SELECT event.id FROM audit.event">,
                drop_table<"old.event", loses_data>> {};
struct mended : postgresql_migrations<m1, m2> {};

struct same : table<"old.event", column<"id", bigint, primary_key>> {};
struct fewer : schema::tables<users, same> {};
} // namespace placed

TEST_CASE("what stands in schemas is named by pairs, and the schemas come first") {
  const std::vector<std::string> expected{
      R"(create_schema<"audit">)", R"(create_enumeration<"audit.kind", "made", "gone">)",
      "create_table<\"audit.event\",\n    column<\"id\", bigint, primary_key>,\n    column<\"kind\", "
      "enumeration<\"audit.kind\">>,\n    column<\"user_id\", bigint, references<\"users\", \"id\">>,\n    "
      "index_on<\"user_id\">>",
      R"(create_view<"audit.recent", "SELECT event.id FROM audit.event">)", R"(drop_table<"old.event">)"};
  CHECK(schema::difference::missing_operations<placed::history, placed::tables>() == expected);
  STATIC_REQUIRE(schema::proven<placed::mended, placed::tables>);
  CHECK(schema::difference::missing_operations<placed::history, placed::fewer>() ==
        std::vector<std::string>{R"(drop_index<"old.event_id_idx">)"});
}
