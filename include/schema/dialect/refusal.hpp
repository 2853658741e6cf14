// Floor 3. What SQLite can't be given in PostgreSQL's meaning, for the rules to refuse. One table for all of
// it: what is not refused here is translated in expression.hpp, cast.hpp and statement.hpp.
#pragma once

#include <schema/dialect/cast.hpp>
#include <schema/dialect/translation.hpp>

#include <initializer_list>

namespace schema {

enum class refusal_reason : u8 {
  none,
  cast,         ///< the operand may not be a value of the type: SQLite's CAST would make it one in silence
  json_key,     ///< -> or ->> with what SQLite would read as a path
  like_pattern, ///< LIKE with a pattern that is no literal: it can't become GLOB, and SQLite's LIKE folds
                ///< case
  not_in_statements, ///< what a data statement would have to be written otherwise for
  numeric_as_integer ///< a numeric with digits behind the point, kept as an integer
};

/// Where an expression stands.
enum class expression_place : u8 { check, index, default_value, generated, conversion };

/// Why something is refused, and where in its text; bytes.
struct refusal {
  refusal_reason reason{};
  u16 begin{}, size{};
};

namespace refusing {

/// Whether both backends read the key of json alike: a literal name, or an index from 0 on. SQLite takes
/// another text for a path ('a.b', '0', '$'), and counts no index from the end.
constexpr bool is_plain_key(sql::node_kind kind, text_view written) {
  if (kind == sql::node_kind::number) return is_whole(written);
  if (kind != sql::node_kind::string || written.size() < 3) return false;
  for (std::size_t i = 1; i + 1 < written.size(); ++i) {
    const char c = lower(written[i]);
    if (!is_word_start(c) && !(i > 1 && is_digit(c))) return false;
  }
  return true;
}

template <class Line>
constexpr refusal_reason reason_of(const Line& line, const bound_expression& e, i16 i, u32 instant,
                                   cast_place place) {
  const sql::node& n = e.source->nodes[i];
  switch (n.kind) {
  case sql::node_kind::cast: {
    const sql::cast_spelling* to = sql::find_cast_type(n.hash);
    const bool literal = e.source->nodes[n.first].kind == sql::node_kind::string;
    if (to &&
        cast_on_sqlite(family_of(line, e, n.first, instant), to->type, place, literal) != cast_form::refused)
      return {};
    // The cast of NULL is NULL.
    return e.source->nodes[n.first].kind == sql::node_kind::null ? refusal_reason{} : refusal_reason::cast;
  }
  case sql::node_kind::like:
  case sql::node_kind::not_like: {
    const i16 pattern = e.source->nodes[n.first].next;
    return e.source->nodes[pattern].kind == sql::node_kind::string ? refusal_reason{}
                                                                   : refusal_reason::like_pattern;
  }
  case sql::node_kind::binary: {
    if (n.operation != sql::binary_operator::json_get && n.operation != sql::binary_operator::json_get_text)
      return {};
    const sql::node& key = e.source->nodes[e.source->nodes[n.first].next];
    return is_plain_key(key.kind, e.source->at(key)) ? refusal_reason{} : refusal_reason::json_key;
  }
  default: return {};
  }
}

} // namespace refusing

/// The first thing in an expression that SQLite can't be given; its columns as of an instant.
template <class Line>
constexpr refusal find_refusal(const Line& line, const bound_expression& e, u32 instant,
                               expression_place place) {
  if (!e || e.source->root < 0) return {};
  const bool is_stored = place == expression_place::check || place == expression_place::index;
  const i16 top = e.source->inside(e.source->root);
  for (i16 i = 0; i < i16(e.source->node_count); ++i) {
    const sql::node n = e.source->nodes[i];
    const bool is_asked = n.kind == sql::node_kind::binary
                              ? n.operation >= sql::binary_operator::json_get
                              : n.kind >= sql::node_kind::like && n.kind <= sql::node_kind::cast;
    if (!is_asked) continue; // nearly all
    const cast_place seen = !is_stored && i == top ? cast_place::value : cast_place::inside;
    const refusal_reason reason = refusing::reason_of(line, e, i, instant, seen);
    if (reason != refusal_reason::none) return {reason, n.begin, n.size};
  }
  return {};
}

/// The first thing in a data statement that SQLite can't be given: a pattern that is no literal, a cast to a
/// type with a domain of its own, a function that is more than another name there.
constexpr refusal find_refusal(const sql::statement& s) {
  const sql::node* const nodes = s.tree->nodes;
  for (u32 i = 0; i < s.tree->node_count; ++i) {
    const sql::node_kind kind = nodes[i].kind;
    if (kind < sql::node_kind::like || kind > sql::node_kind::cast) continue; // nearly all
    const sql::node n = nodes[i];
    bool is_refused = false;
    if (kind == sql::node_kind::call) {
      const sql::sqlite_form form = sql::find_function(n.hash)->form;
      is_refused = form == sql::sqlite_form::rotated || form == sql::sqlite_form::of_blob;
    } else if (kind == sql::node_kind::cast) {
      is_refused = translating::storage_word(*sql::find_cast_type(n.hash)).empty();
    } else {
      is_refused = nodes[nodes[n.first].next].kind != sql::node_kind::string;
    }
    if (is_refused) return {refusal_reason::not_in_statements, n.begin, n.size};
  }
  return {};
}

/// What is refused in a whole history: the operation (its instant), its table, and the place in the SQL.
struct history_refusal {
  refusal what{};
  u32 instant{};
  table_id table{-1};
  text_view text{};
};

/// Looks through a history, object by object. A place without an expression, which most are, is passed over
/// without a call.
template <class Line> struct refusal_search {
  const Line& line;
  history_refusal found{};

  /// Whether an expression, its columns as of the instant `read_at`, is refused.
  constexpr bool refuses(const bound_expression& e, table_id table, u32 read_at, u32 written_at,
                         expression_place place) {
    found = {find_refusal(line, e, read_at, place), written_at, table, e.source->view()};
    return found.what.reason != refusal_reason::none;
  }
  constexpr bool refuses_object() {
    for (object_id o = 0; o < line.object_count; ++o) {
      const object_life& object = line.objects[o];
      const u32 at = object.alive.from;
      const bool is_check = object.kind == part_kind::check;
      if (object.expression.source && refuses(object.expression, object.table, at, at,
                                              is_check ? expression_place::check : expression_place::index))
        return true;
      if (object.kind != part_kind::index) continue;
      for (i32 k = object.first_key; k < object.first_key + object.key_count; ++k)
        if (line.keys[k].expression.source &&
            refuses(line.keys[k].expression, object.table, at, at, expression_place::index))
          return true;
    }
    return false;
  }
  constexpr bool refuses_retyping(const retyping& by, table_id table, u32 at) {
    return (by.conversion.source &&
            refuses(by.conversion, table, at - 1, at, expression_place::conversion)) ||
           (by.reverse.source && refuses(by.reverse, table, at, at, expression_place::conversion));
  }
  constexpr bool refuses_span(const column_span& span, table_id table) {
    const u32 at = span.alive.from;
    if (span.type->storage == sqlite_storage::integer && span.type->kind == type_kind::numeric &&
        span.type->scale) {
      found = {{refusal_reason::numeric_as_integer, 0, 0}, at, table, span.id->view()};
      return true;
    }
    return (span.value && span.value->kind == value_kind::expression &&
            refuses({span.value->expression, span.value_binding}, table, at, at,
                    span.generated ? expression_place::generated : expression_place::default_value)) ||
           (span.retyping >= 0 && refuses_retyping(line.retypings[span.retyping], table, at));
  }
  constexpr bool refuses_column() {
    for (column_id c = 0; c < line.column_count; ++c)
      for (i32 s = line.columns[c].first_span; s >= 0; s = line.column_spans[s].next)
        if ((line.column_spans[s].value || line.column_spans[s].retyping >= 0 ||
             line.column_spans[s].type->kind == type_kind::numeric) &&
            refuses_span(line.column_spans[s], line.columns[c].table))
          return true;
    return false;
  }
  constexpr bool refuses_statement() {
    for (u32 at = 1; at <= line.now; ++at) {
      const operation* const done = line.instants[at].done;
      if (!done || !(done->up || done->down)) continue;
      for (const sql::statement* s : {done->up, done->down}) {
        if (!s) continue;
        found = {find_refusal(*s), at, -1, s->view()};
        if (found.what.reason != refusal_reason::none) return true;
      }
    }
    return false;
  }
};

/// The first refusal of a history; its reason is none for a sound one.
template <class Line> constexpr history_refusal find_history_refusal(const Line& line) {
  refusal_search<Line> search{line};
  return search.refuses_object() || search.refuses_column() || search.refuses_statement() ? search.found
                                                                                          : history_refusal{};
}

} // namespace schema
