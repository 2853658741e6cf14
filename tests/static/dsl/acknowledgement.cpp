// What acknowledges a danger is said in the value of the operation.
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;

using drop = drop_column<"events", "summary", loses_data>;
using assumed = assume_safe<"no release reads it", drop>;

} // namespace

TEST_CASE("an operation that is assumed safe is the operation, with the reason") {
  static_assert(assumed::schema_definition.assumed_safe == "no release reads it");
  static_assert(assumed::schema_definition.kind == schema::operation_kind::drop_column);
  static_assert(assumed::schema_definition.table->view() == "events");
  static_assert(assumed::schema_definition.from->view() == "summary");
  static_assert(assumed::schema_definition.loses_data);
  static_assert(assumed::schema_definition.is_assumed_safe());
  static_assert(!drop::schema_definition.is_assumed_safe());
  static_assert(assume_safe<"", drop>::schema_definition.is_assumed_safe());
  SUCCEED();
}

TEST_CASE("a drop says that data goes, and that there is no way back") {
  static_assert(!drop_table<"events">::schema_definition.loses_data);
  static_assert(!drop_table<"events">::schema_definition.irreversible);
  static_assert(drop_table<"events", loses_data>::schema_definition.loses_data);
  static_assert(drop_table<"events", irreversible, loses_data>::schema_definition.irreversible);
  static_assert(!drop::schema_definition.irreversible);
  static_assert(set_type<varchar<80>, loses_data>::schema_definition.loses_data);
  static_assert(!set_type<varchar<80>, loses_data>::schema_definition.irreversible);
  static_assert(set_type<varchar<80>, loses_data, irreversible>::schema_definition.irreversible);
  SUCCEED();
}
