// JSON: what jsonb takes, and what it refuses.
#include <schema/text/json.hpp>
#include <tests/static/verify.hpp>

using schema::is_json;
using schema::tests::opaque;

TEST_CASE("values of every kind, blanks between them") {
  SCHEMA_VERIFY(is_json(opaque("{}")) && is_json(opaque(" [ ] ")));
  SCHEMA_VERIFY(is_json(opaque("{\"a\": [1, -2.5, 3e10, 0.5E-3], \"b\": {\"c\": null}}")));
  SCHEMA_VERIFY(is_json(opaque("true")) && is_json(opaque("false")) && is_json(opaque("null")) &&
                is_json(opaque("0")));
  SCHEMA_VERIFY(is_json(opaque("\"a\\n\\u00e9\\ud83d\\ude00\"")));
}

TEST_CASE("what is none") {
  SCHEMA_VERIFY(!is_json(opaque("")) && !is_json(opaque("  ")) && !is_json(opaque("it")) &&
                !is_json(opaque("tru")));
  SCHEMA_VERIFY(!is_json(opaque("{a: 1}")) && !is_json(opaque("{'a': 1}")) && !is_json(opaque("{\"a\" 1}")));
  SCHEMA_VERIFY(!is_json(opaque("[1, ]")) && !is_json(opaque("[1")) && !is_json(opaque("{\"a\": 1,}")));
  SCHEMA_VERIFY(!is_json(opaque("01")) && !is_json(opaque("1.")) && !is_json(opaque(".5")) &&
                !is_json(opaque("1e")));
  SCHEMA_VERIFY(!is_json(opaque("2026-11-22")) && !is_json(opaque("{} {}")));
  SCHEMA_VERIFY(!is_json(opaque("\"a")) && !is_json(opaque("\"\\q\"")) && !is_json(opaque("\"\t\"")));
  SCHEMA_VERIFY(!is_json(opaque("\"\\u0000\"")) && !is_json(opaque("\"\\ud83d\"")) &&
                !is_json(opaque("\"\\ude00\"")));
}

TEST_CASE("no deeper than two hundred levels") {
  CHECK(is_json(std::string(200, '[') + std::string(200, ']')));
  CHECK(!is_json(std::string(202, '[') + std::string(202, ']')));
}
