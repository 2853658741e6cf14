// Floor 2. What a person wrote of tables, as plain values with no template parameter left in them.
#pragma once

#include <schema/model/column_type.hpp>
#include <schema/sql/statement.hpp>

namespace schema {

enum class referential_action : u8 { no_action, restrict, cascade, set_null, set_default };

/// When a foreign key may be checked: at once, at the end of a transaction that asks for it, or of every one.
enum class deferral : u8 { none, deferrable, initially_deferred };

/// How PostgreSQL keeps an index. SQLite has one way.
enum class index_method : u8 { btree, hash, gin, brin };

/// What few keys and indexes say, in one number that the others have as 0: a deferral, a method, how many
/// of an index's keys, the last ones, are columns that only stand in it, and not_valid_term.
using key_terms = u16;
inline constexpr u32 method_shift = 2, included_shift = 5;
constexpr deferral deferral_of(key_terms terms) { return deferral(terms & 3); }
constexpr index_method method_of(key_terms terms) { return index_method(terms >> method_shift & 7); }
/// Of a CHECK or a foreign key: it holds for rows that are written, and was not proven for those that stood.
inline constexpr key_terms not_valid_term = 1 << 15;
constexpr u16 included_of(key_terms terms) { return u16((terms & ~not_valid_term) >> included_shift); }
constexpr bool is_not_valid(key_terms terms) { return (terms & not_valid_term) != 0; }

enum class attribute_kind : u8 {
  // of a column
  nullable,
  identity,
  default_value,
  // of a column, and constraints
  primary_key,
  unique,
  check,
  references,
  // of alter_column
  set_type,
  set_default,
  drop_default,
  set_not_null,
  drop_not_null,
  generated, ///< of a column: its value is an expression over the others
  comment,   ///< of a column or a table; an empty one takes it away
  collation  ///< of a column, also of alter_column; one without a name takes it away
};

/// Whether an attribute is a constraint.
constexpr bool is_object(attribute_kind kind) {
  return kind >= attribute_kind::primary_key && kind <= attribute_kind::references;
}

/// An attribute of a column, or one change of alter_column.
struct attribute {
  attribute_kind kind{};
  name id{};                    ///< check: its name, null when derived; comment: its text; collation:
                                ///< PostgreSQL's
  const default_value* value{}; ///< default_value, set_default, generated; identity: its first number, and
                                ///< what SQLite can't do as a text; null for none of its own
  const sql::expression* expression{}; ///< check; set_type: the conversion
  const sql::expression* reverse{};    ///< set_type: the conversion back
  bool irreversible{};                 ///< set_type: there is no conversion back
  bool loses_data{};                   ///< set_type: said to throw data away
  const column_type* type{};           ///< set_type
  name table{}, column{};              ///< references; collation: SQLite's, in `table`
  referential_action on_delete{}, on_update{};
  key_terms terms{}; ///< references; identity: how many numbers a session takes at once, 0 for one
};

/// Whether a set_type says more than the type.
constexpr bool says_how(const attribute& a) { return a.expression || a.reverse || a.irreversible; }

/// Whether an attribute is kept beside the column, in a span of its own: what few columns say.
constexpr bool is_trait(const attribute& a) {
  return a.kind >= attribute_kind::comment || (a.kind == attribute_kind::identity && a.value);
}

/// Whether a trait says that there is none.
constexpr bool says_nothing(const attribute& trait) {
  return !trait.value && (!trait.id || trait.id->empty());
}

/// Whether two sides say the same of one trait; null for a side that says nothing.
constexpr bool same_trait(const attribute* a, const attribute* b) {
  if (!a || !b) return a == b;
  if (a->kind == attribute_kind::identity)
    return a->value->integer == b->value->integer && a->terms == b->terms;
  return same_name(a->id, b->id) && (a->kind == attribute_kind::comment || same_name(a->table, b->table));
}

enum class part_kind : u8 { column, primary_key, unique, foreign_key, check, index, group, comment };

/// A column or an expression of a key or an index, with its order.
struct key {
  name column{};
  const sql::expression* expression{}; ///< instead of a column, indexes only
  bool descending{};
};

inline constexpr u16 most_attributes = 8;

/// One part of a table: a column, a constraint, an index, or a group of parts that is flattened where it
/// stands.
struct part {
  part_kind kind{};
  bool unique{};             ///< index
  name id{};                 ///< column; else the given name, null when derived; comment: its text
  const column_type* type{}; ///< column
  const attribute* attributes[most_attributes]{}; ///< column, comment; ends at the first null
  const key* keys{};                              ///< keys, foreign keys and indexes
  u16 key_count{};
  name target{};            ///< foreign_key: the table it refers to
  const key* target_keys{}; ///< foreign_key: as many as keys
  referential_action on_delete{}, on_update{};
  key_terms terms{};                   ///< foreign_key, index
  const sql::expression* expression{}; ///< check; index: its predicate
  const part* const* parts{};          ///< group
  u16 part_count{};
};

/// The column of a part, its attributes decoded.
struct column_definition {
  name id{};
  const column_type* type{};
  const default_value* value{};
  const attribute* check{};
  const attribute* references{};
  bool nullable{}, identity{}, primary{}, unique{};
  bool two_defaults{};
};

constexpr column_definition decode_column(const part& p) {
  column_definition column{.id = p.id, .type = p.type};
  for (const attribute* a : p.attributes) {
    if (!a) break;
    switch (a->kind) {
    case attribute_kind::nullable: column.nullable = true; break;
    case attribute_kind::primary_key: column.primary = true; break;
    case attribute_kind::unique: column.unique = true; break;
    case attribute_kind::identity: column.identity = true; break;
    case attribute_kind::generated:
    case attribute_kind::default_value:
      column.two_defaults = column.value != nullptr;
      column.value = a->value;
      break;
    case attribute_kind::check: column.check = a; break;
    case attribute_kind::references: column.references = a; break;
    default: break;
    }
  }
  return column;
}

/// Calls `visit(part)` for every part, groups flattened, until one answers false; returns whether none did.
template <class Visit> constexpr bool each_part(const part* const* parts, u16 count, Visit&& visit) {
  for (u16 i = 0; i < count; ++i) {
    if (parts[i]->kind == part_kind::group) {
      if (!each_part(parts[i]->parts, parts[i]->part_count, visit)) return false;
    } else if (!visit(*parts[i])) {
      return false;
    }
  }
  return true;
}

} // namespace schema
