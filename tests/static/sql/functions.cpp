#include <schema/sql/functions.hpp>
#include <schema/text/identifier.hpp>
#include <string>
#include <tests/static/sql/slots.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using sql::cast_type;
using sql::function_id;
using sql::sqlite_form;
using tests::opaque;

namespace {
constexpr const sql::function* find(schema::text_view name) { return sql::find_function(hash_name(name)); }
constexpr const sql::cast_spelling* find_type(schema::text_view name) {
  return sql::find_cast_type(hash_name(name));
}
} // namespace

TEST_CASE("functions that both backends have") {
  SCHEMA_VERIFY(find(opaque("now"))->form == sqlite_form::text);
  SCHEMA_VERIFY(find(opaque("NOW"))->is_volatile);
  SCHEMA_VERIFY(text_view(find(opaque("strpos"))->on_sqlite) == "instr");
  SCHEMA_VERIFY(find(opaque("coalesce"))->minimum == 2);
  SCHEMA_VERIFY(find(opaque("greatest"))->form == sqlite_form::rotated);
  SCHEMA_VERIFY(find(opaque("lower"))->form == sqlite_form::same);
  SCHEMA_VERIFY(!find(opaque("lower"))->is_volatile);
  SCHEMA_VERIFY(find(opaque("count"))->is_aggregate);
  SCHEMA_VERIFY(sql::find_function_at(hash_name(opaque("concat"))) < 0);
  SCHEMA_VERIFY(sql::find_function_at(hash_name(opaque("md5"))) < 0);
}

TEST_CASE("every function has its hash, once") {
  for (const auto& f : sql::functions) {
    INFO(std::string(f.name) << " has the hash 0x" << std::hex << std::uppercase << hash_name(f.name));
    CHECK(f.hash == hash_name(f.name));
    CHECK(find(f.name) == &f);
    CHECK(f.minimum <= f.maximum);
  }
}

TEST_CASE("the slots lead to every function") {
  static_assert(sizeof(sql::function_slots) == 128 + 1, "and the zero behind a literal");
  char wanted[128]{};
  for (u32 place = 0; place < sizeof(sql::functions) / sizeof(sql::function); ++place) {
    u32 i = u32(sql::functions[place].hash >> 20) & 127;
    while (wanted[i] != 0) i = (i + 1) & 127;
    wanted[i] = char(place + 1);
  }
  CHECK(tests::shown_slots(sql::function_slots, 128) == tests::shown_slots(wanted, 128));
}

TEST_CASE("every name of a type has its hash") {
  const struct {
    const char* name;
    cast_type type;
  } names[] = {{"boolean", cast_type::boolean},
               {"bool", cast_type::boolean},
               {"smallint", cast_type::smallint},
               {"int2", cast_type::smallint},
               {"integer", cast_type::integer},
               {"int", cast_type::integer},
               {"int4", cast_type::integer},
               {"bigint", cast_type::bigint},
               {"int8", cast_type::bigint},
               {"real", cast_type::real},
               {"float4", cast_type::real},
               {"double precision", cast_type::double_precision},
               {"float8", cast_type::double_precision},
               {"numeric", cast_type::numeric},
               {"decimal", cast_type::numeric},
               {"text", cast_type::text},
               {"varchar", cast_type::varchar},
               {"character varying", cast_type::varchar},
               {"date", cast_type::date},
               {"timestamp", cast_type::timestamp},
               {"timestamp without time zone", cast_type::timestamp},
               {"timestamptz", cast_type::timestamptz},
               {"timestamp with time zone", cast_type::timestamptz},
               {"uuid", cast_type::uuid},
               {"json", cast_type::json},
               {"jsonb", cast_type::jsonb},
               {"bytea", cast_type::bytea}};
  u32 i = 0;
  CHECK(sizeof(names) / sizeof(names[0]) == sizeof(sql::cast_types) / sizeof(sql::cast_types[0]));
  for (const auto& t : names) {
    INFO(t.name << " has the hash 0x" << std::hex << std::uppercase << hash_name(schema::text_view(t.name)));
    CHECK(sql::cast_types[i].hash == hash_name(schema::text_view(t.name)));
    CHECK(find_type(schema::text_view(t.name)) == &sql::cast_types[i]);
    CHECK(sql::cast_types[i++].type == t.type);
  }
}

TEST_CASE("types of casts") {
  SCHEMA_VERIFY(text_view(find_type(opaque("int"))->on_postgresql) == "integer");
  SCHEMA_VERIFY(text_view(find_type(opaque("Boolean"))->on_sqlite) == "integer");
  SCHEMA_VERIFY(find_type(opaque("double precision"))->type == cast_type::double_precision);
  SCHEMA_VERIFY(find_type(opaque("timestamp with time zone"))->type == cast_type::timestamptz);
  SCHEMA_VERIFY(sql::find_cast_type_at(hash_name(opaque("money"))) < 0);
  SCHEMA_VERIFY(sql::modifiers_of(opaque("numeric(10,2)")) == "(10,2)");
  SCHEMA_VERIFY(sql::modifiers_of(opaque("numeric")).empty());
}
