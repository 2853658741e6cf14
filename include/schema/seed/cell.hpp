// Floor 6. The canonical text of a cell's value, the same for both backends, and what is wrong with it in
// words.
#pragma once

#include <schema/runtime/formatted_text.hpp>
#include <schema/seed/cell_reader.hpp>
#include <schema/text/edit_distance.hpp>

#include <charconv>
#include <fmt/format.h>

namespace schema::seed {

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
  case type_kind::enumeration: return std::string(std::string_view(column.enumeration));
  }
  return {};
}

namespace detail {

template <class Float> void write_float(std::string_view text, std::string& out) {
  Float value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  char digits[64];
  out.assign(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// Exactly `scale` digits behind the point, as PostgreSQL prints them.
inline void write_numeric(const column_type& type, std::string_view text, std::string& out) {
  const bool negative = text[0] == '-';
  std::string_view whole = text.substr(negative), fraction;
  if (const auto point = whole.find('.'); point != std::string_view::npos) {
    fraction = whole.substr(point + 1);
    whole = whole.substr(0, point);
  }
  while (!whole.empty() && whole[0] == '0') whole.remove_prefix(1);
  fraction = fraction.substr(0, type.scale);
  out = whole.empty() ? "0" : std::string(whole);
  if (type.scale) (out += '.').append(fraction).append(type.scale - fraction.size(), '0');
  if (negative && out.find_first_not_of("0.") != std::string::npos) out.insert(0, 1, '-');
}

inline std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

/// Dates and instants; `now` is in milliseconds. False when the result is out of range.
inline bool write_time(type_kind kind, const plain_value& value, i64 now, std::string& out) {
  const i64 at = i64(value.number) + (value.is_relative ? now : 0);
  if (at < first_instant || at > last_instant) return false;
  out = kind == type_kind::date ? date_text(day_of(at)).view()
                                : canonical_instant(at, kind == type_kind::timestamptz).view();
  return true;
}

/// What is wrong with a cell whose text is `text`. `json` found it when it is JSON that is none.
inline std::string message_of(cell_fault fault, const column_facts& column, std::string_view text,
                              const json_text& json) {
  switch (fault) {
  case cell_fault::none: return {};
  case cell_fault::empty:
    return fmt::format("an empty text is no {}; a cell without quotation marks is NULL", type_text(column));
  case cell_fault::not_boolean: return fmt::format("{} is neither true nor false", shown(text));
  case cell_fault::not_whole: return fmt::format("{} is no whole number", shown(text));
  case cell_fault::not_number: return fmt::format("{} is no number", shown(text));
  case cell_fault::not_decimal: return fmt::format("{} is no decimal number", shown(text));
  case cell_fault::not_fitting: return fmt::format("{} does not fit into {}", shown(text), type_text(column));
  case cell_fault::not_uuid: return fmt::format("{} is no uuid", shown(text));
  case cell_fault::not_bytes: return "bytes are written \\x and two hexadecimal digits for each";
  case cell_fault::not_relative:
    return fmt::format("{} is no instant: write @now, @now-3d or @now+2h30m (units d h m s)", shown(text));
  case cell_fault::not_date: return fmt::format("{} is no date: write 2025-03-01", shown(text));
  case cell_fault::not_instant:
    return fmt::format("{} is no {}: write {}", shown(text), type_text(column),
                       column.type.kind == type_kind::timestamptz
                           ? "2025-03-01T09:00:00Z, with a zone and at most milliseconds"
                           : "2025-03-01T09:00:00, without a zone and with at most milliseconds");
  case cell_fault::not_json:
    return fmt::format("no JSON: {} (character {})", json.fault(),
                       character_count(text.substr(0, json.fault_at())) + 1);
  case cell_fault::no_label: {
    if (column.labels.empty()) return fmt::format("{} has no labels", column.enumeration);
    nearest_name nearest{text};
    for (const auto& label : column.labels) nearest.offer(label);
    const text_view best = nearest.best.empty() ? column.labels[0] : nearest.best.view();
    return fmt::format("{} is no label of {}; did you mean '{}'?", shown(text), column.enumeration, best);
  }
  case cell_fault::lone_at: return "a text that begins with @ is written with two of them";
  case cell_fault::too_long:
    return fmt::format("{} characters do not fit into {}", character_count(text) - (text[0] == '@'),
                       type_text(column));
  case cell_fault::null_refused:
    return is_text(column.type.kind) ? "NULL, but the column is NOT NULL; the empty text is written \"\""
                                     : "NULL, but the column is NOT NULL";
  case cell_fault::password_kept:
    return "@admin-password needs a column that is written on insert only: end its name in the first line "
           "with !";
  }
  return {};
}

} // namespace detail

/// Reads cells into the values that a database is given.
class value_reader {
public:
  /// `now` is the instant of `@now`, in milliseconds since 1970. Returns what is wrong with the cell, nothing
  /// when all is well.
  std::string read(const column_facts& column, bool insert_only, const csv_cell& cell, i64 now,
                   seed_value& out) {
    out = {};
    const cell_text decoded(cell);
    const std::string_view text = decoded.view();
    plain_value value;
    if (const cell_fault fault = cells_.read(column, insert_only, cell, decoded, value);
        fault != cell_fault::none)
      return detail::message_of(fault, column, text, cells_.json);
    out.state = value.state == value_state::unknown ? value_state::value : value.state;
    if (out.state != value_state::value) return {};
    switch (const type_kind kind = column.type.kind) {
    case type_kind::boolean:
    case type_kind::enumeration: out.text = text; break;
    case type_kind::smallint:
    case type_kind::integer:
    case type_kind::bigint: out.text = std::to_string(i64(value.number)); break;
    case type_kind::real: detail::write_float<float>(text, out.text); break;
    case type_kind::double_precision: detail::write_float<double>(text, out.text); break;
    case type_kind::numeric: detail::write_numeric(column.type, text, out.text); break;
    case type_kind::text:
    case type_kind::varchar: out.text = text.substr(text.substr(0, 1) == "@"); break;
    case type_kind::bytes:
    case type_kind::uuid: out.text = detail::lower_case(text); break;
    case type_kind::date:
    case type_kind::timestamp:
    case type_kind::timestamptz:
      if (!detail::write_time(kind, value, now, out.text))
        return fmt::format("{} is out of range", shown(text));
      break;
    case type_kind::json: out.text = std::move(cells_.canonical_json); break;
    }
    return {};
  }

private:
  cell_reader<std::string> cells_;
};

} // namespace schema::seed
