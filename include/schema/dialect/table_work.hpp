// Floor 3. What an operation does to the tables that stand on PostgreSQL, while programs run: the lock that
// it takes, whether it writes the table anew or reads all of it. tests/runtime/locks.cpp holds it against the
// catalogues.
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/storage.hpp>

namespace schema {

/// The names of pg_locks, weak to strong (PostgreSQL 15, 13.3).
enum class table_lock : u8 {
  none,
  access_share,
  row_share,
  row_exclusive,
  share_update_exclusive,
  share,
  share_row_exclusive,
  exclusive,
  access_exclusive
};

/// Whether rows can't be written while it is held.
constexpr bool blocks_writes(table_lock lock) { return lock >= table_lock::share; }

/// What happens to one table.
struct table_work {
  table_lock lock{};
  bool rewrites{}; ///< all rows are written anew, into another file
  bool scans{};    ///< all rows are read: to check them, or to build an index; so a rewrite does, too

  constexpr void take(table_lock another) {
    if (another > lock) lock = another;
  }
  constexpr void scan(table_lock under) {
    take(under);
    scans = true;
  }
  constexpr void scan_unless(bool is_spared, table_lock under) { is_spared ? take(under) : scan(under); }
  constexpr void rewrite() {
    scan(table_lock::access_exclusive);
    rewrites = true;
  }
};

/// Whether two rows of one statement get different values, so that ADD COLUMN can't keep one for all of them.
constexpr bool is_per_row(const default_value& value) {
  if (value.kind != value_kind::expression || value.expression->volatile_node < 0) return false;
  for (u16 i = 0; i < value.expression->node_count; ++i) {
    const sql::node& n = value.expression->nodes[i];
    if (n.kind == sql::node_kind::call && sql::changes_with_rows(n.hash)) return true;
  }
  return false;
}

/// Whether values of a type stay as they are, byte for byte and unchecked, in a column of the other
/// (ATColumnChangeRequiresRewrite and the support functions of varchar and numeric).
constexpr bool keeps_bytes(const column_type& from, const column_type& to) {
  if (from.kind == type_kind::varchar && to.kind == type_kind::text) return true;
  if (from.kind != to.kind) return false;
  switch (from.kind) {
  case type_kind::varchar: return to.length >= from.length;
  case type_kind::numeric: return to.scale == from.scale && to.length >= from.length;
  case type_kind::enumeration: return from == to;
  default: return true;
  }
}

/// Whether a conversion is the column itself.
template <class Line>
constexpr bool is_column_itself(const Line& line, const bound_expression& e, column_id column) {
  return line.bindings[e.first_binding + e.source->inside(e.source->root)] == column;
}

/// Whether a CHECK that stands says of a column that it IS NOT NULL: SET NOT NULL believes
/// it (PostgreSQL 15, ALTER TABLE).
template <class Line>
constexpr bool says_not_null(const Line& line, const bound_expression& e, i16 at, column_id c) {
  const i16 i = e.source->inside(at);
  const sql::node& n = e.source->nodes[i];
  if (n.kind == sql::node_kind::is_not_null)
    return line.bindings[e.first_binding + e.source->inside(n.first)] == c;
  if (n.kind != sql::node_kind::binary) return false;
  const i16 left = n.first, right = e.source->nodes[n.first].next;
  if (n.operation == sql::binary_operator::logical_and)
    return says_not_null(line, e, left, c) || says_not_null(line, e, right, c);
  return n.operation == sql::binary_operator::logical_or && says_not_null(line, e, left, c) &&
         says_not_null(line, e, right, c);
}
template <class Line> constexpr bool is_proven_not_null(const Line& line, column_id c, u32 instant) {
  for (object_id o = line.tables[line.columns[c].table].first_object; o >= 0; o = line.objects[o].next) {
    const object_life& check = line.objects[o];
    if (check.kind == part_kind::check && check.alive.holds(instant) && !is_not_valid(check.terms) &&
        says_not_null(line, check.expression, check.expression.source->root, c))
      return true;
  }
  return false;
}

/// Reckons what one operation does to one table.
template <class Line> struct work_reckoner {
  const Line& line;
  const change& c;
  table_id table;
  table_work work{};

  /// A constraint or an index comes, by a statement of its own, or goes.
  constexpr void make(const object_life& o) {
    if (o.kind == part_kind::foreign_key) {
      if (o.table == table) work.scan_unless(is_not_valid(o.terms), table_lock::share_row_exclusive);
      if (o.target == table) work.take(table_lock::share_row_exclusive);
    } else if (o.table == table) {
      work.scan_unless(is_not_valid(o.terms),
                       o.kind == part_kind::index ? table_lock::share : table_lock::access_exclusive);
    }
  }
  /// Rows are read beside those who write; back, the constraint is made anew without a look at them.
  constexpr void validate(const object_life& o) {
    if (c.down) return drop(o);
    if (o.table == table) work.scan(table_lock::share_update_exclusive);
    if (o.target == table) work.take(table_lock::row_share);
  }
  constexpr void drop(const object_life& o) {
    if (o.table == table || o.target == table) work.take(table_lock::access_exclusive);
  }

  /// Objects of a table that come or go with it, or with a column, each seen once.
  constexpr void change_objects(table_id of) {
    for (object_id o = line.tables[of].first_object; o >= 0; o = line.objects[o].next) {
      if (comes(c, line.objects[o].alive)) make(line.objects[o]);
      if (goes(c, line.objects[o].alive)) drop(line.objects[o]);
    }
  }

  constexpr void add_column(column_id column) {
    if (line.columns[column].table != table) return;
    work.take(table_lock::access_exclusive);
    const column_span& span = line.column_at(column, c.to);
    if (span.identity || span.generated || (has_default(span) && is_per_row(*span.value)))
      work.rewrite();
    else if (!span.nullable && !has_default(span))
      work.scans = true; // for rows, which it would refuse
  }

  /// What stands on a column while its type changes: constraints are made again, and indexes that hold more
  /// than columns are built again. A rewrite builds all of them.
  constexpr void retype(column_id column, bool rewrites, bool recollates = false) {
    const table_id own = line.columns[column].table;
    if (own == table) {
      work.take(table_lock::access_exclusive);
      if (rewrites) work.rewrite();
      for (object_id o = line.tables[own].first_object; o >= 0; o = line.objects[o].next) {
        const object_life& object = line.objects[o];
        if (!object.alive.holds(c.from) || !object.alive.holds(c.to)) continue;
        if (!is_not_valid(object.terms) && names_column(line, object.expression, column)) work.scans = true;
        for (u16 i = 0; i < object.key_count && Line::is_relation(object.kind); ++i) {
          const bound_key& key = line.keys[object.first_key + i];
          const bool is_ordered = i < object.key_count - included_of(object.terms); // what it includes is not
          if (names_column(line, key.expression, column) ||
              (key.column == column && ((recollates && is_ordered) || holds_expressions(object))))
            work.scans = true;
        }
      }
    }
    each_tie(column, [&](const object_life& foreign) {
      if (foreign.table == table || foreign.target == table) work.take(table_lock::access_exclusive);
      if (rewrites && foreign.table == table && !is_not_valid(foreign.terms)) work.scans = true;
    });
  }

  constexpr bool holds_expressions(const object_life& index) const {
    if (index.expression) return true;
    for (u16 i = 0; i < index.key_count; ++i)
      if (line.keys[index.first_key + i].expression) return true;
    return false;
  }

  /// Foreign keys that stand and have the column at either end.
  template <class Visit> constexpr void each_tie(column_id column, Visit&& visit) const {
    const table_id own = line.columns[column].table;
    const auto stands = [&](const object_life& o) { return o.alive.holds(c.from) && o.alive.holds(c.to); };
    for (object_id o = line.tables[own].first_object; o >= 0; o = line.objects[o].next) {
      const object_life& foreign = line.objects[o];
      if (foreign.kind == part_kind::foreign_key && stands(foreign) &&
          has_key(foreign.first_key, foreign, column))
        visit(foreign);
    }
    for (object_id o = line.tables[own].first_incoming; o >= 0; o = line.objects[o].next_incoming) {
      const object_life& foreign = line.objects[o];
      if (stands(foreign) && has_key(foreign.first_key + foreign.key_count, foreign, column)) visit(foreign);
    }
  }
  constexpr bool has_key(i32 first, const object_life& o, column_id column) const {
    for (u16 i = 0; i < o.key_count; ++i)
      if (line.keys[first + i].column == column) return true;
    return false;
  }

  constexpr void alter_column(column_id column) {
    const column_span &was = line.column_at(column, c.from), &is = line.column_at(column, c.to);
    const bool recollates = is_recollated(line, column, c.from, c.to);
    if (recollates || retypes(line, c)) {
      const bound_expression conversion = conversion_of(line, c);
      retype(column,
             !keeps_bytes(*was.type, *is.type) || (conversion && !is_column_itself(line, conversion, column)),
             recollates);
    }
    if (line.columns[column].table != table) return;
    const bool had = has_default(was), has = has_default(is);
    if (had != has || was.nullable != is.nullable || (had && !(*was.value == *is.value)))
      work.take(table_lock::access_exclusive);
    if (was.nullable && !is.nullable && !is_proven_not_null(line, column, c.from)) work.scans = true;
  }

  /// Whether a view, by way of others too, reads a table with a column of an enumeration.
  constexpr bool reads(table_id view, enumeration_id e) const {
    return folding::any_read(line, line.table_at(view, c.from), sql::node_kind::source, [&](table_id read) {
      if (line.tables[read].is_view) return reads(read, e);
      for (column_id column = line.tables[read].first_column; column >= 0; column = line.columns[column].next)
        if (is_of(line, column, e, c.to)) return true;
      return false;
    });
  }

  /// PostgreSQL drops no label: the type is made again, and every column of it is converted. A materialized
  /// view that reads one is made anew.
  constexpr void remove_value(enumeration_id e) {
    if constexpr (Line::materializes)
      if (folding::is_materialized(line, table)) {
        if (line.tables[table].alive.holds(c.from) && reads(table, e)) work.rewrite();
        return;
      }
    for (object_id o = 0; o < line.object_count; ++o) {
      const object_life& object = line.objects[o];
      if (!object.alive.holds(c.to) || !stands_in_the_way(line, object, e, c.to)) continue;
      drop(object);
      make(object);
    }
    for (column_id column = 0; column < line.column_count; ++column)
      if (is_of(line, column, e, c.to)) retype(column, true);
  }

  /// Whether the trigger that comes or goes is one of PostgreSQL's.
  constexpr bool has_trigger_text([[maybe_unused]] const instant_record& record) const {
    if constexpr (Line::has_routines)
      return line.routines[record.object].text(backend::postgresql) != nullptr;
    return false;
  }

  constexpr table_work run() {
    const instant_record& record = line.instants[c.at];
    if (record.declared) return work;
    switch (const operation_kind kind = record.done->kind) {
    case operation_kind::create_table:
    case operation_kind::drop_table:
      if (!is_making(kind, c.down) && record.table == table) work.take(table_lock::access_exclusive);
      change_objects(record.table);
      break;
    case operation_kind::rename_table:
    case operation_kind::rename_column:
    case operation_kind::rename_constraint:
    case operation_kind::alter_constraint:
      if (record.table == table) work.take(table_lock::access_exclusive);
      break;
    case operation_kind::add_column:
    case operation_kind::drop_column:
      if (is_making(kind, c.down))
        add_column(record.column);
      else if (record.table == table)
        work.take(table_lock::access_exclusive);
      change_objects(record.table);
      break;
    case operation_kind::alter_column: alter_column(record.column); break;
    case operation_kind::create_trigger:
    case operation_kind::drop_trigger:
      if (record.table == table && has_trigger_text(record))
        work.take(is_making(kind, c.down) ? table_lock::share_row_exclusive : table_lock::access_exclusive);
      break;
    case operation_kind::set_comment:
      if (record.table == table) work.take(table_lock::share_update_exclusive);
      break;
    case operation_kind::add_constraint:
    case operation_kind::drop_constraint:
    case operation_kind::create_index:
    case operation_kind::drop_index:
      if (is_making(kind, c.down))
        make(line.objects[record.object]);
      else
        drop(line.objects[record.object]);
      break;
    case operation_kind::validate_constraint: validate(line.objects[record.object]); break;
    case operation_kind::add_value:
      if (c.down) remove_value(record.enumeration);
      break;
    case operation_kind::drop_view:
    case operation_kind::create_view:
      if (record.table == table && !is_making(kind, c.down)) work.take(table_lock::access_exclusive);
      break;
    case operation_kind::refresh_view:
      if constexpr (Line::materializes)
        if (record.table == table && !c.down)
          refreshes_concurrently(line, table, c.to) ? work.take(table_lock::exclusive) : work.rewrite();
      break;
    case operation_kind::data:
      if (record.changed[c.down] == table) work.take(table_lock::row_exclusive);
      break;
    default: break;
    }
    return work;
  }
};

/// What the operation of a change does to a table that stands before it. Of a data statement only what it
/// does to the table that it changes; of an `execute` nothing is known.
template <class Line> constexpr table_work work_on(const Line& line, table_id table, const change& c) {
  return work_reckoner<Line>{line, c, table}.run();
}

} // namespace schema
