// Floor 2. Operations and migrations as plain values.
#pragma once

#include <schema/model/definitions.hpp>

namespace schema {

enum class operation_kind : u8 {
  create_table,
  drop_table,
  rename_table,
  add_column,
  drop_column,
  rename_column,
  alter_column,
  add_constraint,
  drop_constraint,
  rename_constraint,
  create_index,
  drop_index,
  rename_index,
  create_enumeration,
  drop_enumeration,
  add_value,
  data,
  execute,
  // new ones come last: checksums hold the numbers
  create_view,
  replace_view,
  drop_view,
  rename_value,
  alter_constraint,
  validate_constraint,
  refresh_view,
  create_extension,
  drop_extension,
  set_comment,
  create_function,
  replace_function,
  drop_function,
  create_trigger,
  drop_trigger,
  create_schema,
  drop_schema
};

/// Whether it makes or unmakes a function or a trigger.
constexpr bool is_of_routine(operation_kind kind) {
  return kind >= operation_kind::create_function && kind <= operation_kind::drop_trigger;
}

/// Whether it makes or drops a schema besides the default one.
constexpr bool is_of_schema(operation_kind kind) {
  return kind == operation_kind::create_schema || kind == operation_kind::drop_schema;
}

enum class backend : u8 { postgresql, sqlite };

inline constexpr u32 backend_count = 2;

/// The terms of operations on a materialized view, and of an extension that no way back drops.
inline constexpr key_terms materialized = 1, left_there = 1;

/// One change of the schema, or of its rows.
struct operation {
  operation_kind kind{};
  name table{}; ///< the table it works on; enumerations, indexes and views have none
  name from{};  ///< what is dropped, renamed, altered; the enumeration, the view, the extension, the
                ///< schema, the function, the trigger; set_comment:
                ///< the column, null for the table
  name to{};    ///< its new name
  const part* const* parts{}; ///< what is created or added
  u16 part_count{};
  const attribute* const* changes{}; ///< alter_column; set_comment: the comment
  u16 change_count{};
  const name* labels{}; ///< create_enumeration, add_value: the labels, in order; any text to 63 bytes.
                        ///< create_view, replace_view: the names of its columns; rename_value: from and to.
                        ///< A function or a trigger: pairs of what it uses, a table (null for a function that
                        ///< it calls) and a column of it (null for all)
  u16 label_count{};
  name before{};                ///< add_value: the label that the new one precedes, null to append
  const sql::statement* up{};   ///< data; create_view, replace_view: the query
  const sql::statement* down{}; ///< data; null: nothing to undo
  const sql::script* scripts[2][backend_count]{}; ///< execute: [0] up, [1] down; a function or a trigger:
                                                  ///< [0], each a sql::routine_script
  bool irreversible{};                            ///< data, execute, drops: there is no way back
  key_terms terms{};                 ///< alter_constraint; views: materialized, extensions: left_there, or 0;
                                     ///< create_trigger: when PostgreSQL's fires
  const operation* const* effects{}; ///< execute: what its scripts do, declared
  u16 effect_count{};
  bool loses_data{};        ///< drops: said to throw data away
  text_view assumed_safe{}; ///< why it does no harm; no data when that is not said

  constexpr bool is_assumed_safe() const { return assumed_safe.data() != nullptr; }
};

/// A version of the schema.
struct migration_definition {
  u64 version{};
  const char* title{};
  u32 title_size{};
  const operation* const* operations{};
  u16 operation_count{};
  u64 pin{}; ///< the checksum that it was released with, 0 for none

  constexpr text_view title_view() const { return {title, title_size}; }
};

} // namespace schema
