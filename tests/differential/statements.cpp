// Data statements are true: what the checker accepts, both databases carry out, and the rows are the same
// afterwards; what it refuses, a database refuses as well, or the rule is stricter on purpose.
// SCHEMA_DIFFERENTIAL_COUNT and SCHEMA_DIFFERENTIAL_SEED ask for more statements, and for others.
#include <schema/dialect/refusal.hpp>
#include <schema/dialect/statement.hpp>
#include <schema/dsl.hpp>
#include <schema/runtime.hpp>
#include <tests/differential/setting.hpp>
#include <tests/runtime/database.hpp>

#include <memory>
#include <optional>
#include <random>

namespace stated {
using namespace schema::dsl;

struct m0001
    : migration<
          1, "two tables", create_enumeration<"mood", "sad", "glad">,
          create_table<"people", column<"id", bigint, primary_key>, column<"name", text>,
                       column<"code", varchar<3>, nullable, unique>, column<"age", integer, default_to<0>>,
                       column<"ratio", double_precision, nullable>,
                       column<"active", boolean, default_to<false>>, column<"at", timestamptz, nullable>,
                       column<"day", date, nullable>, column<"mood", enumeration<"mood">, default_to<"sad">>>,
          create_table<"notes", column<"id", bigint, primary_key>,
                       column<"person_id", bigint, references<"people", "id", on_delete::cascade>>,
                       column<"name", text>, column<"score", integer, nullable>,
                       unique_on<"person_id", "name">>> {};
struct history : migrations<m0001> {};
} // namespace stated

namespace {

using schema::rule;

/// Room for the history, and for a statement more.
struct roomy {
  static constexpr schema::shape value = [] {
    schema::shape s = schema::history_shape<stated::history>::value;
    s.statement_nodes += 1024;
    return s;
  }();
};
using timeline = schema::timeline<schema::fixed_storage<roomy>>;

class judge {
public:
  judge() {
    schema::fold_migrations(line_, stated::history::schema_migrations,
                            stated::history::schema_migration_count);
  }

  /// Null when the statement is sound; it is rendered then.
  std::optional<rule> ask(const std::string& text) {
    statement_ = schema::sql::parse_statement(text, *storage_);
    line_.found = {};
    schema::table_id changed = -1;
    if (!schema::folding::accept_statement(line_, &statement_, changed)) return line_.found.broken;
    if (schema::find_refusal(statement_).reason != schema::refusal_reason::none)
      return rule::not_on_both_backends;
    return std::nullopt;
  }
  std::string render(schema::backend target) {
    auto out = std::make_unique<writer>();
    schema::rendering<timeline, writer> r{line_, *out, *kept_, target};
    schema::write_statement(r, statement_);
    return std::string(out->text());
  }

private:
  using writer = schema::script_writer<20'000, 4>;
  timeline line_;
  schema::sql::statement statement_;
  std::unique_ptr<schema::kept_texts<timeline>> kept_ = std::make_unique<schema::kept_texts<timeline>>();
  std::unique_ptr<schema::sql::expression_parser<1024>> storage_ =
      std::make_unique<schema::sql::expression_parser<1024>>();
};

/// Statements at random, most of them sound.
class generator {
public:
  explicit generator(std::uint64_t seed) : random_(seed) {}

  std::string statement() {
    switch (below(6)) {
    case 0:
    case 1: return insert();
    case 2: return "DELETE FROM " + table() + where() + returning();
    default: return update();
    }
  }

private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  template <std::size_t N> std::string one_of(const char* const (&list)[N]) { return list[below(N)]; }

  std::string table() { return one_in(40) ? "peple" : one_of({"people", "notes"}); }

  /// A column of a type: t(ext), n(umber), b(oolean), and now and then of another, or of none.
  std::string column(char type, const std::string& of) {
    if (one_in(50)) return of + one_of({"nme", "wrong", "day", "mood", "at", "person_id"});
    switch (type) {
    case 't': return of + one_of({"name", "name", "name", "code"});
    case 'n': return of + one_of({"id", "id", "age", "score"});
    default: return of + "active";
    }
  }

  std::string value(char type, int depth, const std::string& of) {
    if (one_in(60)) type = "tnb"[below(3)];
    if (depth > 2 || one_in(3)) return one_in(2) ? column(type, of) : literal(type);
    switch (type) {
    case 't':
      switch (below(6)) {
      case 0: return "lower(" + value('t', depth + 1, of) + ")";
      case 1: return value('t', depth + 1, of) + " || " + value('t', depth + 1, of);
      case 2: return "coalesce(" + value('t', depth + 1, of) + ", " + value('t', depth + 1, of) + ")";
      case 3:
        return "CASE WHEN " + value('b', depth + 1, of) + " THEN " + value('t', depth + 1, of) + " ELSE " +
               value('t', depth + 1, of) + " END";
      case 4:
        return "(SELECT " + one_of({"max", "min"}) + "(q.name) FROM " + one_of({"people", "notes"}) +
               " AS q)";
      default: return "replace(trim(" + value('t', depth + 1, of) + "), 'a', 'bb')";
      }
    case 'n':
      switch (below(6)) {
      case 0: return "length(" + value('t', depth + 1, of) + ")";
      case 1: return value('n', depth + 1, of) + one_of({" + ", " - ", " * "}) + value('n', depth + 1, of);
      case 2: return "abs(" + value('n', depth + 1, of) + ")";
      case 3: return "(SELECT count(*) FROM notes AS q WHERE q.person_id = " + of + "id)";
      case 4:
        if (one_in(3)) return "(SELECT coalesce(sum(q.id * 2), 0) FROM notes AS q)";
        return "(SELECT max(" + one_of({"q.score", "q.id", "score"}) + ") FROM notes AS q)";
      default: return "-(" + value('n', depth + 1, of) + ")";
      }
    default:
      switch (below(8)) {
      case 0:
        return value('n', depth + 1, of) + one_of({" > ", " = ", " <> ", " <= "}) + value('n', depth + 1, of);
      case 1: return value('t', depth + 1, of) + one_of({" = ", " <> "}) + value('t', depth + 1, of);
      case 2:
        return "(" + value('b', depth + 1, of) + one_of({" AND ", " OR "}) + value('b', depth + 1, of) + ")";
      case 3: return "NOT " + value('b', depth + 1, of);
      case 4: return value(one_in(2) ? 't' : 'n', depth + 1, of) + one_of({" IS NULL", " IS NOT NULL"});
      case 5:
        return "EXISTS (SELECT 1 FROM notes AS q WHERE q.person_id = " + of +
               "id AND q.name = " + value('t', depth + 1, of) + ")";
      case 6:
        return value('n', depth + 1, of) + " IN (SELECT " + one_of({"id", "person_id", "score"}) +
               " FROM notes)";
      default:
        return value('n', depth + 1, of) + " BETWEEN " + literal('n') + " AND " + value('n', depth + 1, of);
      }
    }
  }
  std::string literal(char type) {
    switch (type) {
    case 't': return one_of({"'a'", "'Bc'", "''", "'it''s'"});
    case 'n': return one_of({"0", "1", "2", "7"});
    default: return one_of({"TRUE", "FALSE"});
    }
  }

  std::string where() { return one_in(4) ? "" : " WHERE " + value('b', 0, ""); }
  std::string returning() { return one_in(6) ? " RETURNING id, " + value('t', 1, "") : ""; }

  std::string assigned() {
    switch (below(8)) {
    case 0: return "age = " + value('n', 0, "");
    case 1: return "active = " + value('b', 0, "");
    case 2: return "mood = " + one_of({"'glad'", "mood", "'sat'", "name"});
    case 3: return "at = " + one_of({"now()", "NULL", "'2026-01-01T00:00:00.000Z'", "'2026-01-01'", "day"});
    case 4: return "day = " + one_of({"NULL", "'2026-02-28'", "'2026-02-30'", "at"});
    case 5: return "ratio = " + one_of({"1.5", "ratio * 2", "age", "NULL", "name"});
    case 6: return "code = " + one_of({"NULL", "'ab'", "'abcd'", "code"});
    default: return "name = " + value('t', 0, "");
    }
  }
  std::string update() {
    switch (below(5)) {
    case 0:
      return "UPDATE notes SET name = " + value('t', 0, "p.") + ", score = " + value('n', 1, "p.") +
             " FROM people AS p WHERE p.id = person_id" + (one_in(3) ? " AND " + value('b', 1, "p.") : "");
    case 1:
      return "UPDATE people SET age = d.n FROM (SELECT person_id, " +
             one_of({"count(*)", "max(score)", "sum(score)", "sum(id)", "score"}) +
             " AS n FROM notes GROUP BY person_id" + (one_in(2) ? " HAVING count(*) > 1" : "") +
             ") AS d WHERE d.person_id = people.id";
    case 2: return "UPDATE notes SET score = " + value('n', 0, "") + where();
    default:
      return "UPDATE people SET " + assigned() + (one_in(3) ? ", " + assigned() : "") + where() + returning();
    }
  }

  std::string insert() {
    switch (below(5)) {
    case 0:
      return "INSERT INTO notes (id, person_id, name" + std::string(one_in(8) ? "" : ", score") +
             ") SELECT id + 100, id, name, age FROM people" + where();
    case 1:
      return "INSERT INTO notes (id, person_id, name) VALUES (" + one_of({"1", "50", "51"}) + ", " +
             one_of({"1", "2", "9"}) + ", " + value('t', 2, "p.").substr(0, 0) + literal('t') + ")" +
             one_of({"", " ON CONFLICT DO NOTHING",
                     " ON CONFLICT (person_id, name) DO UPDATE SET score = excluded.id",
                     " ON CONFLICT (id) DO UPDATE SET name = notes.name || excluded.name",
                     " ON CONFLICT (name) DO NOTHING", " ON CONFLICT (id) DO UPDATE SET name = name || 'x'"});
    case 2:
      return "WITH w AS (SELECT max(id) AS top FROM notes) INSERT INTO notes (id, person_id, name) SELECT "
             "w.top + p.id, "
             "p.id, p.name FROM w, people AS p" +
             (one_in(2) ? " WHERE " + value('b', 1, "p.") : "");
    case 3:
      return "INSERT INTO people (id, name" + one_of({"", ", age", ", mood", ", active"}) +
             ") VALUES (70, 'x'" + one_of({"", ", 5", ", 'glad'", ", TRUE", ", NULL"}) + ")" + returning();
    default:
      return "INSERT INTO notes (id, person_id, name, score) SELECT " +
             one_of({"max(id) + 200", "id + 200"}) + ", person_id, " + one_of({"max(name)", "name", "'n'"}) +
             ", " + one_of({"count(*)", "sum(score)", "1"}) + " FROM notes" +
             one_of({"", " GROUP BY person_id", " GROUP BY person_id, name"});
    }
  }

  std::mt19937_64 random_;
};

struct outcome {
  std::string error; ///< empty when it was carried out
  bool by_rows{};    ///< the rows refused it, not the statement
  std::string rows;  ///< of both tables afterwards
};

std::string rows_of(soci::session& session, bool sqlite) {
  const std::string at =
      sqlite ? "CASE WHEN at IS NULL THEN 'null' WHEN at > '2026-06-01' THEN 'now' ELSE at END"
             : "CASE WHEN at IS NULL THEN 'null' WHEN at > '2026-06-01' THEN 'now' ELSE to_char(at "
               "AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') END";
  std::string all;
  for (const std::string& sql :
       {"SELECT id, name, code, age, CAST(ratio * 4 AS integer), CASE WHEN active THEN 1 ELSE 0 END, " + at +
            ", day, mood FROM people ORDER BY id",
        std::string("SELECT id, person_id, name, score FROM notes ORDER BY id")})
    for (const auto& row : schema::native::query(session, sql)) {
      for (const auto& cell : row) all += cell.value_or("null") + "|";
      all += "\n";
    }
  return all;
}

outcome run(soci::session& session, const std::string& sql, bool sqlite) {
  outcome o;
  schema::native::run(session, "BEGIN");
  try {
    schema::native::run(session, sql);
    o.rows = rows_of(session, sqlite);
  } catch (const schema::native_error& refused) {
    o.error = refused.what();
    // 22: a value, 23: a constraint, 21: several rows for a value; SQLite: SQLITE_CONSTRAINT, integer
    // overflow
    o.by_rows = sqlite ? refused.message.find("constraint") != std::string::npos ||
                             refused.message.find("overflow") != std::string::npos ||
                             refused.message.find("cannot store") != std::string::npos
                       : refused.code.rfind("22", 0) == 0 || refused.code.rfind("23", 0) == 0 ||
                             refused.code.rfind("21", 0) == 0;
  }
  schema::native::run(session, "ROLLBACK");
  return o;
}

/// Where the library is stricter on purpose. What it refuses by another rule, and both databases carry out
/// alike, fails the test.
struct stricter {
  rule broken;
  const char* why;
};
constexpr stricter on_purpose[] = {
    {rule::type_mismatch,
     "types compare as PostgreSQL compares them; here no row, or CASE, kept it from being asked"},
    {rule::value_type_differs, "what both convert by assignment, in forms of their own"},
    {rule::literal_not_of_type, "literals have one form, in which SQLite compares them"},
    {rule::constant_out_of_range, "PostgreSQL fails when it is worked out"},
    {rule::division_by_zero, "PostgreSQL fails when it is worked out"},
    {rule::null_into_not_null, "fails where there is a row"},
    {rule::no_such_label, "fails where there is a row"},
    {rule::update_reads_itself, "here no row was changed before the one that reads it"},
    {rule::not_on_both_backends, "it may group or round otherwise; in these rows it did not"},
};

bool is_on_purpose(rule broken) {
  for (const stricter& one : on_purpose)
    if (one.broken == broken) return true;
  return false;
}

void fill(soci::session& session) {
  schema::native::run(
      session,
      "INSERT INTO people (id, name, code, age, ratio, day) VALUES (1, 'a', 'x', 3, 0.5, "
      "'2026-01-02'), (2, 'Bc', NULL, 40, NULL, NULL), (3, '', 'abc', 7, 2.25, '2025-12-31');"
      "UPDATE people SET active = TRUE, mood = 'glad' WHERE id = 2;"
      "INSERT INTO notes (id, person_id, name, score) VALUES (1, 1, 'a', 5), (2, 1, 'b', NULL), (3, 2, "
      "'a', 7), (4, 3, 'it''s', 0)");
}

} // namespace

TEST_CASE(
    "what the checker accepts both databases carry out alike; a name that it refuses one of them refuses") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database postgresql;
  test::sqlite_database sqlite;
  schema::connection on_postgresql{postgresql.url()}, on_sqlite{sqlite.url()};
  schema::migrator(on_postgresql.session(), schema::steps_of<stated::history>(schema::backend::postgresql))
      .up();
  schema::migrator(on_sqlite.session(), schema::steps_of<stated::history>(schema::backend::sqlite)).up();
  schema::native::run(on_sqlite.session(), "PRAGMA foreign_keys = ON");
  fill(on_postgresql.session());
  fill(on_sqlite.session());

  const std::size_t count = test::setting("SCHEMA_DIFFERENTIAL_COUNT", 2000);
  generator make(test::setting("SCHEMA_DIFFERENTIAL_SEED", 1));
  const auto library = std::make_unique<judge>();
  std::size_t accepted = 0, compared = 0, refused = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = make.statement();
    INFO(text);
    const auto broken = library->ask(text);
    if (broken) {
      ++refused;
      const outcome p = run(on_postgresql.session(), text, false);
      const outcome s = run(on_sqlite.session(), text, true);
      INFO("rule " << int(*broken));
      if (p.error.empty() && s.error.empty()) CHECK(is_on_purpose(*broken));
      continue;
    }
    ++accepted;
    const outcome p = run(on_postgresql.session(), library->render(schema::backend::postgresql), false);
    const outcome s = run(on_sqlite.session(), library->render(schema::backend::sqlite), true);
    INFO("PostgreSQL: " << p.error << "\nSQLite: " << s.error);
    CHECK((p.error.empty() || p.by_rows));
    CHECK((s.error.empty() || s.by_rows));
    if (!p.error.empty() || !s.error.empty()) continue;
    CHECK(p.rows == s.rows);
    ++compared;
  }
  WARN(count << " statements: " << accepted << " accepted, of which " << compared << " changed rows alike; "
             << refused << " refused");
  CHECK(accepted > count / 3);
  CHECK(compared > count / 5);
  CHECK(refused > count / 50);
}
