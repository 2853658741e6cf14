// Floor 3. Parts that span columns, tables and lists of tables.
#pragma once

#include <schema/dsl/column.hpp>

namespace schema::dsl {

/// A key or an index over a list; a function, so that the list is looked up once.
template <u32 Size>
consteval part part_over(const key_list<Size>& list, part_kind kind, bool is_unique = false) {
  return {.kind = kind,
          .unique = is_unique,
          .keys = list.keys,
          .key_count = list.count,
          .terms = list.terms,
          .expression = list.predicate};
}

template <item... Items> struct primary_key_on {
  static constexpr part schema_definition = part_over(key_list_of<Items...>, part_kind::primary_key);
};

template <item... Items> struct unique_on {
  static constexpr part schema_definition = part_over(key_list_of<Items...>, part_kind::unique);
};

/// The columns of a foreign key: foreign_key<columns<"a", "b">, references_on<"other", "x", "y",
/// on_delete::cascade>>.
template <name_literal... Names> struct columns {
  static constexpr const auto& list = key_list_of<item(Names)...>;
};

/// The columns that a foreign key refers to, and its actions.
template <name_literal Table, item... Items> struct references_on {
  static constexpr const auto& list = key_list_of<Items...>;
  static constexpr name table = &identifier_of<Table>;
};

template <class Columns, class References> struct foreign_key {
  static_assert(Columns::list.count == References::list.count,
                "foreign_key<columns<…>, references_on<…>>: as many columns here as there");
  static constexpr part schema_definition{.kind = part_kind::foreign_key,
                                          .keys = Columns::list.keys,
                                          .key_count = Columns::list.count,
                                          .target = References::table,
                                          .target_keys = References::list.keys,
                                          .on_delete = References::list.on_delete,
                                          .on_update = References::list.on_update,
                                          .terms = References::list.terms};
};

/// index_on<"event_id", desc("release_at"), expr("lower(slug)"), where("active")>; on PostgreSQL also with
/// include("title") and index_method::hash, gin or brin.
template <item... Items> struct index_on {
  static constexpr part schema_definition = part_over(key_list_of<Items...>, part_kind::index);
};

template <item... Items> struct unique_index_on {
  static constexpr part schema_definition = part_over(key_list_of<Items...>, part_kind::index, true);
};

consteval part with_name(part p, name id) {
  p.id = id;
  return p;
}

/// Gives a constraint or an index a name of its own: named<"lessons_by_release", index_on<…>>.
template <name_literal Name, class Part> struct named {
  static constexpr part schema_definition = with_name(Part::schema_definition, &identifier_of<Name>);
};

constexpr part with_terms(part p, key_terms terms) {
  p.terms |= terms;
  return p;
}

/// A CHECK or a foreign key that is added without a look at the rows that stand: it holds for those that are
/// written, until validate_constraint proves the others. The table says it, too, as long as it is so:
/// add_constraint<"lessons", not_valid<check<"lessons_duration", "duration >= 0">>>.
template <class Part> struct not_valid {
  static constexpr part schema_definition = with_terms(Part::schema_definition, not_valid_term);
};

/// A group of parts, flattened where it stands.
template <class... Parts> struct parts {
  static constexpr const part* list[sizeof...(Parts) + 1] = {&Parts::schema_definition...};
  static constexpr part schema_definition{
      .kind = part_kind::group, .parts = list, .part_count = u16(sizeof...(Parts))};
};

/// A table: derive from it, struct lessons : table<"lessons", column<…>, …> {};
template <name_literal Name, class... Parts> struct table {
  static constexpr const part* table_parts[sizeof...(Parts) + 1] = {&Parts::schema_definition...};
  static constexpr operation schema_definition{.kind = operation_kind::create_table,
                                               .table = &identifier_of<Name>,
                                               .parts = table_parts,
                                               .part_count = u16(sizeof...(Parts))};
};

} // namespace schema::dsl
