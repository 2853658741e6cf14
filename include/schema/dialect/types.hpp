// Floor 3. Types of columns: PostgreSQL's own, SQLite's storage and the CHECK that keeps the domain there.
#pragma once

#include <schema/dialect/rendering.hpp>

namespace schema {

/// PostgreSQL 15, chapter 8; in the order of type_kind.
inline constexpr packed_text postgresql_types[] = {
    "boolean",     "smallint", "integer", "bigint", "real", "double precision",
    "numeric",     "text",     "varchar", "bytea",  "date", "timestamp",
    "timestamptz", "uuid",     "jsonb",   ""};

enum class storage_kind : u8 { integer, real, text, blob };

/// How SQLite keeps a type in a STRICT table.
constexpr storage_kind storage_of(const column_type& type) {
  switch (type.kind) {
  case type_kind::boolean:
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint: return storage_kind::integer;
  case type_kind::real:
  case type_kind::double_precision: return storage_kind::real;
  case type_kind::bytes: return storage_kind::blob;
  case type_kind::numeric:
    return type.storage == sqlite_storage::integer ? storage_kind::integer
           : type.storage == sqlite_storage::real  ? storage_kind::real
                                                   : storage_kind::text;
  default: return storage_kind::text;
  }
}

/// Whether SQLite keeps it as the digits of a number.
constexpr bool is_text_number(const column_type& type) {
  return type.kind == type_kind::numeric && storage_of(type) == storage_kind::text;
}

constexpr text_view storage_name(storage_kind storage) {
  switch (storage) {
  case storage_kind::integer: return "INTEGER";
  case storage_kind::real: return "REAL";
  case storage_kind::blob: return "BLOB";
  default: return "TEXT";
  }
}

/// The one text form of an instant or a time on SQLite; as text it sorts as time. Milliseconds.
inline constexpr text_view timestamptz_format = "%Y-%m-%dT%H:%M:%fZ";
inline constexpr text_view timestamp_format = "%Y-%m-%dT%H:%M:%f";

/// Whether a text has that form already: 2026-11-22T10:30:00.000Z, without the Z for a timestamp.
constexpr bool is_canonical_time(type_kind kind, text_view text) {
  constexpr text_view form = "0000-00-00T00:00:00.000Z";
  if (text.size() != form.size() - (kind == type_kind::timestamp)) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (form[i] == '0' ? !is_digit(text[i]) : text[i] != form[i]) return false;
  return true;
}

/// The labels that an enumeration has at an instant, as a list of strings.
template <class R> constexpr void write_labels(R& r, enumeration_id e, u32 instant) {
  bool first = true;
  for (i32 l = r.line.enumerations[e].first_label; l >= 0; l = r.line.labels[l].next) {
    if (!r.line.labels[l].alive.holds(instant)) continue;
    if (!first) r.out << ", ";
    first = false;
    r.out.string(r.line.labels[l].text->view());
  }
}

template <class R> constexpr void write_postgresql_type(R& r, const column_type& type) {
  if (type.kind == type_kind::enumeration) {
    r.out.identifier(type.enumeration);
    return;
  }
  r.out << postgresql_types[u8(type.kind)];
  if (type.kind == type_kind::varchar) r.out << "(" << u64(type.length) << ")";
  if (type.kind == type_kind::numeric) r.out << "(" << u64(type.length) << ", " << u64(type.scale) << ")";
}

namespace domain {

/// A numeric kept as text: digits with exactly `scale` of them behind the point, no leading zeros.
template <class R> constexpr void write_decimal(R& r, name id, const column_type& type) {
  auto column = [&]() -> auto& { return r.out.identifier(id); };
  r.out << "(";
  column() << " GLOB '[0-9]*' OR ";
  column() << " GLOB '-[0-9]*') AND substr(";
  column() << ", 2) NOT GLOB '*[^0-9.]*' AND ";
  column() << " NOT GLOB '*.*.*' AND ltrim(";
  column() << ", '-') NOT GLOB '0[0-9]*' AND instr(";
  column() << ", '.') = ";
  if (type.scale) {
    r.out << "length(";
    column() << ") - " << u64(type.scale);
  } else {
    r.out << "0";
  }
  r.out << " AND length(replace(ltrim(";
  column() << ", '-'), '.', '')) <= ";
  // A value below 1 has a zero before its point that is no digit of the precision.
  r.out << u64(type.length + (type.length == type.scale));
}

template <class R> constexpr void write_uuid(R& r, name id) {
  auto column = [&]() -> auto& { return r.out.identifier(id); };
  column() << " LIKE '________-____-____-____-____________' AND length(replace(";
  column() << ", '-', '')) = 32 AND ";
  column() << " NOT GLOB '*[^0-9a-f-]*'";
}

template <class R> constexpr void write_formatted(R& r, name id, text_view format) {
  r.out << "strftime('" << format << "', ";
  r.out.identifier(id) << ") IS ";
  r.out.identifier(id);
}

} // namespace domain

/// Whether SQLite's storage holds more than the type does.
constexpr bool has_domain(const column_type& type) {
  switch (type.kind) {
  case type_kind::bigint:
  case type_kind::real:
  case type_kind::double_precision:
  case type_kind::text:
  case type_kind::bytes: return false;
  case type_kind::numeric: return type.storage != sqlite_storage::real;
  default: return true;
  }
}

/// The condition that keeps a column of SQLite within its type; NULL passes.
template <class R> constexpr void write_domain(R& r, const column_span& c, u32 instant) {
  auto column = [&]() -> auto& { return r.out.identifier(c.id); };
  switch (c.type->kind) {
  case type_kind::boolean: column() << " IN (0, 1)"; break;
  case type_kind::smallint: column() << " BETWEEN -32768 AND 32767"; break;
  case type_kind::integer: column() << " BETWEEN -2147483648 AND 2147483647"; break;
  case type_kind::varchar:
    r.out << "length(";
    column() << ") <= " << u64(c.type->length);
    break;
  case type_kind::numeric:
    if (storage_of(*c.type) == storage_kind::text) {
      domain::write_decimal(r, c.id, *c.type);
    } else {
      r.out << "length(abs(";
      column() << ")) <= " << u64(c.type->length);
    }
    break;
  case type_kind::date:
    r.out << "date(";
    column() << ") IS ";
    column();
    break;
  case type_kind::timestamp: domain::write_formatted(r, c.id, timestamp_format); break;
  case type_kind::timestamptz: domain::write_formatted(r, c.id, timestamptz_format); break;
  case type_kind::uuid: domain::write_uuid(r, c.id); break;
  case type_kind::json:
    r.out << "json_valid(";
    column() << ")";
    break;
  case type_kind::enumeration:
    column() << " IN (";
    write_labels(r, c.enumeration, instant);
    r.out << ")";
    break;
  default: break;
  }
}

} // namespace schema
