// Floor 3. Constraints and indexes.
#pragma once

#include <schema/dialect/expression.hpp>
#include <schema/model/derived_name.hpp>

#include <type_traits>

namespace schema {

/// In the order of referential_action.
inline constexpr packed_word action_words[] = {"NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"};

/// The name of a constraint or an index at an instant, written from its pieces when nothing is clipped.
template <class R> constexpr void write_object_name(R& r, object_id id, u32 instant) {
  if (const name given = r.line.given_name(id, instant)) {
    if constexpr (R::has_schemas)
      r.out.identifier(given->own());
    else
      r.out.identifier(given);
    return;
  }
  const object_life& o = r.line.objects[id];
  const derived_name_parts<std::remove_cvref_t<decltype(r.line)>> parts{r.line, o, instant};
  const name table = parts.table();
  const packed_word label = derived_label(o.kind);
  const u32 count = parts.count();
  bool is_plain = table->is_plain && !o.number;
  u32 size = table->size + label.size - 1;
  for (u32 i = 0; i < count && is_plain; ++i) {
    const name column = parts.column_name(i);
    is_plain = column && column->is_plain;
    if (is_plain) size += 1 + column->size;
  }
  if (!is_plain || size > longest_name || (count > 1 && parts.may_repeat())) {
    r.out.identifier(derive_name(r.line, o, instant).view());
    return;
  }
  r.out.joined('"', table);
  for (u32 i = 0; i < count; ++i) r.out.joined('_', parts.column_name(i));
  r.out << label;
}

/// What stands before the name of an index, a constraint, a trigger or a sequence where nothing else says
/// whose it is: the schema of its table.
template <class R>
constexpr void write_place([[maybe_unused]] R& r, [[maybe_unused]] table_id table,
                           [[maybe_unused]] u32 instant) {
  if constexpr (R::has_schemas)
    if (const name of = r.line.table_name(table, instant); of->is_pair())
      r.out.identifier(of->place()) << ".";
}
template <class R> constexpr void write_placed_name(R& r, object_id id, u32 instant) {
  if constexpr (R::has_schemas) write_place(r, r.line.objects[id].table, instant);
  write_object_name(r, id, instant);
}

/// Some keys from `first` on, in parentheses.
template <class R> constexpr void write_keys(R& r, i32 first, u16 count, u32 instant) {
  for (u16 i = 0; i < count; ++i) {
    const bound_key& key = r.line.keys[first + i];
    const packed_word before = i ? packed_word(", ") : packed_word("(");
    if (key.column >= 0) {
      r.out.identifier(before, r.line.column_name(key.column, instant));
    } else {
      r.out << before << "(";
      write_expression(r, key.expression, instant);
      r.out << ")";
    }
    if (key.descending) r.out << " DESC";
  }
  r.out << ")";
}

/// REFERENCES and what follows it.
template <class R> constexpr void write_references(R& r, const object_life& o, u32 instant) {
  r.out << " REFERENCES ";
  r.out.identifier(r.line.table_name(o.target, instant), " ");
  write_keys(r, o.first_key + o.key_count, o.key_count, instant);
  if (o.on_delete != referential_action::no_action) r.out << " ON DELETE " << action_words[u8(o.on_delete)];
  if (o.on_update != referential_action::no_action) r.out << " ON UPDATE " << action_words[u8(o.on_update)];
  if (o.terms && deferral_of(o.terms) != deferral::none) r.out << " DEFERRABLE";
  if (deferral_of(o.terms) == deferral::initially_deferred) r.out << " INITIALLY DEFERRED";
}

/// CONSTRAINT "name" … of a table.
template <class R> constexpr void write_constraint(R& r, object_id id, u32 instant) {
  const object_life& o = r.line.objects[id];
  r.out << "CONSTRAINT ";
  write_object_name(r, id, instant);
  switch (o.kind) {
  case part_kind::primary_key:
    r.out << " PRIMARY KEY ";
    write_keys(r, o.first_key, o.key_count, instant);
    break;
  case part_kind::unique:
    r.out << " UNIQUE ";
    write_keys(r, o.first_key, o.key_count, instant);
    break;
  case part_kind::foreign_key:
    r.out << " FOREIGN KEY ";
    write_keys(r, o.first_key, o.key_count, instant);
    write_references(r, o, instant);
    break;
  default:
    r.out << " CHECK (";
    write_expression(r, o.expression, instant);
    r.out << ")";
  }
  if constexpr (R::alters_constraints)
    if (!r.is_sqlite && is_not_valid(o.terms)) r.out << " NOT VALID";
}

/// Whether a CREATE TABLE leaves a constraint out: SQLite knows none that is not valid, and PostgreSQL takes
/// what comes with a table for valid.
template <class R> constexpr bool stands_apart(const object_life& o) {
  if constexpr (R::alters_constraints) return is_not_valid(o.terms);
  return false;
}

/// In the order of index_method.
inline constexpr packed_word method_texts[] = {"", "USING hash ", "USING gin ", "USING brin "};

/// What follows CREATE INDEX; of a key, the index behind it.
template <class R> constexpr void write_index(R& r, object_id id, u32 instant) {
  const object_life& o = r.line.objects[id];
  write_object_name(r, id, instant);
  r.out << " ON ";
  r.out.identifier(r.line.table_name(o.table, instant), " ");
  if (!r.is_sqlite && o.terms) r.out << method_texts[u8(method_of(o.terms))];
  const u16 included = included_of(o.terms), count = o.key_count - included;
  write_keys(r, o.first_key, count, instant);
  if (!r.is_sqlite && included) {
    r.out << " INCLUDE ";
    write_keys(r, o.first_key + count, included, instant);
  }
  if (o.expression) {
    r.out << " WHERE ";
    write_expression(r, o.expression, instant);
  }
}

template <class R> constexpr void create_index(R& r, object_id id, u32 instant) {
  const object_life& o = r.line.objects[id];
  r.out.begin();
  r.keep(r.kept.objects[id], r.kept.object_changes[o.table], [&] {
    if (o.unique)
      r.out << "CREATE UNIQUE INDEX ";
    else
      r.out << "CREATE INDEX ";
    write_index(r, id, instant);
  });
  r.out.end();
}

template <class R> constexpr void drop_index(R& r, object_id id, u32 instant) {
  r.out.begin();
  r.out << "DROP INDEX ";
  write_placed_name(r, id, instant);
  r.out.end();
}

/// Calls `visit(id)` for the objects of a table that stand at an instant.
template <class Line, class Visit>
constexpr void each_object(const Line& line, table_id table, u32 instant, Visit&& visit) {
  for (object_id o = line.tables[table].first_object; o >= 0; o = line.objects[o].next)
    if (line.objects[o].alive.from <= instant && instant < line.objects[o].alive.to) visit(o);
}

template <class R> constexpr void create_indexes(R& r, table_id table, u32 instant) {
  each_object(r.line, table, instant, [&](object_id o) {
    if (r.line.objects[o].kind == part_kind::index) create_index(r, o, instant);
  });
}

} // namespace schema
