// Floor 6. What a cell means in its column: the canonical text of a value, the same for both backends.
#pragma once

#include <schema/runtime/formatted_text.hpp>
#include <schema/seed/csv.hpp>
#include <schema/seed/instant.hpp>
#include <schema/seed/json.hpp>
#include <schema/seed/table_facts.hpp>
#include <schema/text/edit_distance.hpp>

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace schema::seed {

enum class value_state : u8 { null, value, admin_password };

/// A value on its way into a database.
struct seed_value {
  value_state state{};
  std::string text; ///< canonical: true, -42, 0.5, 2025-03-01T09:00:00.000Z, a uuid in lower case, \x00ff
};

/// A text for an error: short, and on one line.
inline std::string shown(std::string_view text) {
  constexpr std::size_t most = 40;
  std::size_t end = 0;
  while (end < text.size() && end < most) end += std::max(1u, utf8_size(text, end));
  std::string out = "'";
  for (char c : text.substr(0, end)) out += u8(c) < 0x20 ? ' ' : c;
  return out + (end < text.size() ? "…'" : "'");
}

/// The declared type, for errors.
inline std::string type_text(const column_facts& column) {
  switch (column.type.kind) {
  case type_kind::boolean: return "boolean";
  case type_kind::smallint: return "smallint";
  case type_kind::integer: return "integer";
  case type_kind::bigint: return "bigint";
  case type_kind::real: return "real";
  case type_kind::double_precision: return "double precision";
  case type_kind::numeric: return fmt::format("numeric({},{})", column.type.length, column.type.scale);
  case type_kind::text: return "text";
  case type_kind::varchar: return fmt::format("varchar({})", column.type.length);
  case type_kind::bytes: return "bytes";
  case type_kind::date: return "date";
  case type_kind::timestamp: return "timestamp";
  case type_kind::timestamptz: return "timestamptz";
  case type_kind::uuid: return "uuid";
  case type_kind::json: return "json";
  case type_kind::enumeration: return column.enumeration;
  }
  return {};
}

namespace detail {

using complaint = std::string; ///< empty: all is well

inline complaint read_integer(const column_facts& column, std::string_view text, std::string& out) {
  i64 value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range ||
      (error == std::errc() && !fits_integer(column.type.kind, value)))
    return fmt::format("{} does not fit into {}", shown(text), type_text(column));
  if (error != std::errc() || end != text.data() + text.size())
    return fmt::format("{} is no whole number", shown(text));
  out = std::to_string(value);
  return {};
}

template <class Float>
complaint read_float(const column_facts& column, std::string_view text, std::string& out) {
  Float value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range)
    return fmt::format("{} does not fit into {}", shown(text), type_text(column));
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return fmt::format("{} is no number", shown(text));
  char digits[64];
  out.assign(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  return {};
}

/// Exactly `scale` digits behind the point, as PostgreSQL prints them; nothing is rounded.
inline complaint read_numeric(const column_facts& column, std::string_view text, std::string& out) {
  if (!is_decimal(text)) return fmt::format("{} is no decimal number", shown(text));
  const bool negative = text[0] == '-';
  std::string_view whole = text.substr(negative), fraction;
  if (const auto point = whole.find('.'); point != std::string_view::npos) {
    fraction = whole.substr(point + 1);
    whole = whole.substr(0, point);
  }
  while (!whole.empty() && whole[0] == '0') whole.remove_prefix(1);
  while (fraction.size() > column.type.scale && fraction.back() == '0') fraction.remove_suffix(1);
  if (fraction.size() > column.type.scale ||
      whole.size() > std::size_t(column.type.length - column.type.scale))
    return fmt::format("{} does not fit into {}", shown(text), type_text(column));
  out = whole.empty() ? "0" : std::string(whole);
  if (column.type.scale) (out += '.').append(fraction).append(column.type.scale - fraction.size(), '0');
  if (negative && out.find_first_not_of("0.") != std::string::npos) out.insert(0, 1, '-');
  return {};
}

inline bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

inline complaint read_uuid(std::string_view text, std::string& out) {
  bool sound = text.size() == 36;
  for (std::size_t i = 0; sound && i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    sound = dash ? text[i] == '-' : is_hex(text[i]);
    out += lower(text[i]);
  }
  return sound ? complaint() : fmt::format("{} is no uuid", shown(text));
}

inline complaint read_bytes(std::string_view text, std::string& out) {
  bool sound = text.substr(0, 2) == "\\x" && text.size() % 2 == 0;
  for (std::size_t i = 2; sound && i < text.size(); ++i) sound = is_hex(text[i]);
  for (char c : text) out += lower(c);
  return sound ? complaint() : complaint("bytes are written \\x and two hexadecimal digits for each");
}

inline complaint read_label(const column_facts& column, std::string_view text, std::string& out) {
  nearest_name nearest{text};
  for (const auto& label : column.labels) {
    if (label == text) return out = label, complaint();
    nearest.offer(label);
  }
  if (column.labels.empty()) return fmt::format("{} has no labels", column.enumeration);
  const std::string_view best =
      nearest.best.empty() ? column.labels[0] : std::string_view(nearest.best.view());
  return fmt::format("{} is no label of {}; did you mean '{}'?", shown(text), column.enumeration, best);
}

/// Dates and instants; `now` is in milliseconds.
inline complaint read_time(const column_facts& column, std::string_view text, i64 now, std::string& out) {
  const type_kind kind = column.type.kind;
  i64 value = 0;
  if (!text.empty() && text[0] == '@') {
    if (!read_relative(text, value))
      return fmt::format("{} is no instant: write @now, @now-3d or @now+2h30m (units d h m s)", shown(text));
    value += now;
    if (value < first_instant || value > last_instant) return fmt::format("{} is out of range", shown(text));
  } else if (kind == type_kind::date) {
    if (!read_date(text, value)) return fmt::format("{} is no date: write 2025-03-01", shown(text));
    value *= milliseconds_per_day;
  } else if (!read_instant(text, kind == type_kind::timestamptz, value)) {
    return fmt::format("{} is no {}: write {}", shown(text), type_text(column),
                       kind == type_kind::timestamptz
                           ? "2025-03-01T09:00:00Z, with a zone and at most milliseconds"
                           : "2025-03-01T09:00:00, without a zone and with at most milliseconds");
  }
  out = kind == type_kind::date ? date_text(day_of(value)).view()
                                : canonical_instant(value, kind == type_kind::timestamptz).view();
  return {};
}

inline complaint read_text(const column_facts& column, std::string_view text, seed_value& out) {
  if (text == "@admin-password") {
    out.state = value_state::admin_password;
    return {};
  }
  if (!text.empty() && text[0] == '@') {
    if (text.substr(0, 2) != "@@") return "a text that begins with @ is written with two of them";
    text.remove_prefix(1);
  }
  if (column.type.kind == type_kind::varchar && column.type.length &&
      character_count(text) > column.type.length)
    return fmt::format("{} characters do not fit into {}", character_count(text), type_text(column));
  out.text = text;
  return {};
}

inline complaint read_json(std::string_view text, std::string& out) {
  json_text json;
  if (json.read(text, out)) return {};
  return fmt::format("no JSON: {} (character {})", json.fault(),
                     character_count(text.substr(0, json.fault_at())) + 1);
}

} // namespace detail

/// Converts a cell for its column; `now` is the instant of `@now`, in milliseconds since 1970. Returns what
/// is wrong with it, nothing when all is well. NOT NULL is checked elsewhere: a NULL is a value here.
inline std::string read_cell(const column_facts& column, const csv_cell& cell, i64 now, seed_value& out) {
  out = {};
  if (cell.is_null()) return {};
  out.state = value_state::value;
  std::string text;
  cell.append_to(text);
  const type_kind kind = column.type.kind;
  if (text.empty() && !is_text(kind) && kind != type_kind::enumeration)
    return fmt::format("an empty text is no {}; a cell without quotation marks is NULL", type_text(column));
  switch (kind) {
  case type_kind::boolean:
    if (text != "true" && text != "false") return fmt::format("{} is neither true nor false", shown(text));
    out.text = text;
    return {};
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint: return detail::read_integer(column, text, out.text);
  case type_kind::real: return detail::read_float<float>(column, text, out.text);
  case type_kind::double_precision: return detail::read_float<double>(column, text, out.text);
  case type_kind::numeric: return detail::read_numeric(column, text, out.text);
  case type_kind::text:
  case type_kind::varchar: return detail::read_text(column, text, out);
  case type_kind::bytes: return detail::read_bytes(text, out.text);
  case type_kind::date:
  case type_kind::timestamp:
  case type_kind::timestamptz: return detail::read_time(column, text, now, out.text);
  case type_kind::uuid: return detail::read_uuid(text, out.text);
  case type_kind::json: return detail::read_json(text, out.text);
  case type_kind::enumeration: return detail::read_label(column, text, out.text);
  }
  return {};
}

} // namespace schema::seed
