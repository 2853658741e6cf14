// Floor 3. Foreign keys, and constraint triggers, that wait for the end of a transaction on PostgreSQL: a
// table with checks still to come can't be altered, so that they are done before.
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/create.hpp>

namespace schema::postgresql_ddl {

/// The same foreign key under the terms that it gets.
template <class R> constexpr void alter_constraint(R& r, const instant_record& record, const change& c) {
  constexpr text_view terms[] = {" NOT DEFERRABLE", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED"};
  const i32 keys = r.line.objects[record.object].first_key;
  each_object(r.line, record.table, c.to, [&](object_id o) {
    if (r.line.objects[o].kind != part_kind::foreign_key || r.line.objects[o].first_key != keys) return;
    alter_table(r, record.table, c.to) << "ALTER CONSTRAINT ";
    write_object_name(r, o, c.to);
    r.out << terms[u8(deferral_of(r.line.objects[o].terms))];
    r.out.end();
  });
}

/// Follows the changes of a step and writes SET CONSTRAINTS where it is needed. It takes every change of rows
/// for one that leaves checks, since actions of foreign keys may carry it to any table.
template <class R> struct deferred_checks {
  R& r;
  bool pending{};  ///< rows were changed since
  bool advanced{}; ///< the keys are checked at once, until rows are changed again
  u16 changed_by{};

  constexpr bool is_deferred(object_id o, u32 instant) const {
    return deferral_of(r.line.objects[o].terms) == deferral::initially_deferred &&
           r.line.objects[o].alive.holds(instant);
  }
  /// Calls `visit(trigger)` for the constraint triggers that wait.
  template <class Visit>
  constexpr void each_deferred_trigger([[maybe_unused]] u32 instant, Visit&& visit) const {
    if constexpr (R::has_routines)
      for (i32 i = 0; i < r.line.routine_count; ++i)
        if (const routine_life& t = r.line.routines[i];
            t.is_trigger() && deferral_of(t.made->terms) == deferral::initially_deferred &&
            t.alive.holds(instant))
          visit(t);
  }
  constexpr void set(u32 instant, text_view when, u16 operation) {
    bool begun = false;
    r.out.operation = operation;
    const auto begin = [&] {
      if (!begun) r.out.begin();
      r.out << (begun ? packed_word(", ") : packed_word("SET CONSTRAINTS "));
      begun = true;
    };
    for (object_id o = 0; o < r.line.object_count; ++o) {
      if (!is_deferred(o, instant)) continue;
      begin();
      write_placed_name(r, o, instant);
    }
    each_deferred_trigger(instant, [&](const routine_life& trigger) {
      begin();
      write_place(r, trigger.table, instant);
      r.out.identifier(trigger.made->from);
    });
    if (!begun) return;
    r.out << when;
    r.out.end();
  }

  /// Whether a table may have checks to come.
  constexpr bool waits(table_id table, u32 instant) const {
    for (object_id o = 0; o < r.line.object_count; ++o)
      if (is_deferred(o, instant) && (r.line.objects[o].table == table || r.line.objects[o].target == table))
        return true;
    bool is_waiting = false;
    each_deferred_trigger(instant,
                          [&](const routine_life& t) { is_waiting = is_waiting || t.table == table; });
    return is_waiting;
  }
  /// Whether PostgreSQL refuses a change while checks are to come; renames it does not.
  constexpr bool is_refused(const change& c) const {
    const instant_record& record = r.line.instants[c.at];
    switch (record.done->kind) {
    case operation_kind::create_trigger:
    case operation_kind::drop_trigger:
    case operation_kind::create_table:
    case operation_kind::drop_table:
      if (is_making(record.done->kind, c.down)) return false;
      break;
    case operation_kind::add_column:
    case operation_kind::drop_column:
    case operation_kind::alter_column:
    case operation_kind::add_constraint:
    case operation_kind::drop_constraint:
    case operation_kind::alter_constraint:
    case operation_kind::validate_constraint:
    case operation_kind::create_index:
    case operation_kind::drop_index: break;
    case operation_kind::add_value: return c.down; // columns of the type get another
    default: return false;
    }
    if (waits(record.table, c.from)) return true;
    for (object_id o = r.line.tables[record.table].first_object; o >= 0; o = r.line.objects[o].next)
      if (r.line.objects[o].alive.holds(c.from) && r.line.objects[o].target >= 0 &&
          waits(r.line.objects[o].target, c.from))
        return true;
    return false;
  }

  constexpr void before(const change& c) {
    const instant_record& record = r.line.instants[c.at];
    const operation& o = *record.done;
    if (record.declared) return;
    const bool changes_rows = o.kind == operation_kind::data && (c.down ? o.down : o.up);
    const bool runs_script = o.scripts[c.down][u8(backend::postgresql)] && !is_of_routine(o.kind);
    if (changes_rows || runs_script) {
      if (advanced) set(c.from, " DEFERRED", record.ordinal);
      advanced = false;
      pending = true;
      changed_by = record.ordinal;
    } else if (pending && is_refused(c)) {
      settle(c.from);
      advanced = true;
    }
  }
  /// Checks what is to come; a row that fails is told of the operation that changed it.
  constexpr void settle(u32 instant) {
    if (pending) set(instant, " IMMEDIATE", changed_by);
    pending = false;
  }
};

} // namespace schema::postgresql_ddl
