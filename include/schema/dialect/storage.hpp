// Floor 3. How SQLite keeps values of a type; what the rules ask and the rendering says.
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/model/type_rules.hpp>

namespace schema {

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

/// The one text form of an instant or a time on SQLite; as text it sorts as time. Milliseconds.
inline constexpr text_view timestamptz_format = "%Y-%m-%dT%H:%M:%fZ";
inline constexpr text_view timestamp_format = "%Y-%m-%dT%H:%M:%f";

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

/// Whether SQLite must work a default out, so that it is no constant there.
constexpr bool is_worked_out(const column_span& c) {
  if (c.value->kind == value_kind::expression) return true;
  const bool is_time = c.type->kind == type_kind::timestamp || c.type->kind == type_kind::timestamptz;
  return is_time && c.value->kind == value_kind::text &&
         !is_canonical_time(c.type->kind == type_kind::timestamp, c.value->view());
}

constexpr bool has_default(const column_span& c) {
  return c.value && c.value->kind != value_kind::null && !c.generated;
}

} // namespace schema
