// Floor 6. What a cell means in its column, and what is wrong with it: the same for a compiler and for a
// program.
#pragma once

#include <schema/model/type_rules.hpp>
#include <schema/seed/csv.hpp>
#include <schema/seed/instant.hpp>
#include <schema/seed/json.hpp>
#include <schema/seed/table_facts.hpp>
#include <schema/seed/value.hpp>

namespace schema::seed {

enum class cell_fault : u8 {
  none,
  empty, ///< "" where it is no value
  not_boolean,
  not_whole,
  not_number,
  not_decimal,
  not_fitting, ///< a number beyond the type
  not_uuid,
  not_bytes,
  not_relative,
  not_date,
  not_instant,
  not_json,
  no_label,
  lone_at, ///< a text that begins with one @
  too_long,
  null_refused,
  password_kept ///< @admin-password in a column that is written again
};

/// The text of a cell with its quotation marks single; it looks into the file where it can.
class cell_text {
public:
  constexpr explicit cell_text(const csv_cell& cell) : view_(cell.raw) {
    bool doubled = false;
    for (std::size_t i = 0; cell.quoted && i < cell.raw.size(); ++i) doubled = doubled || cell.raw[i] == '"';
    if (!doubled) return;
    owned_ = new char[cell.raw.size()]{};
    writer out{owned_};
    cell.append_to(out);
    view_ = {owned_, out.size};
  }
  cell_text(const cell_text&) = delete;
  cell_text& operator=(const cell_text&) = delete;
  constexpr ~cell_text() { delete[] owned_; }

  constexpr text_view view() const { return view_; }
  constexpr bool is_doubled() const { return owned_; }

private:
  struct writer {
    char* data;
    std::size_t size{};
    constexpr void append(const char* text, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) data[size + i] = text[i];
      size += count;
    }
  };
  text_view view_;
  char* owned_{};
};

/// A decimal number with its exponent, as std::from_chars reads it; `exponent` of -1 for a type without.
struct decimal_reader {
  text_view text;
  plain_value& out;
  i32 leading{};      ///< the power of ten of its first digit that is no 0
  u64 first_digits{}; ///< up to 17 of them
  bool is_zero{true};

  /// Whether it is a number at all.
  constexpr bool read(bool with_exponent) {
    std::size_t i = !text.empty() && text[0] == '-';
    const bool negative = i;
    i32 digits = 0, behind = 0, kept = 0;
    bool point = false, any = false, fits = true;
    i128 number = 0;
    for (; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '.' && !point) {
        point = true;
        continue;
      }
      if (!is_digit(c)) break;
      any = true;
      behind += point;
      if (c != '0' || !is_zero) ++digits;
      if (c != '0') is_zero = false;
      if (!is_zero && kept < 17) {
        first_digits = first_digits * 10 + u64(c - '0');
        ++kept;
      }
      fits = fits && digits <= i32(most_digits);
      if (fits) number = number * 10 + (c - '0');
    }
    i32 exponent = 0;
    if (with_exponent && any && i < text.size() && (text[i] == 'e' || text[i] == 'E') &&
        !read_exponent(++i, exponent))
      return false;
    if (!any || i < text.size()) return false;
    for (; kept < 17; ++kept) first_digits *= 10;
    leading = digits - 1 - behind + exponent;
    put(negative ? -number : number, behind - exponent, fits);
    return true;
  }

private:
  constexpr bool read_exponent(std::size_t& i, i32& exponent) const {
    const bool down = i < text.size() && text[i] == '-';
    if (i < text.size() && (down || text[i] == '+')) ++i;
    const std::size_t begin = i;
    for (; i < text.size() && is_digit(text[i]); ++i)
      if (exponent < 100'000) exponent = exponent * 10 + (text[i] - '0');
    if (down) exponent = -exponent;
    return i > begin;
  }
  /// What is too long to be reckoned with is a value all the same.
  constexpr void put(i128 number, i32 scale, bool fits) {
    while (scale > 0 && number % 10 == 0 && number != 0) {
      number /= 10;
      --scale;
    }
    if (number == 0) scale = 0;
    if (is_zero) fits = true;
    for (; scale < 0 && fits; ++scale) fits = !__builtin_mul_overflow(number, i128(10), &number);
    if (!fits || scale > i32(most_digits)) {
      out.state = value_state::unknown;
      return;
    }
    out.number = number;
    out.scale = u8(scale);
  }
};

/// Reads cells of files. JsonText takes the canonical text of JSON: std::string, or no_text.
template <class JsonText> struct cell_reader {
  json_reader<JsonText> json{};
  JsonText canonical_json{};

  /// What is wrong with the cell, whose text is `text`; `out` is its value. NULL is one.
  constexpr cell_fault read(const column_facts& column, const csv_cell& cell, const cell_text& decoded,
                            plain_value& out) {
    out = {};
    out.type = value_type_of(column.type.kind);
    if (cell.is_null()) return cell_fault::none;
    out.state = value_state::value;
    const text_view text = decoded.view();
    const type_kind kind = column.type.kind;
    if (text.empty() && !is_text(kind) && kind != type_kind::enumeration) return cell_fault::empty;
    switch (kind) {
    case type_kind::boolean:
      out.number = text == "true";
      return out.number || text == "false" ? cell_fault::none : cell_fault::not_boolean;
    case type_kind::smallint:
    case type_kind::integer:
    case type_kind::bigint: return read_integer(kind, text, out);
    case type_kind::real:
    case type_kind::double_precision: return read_float(kind, text, out);
    case type_kind::numeric: return read_numeric(column.type, text, out);
    case type_kind::text:
    case type_kind::varchar:
      out.is_doubled = decoded.is_doubled();
      return read_text(column.type, text, cell.raw, out);
    case type_kind::bytes: out.text = cell.raw; return read_bytes(text);
    case type_kind::date:
    case type_kind::timestamp:
    case type_kind::timestamptz: return read_time(kind, text, out);
    case type_kind::uuid: return read_uuid(text, out);
    case type_kind::json:
      out.text = cell.raw;
      out.is_doubled = decoded.is_doubled();
      return json.read(std::string_view(text), canonical_json) ? cell_fault::none : cell_fault::not_json;
    case type_kind::enumeration:
      for (const text_view label : column.labels)
        if (label == text) {
          out.text = label;
          return cell_fault::none;
        }
      return cell_fault::no_label;
    }
    return cell_fault::none;
  }

  /// The same, with what the column and the file's header ask of a value.
  constexpr cell_fault read(const column_facts& column, bool insert_only, const csv_cell& cell,
                            const cell_text& decoded, plain_value& out) {
    const cell_fault fault = read(column, cell, decoded, out);
    if (fault != cell_fault::none) return fault;
    if (out.is_null() && !column.nullable) return cell_fault::null_refused;
    if (out.state == value_state::admin_password && !insert_only) return cell_fault::password_kept;
    return cell_fault::none;
  }

  static constexpr bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

private:
  static constexpr cell_fault read_integer(type_kind kind, text_view text, plain_value& out) {
    i64 value = 0;
    const bool fits = read_whole(text, value) && fits_integer(kind, value);
    out.number = value;
    if (fits) return cell_fault::none;
    return is_decimal(text) && text.find('.') == text_view::npos ? cell_fault::not_fitting
                                                                 : cell_fault::not_whole;
  }

  /// Within what the type holds with all its digits: nothing that is close to zero becomes it.
  static constexpr cell_fault read_float(type_kind kind, text_view text, plain_value& out) {
    decimal_reader in{text, out};
    if (!in.read(true)) return cell_fault::not_number;
    const bool single = kind == type_kind::real;
    out.kept = single ? precision::as_float : precision::as_double;
    const i32 most = single ? 38 : 308, least = single ? -37 : -307;
    const u64 most_first = single ? 34028234000000000 : 17976931348623157;
    if (in.is_zero) return cell_fault::none;
    return in.leading > most || in.leading < least || (in.leading == most && in.first_digits > most_first)
               ? cell_fault::not_fitting
               : cell_fault::none;
  }

  /// Nothing is rounded.
  static constexpr cell_fault read_numeric(const column_type& type, text_view text, plain_value& out) {
    if (!is_decimal(text)) return cell_fault::not_decimal;
    decimal_reader in{text, out};
    in.read(false);
    // What SQLite keeps as a text or a float is compared as a float.
    if (type.storage == sqlite_storage::text || type.storage == sqlite_storage::real)
      out.kept = precision::as_double;
    std::size_t end = text.size(), fraction = 0;
    if (const std::size_t point = text.find('.'); point != text_view::npos) {
      while (end > point + 1 && text[end - 1] == '0') --end;
      fraction = end - point - 1;
    }
    const bool fits = fraction <= type.scale && (in.is_zero || in.leading < i32(type.length) - type.scale);
    return fits ? cell_fault::none : cell_fault::not_fitting;
  }

  static constexpr cell_fault read_uuid(text_view text, plain_value& out) {
    if (text.size() != 36) return cell_fault::not_uuid;
    text_word bits = 0;
    for (std::size_t i = 0; i < 36; ++i) {
      const char c = text[i];
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') return cell_fault::not_uuid;
        continue;
      }
      if (c >= '0' && c <= '9')
        bits = bits << 4 | text_word(c - '0');
      else if (lower(c) >= 'a' && lower(c) <= 'f')
        bits = bits << 4 | text_word(lower(c) - 'a' + 10);
      else
        return cell_fault::not_uuid;
    }
    out.number = i128(bits);
    return cell_fault::none;
  }

  static constexpr cell_fault read_bytes(text_view text) {
    bool sound = text.size() >= 2 && text[0] == '\\' && text[1] == 'x' && text.size() % 2 == 0;
    for (std::size_t i = 2; sound && i < text.size(); ++i) sound = is_hex(text[i]);
    return sound ? cell_fault::none : cell_fault::not_bytes;
  }

  static constexpr cell_fault read_time(type_kind kind, text_view text, plain_value& out) {
    i64 value = 0;
    const std::string_view standard = text;
    if (text[0] == '@') {
      out.is_relative = true;
      if (!read_relative(standard, value)) return cell_fault::not_relative;
    } else if (kind == type_kind::date) {
      if (!read_date(standard, value)) return cell_fault::not_date;
      value *= milliseconds_per_day;
    } else if (!read_instant(standard, kind == type_kind::timestamptz, value)) {
      return cell_fault::not_instant;
    }
    out.number = value;
    return cell_fault::none;
  }

  static constexpr cell_fault read_text(const column_type& type, text_view text, text_view raw,
                                        plain_value& out) {
    if (!text.empty() && text[0] == '@') {
      if (text == "@admin-password") {
        out.state = value_state::admin_password;
        return cell_fault::none;
      }
      if (text.size() < 2 || text[1] != '@') return cell_fault::lone_at;
      text = text.substr(1);
      raw = raw.substr(1);
    }
    out.text = raw;
    if (type.kind == type_kind::varchar && type.length && text.size() > type.length &&
        character_count(text) > type.length)
      return cell_fault::too_long;
    return cell_fault::none;
  }
};

} // namespace schema::seed
