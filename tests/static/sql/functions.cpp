#include <schema/sql/functions.hpp>
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
  SCHEMA_VERIFY(find(opaque("strpos"))->on_sqlite == "instr");
  SCHEMA_VERIFY(find(opaque("coalesce"))->minimum == 2);
  SCHEMA_VERIFY(find(opaque("greatest"))->form == sqlite_form::rotated);
  SCHEMA_VERIFY(find(opaque("lower"))->form == sqlite_form::same);
  SCHEMA_VERIFY(!find(opaque("lower"))->is_volatile);
  SCHEMA_VERIFY(find(opaque("count"))->is_aggregate);
  SCHEMA_VERIFY(sql::find_function_at(hash_name(opaque("concat"))) < 0);
  SCHEMA_VERIFY(sql::find_function_at(hash_name(opaque("md5"))) < 0);
}

TEST_CASE("every function has its hash, once") {
  bool all = true;
  for (const auto& f : sql::functions) all = all && find(f.name) == &f && f.minimum <= f.maximum;
  for (const auto& t : sql::cast_types) all = all && sql::find_cast_type(t.hash) == &t;
  CHECK(all);
}

TEST_CASE("types of casts") {
  SCHEMA_VERIFY(find_type(opaque("int"))->on_postgresql == "integer");
  SCHEMA_VERIFY(find_type(opaque("Boolean"))->on_sqlite == "integer");
  SCHEMA_VERIFY(find_type(opaque("double precision"))->type == cast_type::double_precision);
  SCHEMA_VERIFY(find_type(opaque("timestamp with time zone"))->type == cast_type::timestamptz);
  SCHEMA_VERIFY(sql::find_cast_type_at(hash_name(opaque("money"))) < 0);
  SCHEMA_VERIFY(sql::modifiers_of(opaque("numeric(10,2)")) == "(10,2)");
  SCHEMA_VERIFY(sql::modifiers_of(opaque("numeric")).empty());
}
