// Floor 4. Every rule as a type that names the fault. A broken one carries the facts: what an error message
// shows.
#pragma once

#include <schema/model/finding.hpp>

namespace schema::verdict {

/// Nothing is wrong.
struct sound;

/// A text of N - 1 bytes that an error shows: its bytes are a member of its own, since g++ would show a base
/// with the name of the base.
template <std::size_t N> struct shown_text {
  char data[N]{};

  consteval shown_text(const char (&literal)[N]) : shown_text(text_view(literal, N - 1)) {}
  /// Lifts a plain value into a type; `text` is at most N - 1 bytes long.
  consteval shown_text(text_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) data[i] = text[i];
    data[N - 1] = '\0'; // written, or clang prints the bytes of a text of 8, 16, 32, … as numbers
  }
};

// -- facts
// ---------------------------------------------------------------------------------------------------------

template <shown_text Name> struct table;
template <shown_text Name> struct name;         ///< the column, constraint, index or label that it is about
template <shown_text Name> struct because_of;   ///< what else takes part: the referring constraint, the clash
template <shown_text Name> struct did_you_mean; ///< the nearest existing name
template <shown_text Table, shown_text Column> struct refers_to;
template <shown_text Checksum> struct pinned_as;
template <shown_text Checksum> struct is_now;
template <u16 Offset> struct at_byte; ///< in the SQL text
template <u64 Version> struct after_migration;
template <u64 Version> struct at_migration;
template <shown_text Name> struct also; ///< a further fault: table.name
struct in_the_tables;                   ///< the declared tables themselves break the rule

// of seeds
template <shown_text Place> struct in_file; ///< file:line:column
template <shown_text Text> struct cell;     ///< what stands there
template <shown_text Text> struct wanted;   ///< what should

// -- what to write instead
// -----------------------------------------------------------------------------------------

struct rise_with_every_migration;
struct undo_the_edit_and_write_a_new_migration;
struct paste_what_migrate_pins_prints;
struct use_lower_case_letters_digits_underscores_or_quoted;
struct give_it_another_name;
struct give_it_a_column;
struct leave_it_out;
struct name_columns_or_write_unique_index_on;
struct name_a_foreign_key;
struct drop_what_refers_to_it_first;
struct drop_that_one_first;
struct reference_a_primary_key_or_a_unique_key;
struct use_the_type_of_the_column_it_refers_to;
struct add_default_to_or_default_expr_or_nullable;
struct give_a_default_of_the_type_of_the_column;
struct a_default_names_no_column;
struct add_conversion_to_set_type;
struct add_reverse_conversion_or_irreversible_to_set_type;
struct make_its_column_the_primary_key_of_the_table;
struct leave_out_nullable;
struct leave_out_the_default;
struct leave_it_out_of_identity_options;
struct begin_lower_or_use_bigint;
struct say_on_sqlite_in_numeric;
struct leave_out_the_collation;
struct say_binary_nocase_or_rtrim_behind_it;
struct give_the_columns_one_collation;
struct put_it_in_double_quotes;
struct use_execute_for_sql_that_the_library_does_not_know;
struct compute_it_when_rows_are_written;
struct leave_out_the_method_of_the_index;
struct cast_one_side_to_the_type_of_the_other;
struct write_a_comparison;
struct write_a_value_of_that_type;
struct cast_it_to_what_the_function_takes;
struct cast_by_way_of_a_type_between_or_write_case;
struct cast_it_to_the_new_type;
struct put_the_name_of_its_table_before_it;
struct give_one_of_them_another_name;
struct add_it_to_group_by_or_aggregate_it;
struct write_its_expression_out;
struct write_what_it_gives;
struct leave_not_valid_out_or_validate_in_a_later_migration;
struct remove_validate_constraint;
struct assign_what_it_is_generated_from;
struct drop_it_and_add_it_anew;
struct make_it_unique_instead;
struct replace_it_or_give_it_another_name;
struct it_is_a_view_so_change_what_it_reads;
struct write_the_operation_of_its_kind;
struct name_it_with_as;
struct read_the_tables_below_it;
struct replace_it_in_a_new_migration_or_correct_the_tables;
struct write_it_for_that_backend_or_an_empty_one_if_it_is_not_to_be_there;
struct write_create_with_that_name_and_nothing_behind_it;
struct add_uses_or_calls_with_that_name;
struct give_as_many_values_as_columns;
struct give_a_value_of_the_type_of_the_column;
struct give_a_value_or_drop_its_not_null;
struct name_it_with_a_value_or_give_it_a_default;
struct name_the_columns_of_a_key;
struct take_it_from_a_select_in_from;
struct write_a_literal_or_use_execute;
struct use_a_type_that_holds_it;
struct divide_by_another_number;
struct write_the_pattern_as_a_literal;
struct name_the_labels_with_in_or_case;
struct compare_a_text_taken_out_of_it;
struct write_the_key_as_a_literal_name_or_an_index;
struct use_it_in_the_next_migration;
struct write_what_both_backends_have_or_use_execute;
struct keep_it_as_text_with_on_sqlite;
struct split_the_migration;
struct write_postgresql_migrations_or_leave_it_out;
struct create_schema_before_it;
struct write_a_rename_table_for_each;
struct write_versions_of_the_history;
struct replace_programs_before_this_migration;
struct use_bigint_or_assume_safe;
struct say_why_it_does_no_harm;
struct say_loses_data_in_the_step;
struct add_a_new_one_and_drop_the_old_one_later_or_assume_safe;
struct add_a_new_column_and_fill_it_in_pieces_or_assume_safe;
struct add_it_alone_and_what_reads_rows_in_later_migrations_or_assume_safe;
struct put_it_alone_in_a_migration_of_its_own_or_assume_safe;
struct give_it_a_unique_index_on_columns_or_assume_safe;
struct set_default_before_it_or_say_irreversible;
struct write_a_script_for_that_backend_or_irreversible;
struct leave_transactions_to_the_migrator_or_assume_safe;
struct use_the_operations_of_the_library_or_assume_safe;
struct declare_it_once;
struct add_it_to_the_history_in_a_new_migration;
struct add_it_to_the_tables_or_drop_it_in_a_new_migration;
struct alter_it_in_a_new_migration_or_correct_the_tables;
struct drop_it_and_add_it_in_a_new_migration_or_correct_the_tables;
struct set_comment_in_a_new_migration_or_correct_the_tables;

// of seeds
struct write_csv_as_rfc_4180_has_it;
struct give_as_many_cells_as_the_first_line_has_names;
struct name_the_file_as_its_table;
struct give_the_table_a_primary_key;
struct name_a_column_of_the_table;
struct name_it_once;
struct leave_its_column_out;
struct name_it_in_the_first_line;
struct take_the_exclamation_mark_off;
struct shorten_it;
struct write_one_of_its_labels;
struct write_a_value_or_two_quotation_marks_for_the_empty_text;
struct begin_it_with_two_of_them_for_a_text;
struct end_the_name_of_its_column_with_an_exclamation_mark;
struct give_one_of_the_rows_another;
struct add_the_row_or_say_upon_which_set_this_one_builds;
struct write_what_the_check_takes;
struct write_the_cells_it_needs_or_add_it_to_left_to_database;
struct take_it_off_left_to_database;

} // namespace schema::verdict
