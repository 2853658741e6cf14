// Floor 2. What a timeline is made of: lives, and spans of a life between two instants.
#pragma once

#include <schema/model/finding.hpp>

namespace schema {

/// The end of what still stands.
inline constexpr u32 forever = ~0u;

/// A half-open range of instants.
struct range {
  u32 from{}, to{forever};
  constexpr bool holds(u32 instant) const { return from <= instant && instant < to; }
};

/// Ids are indexes into the arrays of the timeline; -1 is none.
using table_id = i32; ///< of a table or a view
using column_id = i32;
using object_id = i32; ///< of a constraint or an index
using enumeration_id = i32;

/// An expression whose column nodes are resolved: the binding of node i is bindings[first_binding + i].
struct bound_expression {
  const sql::expression* source{};
  i32 first_binding{-1};
  constexpr explicit operator bool() const { return source != nullptr; }
};

/// A table or a view that ever existed. Its columns and objects are lists through `next`, in the order they
/// came.
struct table_life {
  range alive{};
  i32 first_span{-1}, last_span{-1};
  column_id first_column{-1}, last_column{-1};
  object_id first_object{-1}, last_object{-1};
  object_id first_incoming{-1}; ///< foreign keys of any table that refer to it
  bool is_view{};
};

/// A table under one name; a view with one query.
struct table_span {
  range alive{};
  name id{};
  i32 next{-1};
  const sql::statement* query{};
  i32 first_binding{
      -1}; ///< of the query's nodes: its column nodes are bound to columns, its sources to tables
};

struct column_life {
  table_id table{-1};
  range alive{};
  i32 first_span{-1}, last_span{-1};
  column_id next{-1};
  u64 hash{};  ///< of its name now
  i32 chain{}; ///< the next column in its bucket, plus 1
};

/// A column under one name and definition.
struct column_span {
  range alive{};
  name id{};
  const column_type* type{};
  enumeration_id enumeration{-1};
  const default_value* value{}; ///< its default, or what it is generated from
  i32 value_binding{-1};        ///< of the value's expression, as first_binding is; of a text, its label
  bool nullable{}, identity{}, generated{};
  i32 retyping{-1}; ///< that it began with, when it has one that says more than the type
  i32 next{-1};
};

/// What a change of a column's type says besides the type.
struct retyping {
  bound_expression conversion{}, reverse{}; ///< null where values become the other type by themselves
  bool irreversible{};
};

/// What a table, or one of its columns, says of itself besides: a comment.
struct trait_span {
  range alive{};
  column_id column{-1}; ///< -1: the table says it
  const attribute* said{};
  i32 next{}; ///< of its table, plus 1; the latest comes first
};

/// A key column, or an expression, of a constraint or an index.
struct bound_key {
  column_id column{-1};
  bound_expression expression{};
  bool descending{};
};

/// A constraint or an index that ever existed. Its name is given, by spans, or derived from the names of its
/// table and columns at the instant that asks.
struct object_life {
  part_kind kind{};
  bool unique{}; ///< an index that is
  u64 hash{};    ///< of its name now
  table_id table{-1};
  range alive{};
  i32 first_span{-1}, last_span{-1}; ///< given names; none while derived
  bool derived{};                    ///< its name was derived when it was made
  u8 number{};                       ///< put after a derived name that was taken; 0 for none
  i32 first_key{-1};                 ///< for foreign keys followed by as many target keys
  u16 key_count{};
  table_id target{-1};
  referential_action on_delete{}, on_update{};
  key_terms terms{};
  bound_expression expression{}; ///< check; index: its predicate
  column_id only_column{-1};     ///< check: the one column that it names, -1 for none or several
  object_id next{-1};            ///< of its table
  object_id next_incoming{-1};   ///< of its target
};

/// A constraint or an index under one given name.
struct object_span {
  range alive{};
  name id{};
  i32 next{-1};
};

struct enumeration_life {
  name id{};
  range alive{};
  i32 first_label{-1};
  u32 users{}; ///< columns of it that stand
};

/// A label, in the order of its enumeration. Labels are added and renamed, and never go.
struct label_life {
  range alive{};
  name text{}; ///< as it is now
  i32 next{-1};
  i32 earlier{-1}; ///< its text before it was renamed, a label_life that is in no enumeration
};

/// A function or a trigger under one text. What it uses stands in the operation that made it; nothing of that
/// is renamed while it stands.
struct routine_life {
  range alive{};
  const operation* made{};
  table_id table{-1};         ///< of a trigger, on which it stands
  u16 begin[backend_count]{}; ///< of what CREATE makes, in its texts
  bool returns_trigger{};     ///< a function that only triggers call
  u64 signature{};            ///< of a function: its arguments and its result, which CREATE OR REPLACE keeps

  constexpr bool is_trigger() const { return table >= 0; }
  /// Its text for a backend; null where it is not to be.
  constexpr const sql::script* text(backend b) const {
    const sql::script* s = made->scripts[0][u8(b)];
    return s && s->size > 0 ? s : nullptr;
  }
};

/// In the place of a column a binding may hold the label that a literal stands for: databases follow a rename
/// of it. Below all that other bindings hold, items of selects too (item_binding).
inline constexpr i32 first_label_binding = -0x10000;
constexpr i32 label_binding(i32 label) { return first_label_binding - label; }
/// The label in a binding, -1 for none.
constexpr i32 bound_label(i32 binding) {
  return binding <= first_label_binding ? first_label_binding - binding : -1;
}

/// What an operation did, by ids, so that it can be rendered forwards and backwards.
struct instant_record {
  const operation* done{};
  u32 migration{}; ///< index of its migration
  u16 ordinal{};   ///< of the operation in the migration
  bool declared{}; ///< an effect that `execute` declares: its SQL stands in the script
  table_id table{-1};
  table_id changed[2]{-1, -1}; ///< data: the table whose rows its statement changes, and its way back
  column_id column{-1};
  object_id object{-1}; ///< or the function or trigger
  enumeration_id enumeration{-1};
  i32 label{-1};
};

/// Where the current name of something is kept for look-ups.
enum class entry_kind : u8 { table, object, enumeration, view, function, trigger };

struct name_entry {
  u64 hash{};
  i32 next{-1}; ///< in its bucket
  entry_kind kind{};
  i32 id{-1};
};

} // namespace schema
