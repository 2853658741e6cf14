// Expressions over a row whose values are partly known: true, false, NULL or undecided.
#include <schema/dsl.hpp>
#include <schema/seed/evaluator.hpp>

#include <catch2/catch.hpp>

namespace {

using namespace schema::seed;

/// Columns by the first letter of their names.
struct columns {
  static constexpr schema::text_view names[] = {"a", "b", "t", "u", "x", "y", "f", "secret", "id", "maybe"};
  constexpr plain_value value(schema::u32 column) const {
    using schema::value_type;
    plain_value v;
    switch (column) {
    case 0: return make_value(value_type::integer, 2);
    case 2: return make_text("abc");
    case 4: v = make_value(value_type::timestamptz, -1000); break;
    case 5: v = make_value(value_type::timestamptz, 1000); break;
    case 6:
      v = make_value(value_type::double_precision, 1);
      v.kept = precision::as_double;
      v.scale = 1; // 0.1
      return v;
    case 7: return make_state(value_state::admin_password);
    case 8: return make_state(value_state::unknown);
    case 9: return make_state(value_state::undecided);
    default: return make_state(value_state::null);
    }
    v.is_relative = column == 4;
    return v;
  }
};

/// t, f, n(ull) or ? of an expression.
template <schema::fixed_string Sql> constexpr char result() {
  constexpr const schema::sql::expression& source = schema::sql::expression_of<Sql>;
  static_assert(source.fault == schema::sql::syntax_fault::none);
  schema::u32 nodes[200]{};
  for (schema::u16 i = 0; i < source.node_count; ++i) {
    nodes[i] = no_index;
    for (schema::u32 c = 0; c < 10; ++c)
      if (source.nodes[i].kind == schema::sql::node_kind::column &&
          source.at(source.nodes[i]) == columns::names[c])
        nodes[i] = c;
  }
  const columns row;
  const condition_facts condition{source, nodes};
  const plain_value v = evaluator<columns>(condition, row).result();
  return v.is_null() ? 'n' : !v.is_known() ? '?' : v.number != 0 ? 't' : 'f';
}

TEST_CASE("three values, and a fourth") {
  STATIC_REQUIRE(result<"a = 2">() == 't');
  STATIC_REQUIRE(result<"b = 2">() == 'n');
  STATIC_REQUIRE(result<"NOT (b = 2)">() == 'n');
  STATIC_REQUIRE(result<"b = 2 OR a = 2">() == 't');
  STATIC_REQUIRE(result<"b = 2 AND a <> 2">() == 'f');
  STATIC_REQUIRE(result<"b = 2 AND a = 2">() == 'n');
  STATIC_REQUIRE(result<"secret = 'x'">() == '?');
  STATIC_REQUIRE(result<"secret = 'x' OR a > 1">() == 't');
  STATIC_REQUIRE(result<"secret = 'x' AND a > 2">() == 'f');
  STATIC_REQUIRE(result<"secret = 'x' AND a = 2">() == '?');
  STATIC_REQUIRE(result<"secret IS NOT NULL AND id IS NOT NULL">() == 't');
  STATIC_REQUIRE(result<"maybe IS NULL">() == '?');
  STATIC_REQUIRE(result<"b IS NOT DISTINCT FROM NULL">() == 't');
  STATIC_REQUIRE(result<"a IN (1, b)">() == 'n');
  STATIC_REQUIRE(result<"a NOT IN (1, 3)">() == 't');
  STATIC_REQUIRE(result<"a BETWEEN 3 AND b">() == 'f');
  STATIC_REQUIRE(result<"(b > 1) IS NOT TRUE">() == 't');
  STATIC_REQUIRE(result<"CASE WHEN b > 1 THEN false WHEN a = 2 THEN true END">() == 't');
  STATIC_REQUIRE(result<"CASE a WHEN 1 THEN false END">() == 'n');
}

TEST_CASE("what a clock, a locale or rounding decides stays open") {
  STATIC_REQUIRE(result<"x < y">() == '?'); // from @now on, and an instant
  STATIC_REQUIRE(result<"y > '1970-01-01T00:00:00Z'">() == 't');
  STATIC_REQUIRE(result<"y > '1970-01-01'">() == '?'); // the session's zone
  STATIC_REQUIRE(result<"t < 'b'">() == '?');
  STATIC_REQUIRE(result<"t <= 'abc'">() == 't');
  STATIC_REQUIRE(result<"f = 0.1">() == '?');
  STATIC_REQUIRE(result<"f < 0.2">() == 't');
  STATIC_REQUIRE(result<"f * 3 < 1">() == '?');
  STATIC_REQUIRE(result<"lower('\xC3\x84') = 'x'">() == '?');
}

TEST_CASE("what a database could refuse to work out decides nothing") {
  STATIC_REQUIRE(result<"a / 0 = 1 OR a = 2">() == '?');
  STATIC_REQUIRE(result<"a * 2147483647 > 0 OR a = 2">() == '?');
  STATIC_REQUIRE(result<"7 / a = 3 AND -7 / a = -3 AND -7 % a = -1">() == 't');
  STATIC_REQUIRE(result<"1.50 = 1.5 AND 0.1 + 0.2 = 0.3">() == 't');
}

TEST_CASE("functions of texts") {
  STATIC_REQUIRE(result<"length(t) = 3 AND octet_length('\xC3\xA9') = 2 AND length('\xC3\xA9') = 1">() ==
                 't');
  STATIC_REQUIRE(result<"upper(t) || u IS NULL">() == 't');
  STATIC_REQUIRE(result<"upper(t) || '!' = 'ABC!'">() == 't');
  STATIC_REQUIRE(result<"trim('  x ') = 'x' AND ltrim(t, 'ab') = 'c' AND rtrim(t, 'c') = 'ab'">() == 't');
  STATIC_REQUIRE(result<"substr(t, 2) = 'bc' AND substr(t, 2, 1) = 'b' AND substr(t, 9) = ''">() == 't');
  STATIC_REQUIRE(result<"substr(t, 0) = 'abc'">() == '?');
  STATIC_REQUIRE(
      result<"replace('aXbX', 'X', '--') = 'a--b--' AND strpos(t, 'c') = 3 AND strpos(t, 'd') = 0">() == 't');
  STATIC_REQUIRE(result<"t LIKE 'a_c' AND t LIKE '%' AND t NOT LIKE 'b%' AND '\xC3\xA9x' LIKE '_x'">() ==
                 't');
  STATIC_REQUIRE(result<"t LIKE 'a\\%'">() == '?');
  STATIC_REQUIRE(result<"'it''s' = 'it''s'">() == 't');
  STATIC_REQUIRE(result<"coalesce(u, t) = 'abc' AND nullif(t, 'abc') IS NULL">() == 't');
  STATIC_REQUIRE(result<"greatest(1, b, a) = 2 AND least(a, 1) = 1 AND abs(-a) = 2 AND sign(-a) = -1">() ==
                 't');
}

} // namespace
