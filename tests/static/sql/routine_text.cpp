// How the text of a function or a trigger begins, where it ends, and the names in it.
#include <schema/sql/routine_text.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using sql::read_routine;
using sql::routine_text;
using tests::opaque;

namespace {

constexpr text_view name_in(text_view text, bool is_trigger) {
  const routine_text is = read_routine(text, is_trigger);
  return text.substr(is.id.begin, is.id.size);
}
constexpr text_view table_in(text_view text) {
  const routine_text is = read_routine(text, true);
  return text.substr(is.table.begin, is.table.size);
}
constexpr text_view made_by(text_view text, bool is_trigger) {
  return text.substr(read_routine(text, is_trigger).begin);
}
constexpr bool is_one(text_view text, bool is_trigger) { return read_routine(text, is_trigger).is_one; }
constexpr u64 signature_of(text_view text) { return read_routine(text, false).signature; }

/// Whether the names in a text, each with its qualifier, are these: "a new new.b " of `a new.b`.
constexpr bool are_names(text_view text, text_view expected) {
  u32 at = 0;
  bool same = true;
  const auto take = [&](text_view part) {
    same = same && expected.substr(at, part.size()) == part;
    if (same) at += u32(part.size());
  };
  sql::each_name(text, 0, u32(text.size()), [&](const sql::token& t, const sql::token& of) {
    if (of.kind != sql::token_kind::end) {
      take(sql::unmarked(text, of));
      take(".");
    }
    take(sql::unmarked(text, t));
    take(" ");
    return same;
  });
  return same && at == expected.size();
}

} // namespace

TEST_CASE("what CREATE makes, its name and its table") {
  SCHEMA_VERIFY(name_in(opaque("CREATE TRIGGER t AFTER UPDATE OF a, b ON u BEGIN SELECT 1; END"), true) ==
                "t");
  SCHEMA_VERIFY(table_in(opaque("CREATE TRIGGER t AFTER UPDATE OF a, b ON u BEGIN SELECT 1; END")) == "u");
  SCHEMA_VERIFY(
      table_in(opaque("create or replace constraint trigger t after insert on \"U v\" for each row")) ==
      "\"U v\"");
  SCHEMA_VERIFY(made_by(opaque("CREATE /* x */ OR REPLACE\nFUNCTION f() RETURNS int"), false) ==
                "FUNCTION f() RETURNS int");
  SCHEMA_VERIFY(made_by(opaque("CREATE CONSTRAINT TRIGGER t AFTER INSERT ON u"), true) ==
                "CONSTRAINT TRIGGER t AFTER INSERT ON u");
  SCHEMA_VERIFY(name_in(opaque("CREATE PROCEDURE p() LANGUAGE sql AS ''"), false) == "p");
}

TEST_CASE("where another word stands, it is shown in the place of the name") {
  SCHEMA_VERIFY(name_in(opaque("CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON u"), true) == "IF");
  SCHEMA_VERIFY(name_in(opaque("CREATE TEMP TRIGGER t AFTER INSERT ON u"), true) == "TEMP");
  SCHEMA_VERIFY(name_in(opaque("DROP TRIGGER t"), true) == "DROP");
  SCHEMA_VERIFY(name_in(opaque("CREATE FUNCTION f() RETURNS int"), true) == "FUNCTION");
  SCHEMA_VERIFY(name_in(opaque(""), true) == "");
  SCHEMA_VERIFY(table_in(opaque("CREATE TRIGGER t AFTER INSERT")) == "");
}

TEST_CASE("one statement ends at its semicolon, bodies hold their own") {
  SCHEMA_VERIFY(
      is_one(opaque("CREATE TRIGGER t AFTER INSERT ON u BEGIN UPDATE u SET a = CASE WHEN a > 1 THEN 1 ELSE "
                    "2 END; DELETE FROM v; END;"),
             true));
  SCHEMA_VERIFY(
      !is_one(opaque("CREATE TRIGGER t AFTER INSERT ON u BEGIN SELECT 1; END; DROP TABLE u"), true));
  SCHEMA_VERIFY(is_one(
      opaque("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$ ; -- x"), false));
  SCHEMA_VERIFY(
      is_one(opaque("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END"), false));
  SCHEMA_VERIFY(!is_one(opaque("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'x'; SELECT 1"), false));
}

TEST_CASE("a signature is the name, the arguments and the result") {
  static constexpr text_view plain =
      "CREATE FUNCTION f(a int, b numeric(8, 2)) RETURNS int LANGUAGE sql AS 'SELECT 1'";
  SCHEMA_VERIFY(signature_of(opaque(plain)) ==
                signature_of(opaque(
                    "create or replace function F (A int, b numeric(8,2)) returns INT stable as $$x$$")));
  SCHEMA_VERIFY(
      signature_of(opaque(plain)) !=
      signature_of(opaque("CREATE FUNCTION f(a bigint, b numeric(8, 2)) RETURNS int LANGUAGE sql AS ''")));
  SCHEMA_VERIFY(
      signature_of(opaque(plain)) !=
      signature_of(opaque("CREATE FUNCTION f(a int, b numeric(8, 2)) RETURNS SETOF int LANGUAGE sql AS ''")));
  SCHEMA_VERIFY(
      signature_of(opaque(plain)) !=
      signature_of(opaque("CREATE FUNCTION f(a int, b numeric(8, 2)) RETURNS int[] LANGUAGE sql AS ''")));
  SCHEMA_VERIFY(signature_of(opaque("CREATE FUNCTION f() RETURNS TABLE (a int) AS ''")) !=
                signature_of(opaque("CREATE FUNCTION f() RETURNS TABLE (a text) AS ''")));
  SCHEMA_VERIFY(read_routine(opaque("CREATE FUNCTION f() RETURNS Trigger AS ''"), false).returns_trigger);
  SCHEMA_VERIFY(
      !read_routine(opaque("CREATE FUNCTION f(trigger int) RETURNS int AS ''"), false).returns_trigger);
}

TEST_CASE("a trigger that waits says so before what it carries out") {
  SCHEMA_VERIFY(sql::is_deferred_trigger(opaque(
      "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON u DEFERRABLE Initially Deferred FOR EACH ROW EXECUTE "
      "FUNCTION f()")));
  SCHEMA_VERIFY(!sql::is_deferred_trigger(opaque(
      "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON u DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE "
      "FUNCTION f()")));
  SCHEMA_VERIFY(!sql::is_deferred_trigger(
      opaque("CREATE TRIGGER t AFTER INSERT ON u FOR EACH ROW EXECUTE FUNCTION f('INITIALLY DEFERRED')")));
}

TEST_CASE(
    "names, with what stands before their point, between dollar marks too, in strings and comments not") {
  SCHEMA_VERIFY(are_names(opaque("a new.b + \"C d\".\"e\" . f(1)"), "a new new.b C d C d.e e.f "));
  SCHEMA_VERIFY(are_names(opaque("x AS $$ y := new.z; $$ w"), "x AS y new new.z w "));
  SCHEMA_VERIFY(are_names(opaque("x $q$ y $$ z $$ $q$"), "x y z "));
  SCHEMA_VERIFY(are_names(opaque("'a' /* b */ c -- d"), "c "));
  SCHEMA_VERIFY(are_names(opaque("a.*, .5 b"), "a b "));
}
