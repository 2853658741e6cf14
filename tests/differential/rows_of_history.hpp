// The rows of a history's tables: what a column may hold, what it holds, and what a step must leave as it is.
#pragma once

#include <tests/differential/generated_data.hpp>

#include <schema/runtime.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace test {

/// The values of a row by column, in one text form for both databases.
using row_values = std::map<schema::column_id, std::string>;
/// The rows of every table by their marks.
using all_rows = std::map<schema::table_id, std::map<std::string, row_values>>;

inline constexpr const char* null_value = "(null)";

/// The columns of a table that stand at an instant.
template <class Visit>
void each_column_at(const fuzzed_timeline& line, schema::table_id t, schema::u32 instant, Visit&& visit) {
  for (auto c = line.tables[t].first_column; c >= 0; c = line.columns[c].next)
    if (line.columns[c].alive.holds(instant)) visit(c, line.column_at(c, instant));
}

/// A value that fits a column; `number` makes it another one.
inline std::string value_for(const fuzzed_timeline& line, const schema::column_span& c, int number,
                             schema::u32 instant, bool sqlite) {
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
    std::vector<std::string> labels;
    for (auto l = line.enumerations[c.enumeration].first_label; l >= 0; l = line.labels[l].next)
      if (line.labels[l].alive.holds(instant))
        labels.push_back(schema::native::literal(line.label_text(l, instant)->view()));
    return labels[std::size_t(number) % labels.size()];
  }
  default: return fmt::format("'t{}'", number);
  }
}

/// A column as SQL that gives its value in the one text form.
inline std::string as_text(const schema::column_span& c, bool sqlite) {
  using enum schema::type_kind;
  const std::string id = quoted(c.id);
  switch (c.type->kind) {
  case boolean: return sqlite ? id : id + "::integer";
  case bytes:
    return sqlite ? "CASE WHEN " + id + " IS NOT NULL THEN lower(hex(" + id + ")) END"
                  : "encode(" + id + ", 'hex')";
  case timestamp: return sqlite ? id : "to_char(" + id + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.MS')";
  case timestamptz:
    return sqlite ? id : "to_char(" + id + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
  default: return id;
  }
}

/// The rows of the tables, or of the views: of those that `wanted(table)` names.
template <class Wanted>
all_rows rows_of(const fuzzed_timeline& line, schema::u32 instant, soci::session& session, Wanted&& wanted) {
  const bool sqlite = schema::backend_of(session) == schema::backend::sqlite;
  all_rows found;
  for (schema::table_id t = 0; t < line.table_count; ++t) {
    if (!line.tables[t].alive.holds(instant) || !wanted(t)) continue;
    std::vector<schema::column_id> columns;
    std::string sql = "SELECT " + quoted(&mark);
    each_column_at(line, t, instant, [&](schema::column_id c, const schema::column_span& span) {
      columns.push_back(c);
      sql += ", " + as_text(span, sqlite);
    });
    auto& rows = found[t];
    std::vector<std::vector<std::optional<std::string>>> read;
    for (const auto& row :
         schema::native::query(session, sql + " FROM " + quoted(line.table_name(t, instant)))) {
      auto& cells = read.emplace_back();
      for (std::size_t i = 0; i <= columns.size(); ++i)
        cells.push_back(row[i] ? std::optional<std::string>(*row[i]) : std::nullopt);
    }
    if (line.tables[t].is_view) std::sort(read.begin(), read.end()); // a query gives them in any order
    for (const auto& row : read) {
      std::string own = row[0].value_or(null_value);
      while (rows.contains(own)) own += " again";
      auto& values = rows[own];
      for (std::size_t i = 0; i < columns.size(); ++i) values[columns[i]] = row[i + 1].value_or(null_value);
    }
  }
  return found;
}

/// Whether values of a type on the two databases are one: real keeps six digits on PostgreSQL, SQLite reckons
/// numerics as doubles.
inline bool same_value(const schema::column_type& type, const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a == null_value || b == null_value) return false;
  if (schema::is_number(type.kind)) {
    const double x = std::strtod(a.c_str(), nullptr), y = std::strtod(b.c_str(), nullptr);
    return std::abs(x - y) <= (type.kind == schema::type_kind::real ? 1e-5 : 1e-9) * std::abs(x);
  }
  if (type.kind != schema::type_kind::json) return false;
  const auto without_blanks = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  return without_blanks(a) == without_blanks(b);
}

/// What a step may do to rows, by the model.
struct step_effect {
  std::set<schema::table_id> tables, gains, loses; ///< all that it works on; those with rows more, or less
  std::set<schema::column_id> changes;
  bool by_expression{};   ///< it works values out: the backends may differ in what they take
  bool ties_and_unties{}; ///< a constraint comes and goes: SQLite looks at rows at the end of a step

  void lose(const fuzzed_timeline& line, schema::table_id t, schema::u32 instant) {
    if (!loses.insert(t).second) return;
    each_incoming(line, t, instant, [&](const schema::object_life& f) {
      if (f.on_delete == schema::referential_action::cascade)
        lose(line, f.table, instant);
      else if (schema::changes_rows(f.on_delete))
        for (int k = 0; k < f.key_count; ++k) change(line, line.keys[f.first_key + k].column, instant);
    });
  }
  void change(const fuzzed_timeline& line, schema::column_id c, schema::u32 instant) {
    if (!changes.insert(c).second) return;
    each_column_at(line, line.columns[c].table, instant,
                   [&](schema::column_id g, const schema::column_span& span) {
                     if (reads_any(line, span, [&](schema::column_id read) { return read == c; }))
                       changes.insert(g);
                   });
    each_incoming(line, line.columns[c].table, instant, [&](const schema::object_life& f) {
      for (int k = 0; k < f.key_count && schema::changes_rows(f.on_update); ++k)
        if (line.keys[f.first_key + f.key_count + k].column == c)
          change(line, line.keys[f.first_key + k].column, instant);
    });
  }

  /// Rows come to a table, and what its triggers write.
  void gain(const fuzzed_timeline& line, schema::table_id t, schema::u32 instant) {
    gains.insert(t);
    for (schema::i32 r = 0; r < line.routine_count; ++r) {
      const auto& trigger = line.routines[r];
      if (trigger.table != t || !trigger.alive.holds(instant)) continue;
      schema::any_use(*trigger.made, [&](schema::name table, schema::name column) {
        if (!table || !column) return false;
        const bool is_own = same_name(table, line.table_name(t, instant));
        for (schema::table_id other = 0; !is_own && other < line.table_count; ++other)
          if (line.tables[other].alive.holds(instant) && same_name(line.table_name(other, instant), table))
            gain(line, other, instant);
        each_column_at(line, t, instant, [&](schema::column_id c, const schema::column_span& span) {
          if (is_own && same_name(span.id, column) && !same_name(column, &mark)) change(line, c, instant);
        });
        return false;
      });
    }
  }

private:
  template <class Visit>
  static void each_incoming(const fuzzed_timeline& line, schema::table_id t, schema::u32 instant,
                            Visit&& visit) {
    for (auto f = line.tables[t].first_incoming; f >= 0; f = line.objects[f].next_incoming)
      if (line.objects[f].alive.holds(instant)) visit(line.objects[f]);
  }
};

/// What the step of a migration may do to rows.
template <class History>
step_effect effect_of_step(const History& history, schema::u32 migration, bool down) {
  const auto& line = history.line();
  step_effect effect;
  const schema::range step{line.last_instants[migration] + 1, line.last_instants[migration + 1] + 1};
  for (schema::object_id o = 0; o < line.object_count; ++o)
    if (line.objects[o].kind != schema::part_kind::index && step.holds(line.objects[o].alive.from) &&
        step.holds(line.objects[o].alive.to))
      effect.ties_and_unties = true;
  for (schema::u32 at = step.from; at < step.to; ++at) {
    const auto& record = line.instants[at];
    if (record.table >= 0) effect.tables.insert(record.table);
    const auto kind = record.done->kind;
    if (kind == schema::operation_kind::create_table || kind == schema::operation_kind::drop_table ||
        kind == schema::operation_kind::add_column || kind == schema::operation_kind::drop_column)
      each_column_at(line, record.table, schema::is_making(kind, false) ? at : at - 1,
                     [&](schema::column_id, const schema::column_span& c) {
                       effect.by_expression = effect.by_expression || c.generated;
                     });
    if (record.done->kind == schema::operation_kind::alter_column) {
      const auto& was = line.column_at(record.column, at - 1);
      const auto& is = line.column_at(record.column, at);
      if (!(*was.type == *is.type)) {
        effect.changes.insert(record.column);
        effect.by_expression = true;
      }
      if (schema::conversion_of(line, schema::change_of(at, false)) ||
          schema::conversion_of(line, schema::change_of(at, true))) {
        effect.changes.insert(record.column);
        effect.by_expression = true;
      }
    }
    const auto* statement = down ? record.done->down : record.done->up;
    if (!statement || record.done->kind != schema::operation_kind::data) continue;
    effect.by_expression = true;
    const auto& made = *history.effect_of(statement);
    if (made.kind == schema::sql::statement_kind::insert) effect.gain(line, made.table, at);
    if (made.kind == schema::sql::statement_kind::delete_rows) effect.lose(line, made.table, at);
    for (const auto c : made.columns) effect.change(line, c, at);
  }
  return effect;
}

/// What a value becomes as labels are renamed.
inline std::string renamed(const fuzzed_timeline& line, schema::column_id c, schema::u32 was, schema::u32 is,
                           const std::string& value) {
  const auto e = line.column_at(c, was).enumeration;
  for (auto l = e < 0 ? -1 : line.enumerations[e].first_label; l >= 0; l = line.labels[l].next)
    if (line.labels[l].alive.holds(was) && value == std::string(line.label_text(l, was)->view()))
      return std::string(line.label_text(l, is)->view());
  return value;
}

/// The first row or value that a step did not leave as it was; empty when there is none.
inline std::string loss(const fuzzed_timeline& line, schema::u32 was, schema::u32 is,
                        const step_effect& effect, const all_rows& before, const all_rows& after) {
  for (const auto& [t, rows] : before) {
    const auto found = after.find(t);
    if (found == after.end()) continue;
    const auto table = std::string(line.table_name(t, is)->view());
    if (!effect.gains.contains(t) && found->second.size() > rows.size())
      return fmt::format("{} rows of {} became {}", rows.size(), table, found->second.size());
    for (const auto& [of_row, values] : rows) {
      const auto row = found->second.find(of_row);
      if (row == found->second.end()) {
        if (!effect.loses.contains(t)) return fmt::format("row {} of {} is gone", of_row, table);
        continue;
      }
      for (const auto& [c, had] : values) {
        const std::string value = renamed(line, c, was, is, had);
        if (!row->second.contains(c) || effect.changes.contains(c) ||
            !(*line.column_at(c, was).type == *line.column_at(c, is).type))
          continue;
        if (row->second.at(c) != value)
          return fmt::format("{}.{} of row {} was {}, and is {}", table, line.column_name(c, is)->view(),
                             of_row, value, row->second.at(c));
      }
    }
  }
  return {};
}

/// The first row or value in which the databases differ; empty when there is none. `compared` counts values.
inline std::string difference(const fuzzed_timeline& line, schema::u32 instant,
                              const std::set<schema::column_id>& of_chance, const all_rows& postgresql,
                              const all_rows& sqlite, std::size_t& compared) {
  for (const auto& [t, rows] : postgresql) {
    const auto table = std::string(line.table_name(t, instant)->view());
    const auto& others = sqlite.at(t);
    for (const auto& [of_row, values] : others)
      if (!rows.contains(of_row)) return fmt::format("row {} of {} is on SQLite alone", of_row, table);
    for (const auto& [of_row, values] : rows) {
      if (!others.contains(of_row)) return fmt::format("row {} of {} is on PostgreSQL alone", of_row, table);
      for (const auto& [c, value] : values) {
        if (of_chance.contains(c)) continue;
        ++compared;
        if (!same_value(*line.column_at(c, instant).type, value, others.at(of_row).at(c)))
          return fmt::format("{}.{} of row {} is {} on PostgreSQL, and {} on SQLite", table,
                             line.column_name(c, instant)->view(), of_row, value, others.at(of_row).at(c));
      }
    }
  }
  return {};
}

} // namespace test
