// Schemas besides the default one: they stand or do not, and what stands in one has names of its own.
#include <tests/static/model/folded.hpp>

#include <schema/dialect/declared.hpp>
#include <schema/schemas.hpp>
#include <schema/triggers.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using plain = create_table<"event", column<"id", integer, primary_key>>;
using placed = create_table<"audit.event", column<"id", integer, primary_key>, column<"what", text, unique>,
                            index_on<"what">, named<"by_id", index_on<"id", "what">>>;
struct m0001 : migration<1, "one", plain, create_schema<"audit">, placed> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : postgresql_migrations<m0001, then<Operations...>> {};
template <class... Operations> struct alone : postgresql_migrations<then<Operations...>> {};
template <class... Operations> struct both : migrations<then<Operations...>> {};
template <class... Operations> constexpr const schema::finding& found_by() {
  return schema::history_fault_of<after<Operations...>>;
}
template <class... Operations> constexpr rule broken_by() { return found_by<Operations...>().broken; }
template <class Operation> using meant = assume_safe<"a test", Operation>;
using id = column<"id", integer, primary_key>;

struct event : table<"event", id> {};
struct audit_event : table<"audit.event", id, column<"what", text, unique>, index_on<"what">,
                           named<"by_id", index_on<"id", "what">>> {};
template <class... Tables> struct declared : schema::tables<event, Tables...> {};

/// Whether data statements are sound behind m0001.
template <schema::fixed_string Sql> constexpr rule data_breaks() { return broken_by<data<Sql>>(); }

} // namespace

TEST_CASE("a schema is made once, and goes when it is empty") {
  static_assert(broken_by<>() == rule::none);
  static_assert(broken_by<create_schema<"audit">>() == rule::schema_exists);
  static_assert(broken_by<create_schema<"public">>() == rule::schema_exists);
  static_assert(broken_by<create_schema<"other">, drop_schema<"other">>() == rule::none);
  static_assert(broken_by<create_schema<"other">, drop_schema<"other">, drop_schema<"other">>() ==
                rule::no_such_schema);
  static_assert(broken_by<create_schema<"Audit">>() == rule::name_refused);
  static_assert(broken_by<create_schema<quoted<"Audit">>>() == rule::name_refused);
  static_assert(broken_by<create_schema<"pg_audit">>() == rule::name_refused);
  static_assert(broken_by<create_schema<"a.b">>() == rule::name_refused);
  static_assert(broken_by<drop_schema<"audit">>() == rule::still_referenced);
  static_assert(found_by<drop_schema<"audit">>().other.view() == "audit.event");
  static_assert(found_by<drop_schema<"audits">>().hint.view() == "audit");
  static_assert(broken_by<drop_table<"audit.event", loses_data>, drop_schema<"audit">>() == rule::none);
  static_assert(broken_by<drop_table<"audit.event", loses_data>, create_enumeration<"audit.kind", "a">,
                          drop_schema<"audit">>() == rule::still_referenced);
  SUCCEED();
}

TEST_CASE("it stands between two instants") {
  using history =
      after<create_schema<"other">, meant<rename_table<"audit.event", "other.event">>, drop_schema<"audit">>;
  constexpr auto at = [](const char* name, schema::u32 instant) {
    return schema::schema_at(schema::timeline_of<history>, schema::hash_name(name), instant);
  };
  static_assert(schema::timeline_of<history>.found.is_sound());
  static_assert(at("audit", 1) == 0 && at("audit", 2) == 2 && at("audit", 5) == 2 && at("audit", 6) == 0);
  static_assert(at("other", 3) == 0 && at("other", 6) == 4);
  SUCCEED();
}

TEST_CASE("a name in a schema is a pair of plain names") {
  static_assert(broken_by<create_table<".event", id>>() == rule::name_refused);
  static_assert(broken_by<create_table<"audit.", id>>() == rule::name_refused);
  static_assert(broken_by<create_table<"main.audit.event", id>>() == rule::name_refused);
  static_assert(broken_by<create_table<"audit.Event", id>>() == rule::name_refused);
  static_assert(broken_by<create_table<"audit.1st", id>>() == rule::name_refused);
  static_assert(broken_by<create_table<quoted<"audit.other">, id>>() == rule::none); // one name with a dot
  static_assert(broken_by<create_table<quoted<"audit.event">, id>>() == rule::none);
  static_assert(broken_by<create_table<"t", column<"a.b", integer, primary_key>>>() == rule::name_refused);
  static_assert(broken_by<create_function<"audit.f", postgresql<"CREATE FUNCTION audit.f() RETURNS integer "
                                                                "LANGUAGE sql AS 'SELECT 1'">>>() ==
                rule::name_refused);
  SUCCEED();
}

TEST_CASE("what is not there is told with its schema, or with the nearest one") {
  static_assert(broken_by<create_table<"audits.event", id>>() == rule::no_such_schema);
  static_assert(found_by<create_table<"audits.event", id>>().hint.view() == "audit");
  static_assert(broken_by<add_column<"audits.event", column<"n", integer, nullable>>>() ==
                rule::no_such_schema);
  static_assert(broken_by<add_column<"audit.events", column<"n", integer, nullable>>>() ==
                rule::no_such_table);
  static_assert(found_by<add_column<"audit.events", column<"n", integer, nullable>>>().hint.view() ==
                "audit.event");
  static_assert(broken_by<create_table<"t", id, column<"e", integer, references<"audits.event", "id">>>>() ==
                rule::no_such_schema);
  static_assert(broken_by<create_table<"t", id, column<"e", enumeration<"audits.kind">>>>() ==
                rule::no_such_schema);
  static_assert(broken_by<create_enumeration<"audits.kind", "a">>() == rule::no_such_schema);
  static_assert(broken_by<meant<drop_index<"audits.by_id">>>() == rule::no_such_schema);
  static_assert(broken_by<meant<drop_index<"by_id">>>() == rule::no_such_index);
  static_assert(found_by<meant<drop_index<"by_id">>>().hint.view() == "audit.by_id");
  static_assert(broken_by<create_view<"audits.v", "SELECT id FROM event">>() == rule::no_such_schema);
  static_assert(broken_by<meant<drop_view<"audits.v">>>() == rule::no_such_schema);
  static_assert(broken_by<meant<rename_table<"event", "audits.event">>>() == rule::no_such_schema);
  SUCCEED();
}

TEST_CASE("names are taken within their schema") {
  static_assert(broken_by<placed>() == rule::table_exists);
  static_assert(broken_by<create_table<"audit.by_id", id>>() == rule::name_taken);
  static_assert(broken_by<create_table<"audit.event_pkey", id>>() == rule::name_taken);
  static_assert(broken_by<create_table<"by_id", id>>() == rule::none);
  static_assert(broken_by<create_enumeration<"audit.event", "a">>() == rule::name_taken);
  static_assert(broken_by<create_enumeration<"audit.kind", "a">>() == rule::none);
  static_assert(broken_by<meant<create_index<"event", named<"by_id", index_on<"id">>>>>() == rule::none);
  static_assert(broken_by<meant<create_index<"audit.event", named<"by_id", index_on<"id">>>>>() ==
                rule::index_exists);
  static_assert(broken_by<add_constraint<"audit.event", named<"event_pkey", check<"id > 0">>>>() ==
                rule::constraint_exists);
  SUCCEED();
}

TEST_CASE("an index is named with its schema, and stays in it") {
  static_assert(broken_by<rename_index<"audit.by_id", "audit.by_number">>() == rule::none);
  static_assert(broken_by<rename_index<"audit.by_id", "by_number">>() == rule::name_refused);
  static_assert(found_by<rename_index<"audit.by_id", "by_number">>().hint.view() == "audit.by_number");
  static_assert(broken_by<rename_index<"audit.by_id", "audit.event_what_idx">>() == rule::index_exists);
  static_assert(
      broken_by<rename_index<"audit.by_id", "audit.by_number">, meant<drop_index<"audit.by_number">>>() ==
      rule::none);
  static_assert(broken_by<rename_constraint<"audit.event", "event_what_key", "one">,
                          meant<drop_constraint<"audit.event", "one">>>() == rule::none);
  static_assert(broken_by<rename_constraint<"audit.event", "event_what_key", "audit.one">>() ==
                rule::name_refused);
  SUCCEED();
}

TEST_CASE("a table moves with all that is its own, or is renamed") {
  using moved = meant<rename_table<"audit.event", "other.event">>;
  static_assert(broken_by<create_schema<"other">, moved, meant<drop_index<"other.by_id">>,
                          meant<drop_index<"other.event_what_idx">>,
                          meant<drop_constraint<"other.event", "event_what_key">>>() == rule::none);
  static_assert(broken_by<create_schema<"other">, moved, meant<drop_index<"audit.by_id">>>() ==
                rule::no_such_index);
  static_assert(broken_by<create_schema<"other">, meant<rename_table<"audit.event", "other.happening">>>() ==
                rule::moved_and_renamed);
  static_assert(broken_by<create_schema<"other">, create_table<"other.by_id", id>, moved>() ==
                rule::name_taken);
  static_assert(broken_by<meant<rename_table<"audit.event", "event">>>() == rule::table_exists);
  static_assert(
      broken_by<meant<rename_table<"event", "gone">>, meant<rename_table<"audit.event", "event">>>() ==
      rule::none);
  static_assert(broken_by<drop_table<"event", loses_data>, meant<rename_table<"audit.event", "event">>,
                          meant<drop_index<"by_id">>>() == rule::none);
  static_assert(broken_by<meant<rename_table<"audit.event", "audit.happening">>,
                          meant<drop_index<"audit.happening_what_idx">>>() == rule::none);
  static_assert(broken_by<rename_table<"audit.event", "audit.happening">>() == rule::breaks_running_programs);
  SUCCEED();
}

TEST_CASE("SQL names tables by pairs") {
  static_assert(data_breaks<"INSERT INTO audit.event (id, what) SELECT id, 'a' FROM event">() == rule::none);
  static_assert(data_breaks<"INSERT INTO \"audit\".\"event\" (id, what) VALUES (1, 'a')">() == rule::none);
  static_assert(data_breaks<"UPDATE AUDIT.Event SET what = event.what || 'a'">() == rule::none);
  static_assert(data_breaks<"UPDATE audit.event AS e SET what = e.what WHERE e.id = 1">() == rule::none);
  static_assert(data_breaks<"UPDATE audit.event AS e SET what = event.what">() == rule::no_such_table);
  static_assert(data_breaks<"DELETE FROM audit.event WHERE id IN (SELECT event.id FROM event)">() ==
                rule::none);
  static_assert(data_breaks<"UPDATE event SET id = 1 WHERE event.what = 'a'">() == rule::no_such_column);
  static_assert(data_breaks<"UPDATE audit.event SET whats = 'a'">() == rule::no_such_column);
  static_assert(data_breaks<"DELETE FROM \"Audit\".event">() != rule::none);
  static_assert(data_breaks<"DELETE FROM \"audit.event\"">() == rule::no_such_table);
  static_assert(data_breaks<"DELETE FROM audit.events">() == rule::no_such_table);
  static_assert(found_by<data<"DELETE FROM audit.events">>().hint.view() == "audit.event");
  static_assert(data_breaks<"DELETE FROM audits.event">() == rule::no_such_schema);
  static_assert(data_breaks<"DELETE FROM audit . event">() == rule::syntax_error);
  static_assert(data_breaks<"DELETE FROM main.audit.event">() == rule::syntax_error);
  static_assert(data_breaks<"UPDATE audit.event SET what = 'a' WHERE audit.event.id = 1">() ==
                rule::syntax_error); // event.id says the same
  SUCCEED();
}

TEST_CASE("triggers stand on tables in schemas, and their texts name them") {
  using f = create_function<"f",
                            postgresql<"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                       "BEGIN DELETE FROM audit.event; RETURN NEW; END $$">,
                            uses<"audit.event">>;
  using undeclared = create_function<"f", postgresql<"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql "
                                                     "AS $$ BEGIN DELETE FROM audit.event; RETURN NEW; END "
                                                     "$$">>;
  static_assert(broken_by<f>() == rule::none);
  static_assert(broken_by<undeclared>() == rule::use_not_declared);
  static_assert(
      broken_by<f, create_trigger<"t", "audit.event",
                                  postgresql<"CREATE TRIGGER t BEFORE INSERT ON audit.event FOR EACH ROW "
                                             "EXECUTE FUNCTION f()">,
                                  sqlite<"">, calls<"f">, uses<"audit.event">>>() == rule::none);
  static_assert(
      broken_by<f, create_trigger<"t", "audit.event",
                                  postgresql<"CREATE TRIGGER t BEFORE INSERT ON event FOR EACH ROW EXECUTE "
                                             "FUNCTION f()">,
                                  sqlite<"">, calls<"f">, uses<"audit.event">>>() ==
      rule::text_makes_another);
  static_assert(broken_by<f, drop_table<"audit.event", loses_data>>() == rule::still_referenced);
  static_assert(broken_by<f, meant<rename_table<"audit.event", "audit.happening">>>() ==
                rule::still_referenced);
  SUCCEED();
}

TEST_CASE("the tables say where they are; an empty schema is nobody's concern") {
  static_assert(schema::proven<after<>, declared<audit_event>>);
  static_assert(schema::agrees<after<>, declared<audit_event>>);
  static_assert(schema::proven<after<create_schema<"other">>, declared<audit_event>>);
  static_assert(schema::proof<after<>, declared<>>::first.broken == rule::tables_lack_table);
  static_assert(schema::proof<alone<plain>, declared<audit_event>>::first.broken ==
                rule::history_lacks_table);
  static_assert(
      schema::proof<after<rename_index<"audit.by_id", "audit.by">>, declared<audit_event>>::first.broken ==
      rule::history_lacks_index);
  SUCCEED();
}

TEST_CASE("SQLite has none") {
  static_assert(schema::history_fault_of<both<create_schema<"audit">>>.broken == rule::not_on_sqlite);
  static_assert(schema::history_fault_of<both<placed>>.broken == rule::not_on_sqlite);
  static_assert(schema::history_fault_of<both<plain, meant<rename_table<"event", "audit.event">>>>.broken ==
                rule::not_on_sqlite);
  SUCCEED();
}

TEST_CASE("declared tables begin with the schemas that they name") {
  const auto& script = schema::declared_script_of<declared<audit_event>, schema::backend::postgresql>;
  CHECK(std::string(script.statements[0].sql) == "CREATE SCHEMA \"audit\"");
  CHECK(std::string(script.statements[2].sql).substr(0, 30) == "CREATE TABLE \"audit\".\"event\" (");
}
