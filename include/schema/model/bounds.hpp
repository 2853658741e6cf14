// Floor 2. Arithmetic on what is known of a number: that it lies between two.
#pragma once

#include <schema/model/type_rules.hpp>
#include <schema/model/value_type.hpp>
#include <schema/sql/expression.hpp>

#include <initializer_list>

namespace schema {

/// The least and the greatest that a number may be, or NULL. Both are in billionths and rounded outwards;
/// what is beyond `limit` is anything.
struct bounds {
  static constexpr i128 unit = 1'000'000'000;
  static constexpr i128 limit = unit * unit * unit * unit * 10;

  i128 low{}, high{};
  bool is_null{};

  static constexpr bounds between(i64 low, i64 high) { return {low * unit, high * unit}; }
  static constexpr bounds anything() { return {-limit, limit}; }
  static constexpr bounds null() { return {0, 0, true}; }

  constexpr bool is_unbounded() const { return low <= -limit || high >= limit; }
  constexpr bool holds_zero() const { return !is_null && low <= 0 && high >= 0; }
  constexpr bool is_within(i64 least, i64 greatest) const {
    return is_null || (low >= least * unit && high <= greatest * unit);
  }
};

/// a / b, rounded down; b is greater than 0.
constexpr i128 divided_down(i128 a, i128 b) { return a / b - (a % b < 0); }
/// a / b, rounded up; b is greater than 0.
constexpr i128 divided_up(i128 a, i128 b) { return a / b + (a % b > 0); }

/// a * b in billionths; `by` rounds. The limit where a number has no room for it.
constexpr i128 product(i128 a, i128 b, i128 (&by)(i128, i128)) {
  i128 whole = 0, rest = 0, sum = 0;
  if (__builtin_mul_overflow(a / bounds::unit, b, &whole) ||
      __builtin_mul_overflow(a % bounds::unit, b, &rest) ||
      __builtin_add_overflow(whole, by(rest, bounds::unit), &sum))
    return (a < 0) == (b < 0) ? bounds::limit : -bounds::limit;
  return sum;
}

/// What lies in either.
constexpr bounds hull(const bounds& a, const bounds& b) {
  if (a.is_null) return b;
  if (b.is_null) return a;
  return {a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

constexpr bounds negated(const bounds& a) { return {-a.high, -a.low, a.is_null}; }

constexpr bounds absolute(const bounds& a) {
  if (a.low >= 0) return a;
  if (a.high <= 0) return negated(a);
  return {0, -a.low > a.high ? -a.low : a.high, a.is_null};
}

/// Rounded to so many digits behind the point, halves to either side: backends and types differ there.
constexpr bounds rounded(const bounds& a, u32 digits) {
  i128 step = bounds::unit;
  for (u32 i = 0; i < digits && step > 1; ++i) step /= 10;
  if (step == 1 || a.is_unbounded()) return a;
  return {divided_up(a.low - step / 2, step) * step, divided_down(a.high + step / 2, step) * step, a.is_null};
}

/// Without the digits that a float does not keep; whole numbers of few digits it keeps.
constexpr bounds as_float(const bounds& a, value_type type) {
  const auto slack = [type](i128 x) {
    const i128 size = x < 0 ? -x : x;
    return (size >> (type == value_type::real ? 22 : 50)) + (size % bounds::unit != 0);
  };
  return {a.low - slack(a.low), a.high + slack(a.high), a.is_null};
}

/// a / b, where b does not hold zero; cut to whole numbers for integers.
constexpr bounds quotient(const bounds& a, const bounds& b, bool is_whole) {
  const bounds dividend = b.low < 0 ? negated(a) : a, divisor = b.low < 0 ? negated(b) : b;
  const i128 below = dividend.low < 0 ? divisor.low : divisor.high,
             above = dividend.high > 0 ? divisor.low : divisor.high;
  if (is_whole) return {dividend.low / below * bounds::unit, dividend.high / above * bounds::unit};
  i128 low = 0, high = 0;
  if (__builtin_mul_overflow(dividend.low, bounds::unit, &low) ||
      __builtin_mul_overflow(dividend.high, bounds::unit, &high))
    return bounds::anything();
  return {divided_down(low, below), divided_up(high, above)};
}

/// Works an operation out, as PostgreSQL does (manual, 9.3). A divisor does not hold zero.
constexpr bounds calculate(sql::binary_operator operation, const bounds& a, const bounds& b,
                           value_type type) {
  using enum sql::binary_operator;
  if (a.is_null || b.is_null) return bounds::null();
  if (a.is_unbounded() || b.is_unbounded()) return bounds::anything();
  switch (operation) {
  case add: return {a.low + b.low, a.high + b.high};
  case subtract: return {a.low - b.high, a.high - b.low};
  case multiply: {
    bounds out{bounds::limit, -bounds::limit};
    for (const i128 x : {a.low, a.high})
      for (const i128 y : {b.low, b.high}) {
        const i128 down = product(x, y, divided_down), up = product(x, y, divided_up);
        if (down < out.low) out.low = down;
        if (up > out.high) out.high = up;
      }
    return out;
  }
  case divide: return quotient(a, b, is_integer(type));
  case modulo: {
    if (a.low == a.high && b.low == b.high) return {a.low % b.low, a.low % b.low};
    const i128 most = absolute(b).high - bounds::unit;
    return {a.low < 0 ? -most : 0, a.high > 0 ? most : 0};
  }
  default: return bounds::anything();
  }
}

/// A number as it is written, with a point and an exponent or without.
constexpr bounds bounds_of(text_view digits) {
  const bool is_negative = !digits.empty() && digits[0] == '-';
  std::size_t i = is_negative;
  bounds out;
  for (; i < digits.size() && is_digit(digits[i]); ++i) {
    if (out.is_unbounded()) return bounds::anything();
    out.high = out.high * 10 + (digits[i] - '0') * bounds::unit;
  }
  out.low = out.high;
  bool has_more = false;
  if (i < digits.size() && digits[i] == '.') {
    i128 place = bounds::unit;
    for (++i; i < digits.size() && is_digit(digits[i]); ++i) {
      out.low += (digits[i] - '0') * (place /= 10);
      has_more = has_more || (place == 0 && digits[i] != '0');
    }
    out.high = out.low + has_more;
  }
  if (i < digits.size()) {
    const std::size_t sign = i + 1;
    i64 exponent = 0;
    if (lower(digits[i]) != 'e' || sign >= digits.size() ||
        !read_whole(digits.substr(sign + (digits[sign] == '+')), exponent))
      return bounds::anything();
    for (; exponent > 0 && out.high > 0 && !out.is_unbounded(); --exponent)
      out = {out.low * 10, out.high * 10};
    for (; exponent < 0 && (out.low > 0 || out.high > 1); ++exponent)
      out = {divided_down(out.low, 10), divided_up(out.high, 10)};
  }
  return is_negative ? negated(out) : out;
}

/// Whether a type of numbers holds what lies in them.
constexpr bool fits_number(value_type type, const bounds& b) {
  switch (type) {
  case value_type::smallint: return b.is_within(-32768, 32767);
  case value_type::integer: return b.is_within(-2147483648LL, 2147483647LL);
  case value_type::bigint: return b.is_within(-9223372036854775807LL - 1, 9223372036854775807LL);
  case value_type::real: return !b.is_unbounded();
  default: return true;
  }
}

constexpr bool fits_integer(value_type type, i64 value) {
  return fits_number(type, bounds::between(value, value));
}

/// The same of a column, whose numeric may have so many digits alone (PostgreSQL 15, 8.1.2).
constexpr bool fits_number(const column_type& type, const bounds& b) {
  if (type.kind != type_kind::numeric || type.length == 0) return fits_number(value_type_of(type.kind), b);
  const bounds kept = absolute(rounded(b, type.scale));
  i128 above = bounds::unit;
  for (int digits = type.length - type.scale; digits > 0 && above < bounds::limit; --digits) above *= 10;
  return kept.high < above;
}

} // namespace schema
