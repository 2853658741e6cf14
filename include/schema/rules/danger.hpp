// Floor 4. Steps that hurt programs that run, or rows, don't compile unless they say that they are meant.
#pragma once

#include <schema/dialect/safe_form.hpp>
#include <schema/dialect/table_work.hpp>
#include <schema/sql/script_danger.hpp>

namespace schema {

/// A type as a person writes it.
constexpr short_name type_text(const column_type& type) {
  if (type.kind == type_kind::enumeration) return type.enumeration;
  short_name out{type.kind == type_kind::varchar ? text_view("varchar")
                                                 : type_name(value_type_of(type.kind))};
  if (type.kind != type_kind::varchar && (type.kind != type_kind::numeric || type.length == 0)) return out;
  const auto number = [&](u32 value) {
    char digits[5]{};
    u32 at = 5;
    do digits[--at] = char('0' + value % 10);
    while ((value /= 10) != 0);
    out.append({digits + at, 5 - at});
  };
  out.append("<");
  number(type.length);
  if (type.kind == type_kind::numeric) {
    out.append(", ");
    number(type.scale);
  }
  out.append(">");
  return out;
}

/// How an operation is looked at; most of a history need not be.
enum class danger_look : u8 {
  none,
  unless_assumed, ///< what assume_safe lets pass
  always
};
constexpr danger_look look_of(operation_kind kind) {
  switch (kind) {
  case operation_kind::drop_table:
  case operation_kind::drop_column:
  case operation_kind::alter_column:
  case operation_kind::execute: return danger_look::always;
  case operation_kind::rename_table:
  case operation_kind::add_column:
  case operation_kind::rename_column:
  case operation_kind::add_constraint:
  case operation_kind::create_index:
  case operation_kind::drop_index:
  case operation_kind::validate_constraint:
  case operation_kind::rename_value:
  case operation_kind::replace_view:
  case operation_kind::refresh_view:
  case operation_kind::drop_extension:
  case operation_kind::drop_view:
  case operation_kind::replace_function:
  case operation_kind::drop_function: return danger_look::unless_assumed;
  default: return danger_look::none;
  }
}

constexpr bool has_words(text_view reason) {
  for (const char c : reason)
    if (c != ' ' && c != '\t' && c != '\n') return true;
  return false;
}

/// Looks at every operation of a sound history as it goes up; at what has no way back, too.
template <class Line> struct danger_finder {
  const Line& line;
  const migration_definition* const* migrations;
  finding found{};
  u32 at{};            ///< the operation that is looked at
  bool assumed_safe{}; ///< it, or the `execute` that declares it
  const instant_record* record{};

  constexpr bool fail(finding f) {
    f.version = migrations[record->migration]->version;
    f.operation = record->ordinal;
    if (f.table.empty() && record->table >= 0) f.table = line.table_name(record->table, at - 1);
    found = f;
    return false;
  }

  /// Whether what lives from an instant on was made by the migration that is looked at: no released program
  /// knows it, and a table has no rows but those that the migration gave it.
  constexpr bool is_new(const range& alive) const {
    return line.instants[alive.from].migration == record->migration;
  }

  constexpr bool look() {
    const instant_record& r = *record;
    const operation& o = *r.done;
    if (o.kind == operation_kind::execute) return look_at_scripts(o);
    if (o.kind == operation_kind::rename_value)
      return is_new(line.enumerations[r.enumeration].alive) || is_new(line.labels[r.label].alive) ||
             fail({.broken = rule::breaks_running_programs,
                   .table = o.from,
                   .object = o.labels[0],
                   .other = o.labels[1]});
    if constexpr (Line::has_extensions)
      if (o.kind == operation_kind::drop_extension)
        return line.instants[extension_at(line, o.from, at - 1)].migration == r.migration ||
               fail({.broken = rule::breaks_running_programs,
                     .object = o.from,
                     .other = text_view("drop_extension")});
    if constexpr (Line::has_routines)
      if (is_of_routine(o.kind))
        return leaves_callers(line, at) ||
               fail({.broken = rule::breaks_running_programs,
                     .object = o.from,
                     .other = text_view(o.kind == operation_kind::drop_function ? "drop_function"
                                                                                : "replace_function")});
    if (r.table < 0 || is_new(line.tables[r.table].alive)) return true;
    switch (o.kind) {
    case operation_kind::drop_table: return o.loses_data || fail({.broken = rule::data_lost});
    case operation_kind::drop_column: return is_new(line.columns[r.column].alive) || look_at_lost_column(o);
    case operation_kind::alter_column: return look_at_alteration();
    case operation_kind::rename_table: return fail({.broken = rule::breaks_running_programs, .other = o.to});
    case operation_kind::rename_column:
      return is_new(line.columns[r.column].alive) ||
             fail({.broken = rule::breaks_running_programs, .object = o.from, .other = o.to});
    case operation_kind::add_column: return needs_no_work(*o.parts[0]) || look_at_work(change_of(at, false));
    case operation_kind::add_constraint:
    case operation_kind::create_index:
    case operation_kind::drop_index: return look_at_work(change_of(at, false));
    case operation_kind::validate_constraint: return look_at_locks_before();
    case operation_kind::replace_view:
    case operation_kind::drop_view: return look_at_view();
    case operation_kind::refresh_view:
      if constexpr (Line::materializes)
        return refreshes_concurrently(line, r.table, at) || fail({.broken = rule::readers_wait});
      return true;
    default: return true;
    }
  }

  /// Whether a column comes without a constraint and with a constant for its value, if any.
  static constexpr bool needs_no_work(const part& column) {
    bool has_value = false;
    for (u32 i = 0; i < most_attributes && column.attributes[i]; ++i) {
      const attribute& a = *column.attributes[i];
      if (a.kind == attribute_kind::nullable)
        has_value = true;
      else if (a.kind == attribute_kind::default_value && a.value->kind != value_kind::expression)
        has_value = true;
      else
        return false;
    }
    return has_value;
  }

  /// A view goes, or one of its columns, and none of its name stands at the end of the migration.
  constexpr bool look_at_view() {
    const u32 end = line.last_instants[record->migration + 1];
    const name id = line.table_name(record->table, at - 1);
    table_id now = 0;
    while (now < line.table_count && !(line.tables[now].is_view && line.tables[now].alive.holds(end) &&
                                       same_name(line.table_name(now, end), id)))
      ++now;
    if (now == line.table_count)
      return fail({.broken = rule::breaks_running_programs, .other = text_view("drop_view")});
    for (column_id c = line.tables[record->table].first_column; c >= 0; c = line.columns[c].next) {
      if (!line.columns[c].alive.holds(at - 1)) continue;
      const name column = line.column_name(c, at - 1);
      if (!has_column(now, column, end))
        return fail(
            {.broken = rule::breaks_running_programs, .object = column, .other = text_view("replace_view")});
    }
    return true;
  }
  constexpr bool has_column(table_id table, name id, u32 instant) const {
    for (column_id c = line.tables[table].first_column; c >= 0; c = line.columns[c].next)
      if (line.columns[c].alive.holds(instant) && same_name(line.column_name(c, instant), id)) return true;
    return false;
  }

  constexpr name column_before() const { return line.column_name(record->column, at - 1); }

  // -- rows, and the way back
  // ------------------------------------------------------------------------------

  constexpr bool look_at_lost_column(const operation& o) {
    if (line.column_at(record->column, at - 1).generated) return true; // the others hold what it held
    if (!o.loses_data) return fail({.broken = rule::data_lost, .object = column_before()});
    if (record->declared || o.irreversible) return true;
    const column_span& lost = line.column_at(record->column, at - 1);
    const bool has_value = has_default(lost) || lost.identity;
    if (!lost.nullable && !has_value) return fail_without_way_back({.object = column_before()});
    if (!has_default(lost) || is_per_row(*lost.value)) return true;
    for (object_id x = line.tables[record->table].first_object; x >= 0; x = line.objects[x].next) {
      const object_life& key = line.objects[x];
      if (key.alive.to == at &&
          (key.unique || key.kind == part_kind::unique || key.kind == part_kind::primary_key))
        return fail_without_way_back({.object = column_before(), .other = object_name(line, x, at - 1)});
    }
    return true;
  }

  /// Unless another operation of its migration says that there is none.
  constexpr bool fail_without_way_back(finding f) {
    const step_range step = step_of(line, record->migration);
    for (u32 other = step.first; other <= step.last; ++other)
      if (is_irreversible(line, other)) return true;
    f.broken = rule::no_way_back;
    return fail(f);
  }

  // -- columns that change
  // ---------------------------------------------------------------------------------

  constexpr bool look_at_alteration() {
    if (record->declared || is_new(line.columns[record->column].alive))
      return assumed_safe || look_at_alteration_alone();
    for (u16 i = 0; i < record->done->change_count; ++i) {
      const attribute& change = *record->done->changes[i];
      if (change.kind != attribute_kind::set_type || change.loses_data) continue;
      const column_type& was = *line.column_at(record->column, at - 1).type;
      if (change.reverse || (!change.expression && holds_all(was, *change.type))) continue;
      finding f{.broken = rule::data_lost, .object = column_before(), .other = type_text(was)};
      f.other.append(" to ");
      f.other.append(type_text(*change.type).view());
      return fail(f);
    }
    return assumed_safe || look_at_alteration_alone();
  }

  constexpr bool look_at_alteration_alone() {
    const change c = change_of(at, false);
    const u32 end = line.last_instants[record->migration + 1];
    const column_span &was = line.column_at(record->column, c.from),
                      &is = line.column_at(record->column, c.to);
    if (has_default(was) && !has_default(is)) {
      const column_span& last = line.column_at(record->column, end);
      if (!last.nullable && !has_default(last) && line.columns[record->column].alive.to > end)
        return fail({.broken = rule::breaks_running_programs,
                     .object = column_before(),
                     .other = text_view("drop_default")});
    }
    return look_at_work(c);
  }

  // -- what PostgreSQL does
  // --------------------------------------------------------------------------------

  constexpr short_name object_of_work() const {
    if (record->column >= 0) return line.column_name(record->column, at);
    return record->object >= 0 ? object_name(line, record->object,
                                             record->done->kind == operation_kind::drop_index ? at - 1 : at)
                               : short_name();
  }

  constexpr bool look_at_work(const change& c) {
    if (record->declared) return true;
    const table_work work = work_on(line, record->table, c);
    const bool drops_index = record->done->kind == operation_kind::drop_index;
    if (!work.scans && !drops_index) return true;
    const safe_form form = safe_form_at(line, at, false);
    if (has_phases(form))
      return safe_form_of(line, record->migration, false) != safe_form::none ||
             fail({.broken = rule::safe_form_not_alone, .object = object_of_work()});
    finding f{.broken = work.rewrites ? rule::rewrites_table : rule::scans_under_lock,
              .object = object_of_work()};
    if (record->done->kind == operation_kind::alter_column) {
      const column_type &was = *line.column_at(record->column, c.from).type,
                        &is = *line.column_at(record->column, c.to).type;
      if (!(was == is)) {
        f.other = type_text(was);
        f.other.append(" to ");
        f.other.append(type_text(is).view());
      }
    }
    return fail(f);
  }

  /// Rows are read under the locks that the migration has taken by then.
  constexpr bool look_at_locks_before() {
    if (record->declared) return true;
    for (u32 before = step_of(line, record->migration).first; before < at; ++before)
      if (blocks_writes(work_on(line, record->table, change_of(before, false)).lock))
        return fail({.broken = rule::scans_under_lock, .object = object_of_work()});
    return true;
  }

  // -- scripts
  // ---------------------------------------------------------------------------------------------

  constexpr bool look_at_scripts(const operation& o) {
    for (const backend b : {backend::postgresql, backend::sqlite})
      for (const bool down : {false, true}) {
        const sql::script* s = o.scripts[down][u8(b)];
        if (!s) {
          if ((Line::asks_sqlite || b == backend::postgresql) && lacks_script(o, b, down))
            return fail({.broken = rule::script_missing,
                         .object = text_view(down ? "down" : "up"),
                         .other = text_view(b == backend::sqlite ? "sqlite" : "postgresql")});
          continue;
        }
        if (assumed_safe) continue;
        const sql::script_danger danger = sql::find_script_danger(s->view(), b == backend::sqlite);
        if (danger.fault == sql::script_fault::none) continue;
        return fail({.broken = danger.fault == sql::script_fault::not_safe ? rule::script_not_safe
                                                                           : rule::script_not_in_transaction,
                     .object = s->view().substr(danger.begin, danger.size),
                     .text = s->text,
                     .text_size = s->size,
                     .begin = danger.begin,
                     .size = danger.size});
      }
    return true;
  }

  /// What a script is declared to do it does on both backends, and back; one that a backend has up and the
  /// other has down goes back on one of them alone.
  static constexpr bool lacks_script(const operation& o, backend b, bool down) {
    const sql::script* other = o.scripts[down][1 - u8(b)];
    if (!down) return o.effect_count > 0;
    if (o.irreversible) return false;
    return o.effect_count > 0 || (Line::asks_sqlite && other && o.scripts[0][u8(b)]);
  }
};

/// The first operation of a sound history that is dangerous and does not say that it is meant, or that has no
/// way back and does not say so.
template <class Line>
constexpr finding find_danger(const Line& line, const migration_definition* const* migrations) {
  danger_finder<Line> finder{line, migrations};
  const u32 now = line.now;
  bool assumed = false;
  for (u32 at = 1; at <= now; ++at) {
    const instant_record& record = line.instants[at];
    const operation& o = *record.done;
    const danger_look look = look_of(o.kind);
    if (!record.declared) {
      assumed = o.is_assumed_safe();
      if (assumed && !has_words(o.assumed_safe)) {
        finder.record = &record;
        finder.at = at;
        finder.fail({.broken = rule::reason_missing});
        break;
      }
    }
    if (look == danger_look::none || (assumed && look == danger_look::unless_assumed)) continue;
    finder.at = at;
    finder.record = &record;
    finder.assumed_safe = assumed;
    if (!finder.look()) break;
  }
  return finder.found;
}

} // namespace schema
