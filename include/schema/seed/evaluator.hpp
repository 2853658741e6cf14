// Floor 6. An SQL expression over one row, with SQL's three values of logic and a fourth: undecided. What the
// backends, their locales or the clock could do otherwise is undecided, never guessed.
#pragma once

#include <schema/model/bounds.hpp>
#include <schema/seed/cell_reader.hpp>
#include <schema/seed/text_functions.hpp>
#include <schema/sql/functions.hpp>

namespace schema::seed {

constexpr plain_value make_value(value_type type, i128 number = 0) {
  plain_value v;
  v.state = value_state::value;
  v.type = type;
  v.number = number;
  return v;
}
constexpr plain_value make_text(text_view text) {
  plain_value v = make_value(value_type::text);
  v.text = text;
  return v;
}
constexpr plain_value make_boolean(bool is_true) { return make_value(value_type::boolean, is_true); }
constexpr plain_value make_state(value_state state) {
  plain_value v;
  v.state = state;
  return v;
}

/// Works expressions out. Row has value(column): the value of a column of the table, by its index.
template <class Row> class evaluator {
public:
  constexpr evaluator(const condition_facts& condition, const Row& row)
      : source_(condition.source), columns_(condition.columns), row_(row) {}
  evaluator(const evaluator&) = delete;
  evaluator& operator=(const evaluator&) = delete;

  /// The value; the texts in it live as long as the evaluator.
  constexpr plain_value result() {
    const plain_value v = value(source_.root);
    return may_fail_ ? undecided() : v;
  }

private:
  using node = sql::node;
  using kind = sql::node_kind;

  constexpr const node& at(i16 i) const { return source_.nodes[i]; }
  static constexpr plain_value undecided() { return make_state(value_state::undecided); }
  static constexpr plain_value null() { return make_state(value_state::null); }
  /// Neither of the two is known to be NULL and one is not known.
  static constexpr bool is_open(const plain_value& v) { return !v.is_known() && !v.is_null(); }
  /// A database could refuse to work it out: then nothing around it is decided.
  constexpr plain_value failed() {
    may_fail_ = true;
    return undecided();
  }

  constexpr plain_value value(i16 i) {
    const node& n = at(i);
    switch (n.kind) {
    case kind::column: return column(i);
    case kind::number: {
      plain_value v = make_value(number_type(source_.at(n)));
      decimal_reader{source_.at(n), v}.read(true);
      return v;
    }
    case kind::string: {
      plain_value v = make_value(value_type::literal);
      v.text = arena_.single(source_.at(n).substr(1, n.size - 2u), '\'');
      return v;
    }
    case kind::boolean: return make_boolean(n.size == 4);
    case kind::null: return null();
    case kind::parenthesis: return value(n.first);
    case kind::negate:
      return arithmetic(make_value(value_type::smallint), sql::binary_operator::subtract, value(n.first));
    case kind::logical_not: return negated(value(n.first));
    case kind::binary: return binary(n);
    case kind::is_null: return nullness(value(n.first), true);
    case kind::is_not_null: return nullness(value(n.first), false);
    case kind::is_true: return truth(value(n.first), true, false);
    case kind::is_false: return truth(value(n.first), false, false);
    case kind::is_not_true: return truth(value(n.first), true, true);
    case kind::is_not_false: return truth(value(n.first), false, true);
    case kind::is_distinct: return distinct(n);
    case kind::is_not_distinct: return negated(distinct(n));
    case kind::between: return between(n);
    case kind::not_between: return negated(between(n));
    case kind::in: return in(n);
    case kind::not_in: return negated(in(n));
    case kind::like: return like(n);
    case kind::not_like: return negated(like(n));
    case kind::call: return call(n);
    case kind::cast: return cast(n);
    case kind::case_when: return choose(n);
    default: return undecided();
    }
  }

  constexpr plain_value column(i16 i) {
    plain_value v = row_.value(columns_[i]);
    if (v.is_doubled) {
      v.text = arena_.single(v.text, '"');
      v.is_doubled = false;
    }
    return v;
  }

  // -- logic
  // --------------------------------------------------------------------------------------------------

  static constexpr plain_value negated(plain_value v) {
    if (v.is_known()) v.number = !v.number;
    return v.is_known() || v.is_null() ? v : undecided();
  }
  static constexpr plain_value nullness(const plain_value& v, bool wanted) {
    return v.state == value_state::undecided ? undecided() : make_boolean(v.is_null() == wanted);
  }
  static constexpr plain_value truth(const plain_value& v, bool wanted, bool negate) {
    if (is_open(v)) return undecided();
    return make_boolean((v.is_known() && (v.number != 0) == wanted) != negate);
  }
  /// AND and OR; `stop` is the value that decides alone.
  constexpr plain_value logic(const node& n, bool stop) {
    const plain_value a = value(n.first), b = value(at(n.first).next);
    for (const plain_value* v : {&a, &b})
      if (v->is_known() && (v->number != 0) == stop) return make_boolean(stop);
    if (is_open(a) || is_open(b)) return undecided();
    return a.is_null() || b.is_null() ? null() : make_boolean(!stop);
  }

  // -- comparisons
  // --------------------------------------------------------------------------------------------

  /// A literal as the type that it stands beside.
  static constexpr plain_value as(const plain_value& literal, value_type type) {
    if (literal.type != value_type::literal || !literal.is_known() || is_textual(type)) return literal;
    if (type < value_type::boolean || literal.text.empty() || literal.text[0] == '@') return undecided();
    column_facts facts;
    facts.type.kind = is_number(type)
                          ? type_kind::double_precision
                          : type_kind(u8(type) - u8(value_type::boolean) + u8(type_kind::boolean));
    csv_cell cell;
    cell.raw = std::string_view(literal.text);
    plain_value out;
    cell_reader<no_text> reader;
    if (type == value_type::json || reader.read(facts, cell, cell_text(cell), out) != cell_fault::none)
      return undecided();
    out.kept = precision::exact;
    return out;
  }

  static constexpr plain_value holds(order found, sql::binary_operator how) {
    using enum sql::binary_operator;
    if (found == order::undecided) return undecided();
    switch (how) {
    case equal: return make_boolean(found == order::equal);
    case not_equal: return make_boolean(found != order::equal);
    default: break;
    }
    if (found == order::different) return undecided(); // by the collation
    switch (how) {
    case less: return make_boolean(found == order::less);
    case less_equal: return make_boolean(found != order::greater);
    case greater: return make_boolean(found == order::greater);
    default: return make_boolean(found != order::less);
    }
  }
  static constexpr plain_value compared(const plain_value& a, sql::binary_operator how,
                                        const plain_value& b) {
    if (a.is_null() || b.is_null()) return null();
    return holds(compare(as(a, b.type), as(b, a.type)), how);
  }

  constexpr plain_value distinct(const node& n) {
    const plain_value a = value(n.first), b = value(at(n.first).next);
    if (a.state == value_state::undecided || b.state == value_state::undecided) return undecided();
    if (a.is_null() || b.is_null()) return make_boolean(a.is_null() != b.is_null());
    return compared(a, sql::binary_operator::not_equal, b);
  }
  static constexpr plain_value both(const plain_value& a, const plain_value& b) {
    for (const plain_value* v : {&a, &b})
      if (v->is_known() && v->number == 0) return make_boolean(false);
    if (is_open(a) || is_open(b)) return undecided();
    return a.is_null() ? a : b;
  }
  constexpr plain_value between(const node& n) {
    const i16 low = at(n.first).next;
    const plain_value v = value(n.first);
    return both(compared(v, sql::binary_operator::greater_equal, value(low)),
                compared(v, sql::binary_operator::less_equal, value(at(low).next)));
  }
  constexpr plain_value in(const node& n) {
    const plain_value v = value(n.first);
    plain_value found = make_boolean(false);
    for (i16 i = at(n.first).next; i >= 0; i = at(i).next) {
      const plain_value same = compared(v, sql::binary_operator::equal, value(i));
      if (same.is_known() && same.number != 0) return same;
      if (is_open(same) || (same.is_null() && !is_open(found))) found = same;
    }
    return found;
  }
  constexpr plain_value like(const node& n) {
    const plain_value v = value(n.first), pattern = value(at(n.first).next);
    if (v.is_null() || pattern.is_null()) return null();
    if (!is_text_known(v) || !is_text_known(pattern) || pattern.text.find('\\') != text_view::npos)
      return undecided();
    return make_boolean(is_like(v.text, pattern.text));
  }
  static constexpr bool is_text_known(const plain_value& v) { return v.is_known() && is_textual(v.type); }

  // -- numbers and texts
  // --------------------------------------------------------------------------------------

  constexpr plain_value binary(const node& n) {
    using enum sql::binary_operator;
    switch (n.operation) {
    case logical_and: return logic(n, false);
    case logical_or: return logic(n, true);
    default: break;
    }
    const plain_value a = value(n.first), b = value(at(n.first).next);
    switch (n.operation) {
    case equal:
    case not_equal:
    case less:
    case less_equal:
    case greater:
    case greater_equal: return compared(a, n.operation, b);
    case add:
    case subtract:
    case multiply:
    case divide:
    case modulo: return arithmetic(as(a, b.type), n.operation, as(b, a.type));
    case concatenate:
      if (a.is_null() || b.is_null()) return null();
      if (!is_text_known(a) || !is_text_known(b)) return undecided();
      return make_text(arena_.joined(a.text, b.text));
    default: return undecided();
    }
  }

  constexpr plain_value arithmetic(const plain_value& a, sql::binary_operator how, const plain_value& b) {
    using enum sql::binary_operator;
    if (a.is_null() || b.is_null()) return null();
    if (!a.is_known() || !b.is_known() || !is_number(a.type) || !is_number(b.type)) return undecided();
    plain_value out = make_value(arithmetic_type(a.type, b.type));
    out.kept = a.kept > b.kept ? a.kept : b.kept;
    if (!is_kept_exactly(a) || !is_kept_exactly(b)) return undecided();
    if (how == divide || how == modulo) {
      if (!is_integer(a.type) || !is_integer(b.type)) return undecided();
      if (b.number == 0) return failed();
      out.number = how == divide ? a.number / b.number : a.number % b.number;
    } else if (how == multiply) {
      if (u32(a.scale) + b.scale > most_digits || __builtin_mul_overflow(a.number, b.number, &out.number))
        return undecided();
      out.scale = u8(a.scale + b.scale);
    } else {
      i128 left = 0, right = 0;
      if (!align(a, b, left, right) || (how == add ? __builtin_add_overflow(left, right, &out.number)
                                                   : __builtin_sub_overflow(left, right, &out.number)))
        return undecided();
      out.scale = a.scale > b.scale ? a.scale : b.scale;
    }
    while (out.scale > 0 && out.number % 10 == 0) {
      out.number /= 10;
      --out.scale;
    }
    if (is_integer(out.type) &&
        (out.number != i128(i64(out.number)) || !fits_integer(out.type, i64(out.number))))
      return failed();
    return is_kept_exactly(out) ? out : undecided();
  }

  constexpr plain_value cast(const node& n) {
    const plain_value v = value(n.first);
    if (v.is_null()) return v;
    const sql::cast_spelling* to = sql::find_cast_type(n.hash);
    const value_type type = to ? value_type_of(to->type) : value_type::none;
    if (!v.is_known() || !sql::modifiers_of(source_.at(n)).empty()) return undecided();
    if (v.type == type || (is_textual(v.type) && type == value_type::text)) return v;
    if (v.type == value_type::literal && !is_number(type)) return as(v, type);
    if (!is_integer(v.type) || !(type == value_type::numeric || type == value_type::bigint))
      return undecided();
    plain_value out = v;
    out.type = type;
    return out;
  }

  constexpr plain_value choose(const node& n) {
    i16 i = n.first;
    const bool is_simple = i >= 0 && at(i).kind == kind::case_operand;
    const plain_value operand = is_simple ? value(at(i).first) : plain_value();
    for (i = is_simple ? at(i).next : i; i >= 0; i = at(i).next) {
      if (at(i).kind == kind::case_else) return value(at(i).first);
      const plain_value when = value(at(i).first);
      const plain_value found = is_simple ? compared(operand, sql::binary_operator::equal, when) : when;
      if (is_open(found)) return undecided();
      if (found.is_known() && found.number != 0) return value(at(at(i).first).next);
    }
    return null();
  }

  // -- functions
  // ----------------------------------------------------------------------------------------------

  constexpr plain_value call(const node& n) {
    using enum sql::function_id;
    const sql::function_id id = sql::functions[sql::find_function_at(n.hash)].id;
    switch (id) {
    case now:
    case gen_random_uuid: return make_state(value_state::unknown);
    case coalesce:
      for (i16 i = n.first; i >= 0; i = at(i).next)
        if (const plain_value v = value(i); !v.is_null()) return v;
      return null();
    case nullif: {
      const plain_value a = value(n.first);
      const plain_value same = compared(a, sql::binary_operator::equal, value(at(n.first).next));
      return is_open(same) ? undecided() : same.is_known() && same.number != 0 ? null() : a;
    }
    case greatest:
    case least: return extreme(n, id == greatest);
    default: break;
    }
    plain_value a[3];
    u32 count = 0;
    for (i16 i = n.first; i >= 0 && count < 3; i = at(i).next) a[count++] = value(i);
    for (u32 i = 0; i < count; ++i)
      if (a[i].is_null()) return null();
    for (u32 i = 0; i < count; ++i)
      if (!a[i].is_known()) return undecided();
    if (is_number(a[0].type)) {
      if (id == abs)
        return a[0].number < 0 ? arithmetic(make_value(a[0].type), sql::binary_operator::subtract, a[0])
                               : a[0];
      if (id == sign) return make_value(value_type::integer, a[0].number > 0 ? 1 : a[0].number < 0 ? -1 : 0);
      return undecided();
    }
    if (a[0].type == value_type::bytes && (id == length || id == octet_length))
      return make_value(value_type::integer, i128(a[0].text.size() / 2 - 1));
    return is_textual(a[0].type) ? text_call(id, a, count) : undecided();
  }

  constexpr plain_value extreme(const node& n, bool greatest) {
    plain_value best = null();
    for (i16 i = n.first; i >= 0; i = at(i).next) {
      const plain_value v = value(i);
      if (v.is_null()) continue;
      const order found = best.is_null() ? order::equal : compare(v, best);
      if (!v.is_known() || found == order::undecided || found == order::different) return undecided();
      if (best.is_null() || found == (greatest ? order::greater : order::less)) best = v;
    }
    return best;
  }

  constexpr plain_value text_call(sql::function_id id, const plain_value* a, u32 count) {
    using enum sql::function_id;
    const text_view text = a[0].text;
    const auto number = [](std::size_t n) { return make_value(value_type::integer, i128(n)); };
    switch (id) {
    case length:
    case char_length:
    case character_length: return number(character_count(text));
    case octet_length: return number(text.size());
    case lower:
    case upper: return is_ascii(text) ? make_text(arena_.folded(text, id == upper)) : undecided();
    case trim:
    case btrim:
    case ltrim:
    case rtrim: {
      const text_view set = count > 1 ? a[1].text : text_view(" ");
      return is_ascii(set) ? make_text(trimmed(text, set, id != rtrim, id != ltrim)) : undecided();
    }
    case replace: return make_text(arena_.replaced(text, a[1].text, a[2].text));
    case strpos: {
      const std::size_t found = find_text(text, a[1].text);
      return number(found == text_view::npos ? 0 : character_count(text.substr(0, found)) + 1);
    }
    case substr: {
      const i128 from = a[1].number, most = count > 2 ? a[2].number : i128(text.size());
      if (!is_ascii(text) || !is_integer(a[1].type) || from < 1 || most < 0) return undecided();
      if (from > i128(text.size())) return make_text({});
      return make_text(text.substr(std::size_t(from - 1), std::size_t(most)));
    }
    default: return undecided();
    }
  }

  const sql::expression& source_;
  const u32* columns_;
  const Row& row_;
  text_arena arena_;
  bool may_fail_{};
};

} // namespace schema::seed
