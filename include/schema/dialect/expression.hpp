// Floor 3. An expression as a backend's SQL, its columns under their names at an instant.
#pragma once

#include <schema/dialect/cast.hpp>
#include <schema/dialect/types.hpp>
#include <schema/sql/parser.hpp>

namespace schema {

/// In the order of sql::binary_operator.
inline constexpr packed_word operator_texts[] = {"",     " OR ", " AND ", " = ",  " <> ", " < ",
                                                 " <= ", " > ",  " >= ",  " + ",  " - ",  " * ",
                                                 " / ",  " % ",  " || ",  " -> ", " ->> "};

/// SQLite binds some operators in another order than PostgreSQL: operands that are operations get parentheses
/// there.
constexpr bool is_operation(sql::node_kind kind) {
  return kind >= sql::node_kind::negate && kind <= sql::node_kind::not_like;
}

/// A LIKE pattern, a literal with its marks, as a GLOB pattern, since LIKE folds case on SQLite.
template <class Out> constexpr void write_glob(Out& out, text_view literal) {
  for (std::size_t i = 0; i < literal.size(); ++i) {
    const char c = literal[i];
    const bool is_escape = c == '\\' && i + 2 < literal.size();
    const char meant = is_escape ? literal[++i] : c;
    if (!is_escape && meant == '%')
      out << "*";
    else if (!is_escape && meant == '_')
      out << "?";
    else if (meant == '*' || meant == '?' || meant == '[') {
      out << "[";
      out.put(meant);
      out << "]";
    } else {
      out.put(meant);
    }
  }
}

/// A float rounded as PostgreSQL rounds one, halves to the even number; SQLite's round takes them away from
/// zero.
template <class R, class Operand> constexpr void write_half_even(R& r, Operand&& operand) {
  r.out << "CASE WHEN abs(";
  operand();
  r.out << " - CAST(";
  operand();
  r.out << " AS integer)) = 0.5 THEN 2 * round(";
  operand();
  r.out << " / 2) ELSE round(";
  operand();
  r.out << ") END";
}

/// SQLite compares texts: a literal takes the one text form of the type that it stands for there.
template <class R> constexpr void write_literal(R& r, value_type type, text_view text) {
  switch (type) {
  case value_type::timestamp:
  case value_type::timestamptz:
    r.out << "strftime('" << (type == value_type::timestamp ? timestamp_format : timestamptz_format) << "', "
          << text << ")";
    break;
  case value_type::uuid: r.out << "lower(" << text << ")"; break;
  default: r.out << text;
  }
}

template <class R> struct expression_rendering {
  R& r;
  const bound_expression& e;
  u32 instant{};
  cast_place place{};
  u32 named{instant}; ///< the columns bear their names of this instant

  constexpr const sql::node& node(i16 i) const { return e.source->nodes[i]; }
  constexpr i16 next(i16 i) const { return node(i).next; }
  constexpr family kind_of(i16 i) const { return family_of(r.line, e, i, instant); }

  constexpr void operand(i16 i) {
    const sql::node_kind kind = node(i).kind;
    const bool apart = r.is_sqlite ? is_operation(kind)
                                   : kind == sql::node_kind::logical_not || kind == sql::node_kind::negate;
    if (apart) r.out << "(";
    write(i);
    if (apart) r.out << ")";
  }

  constexpr void column(i16 i) {
    const column_id c = r.line.bindings[e.first_binding + i];
    // Digits compare as numbers, not as text.
    const bool is_digits = r.is_sqlite && is_text_number(*r.line.column_at(c, instant).type);
    if (is_digits) r.out << "CAST(";
    r.out.identifier(r.line.column_name(c, named));
    if (is_digits) r.out << " AS REAL)";
  }

  constexpr void literal(i16 i, const sql::node& n) {
    if constexpr (R::renames_labels)
      if (e.first_binding >= 0)
        if (const i32 label = bound_label(r.line.bindings[e.first_binding + i]);
            label >= 0 && r.line.labels[label].earlier >= 0) {
          r.out.string(r.line.label_text(label, instant));
          return;
        }
    write_literal(
        r, r.is_sqlite && e.first_binding >= 0 ? r.line.types[e.first_binding + i] : value_type::literal,
        e.source->at(n));
  }

  constexpr void binary(i16 i, const sql::node& n) {
    const i16 left = n.first, right = next(n.first);
    if (n.operation == sql::binary_operator::logical_and || n.operation == sql::binary_operator::logical_or) {
      write(left);
      r.out << operator_texts[u8(n.operation)];
      write(right);
      return;
    }
    if (r.is_sqlite && n.operation == sql::binary_operator::json_get_text) {
      // SQLite's ->> gives numbers and 0 or 1; PostgreSQL's gives the text of the value.
      r.out << "CASE substr(";
      json(left, right, " -> ");
      r.out << ", 1, 1) WHEN '\"' THEN ";
      json(left, right, " ->> ");
      r.out << " WHEN 'n' THEN NULL ELSE ";
      json(left, right, " -> ");
      r.out << " END";
      return;
    }
    // SQLite divides whole numbers as such, whatever type the column has that keeps them.
    const bool divides =
        r.is_sqlite && n.operation == sql::binary_operator::divide && kind_of(i) != family::integer;
    if (divides) r.out << "CAST(";
    operand(left);
    if (divides) r.out << " AS REAL)";
    r.out << operator_texts[u8(n.operation)];
    operand(right);
  }
  constexpr void json(i16 left, i16 right, text_view sign) {
    operand(left);
    r.out << sign;
    operand(right);
  }

  constexpr void list(i16 first, i16 skipped = -1) {
    bool comma = false;
    for (i16 i = first; i >= 0; i = next(i)) {
      if (i == skipped) continue;
      if (comma) r.out << ", ";
      comma = true;
      write(i);
    }
  }

  constexpr void between(const sql::node& n, text_view words) {
    operand(n.first);
    r.out << words;
    operand(next(n.first));
    r.out << " AND ";
    operand(next(next(n.first)));
  }

  constexpr void like(const sql::node& n, bool negated) {
    const i16 pattern = next(n.first);
    operand(n.first);
    r.out << (negated ? text_view(" NOT ") : " ");
    if (r.is_sqlite && node(pattern).kind == sql::node_kind::string) {
      r.out << "GLOB ";
      write_glob(r.out, e.source->at(node(pattern)));
      return;
    }
    r.out << "LIKE ";
    operand(pattern);
  }

  constexpr void call(const sql::node& n) {
    const sql::function& f = *sql::find_function(n.hash);
    if (r.is_sqlite && f.id == sql::function_id::round && next(n.first) < 0 &&
        kind_of(n.first) == family::floating)
      return half_even(n.first);
    if (!r.is_sqlite || f.form == sql::sqlite_form::same) {
      r.out << text_view(f.name) << "(";
      list(n.first);
      r.out << ")";
      return;
    }
    switch (f.form) {
    case sql::sqlite_form::text: r.out << text_view(f.on_sqlite); break;
    case sql::sqlite_form::of_blob:
      r.out << text_view(f.on_sqlite) << "(CAST(";
      list(n.first);
      r.out << " AS blob))";
      break;
    case sql::sqlite_form::rotated: {
      r.out << text_view(f.on_sqlite) << "(";
      for (i16 i = n.first; i >= 0; i = next(i)) {
        if (i != n.first) r.out << ", ";
        r.out << "coalesce(";
        write(i);
        r.out << ", ";
        list(n.first, i);
        r.out << ")";
      }
      r.out << ")";
      break;
    }
    default:
      r.out << text_view(f.on_sqlite) << "(";
      list(n.first);
      r.out << ")";
    }
  }

  constexpr void half_even(i16 of) {
    write_half_even(r, [&] { wrapped("(", of, ")"); });
  }

  constexpr void wrapped(text_view before, i16 i, text_view behind) {
    r.out << before;
    write(i);
    r.out << behind;
  }

  constexpr void time(text_view format, i16 i) {
    r.out << "strftime('" << format << "', ";
    write(i);
    r.out << ")";
  }

  /// Only the cast that gives the whole value is seen by the column that the value goes into.
  constexpr cast_place place_of(i16 i) const {
    return i == e.source->inside(e.source->root) ? place : cast_place::inside;
  }

  constexpr void cast(i16 i) {
    const sql::node& n = node(i);
    const sql::cast_spelling& to = *sql::find_cast_type(n.hash);
    const text_view modifiers = sql::modifiers_of(e.source->at(n));
    const i16 of = n.first;
    if (!r.is_sqlite) {
      wrapped("CAST(", of, " AS ");
      r.out << text_view(to.on_postgresql) << modifiers << ")";
      return;
    }
    switch (cast_on_sqlite(kind_of(of), to.type, place_of(i), node(of).kind == sql::node_kind::string)) {
    case cast_form::same: operand(of); break;
    case cast_form::rounded: wrapped("CAST(round(", of, ") AS integer)"); break;
    case cast_form::rounded_even:
      r.out << "CAST(";
      half_even(of);
      r.out << " AS integer)";
      break;
    case cast_form::scaled: {
      if (modifiers.empty()) {
        wrapped("CAST(", of, " AS real)");
        break;
      }
      r.out << "round(";
      write(of);
      std::size_t comma = 0;
      while (comma < modifiers.size() && modifiers[comma] != ',') ++comma;
      if (comma < modifiers.size())
        r.out << modifiers.substr(comma);
      else
        r.out << ", 0)";
      break;
    }
    case cast_form::not_zero:
      r.out << "(";
      operand(of);
      r.out << " <> 0)";
      break;
    case cast_form::words:
      wrapped("CASE WHEN ", of, " THEN 'true' WHEN NOT (");
      wrapped("", of, ") THEN 'false' END");
      break;
    case cast_form::shortened:
      wrapped("substr(", of, ", 1, ");
      r.out << (modifiers.empty() ? text_view("2147483647)") : modifiers.substr(1));
      break;
    case cast_form::to_date: wrapped("date(", of, ")"); break;
    case cast_form::to_timestamp: time(timestamp_format, of); break;
    case cast_form::to_timestamptz: time(timestamptz_format, of); break;
    case cast_form::lower_case: wrapped("lower(", of, ")"); break;
    case cast_form::valid_json: wrapped("json(", of, ")"); break;
    default: wrapped("CAST(", of, " AS "); r.out << text_view(to.on_sqlite) << ")";
    }
  }

  constexpr void case_when(const sql::node& n) {
    r.out << "CASE";
    for (i16 i = n.first; i >= 0; i = next(i)) {
      const sql::node& arm = node(i);
      if (arm.kind == sql::node_kind::case_operand) {
        wrapped(" ", arm.first, "");
      } else if (arm.kind == sql::node_kind::case_else) {
        wrapped(" ELSE ", arm.first, "");
      } else {
        wrapped(" WHEN ", arm.first, " THEN ");
        write(next(arm.first));
      }
    }
    r.out << " END";
  }

  constexpr void postfix(const sql::node& n, text_view words) {
    operand(n.first);
    r.out << words;
  }
  constexpr void distinct(const sql::node& n, text_view postgresql, text_view sqlite) {
    operand(n.first);
    r.out << (r.is_sqlite ? sqlite : postgresql);
    operand(next(n.first));
  }

  constexpr void write(i16 i) {
    const sql::node& n = node(i);
    switch (n.kind) {
    case sql::node_kind::column: column(i); break;
    case sql::node_kind::number: r.out << e.source->at(n); break;
    case sql::node_kind::string: literal(i, n); break;
    case sql::node_kind::boolean:
      r.out << (lower(e.source->text[n.begin]) == 't' ? text_view("TRUE") : "FALSE");
      break;
    case sql::node_kind::null: r.out << "NULL"; break;
    case sql::node_kind::current_time:
      if (n.hash == sql::word_current_date)
        r.out << text_view(r.is_sqlite ? sql::sqlite_today : "CURRENT_DATE");
      else
        r.out << text_view(r.is_sqlite ? sql::sqlite_now : "CURRENT_TIMESTAMP");
      break;
    case sql::node_kind::negate:
      r.out << "-";
      operand(n.first);
      break;
    case sql::node_kind::logical_not: wrapped("NOT ", n.first, ""); break;
    case sql::node_kind::binary: binary(i, n); break;
    case sql::node_kind::is_null: postfix(n, " IS NULL"); break;
    case sql::node_kind::is_not_null: postfix(n, " IS NOT NULL"); break;
    case sql::node_kind::is_true: postfix(n, " IS TRUE"); break;
    case sql::node_kind::is_false: postfix(n, " IS FALSE"); break;
    case sql::node_kind::is_not_true: postfix(n, " IS NOT TRUE"); break;
    case sql::node_kind::is_not_false: postfix(n, " IS NOT FALSE"); break;
    case sql::node_kind::is_distinct: distinct(n, " IS DISTINCT FROM ", " IS NOT "); break;
    case sql::node_kind::is_not_distinct: distinct(n, " IS NOT DISTINCT FROM ", " IS "); break;
    case sql::node_kind::between: between(n, " BETWEEN "); break;
    case sql::node_kind::not_between: between(n, " NOT BETWEEN "); break;
    case sql::node_kind::in:
    case sql::node_kind::not_in:
      operand(n.first);
      r.out << (n.kind == sql::node_kind::in ? text_view(" IN (") : " NOT IN (");
      list(next(n.first));
      r.out << ")";
      break;
    case sql::node_kind::like: like(n, false); break;
    case sql::node_kind::not_like: like(n, true); break;
    case sql::node_kind::call: call(n); break;
    case sql::node_kind::cast: cast(i); break;
    case sql::node_kind::case_when: case_when(n); break;
    case sql::node_kind::parenthesis: wrapped("(", n.first, ")"); break;
    default: break;
    }
  }
};

/// Writes an expression, the types of its columns and their names as of an instant.
template <class R>
constexpr void write_expression(R& r, const bound_expression& e, u32 instant, cast_place place = {}) {
  expression_rendering<R>{r, e, instant, place}.write(e.source->root);
}

} // namespace schema
