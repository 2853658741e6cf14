// Floor 3. Types of columns: PostgreSQL's own, SQLite's storage and the CHECK that keeps the domain there.
#pragma once

#include <schema/dialect/rendering.hpp>
#include <schema/dialect/storage.hpp>

namespace schema {

/// PostgreSQL 15, chapter 8; in the order of type_kind.
inline constexpr packed_word postgresql_types[] = {
    "boolean",     "smallint", "integer", "bigint", "real", "double precision",
    "numeric",     "text",     "varchar", "bytea",  "date", "timestamp",
    "timestamptz", "uuid",     "jsonb",   ""};

/// In the order of storage_kind.
inline constexpr packed_word storage_names[] = {"INTEGER", "REAL", "TEXT", "BLOB"};

/// The labels that an enumeration has at an instant, as a list of strings.
template <class R> constexpr void write_labels(R& r, enumeration_id e, u32 instant) {
  bool first = true;
  for (i32 l = r.line.enumerations[e].first_label; l >= 0; l = r.line.labels[l].next) {
    if (!r.line.labels[l].alive.holds(instant)) continue;
    if (!first) r.out << ", ";
    first = false;
    r.out.string(r.line.label_text(l, instant));
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

/// SQLite gives 30 February back as it is, unless it has to reckon with it.
inline constexpr text_view in_the_calendar = ", '+0 days') IS ";

template <class R> constexpr void write_formatted(R& r, name id, text_view format) {
  r.out << "strftime('" << format << "', ";
  r.out.identifier(id) << domain::in_the_calendar;
  r.out.identifier(id);
}

} // namespace domain

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
    column() << domain::in_the_calendar;
    column();
    break;
  case type_kind::timestamp: domain::write_formatted(r, c.id, timestamp_format); break;
  case type_kind::timestamptz: domain::write_formatted(r, c.id, timestamptz_format); break;
  case type_kind::uuid: domain::write_uuid(r, c.id); break;
  case type_kind::json: // json_valid(NULL) is 0 before SQLite 3.45
    if (c.nullable) column() << " IS NULL OR ";
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
