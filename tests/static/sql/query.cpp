// Queries: selects by themselves, and the columns that they give.
#include <schema/sql/parser.hpp>
#include <schema/sql/query.hpp>
#include <tests/static/verify.hpp>

#include <string>

using namespace schema;
using sql::syntax_fault;

namespace {

/// The columns of a query: names, `?` for none.
constexpr auto columns_of(const sql::statement& s) {
  struct {
    char data[64]{};
    u32 size{};
    constexpr text_view view() const { return {data, size}; }
  } out;
  const sql::expression& tree = *s.tree;
  if (sql::column_count(tree) == 0) return out;
  for (i16 i = sql::first_item(tree.nodes, tree.root); i >= 0; i = sql::next_item(tree.nodes, i)) {
    if (out.size) out.data[out.size++] = ' ';
    const i16 naming = sql::naming_node(tree.nodes, i);
    const text_view text = naming < 0 ? text_view("?") : sql::name_text(tree, tree.nodes[naming]);
    for (char c : text) out.data[out.size++] = c;
  }
  return out;
}

template <fixed_string Sql> constexpr bool gives(text_view columns) {
  return columns_of(sql::query_of<Sql>).view() == columns;
}
/// The place that an expression stands for as a key of ORDER BY.
template <fixed_string Sql> constexpr u32 place_of() {
  const auto& key = sql::expression_of<Sql>;
  return sql::item_place(key, key.nodes[key.root]);
}
template <fixed_string Sql> constexpr syntax_fault fault_of() { return sql::query_of<Sql>.fault; }

} // namespace

TEST_CASE("a column is called by its alias, or as the column that it is") {
  static_assert(
      gives<"SELECT a, b AS c, t.d, \"E\", f + 1, count(*) AS \"N\" FROM t GROUP BY a, b">("a c d E ? N"));
  static_assert(gives<"WITH q AS (SELECT a FROM t) SELECT a AS b FROM q">("b"));
  static_assert(gives<"SELECT a FROM t UNION ALL SELECT b FROM u UNION SELECT c FROM v">("a"));
  SUCCEED();
}

TEST_CASE("a number as a key is the place of an item") {
  static_assert(place_of<"1">() == 1 && place_of<"42">() == 42);
  static_assert(place_of<"0">() == 0 && place_of<"100">() == 0 && place_of<"1.">() == 0);
  static_assert(place_of<".5">() == 0 && place_of<"a">() == 0 && place_of<"'1'">() == 0);
  SUCCEED();
}

TEST_CASE("what is no query") {
  static_assert(sql::query_of<"SELECT a FROM t">.kind == sql::statement_kind::query);
  static_assert(fault_of<"SELECT a FROM t;">() == syntax_fault::none);
  static_assert(fault_of<"DELETE FROM t">() == syntax_fault::unexpected);
  static_assert(fault_of<"WITH q AS (SELECT a FROM t) DELETE FROM t">() != syntax_fault::none);
  static_assert(fault_of<"SELECT a FROM t; SELECT a FROM t">() == syntax_fault::many_statements);
  static_assert(fault_of<"">() == syntax_fault::ended_early);
  static_assert(sql::statement_of<"SELECT a FROM t">.fault != syntax_fault::none);
  SUCCEED();
}
