// Locks and rewrites are true: every operation is carried out on PostgreSQL in a transaction of its own, up
// and down, and the strongest lock on every table that stood, whether its file changed and whether its rows
// were read are what dialect/table_work.hpp says. Random histories bring every kind of operation together.
#include <tests/differential/generated_history.hpp>
#include <tests/differential/setting.hpp>
#include <tests/runtime/database.hpp>

#include <schema/dialect/table_work.hpp>
#include <schema/lms.hpp>
#include <schema/runtime.hpp>
#include <schema/schemas.hpp>
#include <schema/triggers.hpp>

#include <set>

namespace {

using schema::operation_kind;
using schema::u32;

constexpr const char* lock_names[] = {
    "none",      "AccessShareLock",       "RowShareLock",  "RowExclusiveLock",   "ShareUpdateExclusiveLock",
    "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"};

struct found_work {
  std::string file;
  int lock{};  ///< place in lock_names
  int scans{}; ///< since the session last told its statistics
};

/// The tables and materialized views that stand, by their oid.
std::map<std::string, std::string> tables_of(soci::session& session) {
  std::map<std::string, std::string> tables;
  for (const auto& row : schema::native::query(
           session,
           "SELECT CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || relname, c.oid FROM "
           "pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'm') AND "
           "nspname !~ '^(pg_|information_schema$)'"))
    tables[*row[0]] = *row[1];
  return tables;
}

found_work work_of(soci::session& session, const std::string& oid) {
  found_work found;
  found.file = test::value(session, "SELECT relfilenode FROM pg_class WHERE oid = " + oid);
  found.scans = std::stoi(test::value(session, "SELECT coalesce(pg_stat_get_xact_numscans(" + oid + "), 0)"));
  for (const auto& row : schema::native::query(
           session, "SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = " + oid))
    for (int i = 1; i < int(std::size(lock_names)); ++i)
      if (*row[0] == lock_names[i] && i > found.lock) found.lock = i;
  return found;
}

/// What was found to differ, and how often each kind of operation was carried out.
struct report {
  std::map<std::pair<int, bool>, int> kinds;
  int compared{}, rewrites{}, scans{}, failures{};
};

/// Carries out the operations of one migration in one direction, each by itself.
template <class Line>
void carry_out(soci::session& session, const Line& line, u32 migration, const schema::script_text& script,
               bool down, report& out) {
  for (u32 s = 0; s < script.count;) {
    const schema::u16 ordinal = script.statements[s].operation;
    u32 at = line.last_instants[migration] + 1;
    while (line.instants[at].ordinal != ordinal) ++at;
    const schema::change c = schema::change_of(at, down);
    const operation_kind kind = line.instants[at].done->kind;
    const auto tables = tables_of(session);
    schema::native::run(session, "BEGIN");
    std::map<std::string, found_work> before;
    for (const auto& [name, oid] : tables) before[name] = work_of(session, oid);
    std::string sql;
    for (; s < script.count && script.statements[s].operation == ordinal; ++s) {
      if (!schema::runs(script.statements[s].role, false)) continue;
      const std::string_view statement = script.statements[s].sql;
      sql.append(statement).append("; ");
      schema::native::run(session, statement);
    }
    ++out.kinds[{int(kind), down}];
    for (schema::table_id t = 0; t < line.table_count; ++t) {
      const bool is_kept = schema::folding::is_materialized(line, t);
      if (!line.tables[t].alive.holds(c.from) || (line.tables[t].is_view && !is_kept)) continue;
      const std::string name(line.table_name(t, c.from)->view());
      const found_work found = work_of(session, tables.at(name));
      const schema::table_work told = schema::work_on(line, t, c);
      const bool stays = line.tables[t].alive.holds(c.to);
      const bool scanned = found.scans > before.at(name).scans;
      const bool rewritten = stays && found.file != before.at(name).file;
      // Rows are changed: that an index helps to find them, or that others are read, is no fault; a view
      // locks what it reads as a query does, and a materialized one reads it.
      const bool is_data = kind == operation_kind::data;
      const bool is_view = kind == operation_kind::create_view || kind == operation_kind::replace_view ||
                           kind == operation_kind::drop_view || kind == operation_kind::refresh_view;
      const schema::table_lock lets = is_data   ? schema::table_lock::row_exclusive
                                      : is_view ? schema::table_lock::access_share
                                                : schema::table_lock::none;
      const bool lock_differs =
          told.lock == schema::table_lock::none ? found.lock > int(lets) : found.lock != int(told.lock);
      ++out.compared;
      out.rewrites += rewritten;
      out.scans += scanned;
      if (kind == operation_kind::execute) continue;
      const bool may_scan = is_data || is_view || (is_kept && kind == operation_kind::add_value);
      if ((lock_differs || rewritten != told.rewrites || (!may_scan && scanned != told.scans)) &&
          ++out.failures <= 10)
        UNSCOPED_INFO(sql << "\n  on " << name << ": " << lock_names[found.lock]
                          << (rewritten ? ", written anew" : "") << (scanned ? ", read" : "")
                          << "; told: " << lock_names[int(told.lock)]
                          << (told.rewrites ? ", written anew" : "") << (told.scans ? ", read" : ""));
    }
    schema::native::run(session, "COMMIT");
  }
}

template <class Line>
void there_and_back(soci::session& session, const Line& line, const schema::program& program, report& out) {
  schema::native::run(session, "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA "
                               "public");
  u32 done = 0;
  for (; done < program.count; ++done) carry_out(session, line, done, program.steps[done].up, false, out);
  while (done > 0 && !program.steps[done - 1].down.irreversible) {
    --done;
    carry_out(session, line, done, program.steps[done].down, true, out);
  }
}

/// A history made by hand, of plain values.
struct made_history {
  std::vector<std::vector<const schema::operation*>> lists;
  std::vector<schema::migration_definition> definitions;
  std::vector<const schema::migration_definition*> pointers;
  std::unique_ptr<test::fuzzed_timeline> folded = std::make_unique<test::fuzzed_timeline>();

  explicit made_history(std::vector<std::vector<const schema::operation*>> operations)
      : lists(std::move(operations)) {
    for (const auto& list : lists)
      definitions.push_back({.version = definitions.size() + 1,
                             .operations = list.data(),
                             .operation_count = schema::u16(list.size())});
    for (const auto& definition : definitions) pointers.push_back(&definition);
    schema::fold_migrations(*folded, pointers.data(), size());
  }
  const test::fuzzed_timeline& line() const { return *folded; }
  const schema::migration_definition* const* migrations() const { return pointers.data(); }
  u32 size() const { return u32(definitions.size()); }
};

} // namespace

TEST_CASE("the lock of every operation is the one that PostgreSQL takes, and what it writes anew and reads") {
  if (!test::postgresql_database::available()) return;
  const std::size_t wanted = test::setting("SCHEMA_LOCKS_COUNT", 25);
  const std::size_t first = test::setting("SCHEMA_LOCKS_SEED", 1);
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  for (std::size_t seed = first; seed < first + wanted; ++seed) {
    test::generated_history history(seed, "the test looks at each operation by itself");
    history.grow(30);
    const test::rendered_history rendered(history, schema::backend::postgresql);
    there_and_back(connection.session(), history.line(), rendered.program(), out);
  }
  fmt::print("{} tables under an operation: {} written anew, {} read\n", out.compared, out.rewrites,
             out.scans);
  CHECK(out.failures == 0);
  for (int kind = 0; kind <= int(operation_kind::alter_constraint); ++kind)
    for (const bool down : {false, true}) {
      if (kind == int(operation_kind::data) || kind == int(operation_kind::execute)) continue;
      CAPTURE(kind, down);
      CHECK(out.kinds[{kind, down}] > 0);
    }
}

namespace {

using namespace schema::dsl;

/// One operation of its own after a table with what it works on.
template <class... Operations> made_history made_of() {
  std::vector<std::vector<const schema::operation*>> lists;
  (lists.push_back({&Operations::schema_definition}), ...);
  return made_history(std::move(lists));
}

template <class Operation> using alone = assume_safe<"the test looks at each operation by itself", Operation>;

using parents =
    create_table<"parents", column<"id", bigint, primary_key>, column<"code", varchar<20>, unique>,
                 column<"amount", numeric<8, 2, on_sqlite<real>>, unique>>;
using children =
    create_table<"children", column<"id", bigint, primary_key>,
                 column<"code", varchar<20>, nullable, references<"parents", "code">>,
                 column<"amount", numeric<8, 2, on_sqlite<real>>, nullable, references<"parents", "amount">>,
                 column<"note", varchar<20>, nullable, check<"length(note) > 0">>,
                 column<"word", varchar<20>, nullable>, column<"plain", varchar<20>, nullable>,
                 column<"day", timestamp, nullable>, column<"n", integer, nullable>,
                 index_on<"word", where("word > ''")>, index_on<"plain">>;

} // namespace

TEST_CASE("what hangs on a column whose type changes, and what proves that it holds no NULL") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  const auto run = [&](const made_history& history) {
    const schema::finding& fault = history.line().found;
    INFO(int(fault.broken) << " " << std::string_view(fault.path().view()));
    REQUIRE(fault.is_sound());
    const test::rendered_history rendered(history, schema::backend::postgresql);
    there_and_back(connection.session(), history.line(), rendered.program(), out);
  };
  run(made_of<parents, children,                                              //
              alone<alter_column<"children", "code", set_type<varchar<40>>>>, // a foreign key's own side
              alone<alter_column<"parents", "code", set_type<varchar<30>>>>,  // the side it refers to
              alone<alter_column<"parents", "amount", set_type<numeric<9, 2, on_sqlite<real>>>>>,
              alone<alter_column<"children", "amount", set_type<numeric<9, 3, on_sqlite<real>>>>>,
              alone<alter_column<"children", "note", set_type<text>>>,        // a CHECK
              alone<alter_column<"children", "word", set_type<varchar<30>>>>, // an index with a predicate
              alone<alter_column<"children", "plain", set_type<text>>>,       // an index of columns
              alone<alter_column<"children", "plain",
                                 set_type<varchar<20>, conversion<"(plain)">, reverse_conversion<"plain">>>>,
              alone<alter_column<"children", "n",
                                 set_type<integer, conversion<"n * 2">, reverse_conversion<"n / 2">>>>>());
  run(made_of<
      parents, children, //
      alone<alter_column<"children", "n", set_not_null>>, alone<alter_column<"children", "n", drop_not_null>>,
      alone<add_constraint<"children", check<"there", "(n IS NOT NULL) AND word <> 'x'">>>,
      alone<alter_column<"children", "n", set_not_null>>, alone<alter_column<"children", "n", drop_not_null>>,
      alone<drop_constraint<"children", "there">>,
      alone<add_constraint<"children", check<"or", "n IS NOT NULL OR word <> 'x'">>>,
      alone<alter_column<"children", "n", set_not_null>>>());
  CHECK(out.failures == 0);
}

TEST_CASE("a constraint that is not valid, and its proof") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  const made_history history = made_of<
      parents, children, add_constraint<"children", not_valid<check<"some", "n > 0">>>,
      add_constraint<"children", not_valid<check<"there", "n IS NOT NULL">>>,
      add_constraint<"children",
                     not_valid<named<"key", foreign_key<columns<"word">, references_on<"parents", "code">>>>>,
      alone<alter_column<"children", "n", set_type<bigint>>>, // the CHECK is made again, and not asked
      alone<alter_column<"children", "n", set_not_null>>,     // nothing is proven yet
      alone<alter_column<"children", "n", drop_not_null>>,    //
      validate_constraint<"children", "there">,               //
      alone<alter_column<"children", "n", set_not_null>>,     // by the CHECK
      validate_constraint<"children", "some">, validate_constraint<"children", "key">,
      alter_constraint<"children", "key", deferrable>, drop_constraint<"children", "some">>();
  REQUIRE(history.line().found.is_sound());
  const test::rendered_history rendered(history, schema::backend::postgresql);
  report out;
  there_and_back(connection.session(), history.line(), rendered.program(), out);
  CHECK(out.kinds[{int(operation_kind::validate_constraint), true}] == 3);
  CHECK(out.failures == 0);
}

TEST_CASE("a collation builds what is in its order again, and reads what compares by it") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  const auto history =
      made_of<parents, children, alone<alter_column<"children", "plain", set_collation<"C">>>, // an index
              alone<alter_column<"children", "word", set_collation<"POSIX">>>, // one with a predicate
              alone<alter_column<"children", "note", set_collation<"C">>>,     // a CHECK
              alone<alter_column<"children", "note", set_type<varchar<40>>>>,  // it stays
              alone<alter_column<"children", "note", set_type<text>, set_collation<"ucs_basic", "BINARY">>>,
              alone<alter_column<"parents", "code", set_collation<"C">>>, // a key that another table refers
                                                                          // to
              alone<alter_column<"children", "code", set_collation<"C">>>,
              alone<add_column<"children", column<"more", text, nullable, collate<"C">>>>,
              alone<alter_column<"children", "more", set_collation<"POSIX">>>, // nothing
              alone<alter_column<"children", "more", drop_collation>>,
              alone<create_index<"children", index_on<"n", include("more")>>>,
              alone<alter_column<"children", "more", set_collation<"C">>>>(); // an index that includes it
  REQUIRE(history.line().found.is_sound());
  const test::rendered_history rendered(history, schema::backend::postgresql);
  there_and_back(connection.session(), history.line(), rendered.program(), out);
  CHECK(out.failures == 0);
  CHECK(out.scans > 10);
}

TEST_CASE("comments keep nobody from rows") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  const auto history = made_of<parents, children, set_comment<"children", "of parents">,
                               set_comment<"children", "n", "how many">, set_comment<"children", "n", "">>();
  REQUIRE(history.line().found.is_sound());
  const test::rendered_history rendered(history, schema::backend::postgresql);
  there_and_back(connection.session(), history.line(), rendered.program(), out);
  CHECK(out.failures == 0);
  CHECK(out.kinds[{int(operation_kind::set_comment), false}] == 3);
  CHECK(out.kinds[{int(operation_kind::set_comment), true}] == 3);
}

TEST_CASE("triggers come under a lock that stops writers, and go under one that stops all") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  const made_history history = made_of<
      create_table<"t", column<"id", bigint, primary_key>, column<"n", integer>>,
      create_table<"u", column<"id", bigint, primary_key>>,
      create_function<
          "f", postgresql<"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; "
                          "END $$">>,
      create_trigger<
          "t_f", "t",
          postgresql<"CREATE TRIGGER t_f BEFORE UPDATE OF n ON t FOR EACH ROW EXECUTE FUNCTION f()">,
          sqlite<"">, calls<"f">, uses<"t", "n">>,
      create_trigger<"u_f", "u",
                     postgresql<"CREATE CONSTRAINT TRIGGER u_f AFTER INSERT ON u FOR EACH ROW EXECUTE "
                                "FUNCTION f()">,
                     sqlite<"">, calls<"f">>,
      create_trigger<"u_sqlite", "u", postgresql<"">,
                     sqlite<"CREATE TRIGGER u_sqlite AFTER INSERT ON u BEGIN SELECT 1; END">>,
      replace_function<
          "f", postgresql<"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; "
                          "END $$">>,
      drop_trigger<"u_sqlite">, drop_trigger<"u_f">, drop_trigger<"t_f">, drop_function<"f">>();
  REQUIRE(history.line().found.is_sound());
  const test::rendered_history rendered(history, schema::backend::postgresql);
  there_and_back(connection.session(), history.line(), rendered.program(), out);
  CHECK(out.failures == 0);
  for (int kind = int(operation_kind::create_function); kind <= int(operation_kind::drop_trigger); ++kind) {
    CAPTURE(kind);
    CHECK(out.kinds[{kind, false}] > 0);
    CHECK(out.kinds[{kind, true}] > 0);
  }
}

TEST_CASE("every change of type writes anew what it is told to") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  using enum schema::type_kind;
  const schema::column_type types[] = {{schema::type_kind::smallint},
                                       {schema::type_kind::integer},
                                       {schema::type_kind::bigint},
                                       {schema::type_kind::real},
                                       {schema::type_kind::double_precision},
                                       {numeric, 8, 2, nullptr, schema::sqlite_storage::text},
                                       {numeric, 8, 2, nullptr, schema::sqlite_storage::real},
                                       {numeric, 9, 2, nullptr, schema::sqlite_storage::text},
                                       {numeric, 9, 3, nullptr, schema::sqlite_storage::text},
                                       {schema::type_kind::text},
                                       {varchar, 20},
                                       {varchar, 21},
                                       {schema::type_kind::date},
                                       {schema::type_kind::timestamp},
                                       {schema::type_kind::timestamptz}};
  const schema::identifier table = schema::make_identifier(schema::text_view("t")),
                           id = schema::make_identifier(schema::text_view("c"));
  report out;
  int pairs = 0;
  for (const auto& from : types)
    for (const auto& to : types) {
      if (!schema::converts_freely(from, to) || !schema::converts_freely(to, from)) continue;
      const schema::part column{.kind = schema::part_kind::column, .id = &id, .type = &from};
      const schema::part* const parts[] = {&column};
      const schema::attribute change{.kind = schema::attribute_kind::set_type, .type = &to};
      const schema::attribute* const changes[] = {&change};
      const schema::operation make{
          .kind = operation_kind::create_table, .table = &table, .parts = parts, .part_count = 1};
      schema::operation alter{.kind = operation_kind::alter_column,
                              .table = &table,
                              .from = &id,
                              .changes = changes,
                              .change_count = 1};
      alter.assumed_safe = "the test looks at each operation by itself";
      const made_history history({{&make}, {&alter}});
      REQUIRE(history.line().found.is_sound());
      const test::rendered_history rendered(history, schema::backend::postgresql);
      there_and_back(connection.session(), history.line(), rendered.program(), out);
      ++pairs;
    }
  CHECK(pairs > 60);
  CHECK(out.failures == 0);
}

TEST_CASE("the locks of the shipped history, its data statements among them") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  there_and_back(connection.session(), schema::timeline_of<lms::history>,
                 schema::program_of<lms::history, schema::backend::postgresql>, out);
  CHECK(out.failures == 0);
  CHECK(out.kinds[{int(operation_kind::data), false}] > 5);
}

namespace kept {
using namespace schema::dsl;

struct m1 : migration<1, "orders, and what they come to", create_enumeration<"state", "open", "paid">,
                      create_table<"orders", column<"id", integer, primary_key>, column<"total", integer>,
                                   column<"state", enumeration<"state">>>,
                      data<"INSERT INTO orders (id, total, state) VALUES (1, 10, 'open')">> {};
struct m2
    : migration<2, "they are kept",
                create_materialized_view<"sales", "SELECT state, sum(total) AS total FROM orders GROUP BY "
                                                  "state">,
                create_materialized_view<"totals", "SELECT id, total FROM orders", unique_index_on<"id">,
                                         index_on<"total">>> {};
struct m3 : migration<3, "as of now", data<"UPDATE orders SET total = 20 WHERE id = 1">,
                      assume_safe<"a test", refresh_materialized_view<"sales">>,
                      refresh_materialized_view<"totals">> {};
struct m4 : migration<4, "indexes", assume_safe<"a test", create_index<"sales", unique_index_on<"state">>>,
                      refresh_materialized_view<"sales">, assume_safe<"a test", drop_index<"totals_id_idx">>,
                      assume_safe<"a test", refresh_materialized_view<"totals">>,
                      rename_index<"totals_total_idx", "by_total">> {};
struct m5 : migration<5, "a label", add_value<"state", "lost">, create_extension<"pgcrypto">> {};
struct m6 : migration<6, "they go", assume_safe<"a test", drop_materialized_view<"totals">>,
                      assume_safe<"a test", drop_materialized_view<"sales">>> {};
struct history : postgresql_migrations<m1, m2, m3, m4, m5, m6> {};
} // namespace kept

TEST_CASE("the locks of materialized views") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  CHECK(schema::history_fault_of<kept::history>.broken == schema::rule::none);
  there_and_back(connection.session(), schema::timeline_of<kept::history>,
                 schema::program_of<kept::history, schema::backend::postgresql>, out);
  CHECK(out.failures == 0);
  CHECK(out.kinds[{int(operation_kind::refresh_view), false}] == 4);
  CHECK(out.rewrites == 5); // two refreshes, and what loses a label again
}

namespace placed {
using namespace schema::dsl;

template <class Operation> using meant = assume_safe<"a test", Operation>;

struct m1 : migration<1, "tables in two schemas",
                      create_table<"users", column<"id", bigint, primary_key>, column<"email", text>>,
                      create_schema<"audit">, create_schema<"old">, create_enumeration<"audit.kind", "made">,
                      create_table<"audit.event", column<"id", bigint, identity, primary_key>,
                                   column<"kind", enumeration<"audit.kind">>,
                                   column<"user_id", bigint, references<"users", "id">>,
                                   column<"note", text, nullable, check<"note <> ''">>>,
                      data<"INSERT INTO users (id, email) VALUES (1, 'ada')">,
                      data<"INSERT INTO audit.event (kind, user_id) SELECT 'made', id FROM users">> {};
struct m2 : migration<2, "what hangs on one", meant<create_index<"audit.event", index_on<"user_id">>>,
                      rename_index<"audit.event_user_id_idx", "audit.by_user">,
                      meant<add_constraint<"audit.event", unique_on<"user_id", "id">>>,
                      add_constraint<"audit.event", not_valid<check<"event_known", "user_id > 0">>>,
                      set_comment<"audit.event", "what was done">,
                      meant<alter_column<"audit.event", "id", set_type<integer, loses_data>>>,
                      add_column<"audit.event", column<"more", text, nullable>>> {};
struct m3 : migration<3, "moved, renamed and moved back", meant<rename_table<"audit.event", "old.event">>,
                      meant<rename_table<"old.event", "event">>, meant<rename_table<"event", "audit.event">>,
                      meant<rename_table<"audit.event", "audit.happening">>,
                      meant<rename_column<"audit.happening", "user_id", "by_id">>,
                      data<"UPDATE audit.happening SET note = 'x' WHERE happening.by_id = 1">,
                      add_value<"audit.kind", "gone">> {};
struct m4
    : migration<4, "less", meant<drop_index<"audit.by_user">>,
                drop_constraint<"audit.happening", "event_known">, drop_table<"audit.happening", loses_data>,
                drop_enumeration<"audit.kind">, drop_schema<"audit">, drop_schema<"old">> {};
struct history : postgresql_migrations<m1, m2, m3, m4> {};
} // namespace placed

TEST_CASE("the locks of tables in schemas, and of those that move") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection{database.url()};
  report out;
  REQUIRE(schema::history_fault_of<placed::history>.broken == schema::rule::none);
  there_and_back(connection.session(), schema::timeline_of<placed::history>,
                 schema::program_of<placed::history, schema::backend::postgresql>, out);
  CHECK(out.failures == 0);
  for (const operation_kind kind : {operation_kind::create_schema, operation_kind::drop_schema})
    for (const bool down : {false, true}) CHECK(out.kinds[{int(kind), down}] == 2);
  CHECK(test::value(connection.session(),
                    "SELECT count(*) FROM pg_namespace WHERE nspname IN ('audit', 'old')") == "0");
}
