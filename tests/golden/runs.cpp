// Every case is run, up, down version by version and up again, on both databases: what stands at a version is the same
// whichever way it was reached, and rows survive.
#include "../runtime/database.hpp"
#include "cases.hpp"

#include <schema/runtime.hpp>

#include <algorithm>
#include <set>

namespace {

using lines = std::vector<std::string>;

lines collect(soci::session& session, std::string_view sql) {
  lines found;
  for (const auto& row : schema::native::query(session, sql)) {
    std::string line;
    for (const auto& cell : row) line += cell.value_or("null") + " | ";
    found.push_back(std::move(line));
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_sqlite(soci::session& session) { return schema::backend_of(session) == schema::backend::sqlite; }

/// Columns, keys, indexes, constraints, functions, triggers; of SQLite the checks too, but not the text around them, which depends on the way.
lines catalogue(soci::session& session) {
  if (is_sqlite(session))
    return collect(session, R"(
      SELECT 'column', m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_master m, pragma_table_xinfo(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'schema_history'
      UNION ALL
      SELECT 'key', m.name, f."table", f."from", f."to", f.on_delete || f.on_update, f.seq
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
      UNION ALL
      SELECT 'unique', m.name, group_concat(x.name), i."unique", i.origin, NULL, NULL
        FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) x
        WHERE m.type = 'table' AND m.name <> 'schema_history' AND i.origin <> 'c' GROUP BY m.name, i.name
      UNION ALL
      SELECT 'view', m.name, c.name, c.cid, NULL, NULL, NULL FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'view'
      UNION ALL
      SELECT 'trigger', name, tbl_name, sql, NULL, NULL, NULL FROM sqlite_master WHERE type = 'trigger'
      UNION ALL
      SELECT 'index', name, replace(sql, '"', ''), NULL, NULL, NULL, NULL FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL)");
  return collect(session, R"(
    SELECT 'column', c.oid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text, a.attidentity::text,
           pg_get_expr(d.adbin, d.adrelid)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)') AND c.relkind = 'r' AND c.relname <> 'schema_history'
    UNION ALL
    SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), NULL, NULL, NULL
      FROM pg_constraint WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)') AND conrelid <> 'schema_history'::regclass
    UNION ALL
    SELECT 'view', c.oid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnum::text, c.relkind::text, NULL
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)') AND c.relkind IN ('v', 'm')
    UNION ALL
    SELECT 'index', tablename, indexdef, NULL, NULL, NULL, NULL
      FROM pg_indexes WHERE schemaname !~ '^(pg_|information_schema$)' AND tablename <> 'schema_history'
    UNION ALL
    SELECT 'label', t.oid::regtype::text, e.enumlabel, rank() OVER (PARTITION BY t.oid ORDER BY e.enumsortorder)::text, NULL, NULL, NULL
      FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    UNION ALL
    SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), NULL, NULL, NULL
      FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT 'function', proname, pg_get_functiondef(oid), NULL, NULL, NULL, NULL
      FROM pg_proc WHERE pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'extension', extname, NULL, NULL, NULL, NULL, NULL FROM pg_extension WHERE extname NOT IN ('plpgsql', 'uuid-ossp')
    UNION ALL
    SELECT 'schema', nspname, NULL, NULL, NULL, NULL, NULL
      FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)'
    UNION ALL
    SELECT 'sequence', oid::regclass::text, NULL, NULL, NULL, NULL, NULL
      FROM pg_class WHERE relkind = 'S' AND relname NOT LIKE 'schema_history%')");
}

/// The catalogue to the letter: two databases with the same past agree in it.
lines dump(soci::session& session) {
  if (!is_sqlite(session)) return catalogue(session);
  return collect(session, "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'");
}

/// All rows of all tables, their columns by name.
lines rows(soci::session& session) {
  std::string tables = "SELECT name, (SELECT group_concat('\"' || replace(name, '\"', '\"\"') || '\"', ', ') FROM "
                       "(SELECT c.name FROM pragma_table_info(m.name) c ORDER BY c.name)) FROM sqlite_master m WHERE type "
                       "IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name <> 'schema_history'";
  if (!is_sqlite(session))
    tables = "SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_class c "
             "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE c.relnamespace IN "
             "(SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)') AND c.relkind IN ('r', 'v') "
             "AND c.relname <> 'schema_history' GROUP BY c.oid";
  lines found;
  for (const auto& row : schema::native::query(session, tables))
    for (const auto& line :
         collect(session, "SELECT " + *row[1] + " FROM " +
                              (is_sqlite(session) ? schema::native::identifier(*row[0]) : *row[0])))
      found.push_back(*row[0] + ": " + line);
  std::sort(found.begin(), found.end());
  return found;
}

/// What these drop comes back without its rows or its values.
const std::set<std::string> losing{"drop_table", "drop_column", "drop_column_with_its_constraints",
                                   "create_and_drop_enumeration"};

template <class Database, class History> void run_case(const std::string& name) {
  INFO(name);
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<History>(session);
  const schema::program& steps = migrator.steps();
  std::vector<lines> stood, held;
  for (schema::u32 i = 0; i < steps.count; ++i) {
    migrator.up(steps.steps[i].version);
    stood.push_back(catalogue(session));
    held.push_back(rows(session));
  }
  const lines end = dump(session);
  bool is_reversible = true;
  for (schema::u32 i = 0; i < steps.count; ++i) is_reversible = is_reversible && !steps.steps[i].down.irreversible;
  if (!is_reversible) return;
  for (schema::u32 i = steps.count - 1; i > 0; --i) {
    migrator.down();
    INFO("down to version " << steps.steps[i - 1].version);
    CHECK(catalogue(session) == stood[i - 1]);
    if (!losing.contains(name)) CHECK(rows(session) == held[i - 1]);
  }
  migrator.down();
  CHECK(catalogue(session).empty());
  migrator.up();
  CHECK(dump(session) == end);
}

template <class Database> void run_all() {
  if (!Database::available()) return;
  golden::each_case([]<class History>(const char* name) {
    if (!schema::has_steps_for<History, Database::target>) return;
    try {
      run_case<Database, History>(name);
    } catch (const std::exception& error) {
      FAIL_CHECK(name << ": " << error.what());
    }
  });
}

} // namespace

TEST_CASE("every case runs up, down and up again on SQLite") { run_all<test::sqlite_database>(); }
TEST_CASE("every case runs up, down and up again on PostgreSQL") { run_all<test::postgresql_database>(); }

TEST_CASE("what a user made follows a rename through a rebuild, with 10,000 rows and children that cascade") {
  const test::sqlite_database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<golden_rename_column_that_all_name::history>(session);
  migrator.up(1);
  schema::native::run(session, R"(
    INSERT INTO quizzes (id, code, score)
      WITH RECURSIVE n(i) AS (VALUES (3) UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT i, 'q' || i, i % 101 FROM n;
    INSERT INTO attempts (id, quiz) SELECT id + 3, code FROM quizzes;
    CREATE TABLE log (line TEXT);
    CREATE VIEW codes AS SELECT code, count(a.id) AS tries FROM quizzes LEFT JOIN attempts a ON a.quiz = code GROUP BY code;
    CREATE TRIGGER noted AFTER UPDATE OF code ON quizzes BEGIN INSERT INTO log VALUES (old.code || ' ' || new.code); END;
    CREATE TRIGGER tried AFTER INSERT ON attempts BEGIN INSERT INTO log SELECT code FROM quizzes WHERE code = new.quiz; END;
    CREATE INDEX own_index ON quizzes (score, code);
    PRAGMA foreign_keys = ON)");
  const auto whole = [&](const std::string& code, const std::string& quiz) {
    CHECK(test::value(session, "SELECT count(*) FROM quizzes") == "10000");
    CHECK(test::value(session, "SELECT count(*) FROM attempts") == "10003");
    CHECK(test::value(session, "SELECT tries FROM codes WHERE " + code + " = 'q1'") == "3");
    CHECK(test::value(session, "SELECT count(*) FROM sqlite_master WHERE name IN ('noted', 'tried', 'own_index', "
                               "'quizzes_open')") == "4");
    schema::native::run(session, "UPDATE quizzes SET " + code + " = 'qx' WHERE id = 9");
    CHECK(test::value(session, "SELECT count(*) FROM attempts WHERE " + quiz + " = 'qx'") == "1");
    schema::native::run(session, "UPDATE quizzes SET " + code + " = 'q9' WHERE id = 9");
    schema::native::run(session, "INSERT INTO attempts (id, " + quiz + ") VALUES (99999, 'q9')");
    CHECK(test::value(session, "SELECT group_concat(line, ',') FROM log") == "q9 qx,qx q9,q9");
    schema::native::run(session, "DELETE FROM attempts WHERE id = 99999; DELETE FROM log");
    CHECK(test::value(session, "SELECT count(*) FROM pragma_foreign_key_check") == "0");
  };
  whole("code", "quiz");
  migrator.up();
  whole("slug", "quiz_slug");
  migrator.down();
  whole("code", "quiz");
  schema::native::run(session, "DELETE FROM quizzes WHERE id = 1");
  CHECK(test::value(session, "SELECT count(*) FROM attempts") == "10000");
}
