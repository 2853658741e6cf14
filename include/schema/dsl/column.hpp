// Floor 3. A column and its attributes.
#pragma once

#include <schema/dsl/types.hpp>

namespace schema::dsl {

/// Columns are NOT NULL unless they say so.
struct nullable {
  static constexpr attribute schema_definition{.kind = attribute_kind::nullable};
};
struct primary_key {
  static constexpr attribute schema_definition{.kind = attribute_kind::primary_key};
};
struct unique {
  static constexpr attribute schema_definition{.kind = attribute_kind::unique};
};

/// Numbers given by the database, from 1 on; the column is the table's primary key (SQLite: AUTOINCREMENT).
struct identity {
  static constexpr attribute schema_definition{.kind = attribute_kind::identity};
};

/// A value for rows that give none.
template <value_literal Value> struct default_to {
  static constexpr attribute schema_definition{.kind = attribute_kind::default_value,
                                               .value = &default_value_of<Value>};
};

template <fixed_string Sql>
inline constexpr default_value default_expression_of{.kind = value_kind::expression,
                                                     .expression = &sql::expression_of<Sql>};

/// An SQL expression for rows that give no value; it names no column.
template <fixed_string Sql> struct default_expr {
  static constexpr attribute schema_definition{.kind = attribute_kind::default_value,
                                               .value = &default_expression_of<Sql>};
};

/// A value worked out from the other columns of the row whenever one of them is written, and kept; nobody
/// assigns it (PostgreSQL 15, 5.3; SQLite, "Generated Columns").
template <fixed_string Sql> struct generated {
  static constexpr attribute schema_definition{.kind = attribute_kind::generated,
                                               .value = &default_expression_of<Sql>};
};

/// A foreign key of this column: references<"events", "id", on_delete::cascade>.
template <name_literal Table, item... Items> struct references {
  static constexpr const auto& list = key_list_of<Items...>;
  static_assert(list.count <= 1, "references<table, column>: one column; foreign_key<…> takes more");
  static constexpr attribute schema_definition{.kind = attribute_kind::references,
                                               .table = &identifier_of<Table>,
                                               .column = list.keys[0].column,
                                               .on_delete = list.on_delete,
                                               .on_update = list.on_update,
                                               .terms = list.terms};
};

/// check<"price > 0"> or check<"name", "price > 0">, in a column or as a part of the table. A constraint, so
/// that an error stands where it is written.
template <fixed_string... Texts>
requires(sizeof...(Texts) == 1 || sizeof...(Texts) == 2) struct check;
template <fixed_string Name, fixed_string Sql> struct check<Name, Sql> {
  static constexpr part schema_definition{.kind = part_kind::check,
                                          .id = &identifier_of<name_literal<sizeof(Name.data)>(Name.data)>,
                                          .expression = &sql::expression_of<Sql>};
  static constexpr attribute column_definition{
      .kind = attribute_kind::check, .id = schema_definition.id, .expression = schema_definition.expression};
};
template <fixed_string Sql> struct check<Sql> {
  static constexpr part schema_definition{.kind = part_kind::check, .expression = &sql::expression_of<Sql>};
  static constexpr attribute column_definition{.kind = attribute_kind::check,
                                               .expression = &sql::expression_of<Sql>};
};

constexpr const attribute* attribute_in(const attribute& a) { return &a; }
template <class Other> constexpr const attribute* attribute_in(const Other&) {
  static_assert(__is_same(Other, attribute),
                "a column takes attributes, such as nullable; keys and indexes are parts of the table");
  return nullptr;
}

/// What an attribute is when it stands in a column.
template <class Attribute> struct as_attribute {
  static constexpr const attribute* value = attribute_in(Attribute::schema_definition);
};
template <fixed_string... Texts> struct as_attribute<check<Texts...>> {
  static constexpr const attribute* value = &check<Texts...>::column_definition;
};

/// column<"title", text, attributes…>.
template <name_literal Name, class Type, class... Attributes> struct column {
  static_assert(sizeof...(Attributes) <= most_attributes, "a column has at most eight attributes");
  static constexpr part schema_definition{.kind = part_kind::column,
                                          .id = &identifier_of<Name>,
                                          .type = &Type::schema_type,
                                          .attributes = {as_attribute<Attributes>::value...}};
};

} // namespace schema::dsl
