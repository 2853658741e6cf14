// Floor 3. Schemas of PostgreSQL. What stands in one is called so: create_table<"audit.event", …>.
#pragma once

#include <schema/model/operation.hpp>

namespace schema::dsl {

/// A schema besides the default one, for histories of postgresql_migrations<…>. Tables, views, enumerations
/// and, by the name of their table, indexes stand in it. It is not declared: the names of the tables say it.
template <name_literal Name> struct create_schema {
  static constexpr operation schema_definition{.kind = operation_kind::create_schema,
                                               .from = &identifier_of<Name>};
};

/// Drops it once it is empty.
template <name_literal Name> struct drop_schema {
  static constexpr operation schema_definition{.kind = operation_kind::drop_schema,
                                               .from = &identifier_of<Name>};
};

} // namespace schema::dsl
