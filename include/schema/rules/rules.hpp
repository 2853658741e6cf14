// Floor 4. The rules: each a type named by the fault, the remedy that its error shows, and its sentence.
#pragma once

#include <schema/rules/faults.hpp>

namespace schema::verdict {

/// What belongs to a rule. `type` is the verdict over the facts of a finding; in a sentence {o} stands for
/// the name that it is about and {x} for what else takes part.
template <rule Broken> struct rule_facts;

// the version of a migration is not above the one before
template <class... Facts> struct version_not_rising {};
template <> struct rule_facts<rule::version_not_rising> {
  template <class... Facts> using type = version_not_rising<Facts..., rise_with_every_migration>;
  static constexpr text_view sentence =
      "the version of {o} is not above the one before it; versions are positive and rise";
};

// a released migration, or one before it, was edited, moved or taken out
template <class... Facts> struct pin_differs {};
template <> struct rule_facts<rule::pin_differs> {
  template <class... Facts> using type = pin_differs<Facts..., undo_the_edit_and_write_a_new_migration>;
  static constexpr text_view sentence =
      "{o} was pinned as {x}, and it or a migration before it has changed since; undo "
      "that and write a new migration";
};

template <class... Facts> struct pin_missing {};
template <> struct rule_facts<rule::pin_missing> {
  template <class... Facts> using type = pin_missing<Facts..., paste_what_migrate_pins_prints>;
  static constexpr text_view sentence = "{o} is released and not pinned; paste what `migrate pins` prints";
};

// a name that is empty, over 63 bytes, begins with pg_ or sqlite_, or has other characters without quoted<…>
template <class... Facts> struct name_refused {};
template <> struct rule_facts<rule::name_refused> {
  template <class... Facts>
  using type = name_refused<Facts..., use_lower_case_letters_digits_underscores_or_quoted>;
  static constexpr text_view sentence =
      "the name {o} is refused: a name is [a-z_][a-z0-9_]* of at most 63 bytes, not beginning with pg_ or "
      "sqlite_; write quoted<\"…\"> for other characters";
};

// tables, indexes, keys and enumerations share one namespace
template <class... Facts> struct name_taken {};
template <> struct rule_facts<rule::name_taken> {
  template <class... Facts> using type = name_taken<Facts..., give_it_another_name>;
  static constexpr text_view sentence =
      "the name {o} is taken by a table, index, key or enumeration; give it another name";
};

template <class... Facts> struct table_exists {};
template <> struct rule_facts<rule::table_exists> {
  template <class... Facts> using type = table_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the table exists already";
};

template <class... Facts> struct no_such_table {};
template <> struct rule_facts<rule::no_such_table> {
  template <class... Facts> using type = no_such_table<Facts...>;
  static constexpr text_view sentence = "there is no such table";
};

template <class... Facts> struct table_without_columns {};
template <> struct rule_facts<rule::table_without_columns> {
  template <class... Facts> using type = table_without_columns<Facts..., give_it_a_column>;
  static constexpr text_view sentence = "a table has at least one column";
};

template <class... Facts> struct column_exists {};
template <> struct rule_facts<rule::column_exists> {
  template <class... Facts> using type = column_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the column {o} exists already";
};

template <class... Facts> struct no_such_column {};
template <> struct rule_facts<rule::no_such_column> {
  template <class... Facts> using type = no_such_column<Facts...>;
  static constexpr text_view sentence = "there is no column {o}";
};

template <class... Facts> struct constraint_exists {};
template <> struct rule_facts<rule::constraint_exists> {
  template <class... Facts> using type = constraint_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the constraint {o} exists already";
};

template <class... Facts> struct no_such_constraint {};
template <> struct rule_facts<rule::no_such_constraint> {
  template <class... Facts> using type = no_such_constraint<Facts...>;
  static constexpr text_view sentence = "there is no constraint {o}";
};

template <class... Facts> struct index_exists {};
template <> struct rule_facts<rule::index_exists> {
  template <class... Facts> using type = index_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the index {o} exists already";
};

template <class... Facts> struct no_such_index {};
template <> struct rule_facts<rule::no_such_index> {
  template <class... Facts> using type = no_such_index<Facts...>;
  static constexpr text_view sentence = "there is no index {o}";
};

template <class... Facts> struct enumeration_exists {};
template <> struct rule_facts<rule::enumeration_exists> {
  template <class... Facts> using type = enumeration_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the enumeration exists already";
};

template <class... Facts> struct no_such_enumeration {};
template <> struct rule_facts<rule::no_such_enumeration> {
  template <class... Facts> using type = no_such_enumeration<Facts...>;
  static constexpr text_view sentence = "there is no enumeration {o}";
};

template <class... Facts> struct label_exists {};
template <> struct rule_facts<rule::label_exists> {
  template <class... Facts> using type = label_exists<Facts..., give_it_another_name>;
  static constexpr text_view sentence = "the enumeration has the label {o} already";
};

// PostgreSQL's error 55P04
template <class... Facts> struct label_not_committed {};
template <> struct rule_facts<rule::label_not_committed> {
  template <class... Facts> using type = label_not_committed<Facts..., use_it_in_the_next_migration>;
  static constexpr text_view sentence = "the label {o} is used by the migration that adds it, and PostgreSQL "
                                        "takes it once it is committed; use it in "
                                        "the next migration";
};

template <class... Facts> struct no_such_label {};
template <> struct rule_facts<rule::no_such_label> {
  template <class... Facts> using type = no_such_label<Facts...>;
  static constexpr text_view sentence = "there is no label {o}";
};

// a table has one primary key
template <class... Facts> struct primary_key_exists {};
template <> struct rule_facts<rule::primary_key_exists> {
  template <class... Facts> using type = primary_key_exists<Facts..., drop_that_one_first>;
  static constexpr text_view sentence = "the table has the primary key {o} already; drop it first";
};

// SQL standard, 4.18.3.1
template <class... Facts> struct primary_key_nullable {};
template <> struct rule_facts<rule::primary_key_nullable> {
  template <class... Facts> using type = primary_key_nullable<Facts..., leave_out_nullable>;
  static constexpr text_view sentence = "{o} is in the primary key and can't be nullable";
};

// SQLite numbers only an INTEGER PRIMARY KEY
template <class... Facts> struct identity_without_primary_key {};
template <> struct rule_facts<rule::identity_without_primary_key> {
  template <class... Facts>
  using type = identity_without_primary_key<Facts..., make_its_column_the_primary_key_of_the_table>;
  static constexpr text_view sentence =
      "the identity column {o} is an integer that is the table's primary key, alone";
};

// PostgreSQL 15, CREATE TABLE: a column has the one or the other
template <class... Facts> struct identity_with_default {};
template <> struct rule_facts<rule::identity_with_default> {
  template <class... Facts> using type = identity_with_default<Facts..., leave_out_the_default>;
  static constexpr text_view sentence =
      "the identity column {o} is numbered by the database; leave out its default";
};

// SQLite's STRICT tables have no exact numeric
template <class... Facts> struct numeric_without_sqlite_storage {};
template <> struct rule_facts<rule::numeric_without_sqlite_storage> {
  template <class... Facts> using type = numeric_without_sqlite_storage<Facts..., say_on_sqlite_in_numeric>;
  static constexpr text_view sentence =
      "the numeric column {o} says how SQLite keeps it: numeric<precision, scale, on_sqlite<text>>";
};

template <class... Facts> struct foreign_key_target_missing {};
template <> struct rule_facts<rule::foreign_key_target_missing> {
  template <class... Facts> using type = foreign_key_target_missing<Facts...>;
  static constexpr text_view sentence = "the foreign key refers to {o}, which is not there";
};

// PostgreSQL 15, 5.4.5
template <class... Facts> struct foreign_key_target_not_unique {};
template <> struct rule_facts<rule::foreign_key_target_not_unique> {
  template <class... Facts>
  using type = foreign_key_target_not_unique<Facts..., reference_a_primary_key_or_a_unique_key>;
  static constexpr text_view sentence = "the foreign key on {o} refers to columns of {x} that are no "
                                        "primary key, unique constraint or unique index";
};

template <class... Facts> struct foreign_key_type_differs {};
template <> struct rule_facts<rule::foreign_key_type_differs> {
  template <class... Facts>
  using type = foreign_key_type_differs<Facts..., use_the_type_of_the_column_it_refers_to>;
  static constexpr text_view sentence =
      "the foreign key column {o} has another type than the column of {x} that it refers to";
};

// SQL standard, 11.7: a key is of columns; an index may hold expressions and leave rows out
template <class... Facts> struct key_not_of_columns {};
template <> struct rule_facts<rule::key_not_of_columns> {
  template <class... Facts> using type = key_not_of_columns<Facts..., name_columns_or_write_unique_index_on>;
  static constexpr text_view sentence =
      "a key names one column or more, and no expression or predicate; unique_index_on takes those";
};

template <class... Facts> struct still_referenced {};
template <> struct rule_facts<rule::still_referenced> {
  template <class... Facts> using type = still_referenced<Facts..., drop_what_refers_to_it_first>;
  static constexpr text_view sentence = "{o} is still used by {x}; drop or change that first";
};

// rows that stand already would have no value
template <class... Facts> struct not_null_without_default {};
template <> struct rule_facts<rule::not_null_without_default> {
  template <class... Facts>
  using type = not_null_without_default<Facts..., add_default_to_or_default_expr_or_nullable>;
  static constexpr text_view sentence =
      "the column {o} is NOT NULL without a default, and the table may hold rows; add default_to<…>, "
      "default_expr<…> or nullable";
};

template <class... Facts> struct default_type_differs {};
template <> struct rule_facts<rule::default_type_differs> {
  template <class... Facts>
  using type = default_type_differs<Facts..., give_a_default_of_the_type_of_the_column>;
  static constexpr text_view sentence = "the default of {o} does not fit its type";
};

// PostgreSQL 15, CREATE TABLE
template <class... Facts> struct default_names_column {};
template <> struct rule_facts<rule::default_names_column> {
  template <class... Facts> using type = default_names_column<Facts..., a_default_names_no_column>;
  static constexpr text_view sentence = "a default can't name a column, and this one names {o}";
};

template <class... Facts> struct conversion_missing {};
template <> struct rule_facts<rule::conversion_missing> {
  template <class... Facts> using type = conversion_missing<Facts..., add_conversion_to_set_type>;
  static constexpr text_view sentence =
      "the values of {o} don't become the new type by themselves; write set_type<…, conversion<\"…\">, …>";
};

template <class... Facts> struct reverse_conversion_missing {};
template <> struct rule_facts<rule::reverse_conversion_missing> {
  template <class... Facts>
  using type = reverse_conversion_missing<Facts..., add_reverse_conversion_or_irreversible_to_set_type>;
  static constexpr text_view sentence =
      "the way back of the change of {o} can't be derived; add reverse_conversion<\"…\"> or irreversible";
};

template <class... Facts> struct syntax_error {};
template <> struct rule_facts<rule::syntax_error> {
  template <class... Facts>
  using type = syntax_error<Facts..., use_execute_for_sql_that_the_library_does_not_know>;
  static constexpr text_view sentence =
      "this SQL is not understood at {o}; for SQL that the library does not know there is execute";
};

// PostgreSQL 15, appendix C; SQLite, keywords
template <class... Facts> struct reserved_word_unquoted {};
template <> struct rule_facts<rule::reserved_word_unquoted> {
  template <class... Facts> using type = reserved_word_unquoted<Facts..., put_it_in_double_quotes>;
  static constexpr text_view sentence = "{o} is a reserved word; as a name it stands in double quotes";
};

template <class... Facts> struct unknown_function {};
template <> struct rule_facts<rule::unknown_function> {
  template <class... Facts>
  using type = unknown_function<Facts..., use_execute_for_sql_that_the_library_does_not_know>;
  static constexpr text_view sentence = "{o} is no function that both backends have";
};

// PostgreSQL 15, 11.7; SQLite refuses it in a CHECK too: what held when the row was written may not hold
// today
template <class... Facts> struct volatile_function {};
template <> struct rule_facts<rule::volatile_function> {
  template <class... Facts> using type = volatile_function<Facts..., compute_it_when_rows_are_written>;
  static constexpr text_view sentence = "{o} changes from one call to the next, and a CHECK or an "
                                        "index can't follow; store its value in a column";
};

// PostgreSQL 15, CREATE INDEX and 38.7: what is in an index is IMMUTABLE
template <class... Facts> struct index_not_immutable {};
template <> struct rule_facts<rule::index_not_immutable> {
  template <class... Facts> using type = index_not_immutable<Facts..., compute_it_when_rows_are_written>;
  static constexpr text_view sentence =
      "{o} depends on settings of the session, its time zone or its style of dates, and "
      "can't stand in an index; compute it when rows are written";
};

// PostgreSQL 15, 9.1 to 9.4 and 10.2: no operator takes both, or SQLite's means something else
template <class... Facts> struct type_mismatch {};
template <> struct rule_facts<rule::type_mismatch> {
  template <class... Facts> using type = type_mismatch<Facts..., cast_one_side_to_the_type_of_the_other>;
  static constexpr text_view sentence =
      "{o} puts together {x}, which no operator takes on both backends; cast one side";
};

// PostgreSQL 15, 9.1: what AND, OR, NOT, WHEN, a CHECK and a predicate take is boolean
template <class... Facts> struct condition_not_boolean {};
template <> struct rule_facts<rule::condition_not_boolean> {
  template <class... Facts> using type = condition_not_boolean<Facts..., write_a_comparison>;
  static constexpr text_view sentence = "{o} stands as a condition and is {x}; write a comparison";
};

// PostgreSQL 15, 4.1.2.7: a string literal is read as the type that it stands beside
template <class... Facts> struct literal_not_of_type {};
template <> struct rule_facts<rule::literal_not_of_type> {
  template <class... Facts> using type = literal_not_of_type<Facts..., write_a_value_of_that_type>;
  static constexpr text_view sentence =
      "the literal {o} stands for {x} and is none as both backends write it";
};

// PostgreSQL 15, 9.3, 9.4 and 10.3
template <class... Facts> struct argument_type_differs {};
template <> struct rule_facts<rule::argument_type_differs> {
  template <class... Facts> using type = argument_type_differs<Facts..., cast_it_to_what_the_function_takes>;
  static constexpr text_view sentence = "the function {o} takes no {x} in this place; cast it";
};

// PostgreSQL 15, CREATE CAST and pg_cast
template <class... Facts> struct no_such_cast {};
template <> struct rule_facts<rule::no_such_cast> {
  template <class... Facts> using type = no_such_cast<Facts..., cast_by_way_of_a_type_between_or_write_case>;
  static constexpr text_view sentence = "no cast leads from {x} to {o}";
};

// PostgreSQL 15, 10.4: USING gives what goes into the column by assignment
template <class... Facts> struct conversion_type_differs {};
template <> struct rule_facts<rule::conversion_type_differs> {
  template <class... Facts> using type = conversion_type_differs<Facts..., cast_it_to_the_new_type>;
  static constexpr text_view sentence =
      "the conversion of {o} gives {x}, which is not the type of the column";
};

// SQLite's CAST makes a value of anything, where PostgreSQL refuses
template <class... Facts> struct cast_not_checked {};
template <> struct rule_facts<rule::cast_not_checked> {
  template <class... Facts> using type = cast_not_checked<Facts..., write_a_literal_or_use_execute>;
  static constexpr text_view sentence = "on SQLite the cast to {o} would make a value of what PostgreSQL "
                                        "refuses; write it otherwise or use execute";
};

// SQLite's LIKE folds case; a literal pattern becomes GLOB, which does not
template <class... Facts> struct like_pattern_computed {};
template <> struct rule_facts<rule::like_pattern_computed> {
  template <class... Facts> using type = like_pattern_computed<Facts..., write_the_pattern_as_a_literal>;
  static constexpr text_view sentence =
      "the pattern of LIKE is no literal, and SQLite would fold case; write the pattern as a literal";
};

// SQLite keeps labels as text, which sorts otherwise
template <class... Facts> struct labels_ordered {};
template <> struct rule_facts<rule::labels_ordered> {
  template <class... Facts> using type = labels_ordered<Facts..., name_the_labels_with_in_or_case>;
  static constexpr text_view sentence = "labels of an enumeration are compared by order at {o}, and "
                                        "SQLite sorts them as text; name them with IN or CASE";
};

// json has no = on PostgreSQL, and text of equal json may differ
template <class... Facts> struct json_compared {};
template <> struct rule_facts<rule::json_compared> {
  template <class... Facts> using type = json_compared<Facts..., compare_a_text_taken_out_of_it>;
  static constexpr text_view sentence =
      "json is compared at {o}, which the backends do otherwise; compare a text taken out of it";
};

// SQLite, "JSON Functions", 4.9: what is no plain name is read as a path
template <class... Facts> struct json_key_not_plain {};
template <> struct rule_facts<rule::json_key_not_plain> {
  template <class... Facts>
  using type = json_key_not_plain<Facts..., write_the_key_as_a_literal_name_or_an_index>;
  static constexpr text_view sentence = "the key behind {o} is no plain name and no index from 0 on, written "
                                        "as a literal, so that SQLite would read a path";
};

// of data statements, which are sent as they stand
template <class... Facts> struct not_on_both_backends {};
template <> struct rule_facts<rule::not_on_both_backends> {
  template <class... Facts>
  using type = not_on_both_backends<Facts..., write_what_both_backends_have_or_use_execute>;
  static constexpr text_view sentence = "{o} is not SQL of both backends; write it otherwise or use execute";
};

template <class... Facts> struct numeric_scale_on_integer {};
template <> struct rule_facts<rule::numeric_scale_on_integer> {
  template <class... Facts> using type = numeric_scale_on_integer<Facts..., keep_it_as_text_with_on_sqlite>;
  static constexpr text_view sentence = "the numeric column {o} has digits after the point, which an "
                                        "integer on SQLite would lose; keep it as text";
};

// SQLite rebuilds tables with foreign keys off, so nothing cascades
template <class... Facts> struct rebuild_with_referential_action {};
template <> struct rule_facts<rule::rebuild_with_referential_action> {
  template <class... Facts> using type = rebuild_with_referential_action<Facts..., split_the_migration>;
  static constexpr text_view sentence = "this change of rows counts on {x}, and on SQLite the same "
                                        "migration rebuilds {o} with foreign keys off; "
                                        "split it in two";
};

// PostgreSQL 15 makes one key of two on the same columns in CREATE TABLE, and two of them in ALTER TABLE
template <class... Facts> struct declared_twice {};
template <> struct rule_facts<rule::declared_twice> {
  template <class... Facts> using type = declared_twice<Facts..., declare_it_once>;
  static constexpr text_view sentence = "it is declared twice";
};

template <class... Facts> struct history_lacks_table {};
template <> struct rule_facts<rule::history_lacks_table> {
  template <class... Facts>
  using type = history_lacks_table<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr text_view sentence =
      "it is declared, and the history does not create it; add create_table in a new migration";
};

template <class... Facts> struct history_lacks_column {};
template <> struct rule_facts<rule::history_lacks_column> {
  template <class... Facts>
  using type = history_lacks_column<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr text_view sentence =
      "the column {o} is declared, and the history does not add it; add add_column in a new migration";
};

template <class... Facts> struct history_lacks_constraint {};
template <> struct rule_facts<rule::history_lacks_constraint> {
  template <class... Facts>
  using type = history_lacks_constraint<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr text_view sentence = "the constraint {o} is declared, and the history does not add "
                                        "it; add add_constraint in a new migration";
};

template <class... Facts> struct history_lacks_index {};
template <> struct rule_facts<rule::history_lacks_index> {
  template <class... Facts>
  using type = history_lacks_index<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr text_view sentence =
      "the index {o} is declared, and the history does not create it; add create_index in a new migration";
};

template <class... Facts> struct history_lacks_enumeration {};
template <> struct rule_facts<rule::history_lacks_enumeration> {
  template <class... Facts>
  using type = history_lacks_enumeration<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr text_view sentence = "the enumeration is declared, and the history does not create "
                                        "it; add create_enumeration in a new migration";
};

template <class... Facts> struct tables_lack_table {};
template <> struct rule_facts<rule::tables_lack_table> {
  template <class... Facts>
  using type = tables_lack_table<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr text_view sentence =
      "the history ends with this table, and it is not declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_column {};
template <> struct rule_facts<rule::tables_lack_column> {
  template <class... Facts>
  using type = tables_lack_column<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr text_view sentence = "the history ends with the column {o}, and it is not "
                                        "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_constraint {};
template <> struct rule_facts<rule::tables_lack_constraint> {
  template <class... Facts>
  using type = tables_lack_constraint<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr text_view sentence = "the history ends with the constraint {o}, and it is not "
                                        "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_index {};
template <> struct rule_facts<rule::tables_lack_index> {
  template <class... Facts>
  using type = tables_lack_index<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr text_view sentence =
      "the history ends with the index {o}, and it is not declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_enumeration {};
template <> struct rule_facts<rule::tables_lack_enumeration> {
  template <class... Facts>
  using type = tables_lack_enumeration<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr text_view sentence = "the history ends with this enumeration, and it is not "
                                        "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct type_differs {};
template <> struct rule_facts<rule::type_differs> {
  template <class... Facts>
  using type = type_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence =
      "the column {o} is declared with another type than the history ends with; alter it in a new migration";
};

template <class... Facts> struct nullability_differs {};
template <> struct rule_facts<rule::nullability_differs> {
  template <class... Facts>
  using type = nullability_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence =
      "the column {o} is nullable in the tables or at the end of the history, not in both; use set_not_null "
      "or drop_not_null in a new migration";
};

template <class... Facts> struct default_differs {};
template <> struct rule_facts<rule::default_differs> {
  template <class... Facts>
  using type = default_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence =
      "the column {o} is declared with another default than the history ends with; use set_default or "
      "drop_default in a new migration";
};

template <class... Facts> struct identity_differs {};
template <> struct rule_facts<rule::identity_differs> {
  template <class... Facts>
  using type = identity_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence =
      "the column {o} is identity in the tables or at the end of the history, not in both";
};

template <class... Facts> struct constraint_differs {};
template <> struct rule_facts<rule::constraint_differs> {
  template <class... Facts>
  using type = constraint_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence = "the constraint {o} is declared otherwise than the history "
                                        "ends with; drop and add it in a new migration";
};

template <class... Facts> struct index_differs {};
template <> struct rule_facts<rule::index_differs> {
  template <class... Facts>
  using type = index_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence =
      "the index {o} is declared otherwise than the history ends with; drop and create it in a new migration";
};

template <class... Facts> struct labels_differ {};
template <> struct rule_facts<rule::labels_differ> {
  template <class... Facts>
  using type = labels_differ<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr text_view sentence = "the enumeration's labels differ from those that the history "
                                        "ends with at {o}; use add_value in a new migration";
};

} // namespace schema::verdict
