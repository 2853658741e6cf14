// Floor 3. Migrations, the history that they are, and the tables as they stand today.
#pragma once

#include <schema/dsl/extension.hpp>

namespace schema {
namespace dsl {

/// A version of the schema: struct m0004 : migration<4, "event descriptions", add_column<…>, data<…>> {};
template <u64 Version, fixed_string Title, class... Operations> struct migration {
  static constexpr const operation* operations[sizeof...(Operations) + 1] = {
      &Operations::schema_definition...};
  static constexpr migration_definition schema_definition{.version = Version,
                                                          .title = Title.data,
                                                          .title_size = Title.size,
                                                          .operations = operations,
                                                          .operation_count = u16(sizeof...(Operations))};
};

/// A pin is no operation: where it is read as one, it stands in the wrong place.
template <u64> inline constexpr bool in_its_place = false;

/// The checksum of a released migration and of all before it, as `migrate pins` prints it: from then on the
/// compiler refuses an edit of any of them. 0 is no checksum.
template <u64 Checksum> struct pinned {
  static constexpr operation schema_definition = [] {
    static_assert(in_its_place<Checksum>, "pinned<…> stands right behind the title, before the operations");
    return operation{};
  }();
};

/// A released version: struct m0004 : migration<4, "event descriptions", pinned<0x…>, add_column<…>> {};
template <u64 Version, fixed_string Title, u64 Checksum, class... Operations>
struct migration<Version, Title, pinned<Checksum>, Operations...> {
  static_assert(Checksum != 0, "0 is no checksum: paste what `migrate pins` prints");
  static constexpr const operation* operations[sizeof...(Operations) + 1] = {
      &Operations::schema_definition...};
  static constexpr migration_definition schema_definition{.version = Version,
                                                          .title = Title.data,
                                                          .title_size = Title.size,
                                                          .operations = operations,
                                                          .operation_count = u16(sizeof...(Operations)),
                                                          .pin = Checksum};
};

/// The history: struct history : migrations<m0001, m0002> {}; versions rise.
template <class... Migrations> struct migrations {
  static constexpr const migration_definition* schema_migrations[sizeof...(Migrations) + 1] = {
      &Migrations::schema_definition...};
  static constexpr u32 schema_migration_count = u32(sizeof...(Migrations));
};

/// A history for PostgreSQL alone: struct history : postgresql_migrations<m0001, m0002> {}; What SQLite lacks
/// is not refused then, and there are no steps for it.
template <class... Migrations> struct postgresql_migrations : migrations<Migrations...> {
  using schema_for_postgresql_alone = void;
};

} // namespace dsl

/// Tables, enumerations, views, functions and triggers as the code believes in them: struct tables :
/// schema::tables<events, lessons> {};
template <class... Tables> struct tables {
  static constexpr const operation* schema_tables[sizeof...(Tables) + 1] = {&Tables::schema_definition...};
  static constexpr u32 schema_table_count = u32(sizeof...(Tables));
};

} // namespace schema
