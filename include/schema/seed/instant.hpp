// Floor 6. Dates and instants of cells, in milliseconds since 1970-01-01T00:00:00Z. One canonical text each,
// which sorts as time: what SQLite keeps.
#pragma once

#include <schema/text/identifier.hpp>

#include <string_view>

namespace schema::seed {

inline constexpr i64 milliseconds_per_day = 86'400'000;
inline constexpr i64 first_instant = -62'135'596'800'000; ///< 0001-01-01T00:00:00.000Z
inline constexpr i64 last_instant = 253'402'300'799'999;  ///< 9999-12-31T23:59:59.999Z

struct civil_date {
  i32 year{};
  u32 month{}, day{};
};

/// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, chrono-compatible low-level date algorithms).
constexpr i64 days_of(civil_date d) {
  const i64 year = i64(d.year) - (d.month <= 2);
  const i64 era = (year >= 0 ? year : year - 399) / 400;
  const i64 of_era = year - era * 400;
  const i64 of_year = (153 * (i64(d.month) + (d.month > 2 ? -3 : 9)) + 2) / 5 + i64(d.day) - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

constexpr civil_date date_of(i64 days) {
  days += 719468;
  const i64 era = (days >= 0 ? days : days - 146096) / 146097;
  const i64 of_era = days - era * 146097;
  const i64 year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const i64 of_year = of_era - (365 * year + year / 4 - year / 100);
  const i64 month = (5 * of_year + 2) / 153;
  return {i32(year + era * 400 + (month >= 10)), u32(month < 10 ? month + 3 : month - 9),
          u32(of_year - (153 * month + 2) / 5 + 1)};
}

constexpr bool is_valid(civil_date d) {
  if (d.year < 1 || d.year > 9999 || d.month < 1 || d.month > 12 || d.day < 1) return false;
  const civil_date same = date_of(days_of(d));
  return same.month == d.month && same.day == d.day;
}

/// Reads a text from left to right.
struct text_scanner {
  std::string_view rest;

  constexpr bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  /// Exactly `count` digits.
  constexpr bool digits(u32 count, u32& out) {
    if (rest.size() < count) return false;
    out = 0;
    for (u32 i = 0; i < count; ++i) {
      if (!is_digit(rest[i])) return false;
      out = out * 10 + u32(rest[i] - '0');
    }
    rest.remove_prefix(count);
    return true;
  }
};

constexpr bool scan_date(text_scanner& in, i64& days) {
  u32 year = 0;
  civil_date d;
  if (!in.digits(4, year) || !in.take('-') || !in.digits(2, d.month) || !in.take('-') || !in.digits(2, d.day))
    return false;
  d.year = i32(year);
  days = days_of(d);
  return is_valid(d);
}

/// HH:MM, HH:MM:SS or with a fraction of up to three digits.
constexpr bool scan_time(text_scanner& in, i64& milliseconds) {
  u32 hour = 0, minute = 0, second = 0, fraction = 0;
  if (!in.digits(2, hour) || !in.take(':') || !in.digits(2, minute)) return false;
  if (in.take(':')) {
    if (!in.digits(2, second)) return false;
    if (in.take('.')) {
      u32 scale = 100, count = 0, digit = 0;
      while (count < 3 && in.digits(1, digit)) {
        fraction += digit * scale;
        scale /= 10;
        ++count;
      }
      if (count == 0) return false;
    }
  }
  milliseconds = ((i64(hour) * 60 + minute) * 60 + second) * 1000 + fraction;
  return hour < 24 && minute < 60 && second < 60;
}

/// `Z`, `+02`, `+02:00` or `+0200`; gives minutes east of UTC.
constexpr bool scan_zone(text_scanner& in, i64& minutes) {
  minutes = 0;
  if (in.take('Z')) return true;
  const bool west = in.take('-');
  if (!west && !in.take('+')) return false;
  u32 hour = 0, minute = 0;
  if (!in.digits(2, hour)) return false;
  if (in.take(':') ? !in.digits(2, minute) : !in.rest.empty() && !in.digits(2, minute)) return false;
  minutes = (i64(hour) * 60 + minute) * (west ? -1 : 1);
  return hour <= 15 && minute < 60;
}

/// `2025-03-01`; gives days.
constexpr bool read_date(std::string_view text, i64& days) {
  text_scanner in{text};
  return scan_date(in, days) && in.rest.empty();
}

/// `2025-03-01T09:00:00.250Z`, with a blank for the T as well; a zone must be there or, for a timestamp
/// without time zone, must not.
constexpr bool read_instant(std::string_view text, bool with_zone, i64& milliseconds) {
  text_scanner in{text};
  i64 days = 0, time = 0, zone = 0;
  if (!scan_date(in, days) || !(in.take('T') || in.take(' ')) || !scan_time(in, time)) return false;
  if (with_zone && !scan_zone(in, zone)) return false;
  milliseconds = days * milliseconds_per_day + time - zone * 60'000;
  return in.rest.empty() && milliseconds >= first_instant && milliseconds <= last_instant;
}

/// `@now`, `@now-3d`, `@now+2h30m`: gives the distance from now. One sign for all that follows; each unit
/// once, in the order d h m s; at most a thousand years.
constexpr bool read_relative(std::string_view text, i64& milliseconds) {
  milliseconds = 0;
  if (text.substr(0, 4) != "@now") return false;
  text_scanner in{text.substr(4)};
  if (in.rest.empty()) return true;
  const bool before = in.take('-');
  if (!before && !in.take('+')) return false;
  constexpr std::string_view units = "dhms";
  constexpr i64 sizes[] = {milliseconds_per_day, 3'600'000, 60'000, 1000};
  std::size_t unit = 0;
  do {
    i64 amount = 0;
    u32 digit = 0, count = 0;
    for (; in.digits(1, digit); ++count)
      if ((amount = amount * 10 + digit) > 40'000'000'000) return false;
    if (count == 0 || in.rest.empty()) return false;
    while (unit < units.size() && units[unit] != in.rest[0]) ++unit;
    if (unit == units.size()) return false;
    in.rest.remove_prefix(1);
    if (amount > 365'250 * milliseconds_per_day / sizes[unit]) return false;
    milliseconds += amount * sizes[unit++];
  } while (!in.rest.empty());
  if (milliseconds > 365'250 * milliseconds_per_day) return false;
  if (before) milliseconds = -milliseconds;
  return true;
}

/// A canonical text, by value.
struct instant_text {
  char data[25]{};
  u32 size{};

  constexpr void put(char c) { data[size++] = c; }
  constexpr void number(u32 value, u32 width) {
    for (u32 i = width; i > 0; --i) {
      data[size + i - 1] = char('0' + value % 10);
      value /= 10;
    }
    size += width;
  }
  constexpr std::string_view view() const { return {data, size}; }
};

/// `2025-03-01`.
constexpr instant_text date_text(i64 days) {
  const civil_date d = date_of(days);
  instant_text out;
  out.number(u32(d.year), 4);
  out.put('-');
  out.number(d.month, 2);
  out.put('-');
  out.number(d.day, 2);
  return out;
}

constexpr i64 day_of(i64 milliseconds) {
  return (milliseconds >= 0 ? milliseconds : milliseconds - (milliseconds_per_day - 1)) /
         milliseconds_per_day;
}

/// `2025-03-01T09:00:00.000Z`; without the Z for a timestamp without time zone.
constexpr instant_text canonical_instant(i64 milliseconds, bool with_zone) {
  const i64 days = day_of(milliseconds);
  const u32 time = u32(milliseconds - days * milliseconds_per_day);
  instant_text out = date_text(days);
  out.put('T');
  out.number(time / 3'600'000, 2);
  out.put(':');
  out.number(time / 60'000 % 60, 2);
  out.put(':');
  out.number(time / 1000 % 60, 2);
  out.put('.');
  out.number(time % 1000, 3);
  if (with_zone) out.put('Z');
  return out;
}

} // namespace schema::seed
