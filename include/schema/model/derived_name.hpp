// Floor 2. Names of constraints and indexes that were given none: PostgreSQL's, on both backends.
#pragma once

#include <schema/model/expression_name.hpp>
#include <schema/text/packed_text.hpp>
#include <schema/text/short_name.hpp>

namespace schema {

/// What a derived name ends with, and the mark that closes it in SQL.
constexpr packed_word derived_label(part_kind kind) {
  switch (kind) {
  case part_kind::primary_key: return "_pkey\"";
  case part_kind::unique: return "_key\"";
  case part_kind::foreign_key: return "_fkey\"";
  case part_kind::index: return "_idx\"";
  default: return "_check\"";
  }
}

/// How many bytes of a text fit into `limit` without cutting a UTF-8 character.
constexpr u32 clipped_size(text_view text, u32 limit) {
  if (text.size() <= limit) return u32(text.size());
  while (limit > 0 && (u8(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
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
  /// Null for an expression, whose part of the name is made up.
  constexpr name column_name(u32 i) const {
    const column_id column =
        object.kind == part_kind::check ? object.only_column : line.keys[object.first_key + i32(i)].column;
    return column < 0 ? nullptr : line.column_name(column, instant);
  }
  constexpr text_view at(u32 i) const {
    const name column = column_name(i);
    return column ? column->view() : suggest_name(line, line.keys[object.first_key + i32(i)], instant).text;
  }
  /// Whether two of the pieces could be one name: of an index alone, where PostgreSQL numbers them.
  constexpr bool may_repeat() const {
    if (object.kind != part_kind::index) return false;
    for (i32 i = 0; i < object.key_count; ++i) {
      if (line.keys[object.first_key + i].column < 0) return true;
      for (i32 j = 0; j < i; ++j)
        if (line.keys[object.first_key + i].column == line.keys[object.first_key + j].column) return true;
    }
    return false;
  }
  constexpr name table() const { return line.table_name(object.table, instant); }
};

/// PostgreSQL's INDEX_MAX_KEYS.
inline constexpr u32 most_index_keys = 32;

constexpr void append_number(short_name& out, u32 number) {
  if (number >= 100) out.data[out.size++] = char('0' + number / 100 % 10);
  if (number >= 10) out.data[out.size++] = char('0' + number / 10 % 10);
  out.data[out.size++] = char('0' + number % 10);
}

/// The pieces with "_" between them; one that stood before is numbered (ChooseIndexColumnNames).
template <class Timeline> constexpr short_name join_numbered(const derived_name_parts<Timeline>& parts) {
  short_name out, pieces[most_index_keys];
  const u32 count = parts.count() < most_index_keys ? parts.count() : most_index_keys;
  for (u32 i = 0; i < count; ++i) {
    const text_view origin = parts.at(i);
    pieces[i] = origin;
    const auto is_used = [&] {
      for (u32 j = 0; j < i; ++j)
        if (pieces[j].view() == pieces[i].view()) return true;
      return false;
    };
    for (u32 number = 1; is_used(); ++number) {
      pieces[i] = origin.substr(0, clipped_size(origin, longest_name - (number < 10 ? 1 : 2)));
      append_number(pieces[i], number);
    }
    if (i) out.append("_");
    out.append(pieces[i].view());
  }
  return out;
}

/// The name, with both halves clipped as PostgreSQL clips them (makeObjectName: the longer gives way first).
template <class Timeline>
constexpr short_name derive_name(const Timeline& line, const object_life& object, u32 instant) {
  const derived_name_parts<Timeline> parts{line, object, instant};
  short_name columns;
  if (parts.may_repeat()) {
    columns = join_numbered(parts);
  } else {
    for (u32 i = 0; i < parts.count(); ++i) {
      if (i) columns.append("_");
      columns.append(parts.at(i));
    }
  }
  short_name label;
  const packed_word ending = derived_label(object.kind);
  for (; label.size < ending.size - 1; ++label.size)
    label.data[label.size] = char(ending.word >> 8 * label.size & 255);
  if (object.number) append_number(label, object.number);
  const text_view table = Timeline::has_schemas ? parts.table()->own() : parts.table()->view();
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

/// hash_name of a plain name that comes in pieces, of up to a word each.
struct pieced_hash {
  name_hash hash{};
  text_word pending{};
  u32 filled{}; ///< bytes of `pending`, fewer than a word has

  constexpr void append(text_word piece, u32 bytes) {
    pending |= piece << filled * 8;
    if (filled + bytes < word_bytes) {
      filled += bytes;
      return;
    }
    hash.add(in_one_case(pending));
    pending = filled ? piece >> (word_bytes - filled) * 8 : 0;
    filled += bytes - word_bytes;
  }
  /// A plain name.
  constexpr void append(name id) {
    u32 rest = id->size;
    for (u32 i = 0; rest > 0; ++i) {
      const u32 bytes = rest < word_bytes ? rest : word_bytes;
      append(id->packed.words[i], bytes);
      rest -= bytes;
    }
  }
  constexpr u64 value() {
    if (filled != 0) hash.add(in_one_case(pending));
    return hash.value();
  }
};

/// The hash of the derived name as things stand now. Names that need no clipping, nearly all, are hashed
/// without being written.
template <class Timeline> constexpr u64 derived_hash(const Timeline& line, const object_life& object) {
  const name table = line.last_name(object.table);
  const packed_word label = derived_label(object.kind);
  const u32 ending = label.size - 1; // without its mark
  u32 size = table->size + ending;
  bool is_plain = table->is_plain && object.number == 0 && table->size <= longest_name;
  pieced_hash hash;
  auto append = [&](name id) {
    size += 1 + id->size;
    is_plain = is_plain && id->is_plain && size <= longest_name;
    if (!is_plain) return;
    hash.append(u8('_'), 1);
    hash.append(id);
  };
  if (is_plain) hash.append(table);
  if (object.kind == part_kind::check) {
    if (object.only_column >= 0) append(line.last_column(object.only_column).id);
  } else if (object.kind != part_kind::primary_key) {
    for (i32 k = object.first_key; is_plain && k < object.first_key + object.key_count; ++k)
      if (line.keys[k].column < 0)
        is_plain = false;
      else
        append(line.last_column(line.keys[k].column).id);
    if (object.kind == part_kind::index && object.key_count > 1 && is_plain)
      is_plain = !derived_name_parts<Timeline>{line, object, line.now}.may_repeat();
  }
  if (!is_plain || size > longest_name) {
    const u64 slowly = hash_name(derive_name(line, object, line.now).view());
    if constexpr (Timeline::has_schemas) return placed_hash(line, object.table, slowly);
    return slowly;
  }
  hash.append(label.word & ((text_word(1) << ending * 8) - 1), ending);
  return hash.value();
}

/// The name of a constraint or index at an instant: given, or else derived.
template <class Timeline> constexpr short_name object_name(const Timeline& line, object_id id, u32 instant) {
  short_name out;
  if (const name given = line.given_name(id, instant))
    out.append(Timeline::has_schemas ? given->own() : given->view());
  else
    out = derive_name(line, line.objects[id], instant);
  return out;
}

} // namespace schema
