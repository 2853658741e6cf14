#include <schema/sql/parser.hpp>
#include <schema/text/text_writer.hpp>
#include <tests/static/verify.hpp>

#include <string>

using namespace schema;
using sql::binary_operator;
using sql::expression;
using sql::node_kind;
using sql::syntax_fault;
using tests::opaque;

namespace {

using writer = text_writer<512>;

constexpr std::string_view sign_of(node_kind kind) {
  switch (kind) {
  case node_kind::negate: return "neg";
  case node_kind::logical_not: return "not";
  case node_kind::is_null: return "is-null";
  case node_kind::is_not_null: return "is-not-null";
  case node_kind::is_true: return "is-true";
  case node_kind::is_false: return "is-false";
  case node_kind::is_not_true: return "is-not-true";
  case node_kind::is_not_false: return "is-not-false";
  case node_kind::is_distinct: return "is-distinct";
  case node_kind::is_not_distinct: return "is-not-distinct";
  case node_kind::between: return "between";
  case node_kind::not_between: return "not-between";
  case node_kind::in: return "in";
  case node_kind::not_in: return "not-in";
  case node_kind::like: return "like";
  case node_kind::not_like: return "not-like";
  case node_kind::case_when: return "case";
  case node_kind::case_operand: return "of";
  case node_kind::case_arm: return "when";
  case node_kind::case_else: return "else";
  case node_kind::parenthesis: return "paren";
  default: return "";
  }
}

/// The tree as (operator operand …), in the words of the text.
constexpr void write(writer& out, const expression& e, i16 at) {
  const sql::node& n = e.nodes[at];
  switch (n.kind) {
  case node_kind::column:
  case node_kind::number:
  case node_kind::string:
  case node_kind::boolean:
  case node_kind::null:
  case node_kind::current_time: out << e.at(n); return;
  default: break;
  }
  out << "(" << sign_of(n.kind);
  if (n.kind == node_kind::binary || n.kind == node_kind::call) out << e.at(n);
  if (n.kind == node_kind::cast) out << "cast:" << e.at(n);
  for (i16 child = n.first; child >= 0; child = e.nodes[child].next) {
    out << " ";
    write(out, e, child);
  }
  out << ")";
}

constexpr writer tree(const expression& e) {
  writer out;
  if (e.root >= 0) write(out, e, e.root);
  return out;
}

constexpr bool same_trees(const expression& a, const expression& b) {
  if (a.root != b.root || a.node_count != b.node_count || a.hash != b.hash || a.fault != b.fault ||
      a.fault_begin != b.fault_begin || a.fault_size != b.fault_size)
    return false;
  for (u32 i = 0; i < a.node_count; ++i) {
    const sql::node &x = a.nodes[i], &y = b.nodes[i];
    if (x.kind != y.kind || x.operation != y.operation || x.begin != y.begin || x.size != y.size ||
        x.first != y.first || x.next != y.next || x.hash != y.hash)
      return false;
  }
  return true;
}

/// Parses at run time what `literal` parsed at compile time.
bool again(const expression& literal) {
  sql::expression_parser<1024> storage;
  return same_trees(literal, sql::parse_expression(opaque(literal.view()), storage));
}

constexpr bool fails(const expression& e, syntax_fault why, std::string_view where) {
  return e.root == -1 && e.fault == why && e.view().substr(e.fault_begin, e.fault_size) == where;
}

} // namespace

#define VERIFY_TREE(literal, expected)                                                                       \
  do {                                                                                                       \
    static_assert(tree(sql::expression_of<literal>).view() == expected);                                     \
    CHECK(again(sql::expression_of<literal>));                                                               \
  } while (false)

#define VERIFY_FAULT(literal, why, where)                                                                    \
  do {                                                                                                       \
    static_assert(fails(sql::expression_of<literal>, syntax_fault::why, where));                             \
    CHECK(again(sql::expression_of<literal>));                                                               \
  } while (false)

TEST_CASE("operands") {
  VERIFY_TREE("price", "price");
  VERIFY_TREE("\"Order Details\"", "\"Order Details\"");
  VERIFY_TREE("12.5", "12.5");
  VERIFY_TREE("'it''s'", "'it''s'");
  VERIFY_TREE("TRUE", "TRUE");
  VERIFY_TREE("null", "null");
  VERIFY_TREE("current_timestamp", "current_timestamp");
  VERIFY_TREE("(a)", "(paren a)");
  VERIFY_TREE("-a", "(neg a)");
  VERIFY_TREE("+a", "a");
  VERIFY_TREE("- -1", "(neg (neg 1))");
  VERIFY_TREE("position", "position"); // PostgreSQL takes it as a column's name
}

TEST_CASE("operators bind as on PostgreSQL") {
  VERIFY_TREE("a + b * c", "(+ a (* b c))");
  VERIFY_TREE("a - b - c", "(- (- a b) c)");
  VERIFY_TREE("(a + b) * c", "(* (paren (+ a b)) c)");
  VERIFY_TREE("-a * b", "(* (neg a) b)");
  VERIFY_TREE("a || b + c", "(|| a (+ b c))");
  VERIFY_TREE("a OR b AND NOT c = d", "(OR a (AND b (not (= c d))))");
  VERIFY_TREE("NOT a AND b", "(AND (not a) b)");
  VERIFY_TREE("a = b IS NULL", "(is-null (= a b))");
  VERIFY_TREE("a < b IN (1, 2)", "(< a (in b 1 2))");
  VERIFY_TREE("a = NOT b = c", "(= a (not (= b c)))");
  VERIFY_TREE("a -> 'b' ->> 'c' = d", "(= (->> (-> a 'b') 'c') d)");
  VERIFY_TREE("a % 2 <> 1", "(<> (% a 2) 1)");
  VERIFY_TREE("a IS NULL OR a > b", "(OR (is-null a) (> a b))");
  static_assert(sql::expression_of<"a != b">.nodes[2].operation == binary_operator::not_equal);
}

TEST_CASE("tests of an operand") {
  VERIFY_TREE("a IS NOT NULL", "(is-not-null a)");
  VERIFY_TREE("a ISNULL AND b NOTNULL", "(AND (is-null a) (is-not-null b))");
  VERIFY_TREE("a IS TRUE", "(is-true a)");
  VERIFY_TREE("a IS NOT TRUE", "(is-not-true a)");
  VERIFY_TREE("a IS FALSE", "(is-false a)");
  VERIFY_TREE("a IS NOT FALSE", "(is-not-false a)");
  VERIFY_TREE("a IS DISTINCT FROM b + 1", "(is-distinct a (+ b 1))");
  VERIFY_TREE("a IS NOT DISTINCT FROM b", "(is-not-distinct a b)");
  VERIFY_TREE("a BETWEEN 1 AND b + 2 AND c", "(AND (between a 1 (+ b 2)) c)");
  VERIFY_TREE("a NOT BETWEEN 1 AND 2", "(not-between a 1 2)");
  VERIFY_TREE("a IN ('x', 'y')", "(in a 'x' 'y')");
  VERIFY_TREE("a NOT IN (1)", "(not-in a 1)");
  VERIFY_TREE("a LIKE '%x' || b", "(like a (|| '%x' b))");
  VERIFY_TREE("a NOT LIKE 'x'", "(not-like a 'x')");
}

TEST_CASE("calls, casts, cases") {
  VERIFY_TREE("now()", "(now)");
  VERIFY_TREE("Lower(email)", "(Lower email)");
  VERIFY_TREE("coalesce(a, b + 1, c)", "(coalesce a (+ b 1) c)");
  VERIFY_TREE("length(trim(a)) > 0", "(> (length (trim a)) 0)");
  VERIFY_TREE("CAST(a AS integer)", "(cast:integer a)");
  VERIFY_TREE("a::numeric(10, 2) * 2", "(* (cast:numeric(10, 2) a) 2)");
  VERIFY_TREE("-a::int", "(neg (cast:int a))");
  VERIFY_TREE("cast(a as double  precision)", "(cast:double  precision a)");
  VERIFY_TREE("a::TIMESTAMP WITH time zone", "(cast:TIMESTAMP WITH time zone a)");
  VERIFY_TREE("CASE WHEN a > 0 THEN 1 WHEN b THEN 2 ELSE 3 END",
              "(case (when (> a 0) 1) (when b 2) (else 3))");
  VERIFY_TREE("CASE a WHEN 1 THEN 'x' END", "(case (of a) (when 1 'x'))");
  static_assert(sql::expression_of<"a::double precision">.nodes[1].hash == hash_name("double precision"));
  static_assert(sql::expression_of<"lower(a)">.nodes[1].hash == hash_name("lower"));
}

TEST_CASE("what can't stand where it stands") {
  VERIFY_FAULT("", ended_early, "");
  VERIFY_FAULT("a >", ended_early, "");
  VERIFY_FAULT("(a", ended_early, "");
  VERIFY_FAULT("a b", unexpected, "b");
  VERIFY_FAULT("a)", unexpected, ")");
  VERIFY_FAULT("a;", unexpected, ";");
  VERIFY_FAULT("* a", unexpected, "*");
  VERIFY_FAULT("a < b < c", unexpected, "<");
  VERIFY_FAULT("a = b <> c", unexpected, "<>");
  VERIFY_FAULT("a LIKE b LIKE c", unexpected, "LIKE");
  VERIFY_FAULT("a IS DISTINCT FROM b IS NULL", unexpected, "IS");
  VERIFY_FAULT("a IN ()", unexpected, ")");
  VERIFY_FAULT("a NOT b", unexpected, "b");
  VERIFY_FAULT("CASE a END", unexpected, "END");
  VERIFY_FAULT("lower(a, )", unexpected, ")");
  VERIFY_FAULT("lower(a,", ended_early, "");
  VERIFY_FAULT("a = 'x", bad_token, "'x");
  VERIFY_FAULT("a = 12x", bad_token, "12x");
}

TEST_CASE("a reserved word is no name, unless it is quoted") {
  VERIFY_FAULT("order > 0", reserved_word, "order");
  VERIFY_FAULT("a > User", reserved_word, "User");
  VERIFY_FAULT("index IS NULL", reserved_word, "index");
  VERIFY_TREE("\"order\" > 0", "(> \"order\" 0)");
}

TEST_CASE("functions and types that both backends have") {
  VERIFY_FAULT("md5(a)", unknown_function, "md5");
  VERIFY_FAULT("lower()", wrong_argument_count, "lower");
  VERIFY_FAULT("nullif(a, b, c)", wrong_argument_count, "nullif");
  VERIFY_FAULT("a > sum(b)", aggregate, "sum");
  VERIFY_FAULT("count(*)", aggregate, "count");
  VERIFY_FAULT("a::money", unknown_type, "money");
}

TEST_CASE("SQL that is known and not carried") {
  VERIFY_FAULT("a = (SELECT 1)", not_supported, "SELECT");
  VERIFY_FAULT("a IN (SELECT b)", not_supported, "SELECT");
  VERIFY_FAULT("EXISTS (SELECT 1)", not_supported, "EXISTS");
  VERIFY_FAULT("a = ANY (b)", not_supported, "ANY");
  VERIFY_FAULT("ARRAY[1]", not_supported, "ARRAY");
  VERIFY_FAULT("a[1]", not_supported, "[");
  VERIFY_FAULT("a = $1", not_supported, "$1");
  VERIFY_FAULT("a = ?", not_supported, "?");
  VERIFY_FAULT("a = :b", not_supported, ":");
  VERIFY_FAULT("a ^ 2", not_supported, "^");
  VERIFY_FAULT("a ILIKE 'x'", not_supported, "ILIKE");
  VERIFY_FAULT("a NOT ILIKE 'x'", not_supported, "ILIKE");
  VERIFY_FAULT("a COLLATE \"C\"", not_supported, "COLLATE");
  VERIFY_FAULT("a LIKE 'x' ESCAPE '!'", not_supported, "ESCAPE");
  VERIFY_FAULT("lower(a) OVER ()", not_supported, "OVER");
  VERIFY_FAULT("a AT TIME ZONE 'UTC'", not_supported, "AT");
  VERIFY_FAULT("extract(year FROM a)", not_supported, "extract");
  VERIFY_FAULT("lessons.price > 0", not_supported, "lessons");
  VERIFY_FAULT("date '2020-01-01'", not_supported, "date");
  VERIFY_FAULT("(a, b) = (1, 2)", not_supported, ",");
  VERIFY_FAULT("E'a'", not_supported, "E'a'");
  VERIFY_FAULT("$$a$$", not_supported, "$$a$$");
  VERIFY_FAULT("0xFF", not_supported, "0xFF");
  VERIFY_FAULT("a IS UNKNOWN", not_supported, "UNKNOWN");
  VERIFY_FAULT("a::timestamp(3)", not_supported, "(");
  VERIFY_FAULT("current_time", not_supported, "current_time");
}

TEST_CASE("the hash is of the tokens") {
  static_assert(sql::expression_of<"a >  0 -- why\n AND b">.hash == sql::expression_of<"A > 0 and b">.hash);
  static_assert(sql::expression_of<"a b">.hash != sql::expression_of<"ab">.hash);
  static_assert(sql::expression_of<"a = 'X'">.hash != sql::expression_of<"a = 'x'">.hash);
  static_assert(sql::expression_of<"\"A\"">.hash != sql::expression_of<"\"a\"">.hash);
  static_assert(sql::expression_of<"a - b">.hash != sql::expression_of<"b - a">.hash);
}

TEST_CASE("nesting and height are bounded") {
  const auto parse = [](const std::string& text) {
    static sql::expression_parser<4096> storage;
    return sql::parse_expression(text, storage).fault;
  };
  const auto nested = [](std::size_t n) { return std::string(n, '(') + "a" + std::string(n, ')'); };
  CHECK(parse(nested(60)) == syntax_fault::none);
  CHECK(parse(nested(70)) == syntax_fault::too_deep);
  CHECK(parse(nested(30'000)) == syntax_fault::too_deep);
  std::string nots, sum = "1";
  for (int i = 0; i < 1000; ++i) nots += "NOT ";
  CHECK(parse(nots + "a") == syntax_fault::too_deep);
  for (int i = 0; i < 100; ++i) sum += " + 1";
  CHECK(parse(sum) == syntax_fault::none);
  for (int i = 0; i < 100; ++i) sum += " + 1";
  CHECK(parse(sum) == syntax_fault::too_deep);
  std::string list = "a IN (1";
  for (int i = 0; i < 1000; ++i) list += ",1";
  CHECK(parse(list + ")") == syntax_fault::none);
  for (int i = 0; i < 4000; ++i) list += ",1";
  CHECK(parse(list + ")") == syntax_fault::too_long);
  CHECK(parse(std::string(70'000, ' ')) == syntax_fault::too_long);
}

TEST_CASE("a literal with as many nodes as bytes still fits") {
  VERIFY_TREE("1+1+1+1+1+1", "(+ (+ (+ (+ (+ 1 1) 1) 1) 1) 1)");
  VERIFY_TREE("-1+-1+-1+-1+-1+-1+-1",
              "(+ (+ (+ (+ (+ (+ (neg 1) (neg 1)) (neg 1)) (neg 1)) (neg 1)) (neg 1)) (neg 1))");
}

TEST_CASE("any text of a few tokens parses or fails, and the same text twice the same way") {
  constexpr std::string_view pieces[] = {"a",    "1",        "'s'",   "(",    ")",    ",",    "+",
                                         "-",    "=",        "AND",   "NOT",  "IS",   "NULL", "IN",
                                         "LIKE", "BETWEEN",  "CASE",  "WHEN", "THEN", "END",  "CAST",
                                         "::",   "int",      "lower", "AS",   "->",   "ELSE", "TRUE",
                                         ";",    "DISTINCT", "FROM",  "\""};
  constexpr u32 count = sizeof(pieces) / sizeof(pieces[0]);
  u64 state = 88172645463325252ull;
  u32 accepted = 0;
  bool all = true;
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    for (u64 length = 1 + state % 9; length > 0; --length) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      text += pieces[state % count];
      text += ' ';
    }
    sql::expression_parser<16> small;
    sql::expression_parser<64> large;
    const expression e = sql::parse_expression(text, large);
    const expression f = sql::parse_expression(text, small);
    accepted += e.root >= 0;
    all = all && (e.root >= 0) == (e.fault == syntax_fault::none) &&
          e.fault_begin + e.fault_size <= text.size();
    all = all && (f.fault == syntax_fault::too_long || same_trees(e, f));
    if (e.root >= 0) all = all && tree(e).size > 0;
  }
  CHECK(all);
  CHECK(accepted > 100);
}
