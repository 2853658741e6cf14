// Floor 3. One operation in one direction: from an instant to another.
#pragma once

#include <schema/model/fold.hpp>

namespace schema {

/// Operation `at`, from the instant `from` to the instant `to`; `down` when it is undone.
struct change {
  u32 at{}, from{}, to{};
  bool down{};
};

constexpr change change_of(u32 at, bool down) { return {at, down ? at : at - 1, down ? at - 1 : at, down}; }

/// Whether what lives in a range comes with a change, or goes.
constexpr bool comes(const change& c, const range& alive) {
  return c.down ? alive.to == c.at : alive.from == c.at;
}
constexpr bool goes(const change& c, const range& alive) {
  return c.down ? alive.from == c.at : alive.to == c.at;
}

/// Whether an operation that makes (create, add) or unmakes (drop) makes in this direction.
constexpr bool is_making(operation_kind kind, bool down) {
  switch (kind) {
  case operation_kind::create_table:
  case operation_kind::add_column:
  case operation_kind::add_constraint:
  case operation_kind::create_index:
  case operation_kind::create_enumeration:
  case operation_kind::create_extension:
  case operation_kind::create_schema:
  case operation_kind::create_view:
  case operation_kind::create_function:
  case operation_kind::create_trigger: return !down;
  default: return down;
  }
}

/// Whether a derived name is made of other names after the change; told without writing it.
template <class Line> constexpr bool derives_anew(const Line& line, const object_life& o, const change& c) {
  const auto differs = [&](column_id column) {
    return column >= 0 && !same_name(line.column_name(column, c.from), line.column_name(column, c.to));
  };
  if (!same_name(line.table_name(o.table, c.from), line.table_name(o.table, c.to))) return true;
  if (o.kind == part_kind::primary_key) return false;
  if (differs(o.only_column)) return true;
  for (u16 i = 0; i < o.key_count; ++i)
    if (differs(line.keys[o.first_key + i].column)) return true;
  return false;
}

/// Whether a constraint or index that stays is called otherwise after the change.
template <class Line> constexpr bool is_renamed(const Line& line, object_id id, const change& c) {
  const object_life& o = line.objects[id];
  if (!o.alive.holds(c.from) || !o.alive.holds(c.to)) return false;
  const name was = line.given_name(id, c.from), is = line.given_name(id, c.to);
  if (was && is) return !same_name(was, is);
  if (!was && !is && !derives_anew(line, o, c)) return false;
  return object_name(line, id, c.from).view() !=
         object_name(line, id, c.to).view(); // clipped, they may agree
}

/// Whether PostgreSQL can refresh a materialized view while others read it: it needs a unique index on
/// columns and all rows (PostgreSQL 15, REFRESH MATERIALIZED VIEW).
template <class Line> constexpr bool refreshes_concurrently(const Line& line, table_id view, u32 instant) {
  for (object_id o = line.tables[view].first_object; o >= 0; o = line.objects[o].next) {
    const object_life& index = line.objects[o];
    if (!index.alive.holds(instant) || !index.unique || index.expression) continue;
    u16 columns = 0;
    while (columns < index.key_count && line.keys[index.first_key + columns].column >= 0) ++columns;
    if (columns == index.key_count) return true;
  }
  return false;
}

/// The span that an alter_column began.
template <class Line> constexpr const column_span& altered_span(const Line& line, u32 at) {
  return line.column_at(line.instants[at].column, at);
}

/// The expression by which the values of a column become its other type; none where they do by themselves.
template <class Line> constexpr bound_expression conversion_of(const Line& line, const change& c) {
  const i32 how = altered_span(line, c.at).retyping;
  if (how < 0) return {};
  return c.down ? line.retypings[how].reverse : line.retypings[how].conversion;
}

/// Whether a change gives a column another type, or its values by an expression: a set_type may do one
/// without the other.
template <class Line> constexpr bool retypes(const Line& line, const change& c) {
  const instant_record& record = line.instants[c.at];
  if (record.done->kind != operation_kind::alter_column) return false;
  return !(*line.column_at(record.column, c.from).type == *line.column_at(record.column, c.to).type) ||
         conversion_of(line, c);
}

/// Whether a column compares otherwise after the change.
template <class Line> constexpr bool is_recollated(const Line& line, column_id c, u32 from, u32 to) {
  if constexpr (Line::has_traits) {
    const table_id t = line.columns[c].table;
    return !same_trait(line.trait_at(attribute_kind::collation, t, c, from),
                       line.trait_at(attribute_kind::collation, t, c, to));
  }
  return false;
}

constexpr bool same_default(const default_value* a, const default_value* b) {
  return a == b || (a && b && *a == *b);
}

/// Whether there is no way back over an operation.
template <class Line> constexpr bool is_irreversible(const Line& line, u32 at) {
  const instant_record& record = line.instants[at];
  if (record.declared) return false;
  if (record.done->irreversible) return true;
  if (record.done->kind != operation_kind::alter_column) return false;
  const i32 how = altered_span(line, at).retyping;
  return how >= 0 && line.retypings[how].irreversible;
}

/// Whether a column of the enumeration stands at an instant.
template <class Line> constexpr bool is_of(const Line& line, column_id c, enumeration_id e, u32 instant) {
  if (c < 0) return false;
  const column_span& first = line.column_spans[line.columns[c].first_span]; // most have no other
  const column_span& span = first.next < 0 ? first : line.column_at(c, instant);
  return span.enumeration == e && span.alive.holds(instant);
}

template <class Line>
constexpr bool names_enumeration(const Line& line, const bound_expression& x, enumeration_id e, u32 instant) {
  if (x)
    for (u16 i = 0; i < x.source->node_count; ++i)
      if (is_of(line, line.bindings[x.first_binding + i], e, instant)) return true;
  return false;
}

/// Whether a constraint or an index holds values of the type, not only columns: ALTER COLUMN TYPE can't carry
/// it.
template <class Line>
constexpr bool stands_in_the_way(const Line& line, const object_life& o, enumeration_id e, u32 instant) {
  if (names_enumeration(line, o.expression, e, instant)) return true;
  const u16 count = o.kind == part_kind::foreign_key ? 2 * o.key_count : o.key_count;
  for (u16 i = 0; i < count; ++i) {
    const bound_key& key = line.keys[o.first_key + i];
    if (o.kind == part_kind::foreign_key && is_of(line, key.column, e, instant)) return true;
    if (names_enumeration(line, key.expression, e, instant)) return true;
  }
  return false;
}

} // namespace schema
