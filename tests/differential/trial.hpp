// One database through the life of a history.
#pragma once

#include <tests/differential/generated_history.hpp>
#include <tests/differential/plain_sql.hpp>
#include <tests/differential/rows_of_history.hpp>
#include <tests/runtime/introspection/introspection.hpp>
#include <tests/runtime/introspection/model_catalogue.hpp>

#include <chrono>
#include <optional>

namespace test {

enum class outcome { done, by_rows, refused };

/// One database through the life of a history.
class trial {
public:
  trial(const generated_history& history, soci::session& session)
      : history_(history), session_(session), target_(schema::backend_of(session)),
        rendered_(history.rendered(target_)), migrator_(session, rendered_.program(),
                                                        {.program = "differential",
                                                         .lock_wait = std::chrono::seconds(5),
                                                         .lock_timeout = std::chrono::seconds(5),
                                                         .lock_retries = 0,
                                                         .observer = {}}) {}

  bool is_sqlite() const { return target_ == schema::backend::sqlite; }
  const char* name() const { return is_sqlite() ? "SQLite" : "PostgreSQL"; }
  bool is_irreversible(schema::u32 migration) const {
    return rendered_.program().steps[migration].down.irreversible;
  }

  std::size_t interrupted() const { return interrupted_; }

  /// Carries a step out; `error` is what the database said.
  outcome step(schema::u32 migration, bool down, std::string& error) {
    try {
      interrupt(migration, down ? schema::direction::down : schema::direction::up);
      down ? migrator_.down() : migrator_.up(migration + 1);
      return outcome::done;
    } catch (const schema::migration_error& refused) {
      error = refused.what();
      return is_about_rows(refused) ? outcome::by_rows : outcome::refused;
    } catch (const std::exception& refused) {
      error = refused.what();
      return outcome::refused;
    }
  }
  /// How the catalogue differs from what the timeline says; empty when it does not.
  std::string differs(schema::u32 instant) {
    return difference(model(line(), instant, target_).facts(), catalogue_of(session_).facts);
  }
  all_rows rows(schema::u32 instant) {
    return rows_of(line(), instant, session_, [&](schema::table_id t) { return !line().tables[t].is_view; });
  }
  /// The rows of the views whose queries don't fail on the rows that stand.
  all_rows view_rows(schema::u32 instant) {
    all_rows found;
    for (schema::table_id v = 0; v < line().table_count; ++v) try {
        if (line().tables[v].is_view)
          found.merge(rows_of(line(), instant, session_, [&](schema::table_id t) { return t == v; }));
      } catch (const schema::native_error& refused) {
        if (!is_about_rows(refused.code) && !is_about_rows_on_sqlite(refused.message)) throw;
      }
    return found;
  }

  /// A row more in a table; `number` is its mark.
  outcome insert(schema::table_id t, schema::u32 instant, int number, std::string& error) {
    std::vector<std::string> columns, values;
    each_column_at(line(), t, instant, [&](schema::column_id c, const schema::column_span& span) {
      if (span.identity || span.generated) return;
      columns.push_back(quoted(span.id));
      values.push_back(
          same_name(span.id, &mark)
              ? std::to_string(number)
              : reference(c, instant).value_or(value_for(line(), span, number, instant, is_sqlite())));
    });
    try {
      run("INSERT INTO " + table(t, instant) + " (" + joined(columns) + ") VALUES (" + joined(values) + ")");
      return outcome::done;
    } catch (const schema::native_error& refused) {
      error = refused.what();
      return is_about_rows(refused.code) ? outcome::by_rows : outcome::refused;
    }
  }
  void remove(schema::table_id t, schema::u32 instant, int number) {
    run("DELETE FROM " + table(t, instant) + " WHERE row_mark = " + std::to_string(number));
    for (schema::table_id other = 0; other < line().table_count; ++other) // what triggers have written for it
      if (line().tables[other].alive.holds(instant) && !line().tables[other].is_view)
        run("DELETE FROM " + table(other, instant) + " WHERE row_mark > " + std::to_string(mark_of_trigger) +
            " AND row_mark % " + std::to_string(mark_of_trigger) + " = " + std::to_string(number));
  }
  /// No rows in any table, nor in what keeps the rows of a query.
  void empty(schema::u32 instant) {
    if (is_sqlite()) run("PRAGMA foreign_keys = OFF");
    for (schema::table_id t = 0; t < line().table_count; ++t)
      if (line().tables[t].alive.holds(instant) && !line().tables[t].is_view)
        run((is_sqlite() ? "DELETE FROM " : "TRUNCATE ") + table(t, instant) +
            (is_sqlite() ? "" : " CASCADE"));
    if (is_sqlite()) run("PRAGMA foreign_keys = ON");
    refresh_all(instant);
  }

  /// Tries what the fold refuses, and takes it back. Absent when the database has nothing to ask.
  std::optional<outcome> attempt(const attempt& a, std::string& error) {
    if (is_sqlite()) run("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON");
    run("BEGIN");
    std::optional<outcome> found;
    try {
      if (plain_sql(session_).run(line(), line().last_instants[a.after], a.operations)) found = outcome::done;
      if (found && is_sqlite() && !schema::native::query(session_, "PRAGMA foreign_key_check").empty()) {
        found = outcome::by_rows;
        error = "foreign_key_check";
      }
    } catch (const schema::native_error& refused) {
      error = refused.what();
      found = is_about_rows(refused.code) || is_about_rows_on_sqlite(refused.message) ? outcome::by_rows
                                                                                      : outcome::refused;
    }
    run("ROLLBACK");
    if (is_sqlite()) run("PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF");
    return found;
  }

private:
  /// As often as there are materialized views: one may read another by way of a view that was replaced.
  void refresh_all(schema::u32 instant) {
    std::vector<std::string> kept;
    for (schema::table_id t = 0; t < line().table_count; ++t)
      if (line().tables[t].alive.holds(instant) && schema::folding::is_materialized(line(), t))
        kept.push_back(table(t, instant));
    for (std::size_t pass = 0; pass < kept.size(); ++pass)
      for (const auto& view : kept) run("REFRESH MATERIALIZED VIEW " + view);
  }

  const fuzzed_timeline& line() const { return history_.line(); }
  void run(const std::string& sql) { schema::native::run(session_, sql); }
  std::string table(schema::table_id t, schema::u32 instant) const {
    return quoted(line().table_name(t, instant));
  }

  /// Leaves every other step of phases as a run does that is killed between two of them.
  void interrupt(schema::u32 migration, schema::direction way) {
    const schema::step_text& step = migrator_.steps().steps[migration];
    const schema::script_text& script = script_of(step, way);
    const schema::u32 phases = phase_count(script);
    if (phases == 0 || ++phased_ % 2 == 0) return;
    namespace table = schema::history_table;
    run(table::insert_text(target_, "started", step, table::next_id_text(), "0", "differential"));
    ++interrupted_;
    const schema::u32 end = schema::u32(interrupted_ % (phases + 1));
    try {
      for (schema::u32 i = 0; i < end; ++i)
        if (runs(script.statements[i].role, false)) run(std::string(script.statements[i].sql));
    } catch (const schema::native_error& error) {
      if (!is_about_rows(error.code)) throw; // an index that is not valid is left too
    }
  }

  /// Whether a step was refused for the rows that stand: SQLite's ADD COLUMN and the check after a rebuild
  /// have no code of their own for it, nor has a key that numbers the rows and outgrew its type.
  bool is_about_rows(const schema::migration_error& error) const {
    return is_about_rows(error.code) || error.statement == "PRAGMA foreign_key_check" ||
           is_about_rows_on_sqlite(error.message);
  }
  bool is_about_rows_on_sqlite(const std::string& message) const {
    return is_sqlite() && (message == "CHECK constraint failed" || message == "datatype mismatch" ||
                           message == "integer overflow" || message == "malformed JSON" ||
                           message == "Cannot add a NOT NULL column with default value NULL");
  }
  /// Whether a database refused rows, not a statement: SQLSTATE classes 21, 22 and 23, SQLITE_CONSTRAINT.
  bool is_about_rows(const std::string& code) const {
    if (is_sqlite()) return !code.empty() && std::stoi(code) % 256 == SQLITE_CONSTRAINT;
    return code.rfind("21", 0) == 0 || code.rfind("22", 0) == 0 || code.rfind("23", 0) == 0;
  }

  /// The value of a foreign key of one column: that of the last row, or NULL.
  std::optional<std::string> reference(schema::column_id c, schema::u32 instant) const {
    for (auto o = line().tables[line().columns[c].table].first_object; o >= 0; o = line().objects[o].next) {
      const auto& key = line().objects[o];
      if (key.kind != schema::part_kind::foreign_key || !key.alive.holds(instant) || key.key_count != 1 ||
          line().keys[key.first_key].column != c)
        continue;
      return "(SELECT " + quoted(line().column_name(line().keys[key.first_key + 1].column, instant)) +
             " FROM " + table(key.target, instant) + " ORDER BY row_mark DESC LIMIT 1)";
    }
    return std::nullopt;
  }

  const generated_history& history_;
  soci::session& session_;
  schema::backend target_;
  rendered_history rendered_;
  schema::migrator migrator_;
  std::size_t phased_{}, interrupted_{};
};

} // namespace test
