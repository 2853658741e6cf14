// Floor 1. Reads a data statement or a query into its tokens and its tree, and a script into its tokens.
#pragma once

#include <schema/sql/statement.hpp>
#include <schema/sql/statement_reader.hpp>

namespace schema::sql {

/// The statement or query that a parser has read; it points into the parser.
template <u32 Capacity> constexpr statement statement_in(const expression_parser<Capacity>& parser) {
  statement s{.text = parser.text,
              .size = parser.size,
              .tokens = parser.list,
              .token_count = u16(parser.token_count),
              .tree = &parser,
              .hash = parser.hash,
              .fault = parser.fault,
              .fault_begin = parser.fault_begin,
              .fault_size = parser.fault_size};
  if (parser.token_count == 0 && s.fault == syntax_fault::unexpected) s.fault = syntax_fault::ended_early;
  if (parser.fault != syntax_fault::none) return s;
  const node_kind root = parser.nodes[parser.root].kind;
  s.kind = root == node_kind::insert        ? statement_kind::insert
           : root == node_kind::update      ? statement_kind::update
           : root == node_kind::delete_rows ? statement_kind::delete_rows
                                            : statement_kind::query;
  const token& last = parser.list[parser.token_count - 1];
  s.sent_size = u16(last.begin + last.size);
  s.is_tidy = parser.is_tidy;
  return s;
}

/// Parses at run time (fuzzers, tests); the statement points into `storage` and `sql`.
template <u32 Capacity>
constexpr statement parse_statement(text_view sql, expression_parser<Capacity>& storage,
                                    grammar of = grammar::statement) {
  parse_expression(sql, storage, of);
  return statement_in(storage);
}

/// Hashes the tokens of a script and looks for bad ones; what they mean is the backend's affair.
constexpr script parse_script(text_view sql) {
  script result{.text = sql.data(), .size = u32(sql.size()), .hash = hash_seed};
  if (sql.size() > longest_text) {
    result.fault = syntax_fault::too_long;
    return result;
  }
  u32 position = 0;
  u32 count = 0;
  for (;; ++count) {
    const token t = next_token(sql, position);
    if (t.kind == token_kind::end) break;
    if (t.kind == token_kind::bad) {
      result.fault = syntax_fault::bad_token;
      result.fault_begin = t.begin;
      result.fault_size = t.size;
      return result;
    }
    result.hash = hash_token(result.hash, sql, t);
  }
  if (count == 0) result.fault = syntax_fault::ended_early;
  return result;
}

namespace parsing {
/// Lists and items have nodes of their own: a short statement may have more nodes than bytes.
template <fixed_string Sql>
inline constexpr expression_parser<most_nodes(Sql.size + 8)> read_statement{
    Sql.data, Sql.size, words_for<expression_parser<most_nodes(Sql.size + 8)>::most_words>(Sql),
    grammar::statement};
template <fixed_string Sql>
inline constexpr expression_parser<most_nodes(Sql.size + 8)> read_query{
    Sql.data, Sql.size, words_for<expression_parser<most_nodes(Sql.size + 8)>::most_words>(Sql),
    grammar::query};
} // namespace parsing

/// The data statement in a literal, parsed once.
template <fixed_string Sql>
inline constexpr statement statement_of = statement_in(parsing::read_statement<Sql>);

/// The query in a literal, parsed once.
template <fixed_string Sql> inline constexpr statement query_of = statement_in(parsing::read_query<Sql>);

/// The script in a literal.
template <fixed_string Sql> inline constexpr script script_of = parse_script(Sql.view());

} // namespace schema::sql
