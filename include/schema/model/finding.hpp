// Floor 2. What is wrong with a history, as a plain value.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/text/short_name.hpp>

namespace schema {

/// A rule is named by the fault.
enum class rule : u8 {
  none,
  // of a history
  version_not_rising,
  pin_differs,
  pin_missing,
  name_refused,
  name_taken,
  table_exists,
  no_such_table,
  table_without_columns,
  column_exists,
  no_such_column,
  constraint_exists,
  no_such_constraint,
  index_exists,
  no_such_index,
  view_exists,
  no_such_view,
  not_a_table,
  view_of_another_kind,
  view_column_unnamed,
  view_reads_itself,
  extension_exists,
  no_such_extension,
  schema_exists,
  no_such_schema,
  moved_and_renamed,
  function_exists,
  no_such_function,
  trigger_exists,
  no_such_trigger,
  text_missing,
  text_makes_another,
  use_not_declared,
  enumeration_exists,
  no_such_enumeration,
  label_exists,
  no_such_label,
  primary_key_exists,
  primary_key_nullable,
  identity_without_primary_key,
  identity_with_default,
  identity_nullable,
  identity_not_on_sqlite,
  identity_begins_beyond_type,
  numeric_without_sqlite_storage,
  collation_not_of_text,
  collation_not_on_sqlite,
  collations_mixed,
  foreign_key_target_missing,
  foreign_key_target_not_unique,
  foreign_key_type_differs,
  key_not_of_columns,
  only_foreign_keys_wait,
  not_valid_in_vain,
  valid_already,
  still_referenced,
  not_null_without_default,
  default_type_differs,
  default_names_column,
  generated_with_default,
  generated_from_generated,
  generated_from_constants,
  generated_assigned,
  generated_altered,
  generated_in_primary_key,
  conversion_missing,
  reverse_conversion_missing,
  syntax_error,
  reserved_word_unquoted,
  unknown_function,
  volatile_function,
  index_not_immutable,
  index_method_refused,
  type_mismatch,
  condition_not_boolean,
  literal_not_of_type,
  argument_type_differs,
  no_such_cast,
  conversion_type_differs,
  constant_out_of_range,
  division_by_zero,
  // of data statements
  ambiguous_column,
  source_named_twice,
  column_not_grouped,
  value_count_differs,
  value_type_differs,
  null_into_not_null,
  required_column_missing,
  conflict_not_on_key,
  update_reads_itself,
  cast_not_checked,
  like_pattern_computed,
  labels_ordered,
  json_compared,
  json_key_not_plain,
  not_on_both_backends,
  numeric_scale_on_integer,
  rebuild_with_referential_action,
  not_on_sqlite,
  label_not_committed,
  // of safety and of the way back
  reason_missing,
  data_lost,
  breaks_running_programs,
  rewrites_table,
  scans_under_lock,
  safe_form_not_alone,
  readers_wait,
  no_way_back,
  script_missing,
  script_not_in_transaction,
  script_not_safe,
  identity_runs_out,
  // of a program of one version against the schema of another
  no_such_version,
  table_gone,
  column_gone,
  column_holds_other_values,
  column_may_be_null,
  column_takes_no_null,
  column_must_be_filled,
  constraint_may_refuse,
  key_gone,
  declared_twice,
  // of a history against the tables
  history_lacks_table,
  history_lacks_column,
  history_lacks_constraint,
  history_lacks_index,
  history_lacks_enumeration,
  history_lacks_view,
  history_lacks_extension,
  history_lacks_function,
  history_lacks_trigger,
  tables_lack_table,
  tables_lack_column,
  tables_lack_constraint,
  tables_lack_index,
  tables_lack_enumeration,
  tables_lack_view,
  tables_lack_extension,
  tables_lack_function,
  tables_lack_trigger,
  type_differs,
  nullability_differs,
  default_differs,
  generation_differs,
  view_differs,
  function_differs,
  trigger_differs,
  identity_differs,
  comment_differs,
  collation_differs,
  constraint_differs,
  index_differs,
  labels_differ,
  // of seeds against the tables: seed/rules.hpp
  seed_not_csv,
  seed_cell_count_differs,
  seed_no_such_table,
  seed_without_primary_key,
  seed_no_such_column,
  seed_column_twice,
  seed_column_generated,
  seed_column_missing,
  seed_key_insert_only,
  seed_value_not_of_type,
  seed_text_too_long,
  seed_label_unknown,
  seed_null_in_not_null,
  seed_lone_at,
  seed_password_kept,
  seed_key_repeated,
  seed_reference_missing,
  seed_check_violated,
  seed_check_undecided,
  seed_left_in_vain,
};

/// One fault: the names in it, where it stands and the nearest existing name.
struct finding {
  rule broken{};
  short_name table{};
  short_name object{}; ///< the column, constraint, index or label that it is about; the title of a migration
  short_name other{};  ///< what else takes part: the referring table, the clashing object
  short_name hint{};   ///< the nearest existing name
  u64 version{};       ///< of the migration; 0 when it stands in the tables
  u64 after{};         ///< version_not_rising: the version of the migration before
  u16 operation{};     ///< its ordinal in the migration, from 0 on
  const char* text{};  ///< the SQL that it stands in
  u32 text_size{};
  u16 begin{}, size{}; ///< the place in that SQL, bytes

  constexpr bool is_sound() const { return broken == rule::none; }
  constexpr text_view place() const { return {text + begin, size}; }
  /// The table and what is in it, as one text: lessons.title.
  constexpr short_name path() const {
    short_name out = table;
    if (!table.empty() && !object.empty()) out.append(".");
    out.append(object.view());
    return out;
  }
};

} // namespace schema
