#include <schema/dialect/cast.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using schema::tests::opaque;
using sql::cast_type;

TEST_CASE("a cast of numbers rounds on SQLite as PostgreSQL rounds") {
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::number), cast_type::integer, cast_place::inside, false) ==
                cast_form::rounded);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::integer), cast_type::bigint, cast_place::inside, false) ==
                cast_form::same);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::integer), cast_type::numeric, cast_place::inside, false) ==
                cast_form::scaled);
}

TEST_CASE("a cast of arbitrary text is refused unless the column's own check sees the value") {
  for (const cast_type to :
       {cast_type::integer, cast_type::real, cast_type::date, cast_type::timestamptz, cast_type::uuid}) {
    CHECK(cast_on_sqlite(family::text, to, cast_place::inside, false) == cast_form::refused);
    CHECK(cast_on_sqlite(family::text, to, cast_place::value, false) != cast_form::refused);
  }
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::text), cast_type::timestamptz, cast_place::inside, true) ==
                cast_form::to_timestamptz);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::text), cast_type::jsonb, cast_place::inside, false) ==
                cast_form::valid_json);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::text), cast_type::boolean, cast_place::value, true) ==
                cast_form::refused);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::text), cast_type::bytea, cast_place::value, true) ==
                cast_form::refused);
}

TEST_CASE("what becomes text has one form on both") {
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::boolean), cast_type::text, cast_place::inside, false) ==
                cast_form::words);
  SCHEMA_VERIFY(cast_on_sqlite(opaque(family::text), cast_type::varchar, cast_place::inside, false) ==
                cast_form::shortened);
  for (const family of : {family::number, family::timestamptz, family::json, family::bytes})
    CHECK(cast_on_sqlite(of, cast_type::text, cast_place::value, false) == cast_form::refused);
}
