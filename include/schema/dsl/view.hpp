// Floor 3. Views: a query under a name, declared like a table, and the operations on them.
#pragma once

#include <schema/dsl/table.hpp>
#include <schema/sql/query.hpp>

namespace schema::dsl {

/// The names of a query's columns, as identifiers.
template <fixed_string Sql> struct query_columns {
  static constexpr const sql::statement& query = sql::query_of<Sql>;
  static constexpr u32 count = sql::column_count(*query.tree);

  struct list {
    identifier values[count + 1]{};
  };
  struct addresses {
    name values[count + 1]{};
  };
  static constexpr list identifiers = [] {
    list made;
    u32 i = 0;
    for (i16 item = count ? sql::first_item(query.tree->nodes, query.tree->root) : i16(-1); item >= 0;
         item = sql::next_item(query.tree->nodes, item), ++i) {
      const i16 naming = sql::naming_node(query.tree->nodes, item);
      if (naming < 0) continue;
      const sql::node& n = query.tree->nodes[naming];
      made.values[i] = make_identifier(sql::name_text(*query.tree, n), query.text[n.begin] == '"');
    }
    return made;
  }();
  static constexpr addresses names = [] {
    addresses made;
    for (u32 i = 0; i < count; ++i) made.values[i] = &identifiers.values[i];
    return made;
  }();
};

template <operation_kind Kind, name_literal Name, fixed_string Sql> struct view_operation {
  static constexpr operation schema_definition{.kind = Kind,
                                               .from = &identifier_of<Name>,
                                               .labels = query_columns<Sql>::names.values,
                                               .label_count = u16(query_columns<Sql>::count),
                                               .up = &sql::query_of<Sql>};
};

/// A view: derive from it, struct open_lessons : view<"open_lessons", "SELECT id, title FROM lessons WHERE
/// …"> {}; Its columns are called as the query calls them, and it stands in tables<…> behind the views that
/// it reads.
template <name_literal Name, fixed_string Sql>
struct view : view_operation<operation_kind::create_view, Name, Sql> {};

template <name_literal Name, fixed_string Sql>
struct create_view : view_operation<operation_kind::create_view, Name, Sql> {};

/// Gives a view another query. Columns that stay at their places keep what reads them; where one goes, or
/// changes, nothing may read the view. On PostgreSQL it is made anew then, and loses its grants.
template <name_literal Name, fixed_string Sql>
struct replace_view : view_operation<operation_kind::replace_view, Name, Sql> {};

/// A part that may stand behind a materialized view's query.
template <class Part> inline constexpr bool is_index = Part::schema_definition.kind == part_kind::index;

template <name_literal Name, fixed_string Sql, class... Indexes> struct materialized_view_operation {
  static_assert((is_index<Indexes> && ...), "a materialized view has indexes, and no other parts");
  static constexpr const part* indexes[sizeof...(Indexes) + 1] = {&Indexes::schema_definition...};
  static constexpr operation schema_definition{.kind = operation_kind::create_view,
                                               .from = &identifier_of<Name>,
                                               .parts = indexes,
                                               .part_count = u16(sizeof...(Indexes)),
                                               .labels = query_columns<Sql>::names.values,
                                               .label_count = u16(query_columns<Sql>::count),
                                               .up = &sql::query_of<Sql>,
                                               .terms = materialized};
};

/// A view whose rows PostgreSQL keeps until it is refreshed: derive from it, struct event_sales :
/// materialized_view<"event_sales", "SELECT …", unique_index_on<"event_id">> {}; SQLite has none: for
/// histories of postgresql_migrations<…>.
template <name_literal Name, fixed_string Sql, class... Indexes>
struct materialized_view : materialized_view_operation<Name, Sql, Indexes...> {};

template <name_literal Name, fixed_string Sql, class... Indexes>
struct create_materialized_view : materialized_view_operation<Name, Sql, Indexes...> {};

/// Drops it with its indexes. Another query is a drop and a create.
template <name_literal Name> struct drop_materialized_view {
  static constexpr operation schema_definition{
      .kind = operation_kind::drop_view, .from = &identifier_of<Name>, .terms = materialized};
};

/// Runs the query anew; CONCURRENTLY, so that readers go on, when it has a unique index on columns and all
/// rows.
template <name_literal Name> struct refresh_materialized_view {
  static constexpr operation schema_definition{
      .kind = operation_kind::refresh_view, .from = &identifier_of<Name>, .terms = materialized};
};

template <name_literal Name> struct drop_view {
  static constexpr operation schema_definition{.kind = operation_kind::drop_view,
                                               .from = &identifier_of<Name>};
};

} // namespace schema::dsl
