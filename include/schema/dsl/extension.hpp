// Floor 3. Extensions of PostgreSQL. SQLite has nothing to do for them: what it lacks it lacks with them,
// too.
#pragma once

#include <schema/dsl/operations.hpp>

namespace schema::dsl {

/// An extension as the code believes in it: struct crypto : extension<"pgcrypto"> {};
template <name_literal Name> struct extension {
  static constexpr operation schema_definition{.kind = operation_kind::create_extension,
                                               .from = &identifier_of<Name>};
};

/// The way back of a create_extension is a drop.
struct dropped_on_way_back {};

/// CREATE EXTENSION IF NOT EXISTS. Its way back is DROP EXTENSION, which PostgreSQL refuses while anything in
/// the database is made of it; nobody knows then whether it stood before. Where it did, or others count on
/// it, say so: create_extension<"pgcrypto", nothing_to_undo> leaves it.
template <name_literal Name, class Way = dropped_on_way_back> struct create_extension {
  static_assert(__is_same(Way, dropped_on_way_back) || __is_same(Way, nothing_to_undo),
                "create_extension<name>, or create_extension<name, nothing_to_undo>");
  static constexpr operation schema_definition{.kind = operation_kind::create_extension,
                                               .from = &identifier_of<Name>,
                                               .terms = __is_same(Way, nothing_to_undo) ? left_there
                                                                                        : key_terms(0)};
};

template <name_literal Name> struct drop_extension {
  static constexpr operation schema_definition{.kind = operation_kind::drop_extension,
                                               .from = &identifier_of<Name>};
};

} // namespace schema::dsl
