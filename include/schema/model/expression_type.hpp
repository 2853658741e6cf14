// Floor 2. The type of an expression, by PostgreSQL's rules (manual, chapters 9 and 10) as far as SQLite
// means the same by them. What it refuses, PostgreSQL refuses when the step runs, or SQLite answers
// otherwise.
#pragma once

#include <schema/model/binding.hpp>
#include <schema/model/constant_bounds.hpp>
#include <schema/sql/functions.hpp>

namespace schema {

/// Whether a node is CURRENT_TIMESTAMP, CURRENT_DATE or now(): a default of them goes into every type of
/// time.
constexpr bool is_current_time(const sql::node& n) {
  return n.kind == sql::node_kind::current_time ||
         (n.kind == sql::node_kind::call && n.hash == sql::word_now);
}

/// Works out the types of a bound expression's nodes, children first, and refuses the first that has none.
/// Types are of the columns as they stand now; they are kept in the timeline, beside the bindings.
template <class Timeline> struct type_checker {
  Timeline& line;
  table_id table{-1};
  const bound_expression& e;
  const sql::node* nodes{};
  i32 base{};          ///< of node 0 in the timeline's bindings and types; g++ pays thrice to go by a pointer
  bool in_statement{}; ///< literals are sent as they are written

  /// `bound` is an expression over the columns of a table, or -1 for none.
  constexpr type_checker(Timeline& timeline, table_id of, const bound_expression& bound)
      : line(timeline), table(of), e(bound), nodes(bound.source->nodes), base(bound.first_binding) {}

  /// Works out all types. Returns whether all is well; a fault is the timeline's finding.
  constexpr bool run() {
    for (i16 i = 0; i < i16(e.source->node_count); ++i) {
      const sql::node n = nodes[i];
      if (!type_node(i, n)) return false;
    }
    return true;
  }

  /// Works out the type of a node whose children have theirs.
  constexpr bool type_node(i16 i, const sql::node& n) {
    value_type t = value_type::boolean;
    switch (n.kind) {
    case sql::node_kind::column:
      t = value_type_of(line.column_spans[line.columns[line.bindings[base + i]].last_span].type->kind);
      break;
    case sql::node_kind::number: t = number_type(e.source->at(n)); break;
    case sql::node_kind::string: t = value_type::literal; break;
    case sql::node_kind::null: t = value_type::null; break;
    case sql::node_kind::parenthesis:
    case sql::node_kind::case_else:
    case sql::node_kind::case_operand: t = line.types[base + n.first]; break;
    case sql::node_kind::case_arm: t = line.types[base + nodes[n.first].next]; break;
    case sql::node_kind::binary:
      if (!is_plain(n) && !check(i, n, t)) return false;
      break;
    default:
      if (!check(i, n, t)) return false;
    }
    line.types[base + i] = t;
    return true;
  }

  /// Whether an operation joins two conditions or compares two numbers, as most do: it is a boolean then, and
  /// nothing can be wrong with it.
  constexpr bool is_plain(const sql::node& n) const {
    using enum sql::binary_operator;
    const value_type a = line.types[base + n.first], b = line.types[base + nodes[n.first].next];
    if (n.operation <= logical_and) return a == value_type::boolean && b == value_type::boolean;
    return n.operation <= greater_equal && a >= value_type::smallint && a <= value_type::numeric &&
           b >= value_type::smallint && b <= value_type::numeric;
  }

  /// Refuses an expression that is no condition.
  constexpr bool is_condition(i16 i) {
    const value_type t = line.types[base + i];
    if (t == value_type::boolean || t == value_type::null) return true;
    i = e.source->inside(i);
    return fail(rule::condition_not_boolean, i, i, type_name(t));
  }

  constexpr bool is_condition() { return is_condition(e.source->root); }

  /// Refuses a key of an index that has no type: a literal or NULL alone.
  constexpr bool is_key() {
    const i16 root = e.source->root;
    return !is_untyped(line.types[base + root]) || mismatch(root, root);
  }

  /// Refuses in an index what depends on settings of a session, its time zone or its style of dates:
  /// PostgreSQL takes IMMUTABLE functions alone there (manual, CREATE INDEX and 38.7).
  constexpr bool is_immutable() {
    for (i16 i = 0; i < i16(e.source->node_count); ++i) {
      const sql::node n = nodes[i];
      bool depends = false;
      if (n.kind == sql::node_kind::cast)
        depends = depends_on_session(line.types[base + n.first], line.types[base + i]);
      if (n.kind == sql::node_kind::binary && n.operation == sql::binary_operator::concatenate)
        depends = line.types[base + n.first] == value_type::enumeration ||
                  line.types[base + nodes[n.first].next] == value_type::enumeration;
      if (depends) return line.fail(at(rule::index_not_immutable, i, i));
    }
    return true;
  }

  /// Refuses a default, or a conversion, that is not of its column's type.
  constexpr bool goes_into(name column, const column_type& to, enumeration_id labels, assignment how) {
    const i16 root = e.source->root;
    const value_type from = line.types[base + root], target = value_type_of(to.kind);
    const bool is_default = how != assignment::conversion;
    if (from == value_type::literal)
      return is_literal_of(root, target, labels,
                           is_default ? literal_place::default_value : literal_place::bare) &&
             fits(root, to);
    if (from == value_type::enumeration && target == value_type::enumeration) {
      if (enumeration_of(root) == labels || how == assignment::conversion) return true;
    } else if ((assigns(from, target, how) && !(is_default && is_kept_otherwise(root, to))) ||
               (is_default && is_time(target) && is_current_time(nodes[root]))) {
      return fits(root, to);
    }
    finding f = at(how == assignment::conversion  ? rule::conversion_type_differs
                   : how == assignment::generated ? rule::value_type_differs
                                                  : rule::default_type_differs,
                   root, root);
    f.object = column;
    f.other = type_name(from);
    return line.fail(f);
  }

  /// Refuses a value of a data statement that does not go into its column as it is.
  constexpr bool is_assigned(i16 value, name column, const column_type& to, enumeration_id labels) {
    const value_type from = line.types[base + value], target = value_type_of(to.kind);
    if (from == value_type::literal && is_number(target)) {
      if (is_number_literal(value, to)) return true;
    } else if (from == value_type::literal) {
      return is_literal_of(value, target, labels) && fits(value, to);
    } else if (from == value_type::enumeration && target == value_type::enumeration) {
      if (is_one_enumeration(enumeration_of(value), labels)) return true;
    } else if (assigns(from, target, assignment::default_value) && !is_kept_otherwise(value, to)) {
      return fits(value, to);
    }
    finding f = at(rule::value_type_differs, value, value);
    f.object = column;
    f.other = type_name(from);
    return line.fail(f);
  }

private:
  template <class> friend struct statement_checker;
  template <class> friend struct collation_checker;

  /// Digits in marks become a number; SQLite keeps those of a text as they are written.
  constexpr bool is_number_literal(i16 value, const column_type& to) const {
    const text_view text = literal_text(value);
    if (!is_decimal(text)) return false;
    i64 whole = 0;
    if (is_integer(to.kind)) return read_whole(text, whole) && fits_integer(to.kind, whole);
    if (to.kind != type_kind::numeric) return true;
    if (!has_whole_digits(text, to)) return false;
    return to.storage == sqlite_storage::text ? scale_of(text) == to.scale : scale_of(text) <= to.scale;
  }
  constexpr constant_bounds constants() const { return {*e.source, &line.types[base]}; }
  /// Refuses a constant that its column does not hold.
  constexpr bool fits(i16 value, const column_type& to) {
    if (constants().fits(value, to)) return true;
    const text_view type =
        to.kind == type_kind::varchar ? text_view("varchar") : type_name(value_type_of(to.kind));
    if (nodes[e.source->inside(value)].kind != sql::node_kind::string)
      return fail(rule::constant_out_of_range, value, value, type);
    finding f = at(rule::literal_not_of_type, value, value);
    f.object = literal_text(value);
    f.other = type;
    return line.fail(f);
  }
  /// Refuses node `i` where the literals in it give a number beyond the type that it is worked out in.
  constexpr bool is_held(i16 i, value_type t) {
    line.types[base + i] = t;
    return constants().is_held(i) || fail(rule::constant_out_of_range, i, i, type_name(t));
  }
  /// Refuses arithmetic that fails whatever the rows are.
  constexpr bool works_out(i16 i, const sql::node& n, i16 b, value_type t) {
    if ((n.operation == sql::binary_operator::divide || n.operation == sql::binary_operator::modulo) &&
        constants().may_be_zero(b))
      return fail(rule::division_by_zero, i, i, {});
    return is_held(i, t);
  }
  /// The text of a literal, without its marks.
  constexpr text_view literal_text(i16 value) const {
    const text_view written = e.source->at(nodes[e.source->inside(value)]);
    return written.size() < 2 ? written : written.substr(1, written.size() - 2);
  }

  /// Whether SQLite keeps a numeric in a form that an expression does not give: its digits as a text, whole,
  /// or a real, with more digits than the scale that PostgreSQL rounds to.
  constexpr bool is_kept_otherwise(i16 value, const column_type& to) const {
    if (!Timeline::asks_sqlite || to.kind != type_kind::numeric ||
        line.types[base + value] == value_type::null)
      return false;
    if (to.storage == sqlite_storage::text) return true;
    return !is_integer(line.types[base + value]) &&
           (to.storage == sqlite_storage::integer || !has_scale(value, to.scale));
  }
  /// Whether a number has so many digits behind its point at most, as far as can be told.
  constexpr bool has_scale(i16 i, u16 scale) const {
    i = e.source->inside(i);
    const sql::node n = nodes[i];
    if (is_integer(line.types[base + i]) || line.types[base + i] == value_type::null) return true;
    if (line.types[base + i] != value_type::numeric) return false;
    bool by_children = n.kind == sql::node_kind::negate;
    switch (n.kind) {
    case sql::node_kind::number: return is_decimal(e.source->at(n)) && scale_of(e.source->at(n)) <= scale;
    case sql::node_kind::column: {
      const column_id c = line.bindings[base + i];
      return c >= 0 && line.last_column(c).type->scale <= scale;
    }
    case sql::node_kind::binary:
      by_children = n.operation == sql::binary_operator::add || n.operation == sql::binary_operator::subtract;
      break;
    case sql::node_kind::call: {
      const sql::function_id f = sql::find_function(n.hash)->id;
      if (f == sql::function_id::round) {
        const i16 digits = nodes[n.first].next; // a literal, or it was refused
        return digits < 0 || (nodes[digits].size == 1 && e.source->at(nodes[digits])[0] - '0' <= scale);
      }
      by_children = f == sql::function_id::coalesce || f == sql::function_id::abs;
      break;
    }
    default: break;
    }
    for (i16 one = n.first; one >= 0 && by_children; one = nodes[one].next)
      by_children = has_scale(one, scale);
    return by_children;
  }

  /// Whether a cast does: pg_cast and the functions that read and write a type.
  static constexpr bool depends_on_session(value_type from, value_type to) {
    if (from == to || is_untyped(from)) return false;
    if (is_time(from) && is_time(to)) return from == value_type::timestamptz || to == value_type::timestamptz;
    return (is_time(from) || from == value_type::enumeration) ? to == value_type::text
                                                              : from == value_type::text && is_time(to);
  }

  /// `t` is boolean as long as nothing says otherwise.
  constexpr bool check(i16 i, const sql::node& n, value_type& t) {
    const i16 a = n.first, b = a < 0 ? i16(-1) : nodes[a].next;
    switch (n.kind) {
    case sql::node_kind::boolean: return true;
    case sql::node_kind::is_null:
    case sql::node_kind::is_not_null: return true;
    case sql::node_kind::current_time:
      t = n.hash == sql::word_current_date ? value_type::date : value_type::timestamptz;
      return true;
    case sql::node_kind::negate:
      t = line.types[base + a];
      if (nodes[a].kind == sql::node_kind::number) return true;
      return is_number(t) ? is_held(i, t) : mismatch(a, a);
    case sql::node_kind::logical_not:
    case sql::node_kind::is_true:
    case sql::node_kind::is_false:
    case sql::node_kind::is_not_true:
    case sql::node_kind::is_not_false: return is_condition(a);
    case sql::node_kind::is_distinct:
    case sql::node_kind::is_not_distinct: return compares(i, a, b);
    case sql::node_kind::between:
    case sql::node_kind::not_between:
      return is_ordered(i, a) && is_ordered(i, b) && is_ordered(i, nodes[b].next) && compares(i, a, b) &&
             compares(i, a, nodes[b].next);
    case sql::node_kind::in:
    case sql::node_kind::not_in:
      for (i16 one = b; one >= 0; one = nodes[one].next)
        if (!compares(i, a, one)) return false;
      return true;
    case sql::node_kind::like:
    case sql::node_kind::not_like:
      return (is_texty(line.types[base + a]) && is_texty(line.types[base + b])) || mismatch(a, b);
    case sql::node_kind::binary: return check_binary(i, n, a, b, t);
    case sql::node_kind::call: return check_call(i, n, t);
    case sql::node_kind::cast: return check_cast(i, n, t);
    case sql::node_kind::case_when: return check_case(n, t);
    default: return true;
    }
  }

  constexpr bool check_binary(i16 i, const sql::node& n, i16 a, i16 b, value_type& t) {
    using enum sql::binary_operator;
    switch (n.operation) {
    case logical_or:
    case logical_and: return is_condition(a) && is_condition(b);
    case add:
    case subtract:
    case multiply:
    case divide:
    case modulo:
      t = arithmetic_type(line.types[base + a], line.types[base + b]);
      if (n.operation == modulo && !is_integer(t))
        t = value_type::none; // SQLite cuts both to whole numbers first
      return t != value_type::none ? works_out(i, n, b, t) : mismatch(a, b);
    case concatenate:
      t = value_type::text;
      return (joins(line.types[base + a]) && joins(line.types[base + b]) &&
              (is_texty(line.types[base + a]) || is_texty(line.types[base + b]))) ||
             mismatch(a, b);
    case json_get:
    case json_get_text:
      t = n.operation == json_get ? value_type::json : value_type::text;
      return (line.types[base + a] == value_type::json &&
              (is_texty(line.types[base + b]) || line.types[base + b] == value_type::integer ||
               line.types[base + b] == value_type::smallint)) ||
             mismatch(a, b);
    case equal:
    case not_equal: return compares(i, a, b);
    default: return is_ordered(i, a) && is_ordered(i, b) && compares(i, a, b);
    }
  }

  /// What || takes beside a text: what SQLite writes as PostgreSQL does.
  static constexpr bool joins(value_type t) {
    return is_texty(t) || is_integer(t) || t == value_type::uuid || t == value_type::enumeration;
  }

  constexpr bool check_case(const sql::node& n, value_type& t) {
    const bool is_simple = nodes[n.first].kind == sql::node_kind::case_operand;
    i16 chosen = -1;
    for (i16 arm = n.first; arm >= 0; arm = nodes[arm].next) {
      const sql::node one = nodes[arm];
      if (one.kind == sql::node_kind::case_operand) continue;
      const bool is_else = one.kind == sql::node_kind::case_else;
      if (!is_else && !(is_simple ? compares(arm, nodes[n.first].first, one.first) : is_condition(one.first)))
        return false;
      if (!unify(is_else ? one.first : nodes[one.first].next, chosen, t)) return false;
    }
    for (i16 arm = n.first; arm >= 0; arm = nodes[arm].next) {
      const sql::node one = nodes[arm];
      if (one.kind == sql::node_kind::case_operand) continue;
      if (!settle(one.kind == sql::node_kind::case_else ? one.first : nodes[one.first].next, chosen, t))
        return false;
    }
    return true;
  }

  /// Gives a literal in a list the type that the list has, which a later value may have brought.
  constexpr bool settle(i16 one, i16 chosen, value_type& t) {
    if (is_untyped(t)) t = value_type::text;
    return line.types[base + one] != value_type::literal || t == value_type::text ||
           is_literal_of(one, t, enumeration_of(chosen));
  }

  /// Takes one more value into a list that has a common type, that of `chosen` so far.
  constexpr bool unify(i16 one, i16& chosen, value_type& t) {
    if (chosen < 0) {
      chosen = one;
      t = line.types[base + one];
      return true;
    }
    if (!is_common(chosen, one)) return false;
    const value_type other = line.types[base + one];
    if (is_untyped(t) && !(is_untyped(other) && t == value_type::literal)) {
      chosen = one;
      t = other;
    } else if (is_number(t) && is_number(other)) {
      t = wider_type(t, other);
    }
    return true;
  }

  constexpr bool check_call(i16 i, const sql::node& n, value_type& t) {
    const sql::function& f = *sql::find_function(n.hash);
    using enum sql::function_id;
    const i16 a = n.first, b = a < 0 ? i16(-1) : nodes[a].next, c = b < 0 ? i16(-1) : nodes[b].next;
    const auto are_texts = [&] {
      for (i16 one = a; one >= 0; one = nodes[one].next)
        if (!is_texty(line.types[base + one])) return fail_argument(i, one);
      return true;
    };
    const auto is_count = [&](i16 one) {
      return one < 0 || line.types[base + one] == value_type::integer ||
             line.types[base + one] == value_type::smallint || fail_argument(i, one);
    };
    // SQLite takes what stands before the start then, and PostgreSQL refuses.
    const auto is_not_below_0 = [&](i16 one) {
      bounds count;
      if (one < 0 || !constants().number(one, count) || count.is_null || count.low >= 0) return true;
      finding fault = at(rule::argument_type_differs, one, one);
      fault.object = e.source->at(nodes[i]);
      fault.other = text_view("count that is, or may be, below 0");
      return line.fail(fault);
    };
    // Below that SQLite counts from the end, and PostgreSQL does not.
    const auto is_literal_from = [&](i16 one, char first) {
      if (one < 0) return true;
      const text_view digits = e.source->at(nodes[one]);
      if (nodes[one].kind == sql::node_kind::number && line.types[base + one] == value_type::integer &&
          digits[0] >= first)
        return true;
      finding fault = at(rule::argument_type_differs, one, one);
      fault.object = e.source->at(nodes[i]);
      fault.other =
          text_view(first == '0' ? "count that is no literal" : "start that is no literal from 1 on");
      return line.fail(fault);
    };
    switch (f.id) {
    case now: t = value_type::timestamptz; return true;
    case gen_random_uuid: t = value_type::uuid; return true;
    case length:
    case octet_length:
      t = value_type::integer;
      return line.types[base + a] == value_type::bytes || are_texts();
    case char_length:
    case character_length:
    case strpos: t = value_type::integer; return are_texts();
    case lower:
    case upper:
    case trim:
    case ltrim:
    case rtrim:
    case btrim:
    case replace: t = value_type::text; return are_texts();
    case substr:
      t = value_type::text;
      return (is_texty(line.types[base + a]) || fail_argument(i, a)) && is_count(b) &&
             is_literal_from(b, '1') && is_count(c) && is_not_below_0(c);
    case abs: t = line.types[base + a]; return is_number(t) ? is_held(i, t) : fail_argument(i, a);
    case sign:
      t = line.types[base + a] == value_type::numeric ? value_type::numeric : value_type::double_precision;
      return is_number(line.types[base + a]) || fail_argument(i, a);
    case round:
      if (!is_number(line.types[base + a])) return fail_argument(i, a);
      t = line.types[base + a] == value_type::numeric || b >= 0 ? value_type::numeric
                                                                : value_type::double_precision;
      // With a number of digits there is numeric's alone (PostgreSQL, 9.3).
      if (b >= 0 &&
          (line.types[base + a] == value_type::real || line.types[base + a] == value_type::double_precision))
        return fail_argument(i, a);
      return is_count(b) && is_literal_from(b, '0');
    case greatest:
    case least:
      for (i16 one = a; one >= 0; one = nodes[one].next)
        if (!is_ordered(i, one)) return false;
      [[fallthrough]];
    case coalesce: {
      i16 chosen = -1;
      for (i16 one = a; one >= 0; one = nodes[one].next)
        if (!unify(one, chosen, t)) return false;
      for (i16 one = a; one >= 0; one = nodes[one].next)
        if (!settle(one, chosen, t)) return false;
      return true;
    }
    case nullif:
      if (!compares(i, a, b)) return false;
      t = is_untyped(line.types[base + a]) ? line.types[base + b]
                                           : nullif_type(line.types[base + a], line.types[base + b]);
      if (is_untyped(t)) t = value_type::text;
      return true;
    default: return true;
    }
  }

  /// Refuses a text that is made without a row and read as another type: what is in it is not looked at.
  constexpr bool reads_text(i16 of, value_type from, value_type t) {
    if (from != value_type::text || t == value_type::text || !constants().is_constant(of)) return true;
    return fail(rule::literal_not_of_type, of, of, type_name(t));
  }

  constexpr bool check_cast(i16 i, const sql::node& n, value_type& t) {
    const value_type from = line.types[base + n.first];
    t = value_type_of(sql::find_cast_type(n.hash)->type);
    if (from == value_type::literal) return is_literal_of(n.first, t, -1, literal_place::cast);
    if (casts(from, t)) return reads_text(n.first, from, t) && is_held(i, t);
    finding f = at(rule::no_such_cast, i, i);
    f.object = e.source->at(n);
    f.other = type_name(from);
    return line.fail(f);
  }

  /// Whether node `i` may compare two values. Of json SQLite would compare the texts.
  constexpr bool compares(i16 i, i16 a, i16 b) {
    if (line.types[base + a] == value_type::json || line.types[base + b] == value_type::json)
      return fail_here(rule::json_compared, i);
    return is_common(a, b);
  }

  /// Whether node `i` may order a value: SQLite orders labels as texts.
  constexpr bool is_ordered(i16 i, i16 of) {
    if (line.types[base + of] == value_type::json) return fail_here(rule::json_compared, i);
    return !Timeline::asks_sqlite || line.types[base + of] != value_type::enumeration ||
           fail_here(rule::labels_ordered, i);
  }

  /// Whether two values have a common type: one, or numbers; a literal takes the other's type.
  constexpr bool is_common(i16 a, i16 b) {
    const value_type x = line.types[base + a], y = line.types[base + b];
    if (x == y)
      return x != value_type::enumeration || is_one_enumeration(enumeration_of(a), enumeration_of(b)) ||
             mismatch(a, b);
    if (x == value_type::null || y == value_type::null) return true;
    if (x == value_type::literal) return is_literal_of(a, y, enumeration_of(b));
    if (y == value_type::literal) return is_literal_of(b, x, enumeration_of(a));
    return (is_number(x) && is_number(y)) || mismatch(a, b);
  }

  enum class literal_place : u8 { bare, default_value, cast };

  /// Whether a literal is a value of a type, in the one text form that both backends read alike. In a cast it
  /// may be a number as well. A default's column gives the rendering its type, which may change.
  constexpr bool is_literal_of(i16 literal, value_type t, enumeration_id labels,
                               literal_place where = literal_place::bare) {
    literal = e.source->inside(literal);
    if (nodes[literal].kind != sql::node_kind::string) return true; // a CASE of literals: a text
    if (where == literal_place::bare)
      line.types[base + literal] = t; // the rendering writes it in the form of that type
    const text_view written = e.source->at(nodes[literal]);
    const text_view text = written.substr(1, written.size() - 2);
    switch (t) {
    case value_type::text:
    case value_type::null:
    case value_type::literal: return true;
    case value_type::json:
      if (is_json(text)) return true;
      break;
    case value_type::date:
      if (is_date(text)) return true;
      break;
    case value_type::timestamp:
    case value_type::timestamptz:
      if (in_statement ? is_canonical_time(t == value_type::timestamp, text)
                       : is_instant(text, t == value_type::timestamptz))
        return true;
      break;
    case value_type::uuid:
      if (text.size() == 36 && begins_as(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx") &&
          !(in_statement && has_capitals(text)))
        return true;
      break;
    case value_type::enumeration: return is_label(literal, written, labels);
    case value_type::smallint:
    case value_type::integer:
    case value_type::bigint:
    case value_type::real:
    case value_type::double_precision:
    case value_type::numeric:
      if (i64 whole = 0; where == literal_place::cast && is_decimal(text) &&
                         (!is_integer(t) || (read_whole(text, whole) && fits_integer(t, whole))))
        return true;
      break;
    default: break;
    }
    finding f = at(rule::literal_not_of_type, literal, literal);
    f.object = text.empty() ? written : text;
    f.other = type_name(t);
    return line.fail(f);
  }

  constexpr bool is_label(i16 literal, text_view written, enumeration_id labels) {
    if (labels < 0) return true;
    column_id& binding = line.bindings[base + literal];
    const i32 bound = bound_label(binding); // once it is known, its text is what it is called now
    for (i32 l = line.enumerations[labels].first_label; l >= 0; l = line.labels[l].next) {
      const text_view label = line.labels[l].text->view();
      if (bound >= 0 ? line.labels[bound].text->view() != label : !sql::is_literal_of(written, label))
        continue;
      if (!in_statement) binding = label_binding(l);
      return true;
    }
    const text_view text =
        bound >= 0 ? line.labels[bound].text->view() : written.substr(1, written.size() - 2);
    const identifier wanted = make_identifier(text, true);
    finding f = at(rule::no_such_label, literal, literal);
    f.object = text;
    f.hint = line.nearest_label(labels, &wanted);
    return line.fail(f);
  }

  /// A literal that was found to be a label has none of its own.
  static constexpr bool is_one_enumeration(enumeration_id a, enumeration_id b) {
    return a == b || a < 0 || b < 0;
  }

  /// The enumeration that a node of that type is of: the first column in it says.
  constexpr enumeration_id enumeration_of(i16 i) const {
    if (const column_id c = column_below(line, e, i); c >= 0) return line.last_column(c).enumeration;
    for (i16 child = nodes[i].first; child >= 0; child = nodes[child].next)
      if (line.types[base + child] == value_type::enumeration) return enumeration_of(child);
    return -1;
  }

  constexpr u32 begin_of(i16 i) const {
    u32 begin = nodes[i].begin;
    for (i16 child = nodes[i].first; child >= 0; child = nodes[child].next)
      if (const u32 own = begin_of(child); own < begin) begin = own;
    return begin;
  }
  constexpr u32 end_of(i16 i) const {
    u32 end = nodes[i].begin + nodes[i].size;
    for (i16 child = nodes[i].first; child >= 0; child = nodes[child].next)
      if (const u32 own = end_of(child); own > end) end = own;
    return end;
  }

  /// Behind the parentheses that are opened from `begin` on: a call is spanned by its name and its arguments.
  constexpr u32 end_of_open(u32 begin, u32 end) const {
    const text_view text = e.source->view();
    bool is_literal = false;
    for (u32 open = 0; begin < text.size() && (begin < end || open > 0); ++begin) {
      is_literal = is_literal != (text[begin] == '\'');
      if (is_literal) continue;
      if (text[begin] == '(') ++open;
      if (text[begin] == ')' && open > 0 && --open == 0 && begin >= end) return begin + 1;
    }
    return end;
  }

  constexpr finding at(rule broken, i16 first, i16 last) const {
    const u32 begin = begin_of(first), end = end_of_open(begin, end_of(last));
    return syntax_finding(broken, table < 0 ? nullptr : line.last_name(table), e.source->view(), u16(begin),
                          u16(end - begin));
  }
  constexpr bool fail_here(rule broken, i16 i) {
    return line.fail(syntax_finding(broken, table < 0 ? nullptr : line.last_name(table), e.source->view(),
                                    nodes[i].begin, nodes[i].size));
  }
  constexpr bool fail(rule broken, i16 first, i16 last, text_view other) {
    finding f = at(broken, first, last);
    f.other = other;
    return line.fail(f);
  }
  constexpr bool mismatch(i16 a, i16 b) {
    short_name both = type_name(line.types[base + a]);
    if (a != b) {
      both.append(" and ");
      both.append(type_name(line.types[base + b]));
    }
    return fail(rule::type_mismatch, a, b, both.view());
  }
  constexpr bool fail_argument(i16 call, i16 argument) {
    finding f = at(rule::argument_type_differs, argument, argument);
    f.object = e.source->at(nodes[call]);
    f.other = type_name(line.types[base + argument]);
    return line.fail(f);
  }
};

} // namespace schema
