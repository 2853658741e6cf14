// Floor 6. A value of a row as far as it is known before there is a database.
#pragma once

#include <schema/model/value_type.hpp>

namespace schema::seed {

enum class value_state : u8 {
  null,
  value,
  admin_password, ///< a text that is not known before it is asked for
  unknown,        ///< not NULL; what it is, only the database knows
  undecided       ///< may be NULL as well
};

/// How a number is kept: comparisons of what is rounded are decided only where rounding does not matter.
enum class precision : u8 { exact, as_double, as_float };

struct plain_value {
  value_state state{};
  value_type type{};
  precision kept{};
  bool is_relative{}; ///< an instant counted from @now
  bool is_doubled{};  ///< quotation marks in `text` are still doubled
  u8 scale{};         ///< a number is `number` / 10^scale; the last digit behind the point is no 0
  i128 number{};      ///< boolean: 0 or 1; times: milliseconds; uuid: its 128 bits
  text_view text;     ///< of a text, bytes, json; a label

  constexpr bool is_known() const { return state == value_state::value; }
  constexpr bool is_null() const { return state == value_state::null; }
};

/// What two values are to each other, as far as that is decided.
enum class order : u8 { undecided, less, equal, greater, different };

constexpr bool is_textual(value_type type) {
  return type == value_type::text || type == value_type::literal || type == value_type::enumeration;
}

inline constexpr u32 most_digits = 36; ///< of a number that is reckoned with

/// 10^count; count is at most most_digits.
constexpr i128 power_of_ten(u32 count) {
  i128 power = 1;
  for (u32 i = 0; i < count; ++i) power *= 10;
  return power;
}

/// Brings two numbers to one scale; false when there is no room for them.
constexpr bool align(const plain_value& a, const plain_value& b, i128& left, i128& right) {
  left = a.number;
  right = b.number;
  if (a.scale == b.scale) return true;
  i128& smaller = a.scale < b.scale ? left : right;
  const u32 difference = a.scale < b.scale ? b.scale - a.scale : a.scale - b.scale;
  return difference <= most_digits && !__builtin_mul_overflow(smaller, power_of_ten(difference), &smaller);
}

/// Whether a float holds a number as it is written.
constexpr bool is_kept_exactly(const plain_value& v) {
  if (v.kept == precision::exact) return true;
  const i128 most = v.kept == precision::as_double ? i128(1) << 53 : i128(1) << 24;
  return v.scale == 0 && v.number >= -most && v.number <= most;
}

constexpr order compare_numbers(const plain_value& a, const plain_value& b) {
  i128 left = 0, right = 0;
  if (!align(a, b, left, right)) return order::undecided;
  if (!is_kept_exactly(a) || !is_kept_exactly(b)) {
    if (left == right)
      return a.kept == b.kept || (is_kept_exactly(a) && is_kept_exactly(b)) ? order::equal : order::undecided;
    const i128 distance = left < right ? right - left : left - right;
    const i128 size = (left < 0 ? -left : left) > (right < 0 ? -right : right) ? (left < 0 ? -left : left)
                                                                               : (right < 0 ? -right : right);
    const bool coarse = a.kept == precision::as_float || b.kept == precision::as_float;
    if (distance <= size / (coarse ? 1'000'000 : 100'000'000'000'000)) return order::undecided;
  }
  return left < right ? order::less : left == right ? order::equal : order::greater;
}

/// Equal as bytes, `fold` aside; a text has its marks doubled in both or in neither.
constexpr bool same_text(text_view a, text_view b, bool fold) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (fold ? lower(a[i]) != lower(b[i]) : a[i] != b[i]) return false;
  return true;
}

/// Both are known and of types that compare. A text's order depends on its collation: only whether it is
/// equal is decided.
constexpr order compare(const plain_value& a, const plain_value& b) {
  if (!a.is_known() || !b.is_known()) return order::undecided;
  if (is_number(a.type) && is_number(b.type)) return compare_numbers(a, b);
  if (is_textual(a.type) && is_textual(b.type))
    return same_text(a.text, b.text, false) ? order::equal : order::different;
  if (a.type != b.type) return order::undecided;
  switch (a.type) {
  case value_type::boolean:
  case value_type::uuid: break;
  case value_type::date:
  case value_type::timestamp:
  case value_type::timestamptz:
    if (a.is_relative != b.is_relative || (a.is_relative && a.type == value_type::date))
      return order::undecided;
    break;
  case value_type::bytes: return same_text(a.text, b.text, true) ? order::equal : order::different;
  default: return order::undecided;
  }
  if (a.number == b.number) return order::equal;
  if (a.type == value_type::uuid) return order::different;
  return a.number < b.number ? order::less : order::greater;
}

} // namespace schema::seed
