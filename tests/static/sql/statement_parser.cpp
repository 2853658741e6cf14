#include <schema/sql/parser.hpp>
#include <schema/text/text_writer.hpp>
#include <tests/static/verify.hpp>

#include <string>

using namespace schema;
using sql::node_kind;
using sql::statement;
using sql::statement_kind;
using sql::syntax_fault;
using tests::opaque;

namespace {

using writer = text_writer<512>;

constexpr text_view sign_of(node_kind kind) {
  switch (kind) {
  case node_kind::qualifier: return "of";
  case node_kind::subquery: return "value";
  case node_kind::exists: return "exists";
  case node_kind::select: return "select";
  case node_kind::set_operation: return "set";
  case node_kind::with_query: return "with";
  case node_kind::source: return "from";
  case node_kind::derived: return "derived";
  case node_kind::alias: return "as";
  case node_kind::condition: return "where";
  case node_kind::grouping: return "group";
  case node_kind::item: return "item";
  case node_kind::ordering: return "order";
  case node_kind::limit: return "limit";
  case node_kind::values: return "values";
  case node_kind::row: return "row";
  case node_kind::insert: return "insert";
  case node_kind::update: return "update";
  case node_kind::delete_rows: return "delete";
  case node_kind::columns: return "columns";
  case node_kind::assignment: return "set";
  case node_kind::conflict: return "conflict";
  case node_kind::returning: return "returning";
  default: return "";
  }
}

/// Whether a node's text is a name, or a value of its own.
constexpr bool is_named(node_kind kind) {
  switch (kind) {
  case node_kind::with_query:
  case node_kind::source:
  case node_kind::alias:
  case node_kind::item:
  case node_kind::assignment:
  case node_kind::qualifier: return true;
  default: return sign_of(kind).empty();
  }
}

constexpr void write(writer& out, const sql::expression& e, i16 at) {
  const sql::node& n = e.nodes[at];
  const bool is_leaf = n.first < 0 && sign_of(n.kind).empty();
  if (!is_leaf) out << "(";
  out << sign_of(n.kind);
  if (is_named(n.kind) && n.kind != node_kind::parenthesis && n.size) {
    if (!sign_of(n.kind).empty()) out << " ";
    out << e.at(n);
  }
  for (i16 child = n.first; child >= 0; child = e.nodes[child].next) {
    out << " ";
    write(out, e, child);
  }
  if (!is_leaf) out << ")";
}

constexpr writer tree(const statement& s) {
  writer out;
  if (s.fault == syntax_fault::none) write(out, *s.tree, s.tree->root);
  return out;
}

constexpr bool fails(const statement& s, syntax_fault why, std::string_view where) {
  return s.fault == why && s.view().substr(s.fault_begin, s.fault_size) == where;
}

constexpr bool same(const statement& a, const statement& b) {
  if (a.token_count != b.token_count || a.kind != b.kind || a.hash != b.hash || a.fault != b.fault ||
      a.fault_begin != b.fault_begin || a.fault_size != b.fault_size || a.sent_size != b.sent_size)
    return false;
  for (u32 i = 0; i < a.token_count; ++i) {
    const sql::token &x = a.tokens[i], &y = b.tokens[i];
    if (x.kind != y.kind || x.begin != y.begin || x.size != y.size || x.hash != y.hash) return false;
  }
  return a.fault != syntax_fault::none || tree(a).view() == tree(b).view();
}

bool again(const statement& literal) {
  static sql::expression_parser<1024> storage;
  return same(literal, sql::parse_statement(opaque(literal.view()), storage));
}

} // namespace

#define VERIFY_STATEMENT(literal, expected)                                                                  \
  do {                                                                                                       \
    static_assert(sql::statement_of<literal>.fault == syntax_fault::none);                                   \
    static_assert(tree(sql::statement_of<literal>).view() == expected);                                      \
    CHECK(again(sql::statement_of<literal>));                                                                \
  } while (false)

#define VERIFY_FAULT(literal, why, where)                                                                    \
  do {                                                                                                       \
    static_assert(fails(sql::statement_of<literal>, syntax_fault::why, where));                              \
    CHECK(again(sql::statement_of<literal>));                                                                \
  } while (false)

TEST_CASE("INSERT") {
  VERIFY_STATEMENT("INSERT INTO events (id, title) VALUES (1, 'a, b'), (2, NULL)",
                   "(insert (from events) (columns id title) (values (row 1 'a, b') (row 2 NULL)))");
  VERIFY_STATEMENT("INSERT INTO a DEFAULT VALUES", "(insert (from a))");
  VERIFY_STATEMENT("INSERT INTO a AS b (x) SELECT y FROM c",
                   "(insert (from a (as b)) (columns x) (select (from c) (item y)))");
  VERIFY_STATEMENT(
      "INSERT INTO a (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET y = excluded.y WHERE a.y > 2",
      "(insert (from a) (columns x) (values (row 1)) (conflict (columns x) (set y (y (of excluded))) "
      "(where (> (y (of a)) 2))))");
  VERIFY_STATEMENT(
      "INSERT INTO a (x) VALUES (1) ON CONFLICT DO NOTHING RETURNING x AS n, *",
      "(insert (from a) (columns x) (values (row 1)) (conflict) (returning (item n x) (item *)))");
  static_assert(sql::statement_of<"INSERT INTO a DEFAULT VALUES">.kind == statement_kind::insert);
}

TEST_CASE("UPDATE and DELETE") {
  VERIFY_STATEMENT("update events set title = '', \"when\" = now() where id = 1",
                   "(update (from events) (set title '') (set \"when\" now) (where (= id 1)))");
  VERIFY_STATEMENT("UPDATE a AS b SET x = c.y FROM c WHERE b.i = c.i",
                   "(update (from a (as b)) (set x (y (of c))) (from c) (where (= (i (of b)) (i (of c)))))");
  VERIFY_STATEMENT("DELETE FROM \"Order Details\"", "(delete (from \"Order Details\"))");
  VERIFY_STATEMENT("DELETE FROM audit.a", "(delete (from audit.a))");
  VERIFY_STATEMENT("DELETE FROM \"audit\".\"a\" AS b WHERE b.i = 1",
                   "(delete (from \"audit\".\"a\" (as b)) (where (= (i (of b)) 1)))");
  VERIFY_STATEMENT(
      "DELETE FROM a AS b WHERE NOT EXISTS (SELECT 1 FROM c WHERE c.i = b.i) RETURNING b.*",
      "(delete (from a (as b)) (where (NOT (exists (select (from c) (where (= (i (of c)) (i (of b)))) "
      "(item 1))))) (returning (item (* (of b)))))");
  static_assert(sql::statement_of<"UPDATE a SET b = 1">.kind == statement_kind::update);
  static_assert(sql::statement_of<"DELETE FROM a">.kind == statement_kind::delete_rows);
  static_assert(sql::statement_of<"WITH b AS (SELECT 1 AS n) UPDATE a SET x = 1">.kind ==
                statement_kind::update);
}

TEST_CASE("selects") {
  VERIFY_STATEMENT(
      "INSERT INTO a SELECT b.x, count(*) AS n FROM b LEFT OUTER JOIN c ON b.i = c.i, d CROSS JOIN e "
      "WHERE x > 1 GROUP BY b.x HAVING count(*) > 1 ORDER BY b.x DESC, n LIMIT 3 OFFSET 1",
      "(insert (from a) (select (from b) (from c) (where (= (i (of b)) (i (of c)))) (from d) (from e) "
      "(where (> x 1)) (group (x (of b))) (where (> (count *) 1)) (item (x (of b))) (item n (count *)) "
      "(order (x (of b)) n) (limit 3) (limit 1)))");
  VERIFY_STATEMENT(
      "INSERT INTO a SELECT DISTINCT x FROM (SELECT max(y) AS x FROM b) AS d",
      "(insert (from a) (select (derived (select (from b) (group) (item x (max y))) (as d)) (item x)))");
  VERIFY_STATEMENT(
      "INSERT INTO a SELECT x FROM b UNION ALL SELECT y FROM c EXCEPT SELECT 1",
      "(insert (from a) (set (set (select (from b) (item x)) (select (from c) (item y))) (select (item "
      "1))))");
  VERIFY_STATEMENT(
      "WITH b AS (SELECT x FROM c), d AS (SELECT 1 AS n) DELETE FROM a WHERE x IN (SELECT x FROM b) "
      "AND y NOT IN (SELECT n FROM d)",
      "(delete (with b (select (from c) (item x))) (with d (select (item n 1))) (from a) (where (AND "
      "(IN x (select (from b) (item x))) (NOT y (select (from d) (item n))))))");
  VERIFY_STATEMENT("UPDATE a SET x = (SELECT max(y) FROM b), z = (1)",
                   "(update (from a) (set x (value (select (from b) (group) (item (max y))))) (set z ( 1)))");
}

TEST_CASE("one statement; its closing mark is not sent") {
  static_assert(sql::statement_of<"DELETE FROM a ; -- all">.sent() == "DELETE FROM a");
  static_assert(sql::statement_of<"DELETE FROM a -- all">.sent() == "DELETE FROM a");
  static_assert(sql::statement_of<"DELETE FROM a;">.hash == sql::statement_of<"delete  from A">.hash);
  VERIFY_STATEMENT("DELETE FROM a;", "(delete (from a))");
  VERIFY_FAULT("DELETE FROM a; DELETE FROM b", many_statements, "DELETE");
  VERIFY_FAULT("DELETE FROM a;;", many_statements, ";");
  VERIFY_FAULT("", ended_early, "");
  VERIFY_FAULT(" ; ", ended_early, "");
}

TEST_CASE("what is no data statement of both backends") {
  VERIFY_FAULT("SELECT 1", unexpected, "SELECT");
  VERIFY_FAULT("CREATE TABLE a (b int)", unexpected, "CREATE");
  VERIFY_FAULT("WITH a AS (SELECT 1) SELECT 1", unexpected, "SELECT");
  VERIFY_FAULT("DELETE a", unexpected, "a");
  VERIFY_FAULT("DELETE FROM a b", unexpected, "b");
  VERIFY_FAULT("DELETE FROM", ended_early, "");
  VERIFY_FAULT("INSERT", ended_early, "");
  VERIFY_FAULT("UPDATE", ended_early, "");
  VERIFY_FAULT("UPDATE a", ended_early, "");
  VERIFY_FAULT("UPDATE a SET b", ended_early, "");
  VERIFY_FAULT("INSERT OR REPLACE INTO a VALUES (1)", not_supported, "OR");
  VERIFY_FAULT("INSERT INTO a (x) VALUES (DEFAULT)", not_supported, "DEFAULT");
  VERIFY_FAULT("UPDATE ONLY a SET b = 1", not_supported, "ONLY");
  VERIFY_FAULT("UPDATE a SET b = DEFAULT", not_supported, "DEFAULT");
  VERIFY_FAULT("UPDATE a SET (b, c) = (1, 2)", not_supported, "(");
  VERIFY_FAULT("DELETE FROM order", reserved_word, "order");
  VERIFY_FAULT("DELETE FROM main.public.lessons", not_supported, "main");
  VERIFY_FAULT("DELETE FROM public .lessons", not_supported, "public");
  VERIFY_FAULT("DELETE FROM public. lessons", not_supported, "public");
  VERIFY_FAULT("DELETE FROM public.*", not_supported, "public");
  VERIFY_FAULT("DELETE FROM a USING b WHERE a.i = b.i", not_supported, "USING");
  VERIFY_FAULT("DELETE FROM a WHERE x IN (SELECT y FROM b JOIN c USING (i))", not_supported, "USING");
  VERIFY_FAULT("INSERT INTO a SELECT n FROM generate_series(1, 3) AS n", not_supported, "generate_series");
  VERIFY_FAULT("INSERT INTO a SELECT x FROM (SELECT 1 AS x)", ended_early, "");
  VERIFY_FAULT("INSERT INTO a SELECT sum(x) OVER () FROM b", not_supported, "OVER");
  VERIFY_FAULT("INSERT INTO a SELECT string_agg(x, ',') FROM b", not_supported, "string_agg");
  VERIFY_FAULT("INSERT INTO a SELECT max(min(x)) FROM b", aggregate, "min");
  VERIFY_FAULT("UPDATE a SET x = max(y)", aggregate, "max");
  VERIFY_FAULT("INSERT INTO a SELECT x FROM b WHERE max(x) > 1", aggregate, "max");
  VERIFY_FAULT("WITH RECURSIVE b AS (SELECT 1 AS n) DELETE FROM a", not_supported, "RECURSIVE");
  VERIFY_FAULT("WITH b AS (DELETE FROM c RETURNING x) DELETE FROM a", not_supported, "DELETE");
  VERIFY_FAULT("UPDATE a SET b = (1", ended_early, "");
  VERIFY_FAULT("UPDATE a SET b = 1)", unexpected, ")");
  VERIFY_FAULT("UPDATE a SET b = 'x", bad_token, "'x");
  VERIFY_FAULT("UPDATE a SET b = c::text", not_supported, "::");
  VERIFY_FAULT("UPDATE a SET b = :c", not_supported, ":");
  VERIFY_FAULT("UPDATE a SET b = $1", not_supported, "$1");
  VERIFY_FAULT("UPDATE a SET b = E'x'", not_supported, "E'x'");
  VERIFY_FAULT("UPDATE a SET b = $$x$$", not_supported, "$$x$$");
  VERIFY_FAULT("UPDATE a SET b = ARRAY[1]", not_supported, "[");
  VERIFY_FAULT("UPDATE a SET b = 1 /* /* */ */", not_supported, "/* /* */ */");
  VERIFY_FAULT("UPDATE a SET x = extract(year FROM y)", not_supported, "extract");
}

TEST_CASE("depth and size are bounded") {
  const auto parse = [](const std::string& text) {
    static sql::expression_parser<4096> storage;
    return sql::parse_statement(text, storage).fault;
  };
  CHECK(parse("UPDATE a SET b = " + std::string(60, '(') + "1" + std::string(60, ')')) == syntax_fault::none);
  CHECK(parse("UPDATE a SET b = " + std::string(100, '(') + "1" + std::string(100, ')')) ==
        syntax_fault::too_deep);
  std::string nested = "1";
  for (int i = 0; i < 100; ++i) nested = "(SELECT " + nested + ")";
  CHECK(parse("UPDATE a SET b = " + nested) == syntax_fault::too_deep);
  CHECK(parse("DELETE FROM a" + std::string(70'000, ' ')) == syntax_fault::too_long);
  std::string list = "DELETE FROM a WHERE b IN (1";
  for (int i = 0; i < 3000; ++i) list += ",1";
  CHECK(parse(list + ")") == syntax_fault::too_long);
}

TEST_CASE("scripts are only hashed") {
  constexpr auto& script = sql::script_of<"CREATE VIEW a AS SELECT E'\\'' AS b; -- more\n DROP VIEW a;">;
  static_assert(script.fault == syntax_fault::none);
  static_assert(script.hash == sql::script_of<"create view A as select E'\\'' as b; drop view a;">.hash);
  CHECK(sql::parse_script(opaque(script.view())).hash == script.hash);
  SCHEMA_VERIFY(sql::parse_script(opaque("SELECT $$ a")).fault == syntax_fault::bad_token);
  SCHEMA_VERIFY(sql::parse_script(opaque("SELECT $$ a")).fault_begin == 7);
  SCHEMA_VERIFY(sql::parse_script(opaque(" -- nothing")).fault == syntax_fault::ended_early);
  SCHEMA_VERIFY(sql::parse_script(opaque("DO $x$ BEGIN NULL; END $x$")).fault == syntax_fault::none);
}

TEST_CASE("any few tokens are read as a statement or fail, and twice the same way") {
  constexpr std::string_view pieces[] = {"INSERT", "INTO", "UPDATE", "DELETE", "FROM",  "WITH",     "SELECT",
                                         "a",      "b",    "(",      ")",      ",",     "JOIN",     "count",
                                         "AS",     "SET",  "=",      "1",      ";",     "DISTINCT", "exists",
                                         "WHERE",  "'s'",  ".",      "ON",     "\"c\"", "RECURSIVE"};
  constexpr u32 count = sizeof(pieces) / sizeof(pieces[0]);
  u64 state = 88172645463325252ull;
  u32 accepted = 0;
  bool all = true;
  for (int round = 0; round < 60'000; ++round) {
    std::string text = round % 2 ? "DELETE FROM a " : "";
    for (u64 length = 1 + state % 12; length > 0; --length) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      text += pieces[state % count];
      text += ' ';
    }
    sql::expression_parser<16> small;
    sql::expression_parser<64> large;
    const statement s = sql::parse_statement(text, large);
    const statement t = sql::parse_statement(text, small);
    accepted += s.fault == syntax_fault::none;
    all = all && s.fault_begin + s.fault_size <= text.size() &&
          (t.fault == syntax_fault::too_long || same(s, t));
  }
  CHECK(all);
  CHECK(accepted > 100);
}
