#include <schema/sql/parser.hpp>
#include <schema/text/text_writer.hpp>
#include <tests/static/verify.hpp>

#include <string>

using namespace schema;
using sql::statement;
using sql::statement_kind;
using sql::syntax_fault;
using tests::opaque;

namespace {

/// "lessons! events": the tables in the order of the text, `!` behind those that are changed.
constexpr text_writer<256> tables(const statement& s) {
  text_writer<256> out;
  for (u32 i = 0; i < s.table_count; ++i) {
    if (i > 0) out << " ";
    out << s.at(s.tokens[s.tables[i].token]);
    if (s.tables[i].changed) out << "!";
  }
  return out;
}

constexpr bool fails(const statement& s, syntax_fault why, std::string_view where) {
  return s.fault == why && s.view().substr(s.fault_begin, s.fault_size) == where;
}

constexpr bool same(const statement& a, const statement& b) {
  if (a.token_count != b.token_count || a.table_count != b.table_count || a.kind != b.kind ||
      a.hash != b.hash || a.fault != b.fault || a.fault_begin != b.fault_begin ||
      a.fault_size != b.fault_size || a.sent_size != b.sent_size)
    return false;
  for (u32 i = 0; i < a.token_count; ++i) {
    const sql::token &x = a.tokens[i], &y = b.tokens[i];
    if (x.kind != y.kind || x.begin != y.begin || x.size != y.size || x.hash != y.hash) return false;
  }
  for (u32 i = 0; i < a.table_count; ++i)
    if (a.tables[i].token != b.tables[i].token || a.tables[i].changed != b.tables[i].changed) return false;
  return true;
}

bool again(const statement& literal) {
  sql::statement_parser<1024> storage;
  return same(literal, sql::parse_statement(opaque(literal.view()), storage));
}

} // namespace

#define VERIFY_TABLES(literal, expected)                                                                     \
  do {                                                                                                       \
    static_assert(sql::statement_of<literal>.fault == syntax_fault::none);                                   \
    static_assert(tables(sql::statement_of<literal>).view() == expected);                                    \
    CHECK(again(sql::statement_of<literal>));                                                                \
  } while (false)

#define VERIFY_FAULT(literal, why, where)                                                                    \
  do {                                                                                                       \
    static_assert(fails(sql::statement_of<literal>, syntax_fault::why, where));                              \
    CHECK(again(sql::statement_of<literal>));                                                                \
  } while (false)

TEST_CASE("the table that is changed") {
  VERIFY_TABLES("INSERT INTO events (id, title) VALUES (1, 'a, b')", "events!");
  VERIFY_TABLES("update events set title = '' where id = 1", "events!");
  VERIFY_TABLES("DELETE FROM \"Order Details\"", "\"Order Details\"!");
  VERIFY_TABLES("INSERT INTO a (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET x = 2, y = 3", "a!");
  VERIFY_TABLES("INSERT INTO a DEFAULT VALUES", "a!");
  static_assert(sql::statement_of<"INSERT INTO a DEFAULT VALUES">.kind == statement_kind::insert);
  static_assert(sql::statement_of<"UPDATE a SET b = 1">.kind == statement_kind::update);
  static_assert(sql::statement_of<"DELETE FROM a">.kind == statement_kind::delete_rows);
}

TEST_CASE("the tables that are read") {
  VERIFY_TABLES("INSERT INTO a (x, y) SELECT b.x, c.y FROM b JOIN c ON b.i = c.i", "a! b c");
  VERIFY_TABLES("INSERT INTO a SELECT x, y FROM b, c AS d, e WHERE f IN (g, h)", "a! b c e");
  VERIFY_TABLES("INSERT INTO a SELECT x FROM b LEFT JOIN c USING (x, y) CROSS JOIN d ORDER BY x, y",
                "a! b c d");
  VERIFY_TABLES("INSERT INTO a SELECT x FROM (SELECT y, z FROM b, c) AS d, e GROUP BY x, y", "a! b c e");
  VERIFY_TABLES("INSERT INTO a SELECT x FROM (b JOIN c ON b.x = c.x), d", "a! b c d");
  VERIFY_TABLES("INSERT INTO a SELECT x FROM b UNION ALL SELECT y FROM c", "a! b c");
  VERIFY_TABLES("UPDATE a SET x = (SELECT max(y) FROM b), z = 1 FROM c, d WHERE a.i = c.i", "a! b c d");
  VERIFY_TABLES("UPDATE a SET x = 1 WHERE EXISTS (SELECT 1 FROM b WHERE b.i = a.i)", "a! b");
  VERIFY_TABLES("DELETE FROM a USING b, c WHERE a.i = b.i", "a! b c");
  VERIFY_TABLES("DELETE FROM a USING b JOIN c USING (i, j) WHERE a.i = b.i", "a! b c");
  VERIFY_TABLES("UPDATE a SET x = 1 WHERE y IN (SELECT y FROM b WHERE z IN (SELECT z FROM c))", "a! b c");
}

TEST_CASE("FROM that names no table") {
  VERIFY_TABLES("UPDATE a SET x = extract(year FROM y), z = trim(both ' ' FROM w)", "a!");
  VERIFY_TABLES("UPDATE a SET x = substring(y FROM 1 FOR 2)", "a!");
  VERIFY_TABLES("UPDATE a SET x = 1 WHERE y IS NOT DISTINCT FROM z AND y IS DISTINCT FROM w", "a!");
  VERIFY_TABLES("INSERT INTO a SELECT n FROM generate_series(1, 3) AS n, b", "a! b");
  VERIFY_TABLES("UPDATE a SET x = extract(year FROM (SELECT y FROM b))", "a! b");
}

TEST_CASE("names of WITH are no tables") {
  VERIFY_TABLES("WITH b AS (SELECT x FROM c) INSERT INTO a SELECT x FROM b", "c a!");
  VERIFY_TABLES("WITH b AS (SELECT x FROM b), d (y, z) AS (SELECT 1, 2 FROM b) DELETE FROM a WHERE x IN "
                "(SELECT x FROM b, d)",
                "b a!");
  VERIFY_TABLES("WITH RECURSIVE b AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM b) UPDATE a SET x = 1", "a!");
  VERIFY_TABLES("WITH b AS MATERIALIZED (SELECT x FROM c) INSERT INTO a SELECT x FROM B", "c a!");
  VERIFY_TABLES("INSERT INTO a WITH b AS (SELECT x FROM c) SELECT x FROM b", "a! c");
  VERIFY_TABLES("WITH a AS (SELECT 1) DELETE FROM a", "a!");
  static_assert(sql::statement_of<"WITH b AS (SELECT 1) UPDATE a SET x = 1">.kind == statement_kind::update);
}

TEST_CASE("one statement; its closing mark is not sent") {
  static_assert(sql::statement_of<"DELETE FROM a ; -- all">.sent() == "DELETE FROM a");
  static_assert(sql::statement_of<"DELETE FROM a -- all">.sent() == "DELETE FROM a");
  static_assert(sql::statement_of<"DELETE FROM a;">.hash == sql::statement_of<"delete  from A">.hash);
  VERIFY_TABLES("DELETE FROM a;", "a!");
  VERIFY_FAULT("DELETE FROM a; DELETE FROM b", many_statements, "DELETE");
  VERIFY_FAULT("DELETE FROM a;;", many_statements, ";");
  VERIFY_FAULT("", ended_early, "");
  VERIFY_FAULT(" ; ", ended_early, "");
}

TEST_CASE("what is no data statement of both backends") {
  VERIFY_FAULT("SELECT 1", unexpected, "SELECT");
  VERIFY_FAULT("CREATE TABLE a (b int)", unexpected, "CREATE");
  VERIFY_FAULT("WITH a AS (SELECT 1) SELECT 1", unexpected, "WITH");
  VERIFY_FAULT("DELETE a", unexpected, "a");
  VERIFY_FAULT("DELETE FROM", ended_early, "");
  VERIFY_FAULT("INSERT", ended_early, "");
  VERIFY_FAULT("UPDATE", ended_early, "");
  VERIFY_FAULT("INSERT OR REPLACE INTO a VALUES (1)", not_supported, "OR");
  VERIFY_FAULT("UPDATE ONLY a SET b = 1", not_supported, "ONLY");
  VERIFY_FAULT("DELETE FROM order", reserved_word, "order");
  VERIFY_FAULT("DELETE FROM public.lessons", not_supported, "public");
  VERIFY_FAULT("UPDATE a SET b = (1", unbalanced, "");
  VERIFY_FAULT("UPDATE a SET b = 1)", unbalanced, ")");
  VERIFY_FAULT("UPDATE a SET b = 'x", bad_token, "'x");
  VERIFY_FAULT("UPDATE a SET b = c::text", not_supported, "::");
  VERIFY_FAULT("UPDATE a SET b = :c", not_supported, ":");
  VERIFY_FAULT("UPDATE a SET b = $1", not_supported, "$1");
  VERIFY_FAULT("UPDATE a SET b = E'x'", not_supported, "E'x'");
  VERIFY_FAULT("UPDATE a SET b = $$x$$", not_supported, "$$x$$");
  VERIFY_FAULT("UPDATE a SET b = ARRAY[1]", not_supported, "[");
  VERIFY_FAULT("UPDATE a SET b = 1 /* /* */ */", not_supported, "/* /* */ */");
}

TEST_CASE("depth, names and size are bounded") {
  const auto parse = [](const std::string& text) {
    static sql::statement_parser<4096> storage;
    return sql::parse_statement(text, storage).fault;
  };
  CHECK(parse("UPDATE a SET b = " + std::string(60, '(') + "1" + std::string(60, ')')) == syntax_fault::none);
  CHECK(parse("UPDATE a SET b = " + std::string(100, '(') + "1" + std::string(100, ')')) ==
        syntax_fault::too_deep);
  std::string with = "WITH x AS (SELECT 1)";
  for (int i = 0; i < 20; ++i) with += ", x" + std::to_string(i) + " AS (SELECT 1)";
  CHECK(parse(with + " DELETE FROM a") == syntax_fault::too_long);
  CHECK(parse("DELETE FROM a" + std::string(70'000, ' ')) == syntax_fault::too_long);
  std::string list = "DELETE FROM a WHERE b IN (1";
  for (int i = 0; i < 3000; ++i) list += ",1";
  CHECK(parse(list + ")") == syntax_fault::too_long);
}

TEST_CASE("a literal with many tokens still fits") {
  VERIFY_TABLES("UPDATE a SET b=1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1", "a!");
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
                                         "a",      "b",    "(",      ")",      ",",     "JOIN",     "USING",
                                         "AS",     "SET",  "=",      "1",      ";",     "DISTINCT", "extract",
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
    sql::statement_parser<16> small;
    sql::statement_parser<64> large;
    const statement s = sql::parse_statement(text, large);
    accepted += s.fault == syntax_fault::none;
    all = all && s.fault_begin + s.fault_size <= text.size() && same(s, sql::parse_statement(text, small));
    for (u32 i = 0; i < s.table_count; ++i) all = all && s.tables[i].token < s.token_count;
  }
  CHECK(all);
  CHECK(accepted > 100);
}
