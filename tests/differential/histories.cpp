// Histories are true: what the fold accepts, both databases accept, with rows in the tables; after every step
// up and down the catalogue is what the timeline says, and the rows that should survive are there.
// SCHEMA_DIFFERENTIAL_COUNT and SCHEMA_DIFFERENTIAL_SEED ask for more histories, and for others.
#include <tests/differential/generated_history.hpp>
#include <tests/differential/setting.hpp>
#include <tests/runtime/database.hpp>
#include <tests/runtime/introspection/introspection.hpp>
#include <tests/runtime/introspection/model_catalogue.hpp>

#include <schema/runtime.hpp>

#include <chrono>

namespace {

using test::fuzzed_timeline;

std::string identifier(schema::name id) { return schema::native::identifier(id->view()); }

/// A value that fits a column; `number` makes it another one.
std::string value_for(const fuzzed_timeline& line, const schema::column_span& c, int number, bool sqlite) {
  using enum schema::type_kind;
  switch (c.type->kind) {
  case boolean: return sqlite ? (number % 2 ? "1" : "0") : (number % 2 ? "TRUE" : "FALSE");
  case smallint:
  case integer:
  case bigint: return std::to_string(number);
  case real:
  case double_precision: return std::to_string(number) + ".5";
  case numeric:
    if (!sqlite || c.type->storage == schema::sqlite_storage::real) return std::to_string(number);
    return c.type->scale ? fmt::format("'{}.{}'", number, std::string(c.type->scale, '0'))
                         : fmt::format("'{}'", number);
  case bytes: return sqlite ? fmt::format("x'{:04x}'", number) : fmt::format("'\\x{:04x}'", number);
  case date: return fmt::format("'2026-{:02}-{:02}'", number % 12 + 1, number % 28 + 1);
  case timestamp: return fmt::format("'2026-01-{:02}T10:00:00.{:03}'", number % 28 + 1, number % 1000);
  case timestamptz: return fmt::format("'2026-01-{:02}T10:00:00.{:03}Z'", number % 28 + 1, number % 1000);
  case uuid: return fmt::format("'0b5dd5b4-1c3a-4d6e-9a52-{:012x}'", number);
  case json: return fmt::format("'{{\"n\": {}}}'", number);
  case enumeration: {
    const auto first = line.enumerations[c.enumeration].first_label;
    return schema::native::literal(line.labels[first].text->view());
  }
  default: return fmt::format("'t{}'", number);
  }
}

/// A database through the life of a history.
template <class Database> class trial {
public:
  trial(const test::generated_history& history, const test::rendered_history& rendered,
        soci::session& session)
      : history_(history), session_(session), migrator_(session, rendered.program(),
                                                        {.program = "differential",
                                                         .lock_wait = std::chrono::seconds(5),
                                                         .lock_timeout = std::chrono::seconds(5),
                                                         .lock_retries = 0,
                                                         .observer = {}}) {}

  /// What went wrong; empty when nothing did.
  std::string run() {
    for (schema::u32 i = 1; i <= history_.size(); ++i) {
      interrupt(i, schema::direction::up);
      if (const auto fault = step([&] { migrator_.up(i); }, i - 1, i); !fault.empty())
        return fmt::format("up to {}: {}", i, fault);
      fill(line().last_instants[i]);
    }
    for (schema::u32 i = history_.size(); i > 0; --i) {
      if (migrator_.steps().steps[i - 1].down.irreversible) break;
      interrupt(i, schema::direction::down);
      if (const auto fault = step([&] { migrator_.down(); }, i, i - 1); !fault.empty())
        return fmt::format("down from {}: {}", i, fault);
    }
    return {};
  }
  std::size_t emptied() const { return emptied_; }
  std::size_t interrupted() const { return interrupted_; }

private:
  static constexpr bool is_sqlite = Database::target == schema::backend::sqlite;
  const fuzzed_timeline& line() const { return history_.line(); }

  template <class Step> std::string step(Step&& carry_out, schema::u32 from, schema::u32 to) {
    const schema::u32 was = line().last_instants[from], is = line().last_instants[to];
    auto before = counts(was);
    try {
      carry_out();
    } catch (const schema::migration_error& error) {
      if (!is_about_rows(error)) return error.what();
      empty(was); // the rows don't fit what is asked of them: it is no fault of the step
      ++emptied_;
      before = counts(was);
      try {
        carry_out();
      } catch (const std::exception& again) {
        return std::string(again.what()) + " (without rows)";
      }
    } catch (const std::exception& error) {
      return error.what();
    }
    const auto found = test::catalogue_of(session_);
    if (const auto differs = test::difference(test::model(line(), is, Database::target).facts(), found.facts);
        !differs.empty())
      return differs;
    const auto after = counts(is);
    for (const auto& [table, rows] : before)
      if (after.contains(table) && after.at(table) != rows)
        return fmt::format("{} rows of {} became {}", rows, line().table_name(table, is)->view(),
                           after.at(table));
    return {};
  }

  /// Leaves every other step of phases as a run does that is killed between two of them.
  void interrupt(schema::u32 number, schema::direction way) {
    const schema::step_text& step = migrator_.steps().steps[number - 1];
    const schema::script_text& script = script_of(step, way);
    const schema::u32 phases = phase_count(script);
    if (phases == 0 || ++phased_ % 2 == 0) return;
    namespace table = schema::history_table;
    schema::native::run(session_, table::insert_text(Database::target, "started", step, table::next_id_text(),
                                                     "0", "differential"));
    ++interrupted_;
    const schema::u32 end = schema::u32(interrupted_ % (phases + 1));
    try {
      for (schema::u32 i = 0; i < end; ++i)
        if (runs(script.statements[i].role, false))
          schema::native::run(session_, std::string_view(script.statements[i].sql));
    } catch (const schema::native_error& error) {
      if (!is_about_rows(error.code)) throw; // an index that is not valid is left too
    }
  }

  /// Whether a step was refused for the rows that stand: SQLite's ADD COLUMN and the check after a rebuild
  /// have no code of their own for it.
  static bool is_about_rows(const schema::migration_error& error) {
    if (is_about_rows(error.code) || error.statement == "PRAGMA foreign_key_check") return true;
    return is_sqlite && (error.message == "CHECK constraint failed" ||
                         error.message == "Cannot add a NOT NULL column with default value NULL");
  }
  /// Whether a database refused rows, not a statement: SQLSTATE classes 22 and 23, SQLITE_CONSTRAINT.
  static bool is_about_rows(const std::string& code) {
    if (is_sqlite) return !code.empty() && std::stoi(code) % 256 == SQLITE_CONSTRAINT;
    return code.rfind("22", 0) == 0 || code.rfind("23", 0) == 0;
  }

  std::map<schema::table_id, std::string> counts(schema::u32 instant) {
    std::map<schema::table_id, std::string> rows;
    for (schema::table_id t = 0; t < line().table_count; ++t)
      if (line().tables[t].alive.holds(instant))
        rows[t] = test::value(session_, "SELECT count(*) FROM " + identifier(line().table_name(t, instant)));
    return rows;
  }

  /// Two rows more in every table that takes them.
  void fill(schema::u32 instant) {
    for (schema::table_id t = 0; t < line().table_count; ++t) {
      if (!line().tables[t].alive.holds(instant)) continue;
      for (int row = 0; row < 2; ++row) {
        std::vector<std::string> columns, values;
        ++number_;
        for (auto c = line().tables[t].first_column; c >= 0; c = line().columns[c].next) {
          if (!line().columns[c].alive.holds(instant)) continue;
          const auto& span = line().column_at(c, instant);
          if (span.identity) continue;
          columns.push_back(identifier(span.id));
          values.push_back(reference(c, instant).value_or(value_for(line(), span, number_, is_sqlite)));
        }
        const std::string into = "INSERT INTO " + identifier(line().table_name(t, instant));
        try {
          schema::native::run(session_, columns.empty() ? into + " DEFAULT VALUES"
                                                        : into + " (" + test::joined(columns) + ") VALUES (" +
                                                              test::joined(values) + ")");
        } catch (const schema::native_error& error) {
          if (!is_about_rows(error.code)) throw;
        }
      }
    }
  }
  /// The value of a foreign key of one column: one that is there, or NULL.
  std::optional<std::string> reference(schema::column_id c, schema::u32 instant) const {
    for (auto o = line().tables[line().columns[c].table].first_object; o >= 0; o = line().objects[o].next) {
      const auto& key = line().objects[o];
      if (key.kind != schema::part_kind::foreign_key || !key.alive.holds(instant) || key.key_count != 1 ||
          line().keys[key.first_key].column != c)
        continue;
      return "(SELECT max(CAST(" +
             identifier(line().column_name(line().keys[key.first_key + 1].column, instant)) +
             (is_sqlite ? " AS text)) FROM " : " AS text))::" + type_of(c, instant) + " FROM ") +
             identifier(line().table_name(key.target, instant)) + ")";
    }
    return std::nullopt;
  }
  std::string type_of(schema::column_id c, schema::u32 instant) const {
    constexpr const char* types[] = {"bool",        "int2", "int4",  "int8",  "float4", "float8",
                                     "numeric",     "text", "text",  "bytea", "date",   "timestamp",
                                     "timestamptz", "uuid", "jsonb", "text"};
    const auto& type = *line().column_at(c, instant).type;
    return type.kind == schema::type_kind::enumeration ? identifier(type.enumeration)
                                                       : types[schema::u8(type.kind)];
  }

  void empty(schema::u32 instant) {
    if (is_sqlite) schema::native::run(session_, "PRAGMA foreign_keys = OFF");
    for (schema::table_id t = 0; t < line().table_count; ++t)
      if (line().tables[t].alive.holds(instant))
        schema::native::run(session_, (is_sqlite ? "DELETE FROM " : "TRUNCATE ") +
                                          identifier(line().table_name(t, instant)) +
                                          (is_sqlite ? "" : " CASCADE"));
    if (is_sqlite) schema::native::run(session_, "PRAGMA foreign_keys = ON");
  }

  const test::generated_history& history_;
  soci::session& session_;
  schema::migrator migrator_;
  int number_{};
  std::size_t emptied_{}, phased_{}, interrupted_{};
};

/// As it was before the first step.
void reset(soci::session& session) {
  schema::native::run(session,
                      "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

} // namespace

TEST_CASE("what the fold accepts both databases accept, and stand as it says, up and down, rows and all") {
  if (!test::postgresql_database::available()) return;
  const std::size_t wanted = test::setting("SCHEMA_DIFFERENTIAL_COUNT", 12);
  const std::size_t first = test::setting("SCHEMA_DIFFERENTIAL_SEED", 1);
  test::postgresql_database postgresql;
  schema::connection on_postgresql{postgresql.url()};
  std::size_t operations = 0, emptied = 0, interrupted = 0, failures = 0;
  std::map<int, int> refused;
  for (std::size_t seed = first; seed < first + wanted; ++seed) {
    test::generated_history history(seed);
    for (const auto& [rule, count] : history.grow(20 + seed % 15)) refused[rule] += count;
    operations += history.operations();
    CHECK(history.operations() >= 20);
    const auto tell = [&](const char* backend, const std::string& fault) {
      if (!fault.empty() && ++failures <= 10)
        UNSCOPED_INFO("seed " << seed << ", " << backend << ": " << fault << "\n" << history.text());
    };
    {
      const test::rendered_history rendered(history, schema::backend::postgresql);
      reset(on_postgresql.session());
      trial<test::postgresql_database> t(history, rendered, on_postgresql.session());
      tell("PostgreSQL", t.run());
      emptied += t.emptied();
      interrupted += t.interrupted();
    }
    {
      const test::rendered_history rendered(history, schema::backend::sqlite);
      schema::connection memory{std::string_view("sqlite::memory:")};
      trial<test::sqlite_database> t(history, rendered, memory.session());
      tell("SQLite", t.run());
      emptied += t.emptied();
    }
  }
  fmt::print("seeds {} to {}: {} operations, {} steps asked for other rows, {} were interrupted first\n",
             first, first + wanted - 1, operations, emptied, interrupted);
  CHECK(failures == 0);
}
