// Random expressions over a table with a column of every type: sound ones, and ones with an operand of
// another type.
#pragma once

#include <schema/model/value_type.hpp>

#include <random>
#include <string>
#include <vector>

namespace test {

using schema::value_type;

/// What expressions name: the columns of a table that has one of every type.
class expression_names {
public:
  virtual ~expression_names() = default;
  /// A column of a type, `choice` a number at random; empty for none.
  virtual std::string column(value_type type, std::size_t choice) const {
    switch (type) {
    case value_type::boolean: return "flag";
    case value_type::smallint: return "small";
    case value_type::integer: return "whole";
    case value_type::bigint: return "big";
    case value_type::real: return "short_float";
    case value_type::double_precision: return "long_float";
    case value_type::numeric: return "exact";
    case value_type::text: return choice % 2 ? "words" : "code";
    case value_type::bytes: return "data";
    case value_type::date: return "day";
    case value_type::timestamp: return "local_at";
    case value_type::timestamptz: return "at";
    case value_type::uuid: return "id";
    case value_type::json: return "extra";
    default: return "mood";
    }
  }
  /// A label of its enumeration, as a literal.
  virtual std::string label(std::size_t choice) const { return choice % 2 ? "'sad'" : "'glad'"; }
};
inline const expression_names names_of_every_type;

/// PostgreSQL takes a scalar for an array of itself: '5'::jsonb -> 0 is 5.
inline bool may_index_a_scalar(const std::string& text) { return text.find("> 0") != std::string::npos; }

/// Writes an expression of a type that was asked for. With `wrong_at` at or above 0, the operand of that
/// number is of another type than it should be.
class expression_generator {
public:
  explicit expression_generator(std::uint64_t seed, const expression_names& names = names_of_every_type)
      : random_(seed), names_(names) {}

  /// How many operands the last expression had.
  int operands() const { return operands_; }

  std::string write(value_type type, int wrong_at = -1) {
    operands_ = 0;
    wrong_at_ = wrong_at;
    return expression(type, 3);
  }

  value_type any_type() {
    constexpr value_type all[] = {value_type::boolean, value_type::smallint,  value_type::integer,
                                  value_type::bigint,  value_type::real,      value_type::double_precision,
                                  value_type::numeric, value_type::text,      value_type::bytes,
                                  value_type::date,    value_type::timestamp, value_type::timestamptz,
                                  value_type::uuid,    value_type::json,      value_type::enumeration};
    return all[below(sizeof(all) / sizeof(value_type))];
  }

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

private:
  bool one_in(std::size_t n) { return below(n) == 0; }
  const char* one_of(std::initializer_list<const char*> list) { return list.begin()[below(list.size())]; }

  /// An operand that should be of a type.
  std::string operand(value_type type, int depth) {
    if (operands_++ == wrong_at_) {
      value_type other = type;
      while (other == type) other = any_type();
      type = other;
    }
    return expression(type, depth);
  }

  value_type comparable() {
    value_type type = value_type::json;
    while (type == value_type::json) type = any_type(); // json compares with nothing
    return type;
  }
  value_type ordered() {
    value_type type = value_type::enumeration;
    while (type == value_type::enumeration) type = comparable();
    return type;
  }
  value_type number() { return value_type(int(value_type::smallint) + int(below(6))); }

  std::string column(value_type type) {
    std::string found = names_.column(type, below(1000));
    return found.empty() ? constant(type) : found;
  }
  /// What stands where a table has no column of a type.
  std::string constant(value_type type) {
    switch (type) {
    case value_type::boolean:
    case value_type::integer:
    case value_type::bigint:
    case value_type::numeric:
    case value_type::text: return literal(type);
    case value_type::smallint: return "CAST(3 AS smallint)";
    case value_type::real:
    case value_type::double_precision: return "CAST(2.5 AS " + std::string(name(type)) + ")";
    case value_type::date:
    case value_type::timestamp:
    case value_type::timestamptz:
    case value_type::uuid: return "CAST(" + literal(type) + " AS " + std::string(name(type)) + ")";
    case value_type::json: return "CAST('{\"key\": 1}' AS json)";
    default: return "NULL";
    }
  }

  std::string literal(value_type type) {
    switch (type) {
    case value_type::boolean: return one_of({"TRUE", "FALSE", "true"});
    case value_type::integer: return std::to_string(below(1000));
    case value_type::bigint: return "3000000000";
    case value_type::numeric: return one_of({"0.5", "12.25", "3."});
    case value_type::text: return one_of({"'a'", "''", "'it''s'", "'a_b%c'"});
    case value_type::date: return "'2026-11-22'";
    case value_type::timestamp: return "'2026-11-22T10:30:00'";
    case value_type::timestamptz: return "'2026-11-22T10:30:00Z'";
    case value_type::uuid: return "'0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f11'";
    case value_type::enumeration: return names_.label(below(1000));
    default: return column(type);
    }
  }

  /// A literal of most types is a text by itself, so that it stands beside a column.
  std::string expression(value_type type, int depth) {
    const bool is_self_typed = type == value_type::boolean || type == value_type::integer ||
                               type == value_type::bigint || type == value_type::numeric ||
                               type == value_type::text;
    if (depth <= 0) return is_self_typed && one_in(3) ? literal(type) : column(type);
    if (one_in(4)) return column(type);
    if (one_in(12)) return "(" + expression(type, depth - 1) + ")";
    if (one_in(10) && type != value_type::json && type != value_type::bytes) return chosen(type, depth - 1);
    switch (type) {
    case value_type::boolean: return condition(depth - 1);
    case value_type::smallint:
    case value_type::integer:
    case value_type::bigint:
    case value_type::real:
    case value_type::double_precision:
    case value_type::numeric: return arithmetic(type, depth - 1);
    case value_type::text: return text(depth - 1);
    case value_type::date:
    case value_type::timestamp:
    case value_type::timestamptz: return time(type, depth - 1);
    case value_type::uuid: return one_in(3) ? "CAST(" + literal(type) + " AS uuid)" : column(type);
    case value_type::json: return operand(type, depth - 1) + " -> " + one_of({"'key'", "0", "words"});
    default: return column(type);
    }
  }

  std::string beside(value_type type, int depth) {
    return one_in(3) && type != value_type::bytes && type != value_type::smallint ? literal(type)
                                                                                  : operand(type, depth);
  }

  std::string condition(int depth) {
    const value_type same = comparable(), order = ordered();
    switch (below(13)) {
    case 0: return operand(value_type::boolean, depth) + " AND " + operand(value_type::boolean, depth);
    case 1:
      return "(" + operand(value_type::boolean, depth) + " OR " + operand(value_type::boolean, depth) + ")";
    case 2: return "NOT (" + operand(value_type::boolean, depth) + ")";
    case 3:
      return "(" + operand(same, depth) + ")" + one_of({" = ", " <> ", " != "}) + "(" + beside(same, depth) +
             ")";
    case 4:
      return "(" + operand(order, depth) + ")" + one_of({" < ", " <= ", " > ", " >= "}) + "(" +
             beside(order, depth) + ")";
    case 5: return "(" + operand(any_type(), depth) + ")" + one_of({" IS NULL", " IS NOT NULL"});
    case 6:
      return "(" + operand(same, depth) + ")" + one_of({" IS DISTINCT FROM ", " IS NOT DISTINCT FROM "}) +
             "(" + beside(same, depth) + ")";
    case 7:
      return "(" + operand(order, depth) + ") BETWEEN (" + beside(order, depth) + ") AND (" +
             beside(order, depth) + ")";
    case 8:
      return "(" + operand(same, depth) + ")" + one_of({" IN (", " NOT IN ("}) + beside(same, depth) + ", " +
             beside(same, depth) + ")";
    case 9: return "(" + operand(value_type::text, depth) + ")" + one_of({" LIKE 'a%'", " NOT LIKE '_b%'"});
    case 10:
      return "(" + operand(value_type::boolean, depth) + ")" +
             one_of({" IS TRUE", " IS NOT FALSE", " IS FALSE"});
    case 11: return "CAST(" + operand(value_type::integer, depth) + " AS boolean)";
    default: return "(" + operand(number(), depth) + ") > (" + operand(number(), depth) + ")";
    }
  }

  /// A number of exactly the type.
  std::string arithmetic(value_type type, int depth) {
    switch (below(type == value_type::integer ? 9 : 5)) {
    case 0: return "(" + operand(type, depth) + one_of({" + ", " - ", " * "}) + operand(type, depth) + ")";
    case 1: return "abs(" + operand(type, depth) + ")";
    case 2: return "-(" + operand(type, depth) + ")";
    case 3:
      if (type == value_type::numeric) return "round(" + operand(type, depth) + ", 1)";
      if (type == value_type::double_precision) return "round(" + operand(type, depth) + ")";
      return "(" + operand(type, depth) + one_of({" / ", " * "}) + operand(type, depth) + ")";
    case 4: return "CAST(" + operand(number(), depth) + " AS " + std::string(name(type)) + ")";
    case 5:
      return one_of({"length(", "char_length(", "octet_length("}) + operand(value_type::text, depth) + ")";
    case 6:
      return "strpos(" + operand(value_type::text, depth) + ", " + beside(value_type::text, depth) + ")";
    case 7: return "CAST(" + operand(value_type::boolean, depth) + " AS integer)";
    default: return operand(value_type::integer, depth) + " % " + operand(value_type::integer, 0);
    }
  }

  static std::string_view name(value_type type) {
    const auto text = schema::type_name(type);
    return {text.data(), text.size()};
  }

  std::string text(int depth) {
    switch (below(8)) {
    case 0: return "(" + operand(value_type::text, depth) + " || " + beside(value_type::text, depth) + ")";
    case 1:
      return one_of({"lower(", "upper(", "trim(", "ltrim(", "rtrim("}) + operand(value_type::text, depth) +
             ")";
    case 2:
      return "substr(" + operand(value_type::text, depth) + ", " + std::to_string(1 + below(4)) + ", " +
             operand(value_type::smallint, 0) + ")";
    case 3:
      return "replace(" + operand(value_type::text, depth) + ", 'a', " + beside(value_type::text, depth) +
             ")";
    case 4: return "CAST(" + operand(value_type::integer, depth) + " AS text)";
    case 5: return operand(value_type::json, depth) + " ->> 'key'";
    case 6: return "CAST(" + operand(value_type::uuid, depth) + " AS text)";
    default:
      return "(" + operand(value_type::text, depth) + " || " + operand(value_type::integer, depth) + ")";
    }
  }

  std::string time(value_type type, int depth) {
    value_type from = type;
    while (from == type) from = value_type(int(value_type::date) + int(below(3)));
    return "CAST(" + operand(from, depth) + " AS " + std::string(name(type)) + ")";
  }

  /// CASE, COALESCE and their like.
  std::string chosen(value_type type, int depth) {
    switch (below(5)) {
    case 0:
      return "CASE WHEN " + operand(value_type::boolean, depth) + " THEN " + operand(type, depth) + " ELSE " +
             operand(type, depth) + " END";
    case 1: {
      const value_type what = comparable();
      return "CASE " + operand(what, depth) + " WHEN " + operand(what, depth) + " THEN " +
             operand(type, depth) + " ELSE NULL END";
    }
    case 2: return "coalesce(" + operand(type, depth) + ", " + operand(type, depth) + ")";
    case 3: return "nullif(" + operand(type, depth) + ", " + operand(type, depth) + ")";
    default:
      if (type == value_type::enumeration || type == value_type::boolean) return column(type);
      return one_of({"greatest(", "least("}) + operand(type, depth) + ", " + operand(type, depth) + ")";
    }
  }

  std::mt19937_64 random_;
  const expression_names& names_;
  int operands_{}, wrong_at_{-1};
};

} // namespace test
