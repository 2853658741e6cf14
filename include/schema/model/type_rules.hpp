// Floor 2. What types allow: which defaults fit, which changes need a conversion.
#pragma once

#include <schema/model/column_type.hpp>
#include <schema/text/json.hpp>

namespace schema {

constexpr bool is_integer(type_kind kind) {
  return kind == type_kind::smallint || kind == type_kind::integer || kind == type_kind::bigint;
}
constexpr bool is_number(type_kind kind) {
  return is_integer(kind) || kind == type_kind::real || kind == type_kind::double_precision ||
         kind == type_kind::numeric;
}
constexpr bool is_text(type_kind kind) { return kind == type_kind::text || kind == type_kind::varchar; }

/// Whether a value of one type becomes one of the other by assignment (PostgreSQL 15, 10.4), so that a change
/// of type needs no conversion. What it can't hold fails the step, on both backends.
constexpr bool converts_freely(const column_type& from, const column_type& to) {
  if (from.kind == to.kind && from.kind != type_kind::enumeration) return true;
  if (is_number(from.kind) && is_number(to.kind)) return true;
  return is_text(from.kind) && is_text(to.kind);
}

/// Whether both are of one family: what compares with one compares with the other, so that a CHECK or an
/// index on the column survives the change.
constexpr bool same_family(const column_type& a, const column_type& b) {
  return converts_freely(a, b) || a == b;
}

/// Whether a foreign key may tie the two together: the same type, lengths aside. SQLite compares numerics as
/// it keeps them: a text is equal to no real, and to no text of other digits behind the point.
constexpr bool refers_freely(const column_type& a, const column_type& b, bool on_sqlite) {
  if (a.kind == type_kind::enumeration || b.kind == type_kind::enumeration) return a == b;
  if (a.kind != b.kind) return false;
  if (!on_sqlite || a.kind != type_kind::numeric) return true;
  return a.storage == b.storage && (a.storage != sqlite_storage::text || a.scale == b.scale);
}

/// Digits that every value of an integer type fits in, and digits that fit into it.
constexpr u32 digits_of(type_kind kind) {
  return kind == type_kind::smallint ? 5 : kind == type_kind::integer ? 10 : 19;
}

/// Whether every value of one type is a value of the other, so that a change of type loses nothing.
constexpr bool holds_all(const column_type& from, const column_type& to) {
  using enum type_kind;
  const auto has_digits = [&](u32 binary, u32 decimal) {
    return from.kind == smallint || (from.kind == integer && binary > 31) ||
           (from.kind == numeric && from.scale == 0 && from.length != 0 && from.length <= decimal);
  };
  switch (to.kind) {
  case varchar: return from.kind == varchar && from.length <= to.length;
  case text: return is_text(from.kind);
  case smallint:
  case integer:
  case bigint:
    if (is_integer(from.kind)) return from.kind <= to.kind;
    return from.kind == numeric && from.scale == 0 && from.length != 0 && from.length < digits_of(to.kind);
  case real: return from.kind == real || has_digits(24, 7);
  case double_precision: return from.kind == real || from.kind == double_precision || has_digits(53, 15);
  case numeric:
    if (is_integer(from.kind)) return to.length == 0 || to.length - to.scale >= int(digits_of(from.kind));
    if (from.kind != numeric) return false;
    return to.length == 0 ||
           (from.length != 0 && to.scale >= from.scale && to.length - to.scale >= from.length - from.scale);
  case enumeration: return from == to;
  default: return from.kind == to.kind;
  }
}

constexpr bool fits_integer(type_kind kind, i64 value) {
  switch (kind) {
  case type_kind::smallint: return value >= -32768 && value <= 32767;
  case type_kind::integer: return value >= -2147483648LL && value <= 2147483647LL;
  default: return is_number(kind);
  }
}

/// Characters of UTF-8 text.
constexpr u32 character_count(text_view text) {
  u32 count = 0;
  for (char c : text) count += (u8(c) & 0xC0) != 0x80;
  return count;
}

/// Digits behind the point.
constexpr u32 scale_of(text_view decimal) {
  const std::size_t point = decimal.find('.');
  return point == text_view::npos ? 0 : u32(decimal.size() - point - 1);
}

/// Reads digits with a sign or none; false for anything else, and for what a bigint does not hold.
constexpr bool read_whole(text_view text, i64& value) {
  const bool is_negative = !text.empty() && text[0] == '-';
  value = 0;
  for (std::size_t i = is_negative; i < text.size(); ++i)
    if (!is_digit(text[i]) || __builtin_mul_overflow(value, i64(10), &value) ||
        __builtin_add_overflow(value, i64(is_negative ? '0' - text[i] : text[i] - '0'), &value))
      return false;
  return text.size() > is_negative;
}

/// Digits before the point, without those that say nothing.
constexpr u32 whole_digits_of(text_view decimal) {
  u32 count = 0;
  for (const char c : decimal) {
    if (c == '.') break;
    count += is_digit(c) && (count > 0 || c != '0');
  }
  return count;
}

/// Whether a numeric has as many digits before its point (PostgreSQL 15, 8.1.2).
constexpr bool has_whole_digits(text_view decimal, const column_type& numeric) {
  return numeric.length == 0 || whole_digits_of(decimal) <= u32(numeric.length - numeric.scale);
}

/// Whether a column of numbers holds a whole one.
constexpr bool fits_number(const column_type& type, i64 value) {
  if (type.kind != type_kind::numeric || type.length == 0) return fits_integer(type.kind, value);
  for (int digits = type.length - type.scale; digits > 0; --digits) value /= 10;
  return value == 0;
}

constexpr bool is_decimal(text_view text) {
  std::size_t i = !text.empty() && text[0] == '-';
  bool digits = false, point = false;
  for (; i < text.size(); ++i) {
    if (is_digit(text[i]))
      digits = true;
    else if (text[i] == '.' && !point)
      point = true;
    else
      return false;
  }
  return digits;
}

/// Whether a text begins as `pattern` does, where 0 stands for any digit and x for any hexadecimal one.
constexpr bool begins_as(text_view text, text_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool hexadecimal = is_digit(text[i]) || (lower(text[i]) >= 'a' && lower(text[i]) <= 'f');
    if (pattern[i] == '0' ? !is_digit(text[i]) : pattern[i] == 'x' ? !hexadecimal : text[i] != pattern[i])
      return false;
  }
  return true;
}

/// Whether a text is a day of the calendar, 2026-11-22.
constexpr bool is_date(text_view text) {
  if (text.size() != 10 || !begins_as(text, "0000-00-00")) return false;
  const auto number = [&](std::size_t at, u32 digits) {
    u32 value = 0;
    for (u32 i = 0; i < digits; ++i) value = value * 10 + u32(text[at + i] - '0');
    return value;
  };
  const u32 year = number(0, 4), month = number(5, 2), day = number(8, 2);
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const u32 days = month == 2                                              ? (is_leap ? 29 : 28)
                   : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                           : 31;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/// Whether a text has the one form in which SQLite keeps an instant: 2026-11-22T10:30:00.000Z, without the Z
/// for a timestamp. As text it sorts as time.
constexpr bool is_canonical_time(bool is_timestamp, text_view text) {
  constexpr text_view form = "0000-00-00T00:00:00.000Z";
  if (text.size() != form.size() - is_timestamp) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (form[i] == '0' ? !is_digit(text[i]) : text[i] != form[i]) return false;
  return true;
}

constexpr bool has_capitals(text_view text) {
  for (char c : text)
    if (c >= 'A' && c <= 'Z') return true;
  return false;
}

/// Whether a text is a day, or one with a time behind it: 2026-11-22T10:30, seconds and fractions as one
/// likes. A zone, Z or +01:00, stands behind the time of a timestamptz alone: PostgreSQL drops one of a
/// timestamp.
constexpr bool is_instant(text_view text, bool with_zone) {
  if (text.size() < 10 || !is_date(text.substr(0, 10))) return false;
  text_view rest = text.substr(10);
  if (rest.empty()) return true;
  if (rest[0] != 'T' && rest[0] != ' ') return false;
  rest = rest.substr(1);
  const auto is_clock = [](text_view clock) {
    return begins_as(clock, "00:00") && clock.substr(0, 2) != "24" && clock[0] <= '2' &&
           (clock[0] != '2' || clock[1] <= '3') && clock[3] <= '5';
  };
  if (!is_clock(rest)) return false;
  rest = rest.substr(5);
  if (!rest.empty() && rest[0] == ':') {
    if (!begins_as(rest, ":00") || rest[1] > '5') return false;
    rest = rest.substr(3);
    if (!rest.empty() && rest[0] == '.') {
      std::size_t digits = 1;
      while (digits < rest.size() && is_digit(rest[digits])) ++digits;
      if (digits == 1) return false;
      rest = rest.substr(digits);
    }
  }
  if (rest.empty()) return true;
  if (!with_zone) return false;
  if (rest == "Z") return true;
  return rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && is_clock(rest.substr(1));
}

/// Whether a value default can stand in a column of the type. Labels of enumerations are asked of the
/// timeline.
constexpr bool default_fits(const default_value& value, const column_type& type) {
  switch (value.kind) {
  case value_kind::boolean: return type.kind == type_kind::boolean;
  case value_kind::integer: return fits_number(type, value.integer);
  case value_kind::text:
    switch (type.kind) {
    case type_kind::varchar: return character_count(value.view()) <= type.length;
    case type_kind::real:
    case type_kind::double_precision: return is_decimal(value.view());
    case type_kind::numeric:
      return is_decimal(value.view()) && scale_of(value.view()) <= type.scale &&
             has_whole_digits(value.view(), type);
    case type_kind::boolean:
    case type_kind::smallint:
    case type_kind::integer:
    case type_kind::bigint: return false;
    // PostgreSQL would take "now" and keep the instant of the migration; SQLite would refuse every row.
    case type_kind::date: return is_date(value.view());
    case type_kind::timestamp:
    case type_kind::timestamptz: return is_instant(value.view(), type.kind == type_kind::timestamptz);
    case type_kind::uuid:
      return value.view().size() == 36 && begins_as(value.view(), "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    case type_kind::json: return is_json(value.view());
    default: return true;
    }
  default: return true;
  }
}

} // namespace schema
