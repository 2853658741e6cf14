// Floor 2. Names of constraints and indexes that were given none: PostgreSQL's, on both backends.
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/text/short_name.hpp>

namespace schema {

constexpr std::string_view derived_label(part_kind kind) {
  switch (kind) {
  case part_kind::primary_key: return "_pkey";
  case part_kind::unique: return "_key";
  case part_kind::foreign_key: return "_fkey";
  case part_kind::index: return "_idx";
  default: return "_check";
  }
}

/// How many bytes of a text fit into `limit` without cutting a UTF-8 character.
constexpr u32 clipped_size(std::string_view text, u32 limit) {
  if (text.size() <= limit) return u32(text.size());
  while (limit > 0 && (u8(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
}

/// What an index calls an expression that it holds: the function at its top, or `expr`.
constexpr std::string_view expression_name(const sql::expression& e) {
  i16 at = e.root;
  while (at >= 0 && e.nodes[at].kind == sql::node_kind::parenthesis) at = e.nodes[at].first;
  return at >= 0 && e.nodes[at].kind == sql::node_kind::call ? e.at(e.nodes[at]) : std::string_view("expr");
}

/// The pieces that a derived name is put together from: a table and key columns, at an instant.
template <class Timeline> struct derived_name_parts {
  const Timeline& line;
  const object_life& object;
  u32 instant;

  constexpr u32 count() const {
    if (object.kind == part_kind::primary_key) return 0;
    if (object.kind == part_kind::check) return object.only_column >= 0 ? 1 : 0;
    return object.key_count;
  }
  constexpr std::string_view at(u32 i) const {
    if (object.kind == part_kind::check) return line.column_name(object.only_column, instant)->view();
    const bound_key& key = line.keys[object.first_key + i32(i)];
    return key.column >= 0 ? line.column_name(key.column, instant)->view()
                           : expression_name(*key.expression.source);
  }
  constexpr name table() const { return line.table_name(object.table, instant); }
};

/// The name, with both halves clipped as PostgreSQL clips them (makeObjectName: the longer gives way first).
template <class Timeline>
constexpr short_name derive_name(const Timeline& line, const object_life& object, u32 instant) {
  const derived_name_parts<Timeline> parts{line, object, instant};
  short_name columns;
  for (u32 i = 0; i < parts.count(); ++i) {
    if (i) columns.append("_");
    columns.append(parts.at(i));
  }
  short_name label;
  label.append(derived_label(object.kind));
  if (object.number) {
    if (object.number >= 100) label.data[label.size++] = char('0' + object.number / 100);
    if (object.number >= 10) label.data[label.size++] = char('0' + object.number / 10 % 10);
    label.data[label.size++] = char('0' + object.number % 10);
  }
  const std::string_view table = parts.table()->view();
  const u32 room = longest_name - label.size - (columns.size ? 1 : 0);
  u32 table_size = u32(table.size()), columns_size = columns.size;
  while (table_size + columns_size > room) (table_size > columns_size ? table_size : columns_size)--;

  short_name out;
  out.append(table.substr(0, clipped_size(table, table_size)));
  if (columns.size) {
    out.append("_");
    out.append(columns.view().substr(0, clipped_size(columns.view(), columns_size)));
  }
  out.append(label.view());
  return out;
}

/// The hash of the derived name. Names that need no clipping, nearly all, are hashed without being written.
template <class Timeline>
constexpr u64 derived_hash(const Timeline& line, const object_life& object, u32 instant) {
  const derived_name_parts<Timeline> parts{line, object, instant};
  const name table = parts.table();
  u32 size = table->size + u32(derived_label(object.kind).size()) + 3;
  u64 hash = table->hash;
  for (u32 i = 0; i < parts.count(); ++i) {
    const std::string_view column = parts.at(i);
    size += 1 + u32(column.size());
    if (size > longest_name) return hash_name(derive_name(line, object, instant).view());
    hash = hash_byte(hash, '_');
    for (char c : column) hash = hash_byte(hash, lower(c));
  }
  if (size > longest_name || object.number) return hash_name(derive_name(line, object, instant).view());
  return hash_more(hash, derived_label(object.kind));
}

/// The name of a constraint or index at an instant: given, or else derived.
template <class Timeline> constexpr short_name object_name(const Timeline& line, object_id id, u32 instant) {
  short_name out;
  if (const name given = line.given_name(id, instant))
    out.append(given->view());
  else
    out = derive_name(line, line.objects[id], instant);
  return out;
}

template <class Timeline> constexpr u64 object_hash(const Timeline& line, object_id id, u32 instant) {
  if (const name given = line.given_name(id, instant)) return given->hash;
  return derived_hash(line, line.objects[id], instant);
}

} // namespace schema
