// What the words of a script say of what it does.
#include <schema/sql/script_danger.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using sql::script_fault;

namespace {

constexpr script_fault fault_of(text_view text, bool is_sqlite = false) {
  return sql::find_script_danger(text, is_sqlite).fault;
}
constexpr text_view words_of(text_view text) {
  const sql::script_danger found = sql::find_script_danger(text, false);
  return text.substr(found.begin, found.size);
}

constexpr text_view outside[] = {"BEGIN",
                                 "SELECT 1; commit;",
                                 "START TRANSACTION",
                                 "PREPARE TRANSACTION 'x'",
                                 "vacuum t",
                                 "VACUUM FULL t",
                                 "CREATE INDEX CONCURRENTLY ON t (a)",
                                 "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
                                 "DROP INDEX CONCURRENTLY i",
                                 "REINDEX INDEX CONCURRENTLY i",
                                 "REINDEX DATABASE d",
                                 "CREATE DATABASE d",
                                 "DROP DATABASE d",
                                 "ALTER SYSTEM SET a = 1",
                                 "ALTER TABLE t DETACH PARTITION p CONCURRENTLY"};

constexpr text_view unsafe[] = {"TRUNCATE t CASCADE",
                                "truncate table t",
                                "CLUSTER t USING i",
                                "REINDEX TABLE t",
                                "LOCK TABLE t",
                                "DROP TABLE t",
                                "DROP TABLE IF EXISTS t",
                                "DROP SCHEMA s CASCADE",
                                "DROP TYPE x CASCADE",
                                "CREATE INDEX ON t (a)",
                                "CREATE UNIQUE INDEX i ON t (a)",
                                "DROP INDEX i",
                                "REFRESH MATERIALIZED VIEW v",
                                "CREATE DOMAIN d AS text CHECK (length(value) > 0)",
                                "ALTER DOMAIN d ADD CHECK (length(value) > 0)",
                                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)",
                                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u",
                                "ALTER TABLE t ADD UNIQUE (a)",
                                "ALTER TABLE t ADD EXCLUDE USING gist (a WITH =)",
                                "ALTER TABLE t ALTER COLUMN a TYPE bigint",
                                "ALTER TABLE t ALTER a SET NOT NULL",
                                "ALTER TABLE t DROP COLUMN a",
                                "ALTER TABLE t DROP a",
                                "ALTER TABLE t RENAME TO u",
                                "ALTER TABLE t RENAME COLUMN a TO b",
                                "ALTER TABLE t SET UNLOGGED",
                                "ALTER TABLE t DETACH PARTITION p",
                                "ALTER SCHEMA s RENAME TO u",
                                "ANALYZE t; DROP TABLE t"};

constexpr text_view harmless[] = {
    "ANALYZE t",
    "ALTER TABLE t SET (fillfactor = 80)",
    "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
    "ALTER TABLE t VALIDATE CONSTRAINT c",
    "ALTER TABLE t ADD COLUMN a integer DEFAULT 0",
    "ALTER TABLE t ALTER a DROP NOT NULL",
    "ALTER TABLE t ALTER a SET DEFAULT 1",
    "ALTER TABLE t DROP CONSTRAINT c",
    "ALTER TABLE t RENAME CONSTRAINT c TO d",
    "COMMENT ON TABLE t IS 'DROP TABLE t; BEGIN'",
    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DROP TABLE t; RETURN NEW; END $$",
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN a > 1 THEN 1 ELSE 2 END; DELETE "
    "FROM "
    "u; END; ANALYZE t",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC DELETE FROM t; SELECT 1; END; ANALYZE t",
    "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()",
    "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
    "CREATE EXTENSION pg_trgm",
    "INSERT INTO t VALUES ('TRUNCATE')",
    "DROP FUNCTION f",
    "-- BEGIN\nSELECT 1"};

template <std::size_t N> constexpr bool all_are(const text_view (&texts)[N], script_fault fault) {
  for (const text_view& text : texts)
    if (fault_of(text) != fault) return false;
  return true;
}

} // namespace

TEST_CASE("what begins or ends a transaction, or can't stand in one") {
  SCHEMA_VERIFY(all_are(outside, script_fault::not_in_transaction));
}

TEST_CASE("what throws data away, breaks programs or keeps them waiting") {
  SCHEMA_VERIFY(all_are(unsafe, script_fault::not_safe));
}

TEST_CASE("strings, bodies of functions and triggers, and what takes no time are let be") {
  SCHEMA_VERIFY(all_are(harmless, script_fault::none));
}

TEST_CASE("the words that say so are shown") {
  SCHEMA_VERIFY(words_of("SELECT 1; DROP TABLE t") == "DROP TABLE");
  SCHEMA_VERIFY(words_of("vacuum  full t") == "vacuum  full");
  SCHEMA_VERIFY(words_of("CREATE INDEX CONCURRENTLY ON t (a)") == "CREATE INDEX CONCURRENTLY");
  SCHEMA_VERIFY(words_of("ALTER TABLE t DROP a") == "DROP a");
}

TEST_CASE("SQLite has one writer at a time: what takes a lock is no matter there") {
  SCHEMA_VERIFY(fault_of("CREATE INDEX i ON t (a)", true) == script_fault::none);
  SCHEMA_VERIFY(fault_of("REINDEX t", true) == script_fault::none);
  SCHEMA_VERIFY(fault_of("DROP TABLE t", true) == script_fault::not_safe);
  SCHEMA_VERIFY(fault_of("VACUUM", true) == script_fault::not_in_transaction);
  SCHEMA_VERIFY(fault_of("ALTER TABLE t DROP COLUMN a", true) == script_fault::not_safe);
}
