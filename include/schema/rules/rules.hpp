// Floor 4. The rules: each a type named by the fault, the remedy that its error shows, and its sentence.
#pragma once

#include <schema/rules/extension_rules.hpp>
#include <schema/rules/safety_rules.hpp>
#include <schema/rules/schema_rules.hpp>
#include <schema/rules/statement_rules.hpp>
#include <schema/rules/view_rules.hpp>

namespace schema::verdict {

// the version of a migration is not above the one before
template <class... Facts> struct version_not_rising;
template <> struct rule_facts<rule::version_not_rising> {
  template <class... Facts> using type = version_not_rising<Facts..., rise_with_every_migration>;
  static constexpr char sentence[] =
      "the version of {o} is not above the one before it; versions are positive and rise";
};

// a released migration, or one before it, was edited, moved or taken out
template <class... Facts> struct pin_differs;
template <> struct rule_facts<rule::pin_differs> {
  template <class... Facts> using type = pin_differs<Facts..., undo_the_edit_and_write_a_new_migration>;
  static constexpr char sentence[] =
      "{o} was pinned as {x}, and it or a migration before it has changed since; undo "
      "that and write a new migration";
};

template <class... Facts> struct pin_missing;
template <> struct rule_facts<rule::pin_missing> {
  template <class... Facts> using type = pin_missing<Facts..., paste_what_migrate_pins_prints>;
  static constexpr char sentence[] = "{o} is released and not pinned; paste what `migrate pins` prints";
};

// a name that is empty, over 63 bytes, begins with pg_ or sqlite_, or has other characters without quoted<…>
template <class... Facts> struct name_refused;
template <> struct rule_facts<rule::name_refused> {
  template <class... Facts>
  using type = name_refused<Facts..., use_lower_case_letters_digits_underscores_or_quoted>;
  static constexpr char sentence[] =
      "the name {o} is refused: a name is [a-z_][a-z0-9_]* of at most 63 bytes, not beginning with pg_ or "
      "sqlite_; write quoted<\"…\"> for other characters";
};

// tables, indexes, keys and enumerations share one namespace
template <class... Facts> struct name_taken;
template <> struct rule_facts<rule::name_taken> {
  template <class... Facts> using type = name_taken<Facts..., give_it_another_name>;
  static constexpr char sentence[] =
      "the name {o} is taken by a table, index, key or enumeration; give it another name";
};

template <class... Facts> struct table_exists;
template <> struct rule_facts<rule::table_exists> {
  template <class... Facts> using type = table_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the table exists already";
};

template <class... Facts> struct no_such_table;
template <> struct rule_facts<rule::no_such_table> {
  template <class... Facts> using type = no_such_table<Facts...>;
  static constexpr char sentence[] = "there is no such table";
};

template <class... Facts> struct table_without_columns;
template <> struct rule_facts<rule::table_without_columns> {
  template <class... Facts> using type = table_without_columns<Facts..., give_it_a_column>;
  static constexpr char sentence[] = "a table has at least one column";
};

template <class... Facts> struct column_exists;
template <> struct rule_facts<rule::column_exists> {
  template <class... Facts> using type = column_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the column {o} exists already";
};

template <class... Facts> struct no_such_column;
template <> struct rule_facts<rule::no_such_column> {
  template <class... Facts> using type = no_such_column<Facts...>;
  static constexpr char sentence[] = "there is no column {o}";
};

template <class... Facts> struct constraint_exists;
template <> struct rule_facts<rule::constraint_exists> {
  template <class... Facts> using type = constraint_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the constraint {o} exists already";
};

template <class... Facts> struct no_such_constraint;
template <> struct rule_facts<rule::no_such_constraint> {
  template <class... Facts> using type = no_such_constraint<Facts...>;
  static constexpr char sentence[] = "there is no constraint {o}";
};

template <class... Facts> struct index_exists;
template <> struct rule_facts<rule::index_exists> {
  template <class... Facts> using type = index_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the index {o} exists already";
};

template <class... Facts> struct no_such_index;
template <> struct rule_facts<rule::no_such_index> {
  template <class... Facts> using type = no_such_index<Facts...>;
  static constexpr char sentence[] = "there is no index {o}";
};

template <class... Facts> struct enumeration_exists;
template <> struct rule_facts<rule::enumeration_exists> {
  template <class... Facts> using type = enumeration_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the enumeration exists already";
};

template <class... Facts> struct no_such_enumeration;
template <> struct rule_facts<rule::no_such_enumeration> {
  template <class... Facts> using type = no_such_enumeration<Facts...>;
  static constexpr char sentence[] = "there is no enumeration {o}";
};

template <class... Facts> struct label_exists;
template <> struct rule_facts<rule::label_exists> {
  template <class... Facts> using type = label_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the enumeration has the label {o} already";
};

// PostgreSQL's error 55P04
template <class... Facts> struct label_not_committed;
template <> struct rule_facts<rule::label_not_committed> {
  template <class... Facts> using type = label_not_committed<Facts..., use_it_in_the_next_migration>;
  static constexpr char sentence[] = "the label {o} is used by the migration that adds it, and PostgreSQL "
                                     "takes it once it is committed; use it in "
                                     "the next migration";
};

template <class... Facts> struct no_such_label;
template <> struct rule_facts<rule::no_such_label> {
  template <class... Facts> using type = no_such_label<Facts...>;
  static constexpr char sentence[] = "there is no label {o}";
};

// a table has one primary key
template <class... Facts> struct primary_key_exists;
template <> struct rule_facts<rule::primary_key_exists> {
  template <class... Facts> using type = primary_key_exists<Facts..., drop_that_one_first>;
  static constexpr char sentence[] = "the table has the primary key {o} already; drop it first";
};

// SQL standard, 4.18.3.1
template <class... Facts> struct primary_key_nullable;
template <> struct rule_facts<rule::primary_key_nullable> {
  template <class... Facts> using type = primary_key_nullable<Facts..., leave_out_nullable>;
  static constexpr char sentence[] = "{o} is in the primary key and can't be nullable";
};

// SQLite numbers only an INTEGER PRIMARY KEY
template <class... Facts> struct identity_without_primary_key;
template <> struct rule_facts<rule::identity_without_primary_key> {
  template <class... Facts>
  using type = identity_without_primary_key<Facts..., make_its_column_the_primary_key_of_the_table>;
  static constexpr char sentence[] =
      "the identity column {o} is an integer that is the table's primary key, alone";
};

// PostgreSQL 15, CREATE TABLE: a column has the one or the other
template <class... Facts> struct identity_with_default;
template <> struct rule_facts<rule::identity_with_default> {
  template <class... Facts> using type = identity_with_default<Facts..., leave_out_the_default>;
  static constexpr char sentence[] =
      "the identity column {o} is numbered by the database; leave out its default";
};

// PostgreSQL 15, CREATE TABLE: an identity column is NOT NULL; on SQLite it is a primary key
template <class... Facts> struct identity_nullable;
template <> struct rule_facts<rule::identity_nullable> {
  template <class... Facts> using type = identity_nullable<Facts..., leave_out_nullable>;
  static constexpr char sentence[] = "the identity column {o} has a number in every row; leave out nullable";
};

// SQLite, "Autoincrement"
template <class... Facts> struct identity_not_on_sqlite;
template <> struct rule_facts<rule::identity_not_on_sqlite> {
  template <class... Facts> using type = identity_not_on_sqlite<Facts..., leave_it_out_of_identity_options>;
  static constexpr char sentence[] =
      "{o} says {x}, and SQLite numbers rows by one and takes the numbers that "
      "they bring; leave it out";
};

// PostgreSQL 15, CREATE SEQUENCE
template <class... Facts> struct identity_begins_beyond_type;
template <> struct rule_facts<rule::identity_begins_beyond_type> {
  template <class... Facts> using type = identity_begins_beyond_type<Facts..., begin_lower_or_use_bigint>;
  static constexpr char sentence[] =
      "the first number of {o} is none of its type; begin lower, or use bigint";
};

// SQLite's STRICT tables have no exact numeric
template <class... Facts> struct numeric_without_sqlite_storage;
template <> struct rule_facts<rule::numeric_without_sqlite_storage> {
  template <class... Facts> using type = numeric_without_sqlite_storage<Facts..., say_on_sqlite_in_numeric>;
  static constexpr char sentence[] =
      "the numeric column {o} says how SQLite keeps it: numeric<precision, scale, on_sqlite<text>>";
};

// PostgreSQL 15, 24.2: of the types here, text and varchar are collatable
template <class... Facts> struct collation_not_of_text;
template <> struct rule_facts<rule::collation_not_of_text> {
  template <class... Facts> using type = collation_not_of_text<Facts..., leave_out_the_collation>;
  static constexpr char sentence[] = "only a text has a collation, and {o} is none; leave out {x}";
};

template <class... Facts> struct collation_not_on_sqlite;
template <> struct rule_facts<rule::collation_not_on_sqlite> {
  template <class... Facts>
  using type = collation_not_on_sqlite<Facts..., say_binary_nocase_or_rtrim_behind_it>;
  static constexpr char sentence[] =
      "SQLite has no collation {x} for {o}; say which of its own stands there: "
      "collate<\"…\", \"BINARY\">, NOCASE or RTRIM";
};

template <class... Facts> struct foreign_key_target_missing;
template <> struct rule_facts<rule::foreign_key_target_missing> {
  template <class... Facts> using type = foreign_key_target_missing<Facts...>;
  static constexpr char sentence[] = "the foreign key refers to {o}, which is not there";
};

// PostgreSQL 15, 5.4.5
template <class... Facts> struct foreign_key_target_not_unique;
template <> struct rule_facts<rule::foreign_key_target_not_unique> {
  template <class... Facts>
  using type = foreign_key_target_not_unique<Facts..., reference_a_primary_key_or_a_unique_key>;
  static constexpr char sentence[] = "the foreign key on {o} refers to columns of {x} that are no "
                                     "primary key, unique constraint or unique index";
};

template <class... Facts> struct foreign_key_type_differs;
template <> struct rule_facts<rule::foreign_key_type_differs> {
  template <class... Facts>
  using type = foreign_key_type_differs<Facts..., use_the_type_of_the_column_it_refers_to>;
  static constexpr char sentence[] =
      "the foreign key column {o} has another type than the column of {x} that it refers to";
};

// SQL standard, 11.7: a key is of columns; an index may hold expressions and leave rows out
template <class... Facts> struct key_not_of_columns;
template <> struct rule_facts<rule::key_not_of_columns> {
  template <class... Facts> using type = key_not_of_columns<Facts..., name_columns_or_write_unique_index_on>;
  static constexpr char sentence[] =
      "a key names one column or more, and no expression or predicate; unique_index_on takes those";
};

// PostgreSQL 15, ALTER TABLE: ALTER CONSTRAINT is for foreign keys
template <class... Facts> struct only_foreign_keys_wait;
template <> struct rule_facts<rule::only_foreign_keys_wait> {
  template <class... Facts> using type = only_foreign_keys_wait<Facts..., name_a_foreign_key>;
  static constexpr char sentence[] =
      "{o} is no foreign key, and no other constraint is put off; name a foreign key";
};

// PostgreSQL 15, CREATE TABLE and ALTER TABLE: NOT VALID is for what is added to rows
template <class... Facts> struct not_valid_in_vain;
template <> struct rule_facts<rule::not_valid_in_vain> {
  template <class... Facts>
  using type = not_valid_in_vain<Facts..., leave_not_valid_out_or_validate_in_a_later_migration>;
  static constexpr char sentence[] =
      "{o} is not_valid for nothing: that is for a CHECK or a foreign key on a table with rows, validated in "
      "a later migration";
};

template <class... Facts> struct valid_already;
template <> struct rule_facts<rule::valid_already> {
  template <class... Facts> using type = valid_already<Facts..., remove_validate_constraint>;
  static constexpr char sentence[] = "{o} is valid already; remove validate_constraint";
};

template <class... Facts> struct still_referenced;
template <> struct rule_facts<rule::still_referenced> {
  template <class... Facts> using type = still_referenced<Facts..., drop_what_refers_to_it_first>;
  static constexpr char sentence[] = "{o} is still used by {x}; drop or change that first";
};

// rows that stand already would have no value
template <class... Facts> struct not_null_without_default;
template <> struct rule_facts<rule::not_null_without_default> {
  template <class... Facts>
  using type = not_null_without_default<Facts..., add_default_to_or_default_expr_or_nullable>;
  static constexpr char sentence[] =
      "the column {o} is NOT NULL without a default, and the table may hold rows; add default_to<…>, "
      "default_expr<…> or nullable";
};

template <class... Facts> struct default_type_differs;
template <> struct rule_facts<rule::default_type_differs> {
  template <class... Facts>
  using type = default_type_differs<Facts..., give_a_default_of_the_type_of_the_column>;
  static constexpr char sentence[] = "the default of {o} does not fit its type";
};

// PostgreSQL 15, CREATE TABLE
template <class... Facts> struct default_names_column;
template <> struct rule_facts<rule::default_names_column> {
  template <class... Facts> using type = default_names_column<Facts..., a_default_names_no_column>;
  static constexpr char sentence[] = "a default can't name a column, and this one names {o}";
};

// PostgreSQL 15, CREATE TABLE
template <class... Facts> struct generated_with_default;
template <> struct rule_facts<rule::generated_with_default> {
  template <class... Facts> using type = generated_with_default<Facts..., leave_out_the_default>;
  static constexpr char sentence[] =
      "the value of {o} is generated; leave out its default, its identity or its other expression";
};

// PostgreSQL 15, 5.3: it would be worked out in no order that holds
template <class... Facts> struct generated_from_generated;
template <> struct rule_facts<rule::generated_from_generated> {
  template <class... Facts> using type = generated_from_generated<Facts..., write_its_expression_out>;
  static constexpr char sentence[] =
      "{o} is generated, and {x} can't be generated from it; write its expression out";
};

// PostgreSQL 15 works constants out before it knows their collation (heap.c, cookDefault)
template <class... Facts> struct generated_from_constants;
template <> struct rule_facts<rule::generated_from_constants> {
  template <class... Facts> using type = generated_from_constants<Facts..., write_what_it_gives>;
  static constexpr char sentence[] =
      "{o} is of constants alone, and PostgreSQL has no collation for them in a generated column; write what "
      "it gives";
};

// PostgreSQL 15, 5.3; SQLite, "Generated Columns"
template <class... Facts> struct generated_assigned;
template <> struct rule_facts<rule::generated_assigned> {
  template <class... Facts> using type = generated_assigned<Facts..., assign_what_it_is_generated_from>;
  static constexpr char sentence[] =
      "the value of {o} is generated and can't be assigned; assign what it is generated from";
};

template <class... Facts> struct generated_altered;
template <> struct rule_facts<rule::generated_altered> {
  template <class... Facts> using type = generated_altered<Facts..., drop_it_and_add_it_anew>;
  static constexpr char sentence[] =
      "{o} is generated: its type and value can't be altered; drop it and add it anew";
};

// SQLite, "Generated Columns", 2.3
template <class... Facts> struct generated_in_primary_key;
template <> struct rule_facts<rule::generated_in_primary_key> {
  template <class... Facts> using type = generated_in_primary_key<Facts..., make_it_unique_instead>;
  static constexpr char sentence[] =
      "{o} is generated and can't be in a primary key on SQLite; make it unique instead";
};

template <class... Facts> struct conversion_missing;
template <> struct rule_facts<rule::conversion_missing> {
  template <class... Facts> using type = conversion_missing<Facts..., add_conversion_to_set_type>;
  static constexpr char sentence[] =
      "the values of {o} don't become the new type by themselves; write set_type<…, conversion<\"…\">, …>";
};

template <class... Facts> struct reverse_conversion_missing;
template <> struct rule_facts<rule::reverse_conversion_missing> {
  template <class... Facts>
  using type = reverse_conversion_missing<Facts..., add_reverse_conversion_or_irreversible_to_set_type>;
  static constexpr char sentence[] =
      "the way back of the change of {o} can't be derived; add reverse_conversion<\"…\"> or irreversible";
};

template <class... Facts> struct numeric_scale_on_integer;
template <> struct rule_facts<rule::numeric_scale_on_integer> {
  template <class... Facts> using type = numeric_scale_on_integer<Facts..., keep_it_as_text_with_on_sqlite>;
  static constexpr char sentence[] = "the numeric column {o} has digits after the point, which an "
                                     "integer on SQLite would lose; keep it as text";
};

// SQLite rebuilds tables with foreign keys off, so nothing cascades
template <class... Facts> struct rebuild_with_referential_action;
template <> struct rule_facts<rule::rebuild_with_referential_action> {
  template <class... Facts> using type = rebuild_with_referential_action<Facts..., split_the_migration>;
  static constexpr char sentence[] = "this change of rows counts on {x}, and on SQLite the same "
                                     "migration rebuilds {o} with foreign keys off; "
                                     "split it in two";
};

// what SQLite has nothing like stands in a history for PostgreSQL alone
template <class... Facts> struct not_on_sqlite;
template <> struct rule_facts<rule::not_on_sqlite> {
  template <class... Facts> using type = not_on_sqlite<Facts..., write_postgresql_migrations_or_leave_it_out>;
  static constexpr char sentence[] =
      "SQLite can't carry out {x}, and the history is for both databases; if it is for PostgreSQL alone, "
      "write postgresql_migrations<…>, or else leave it out";
};

// PostgreSQL 15 makes one key of two on the same columns in CREATE TABLE, and two of them in ALTER TABLE
template <class... Facts> struct declared_twice;
template <> struct rule_facts<rule::declared_twice> {
  template <class... Facts> using type = declared_twice<Facts..., declare_it_once>;
  static constexpr char sentence[] = "it is declared twice";
};

template <class... Facts> struct history_lacks_table;
template <> struct rule_facts<rule::history_lacks_table> {
  template <class... Facts>
  using type = history_lacks_table<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] =
      "it is declared, and the history does not create it; add create_table in a new migration";
};

template <class... Facts> struct history_lacks_column;
template <> struct rule_facts<rule::history_lacks_column> {
  template <class... Facts>
  using type = history_lacks_column<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] =
      "the column {o} is declared, and the history does not add it; add add_column in a new migration";
};

template <class... Facts> struct history_lacks_constraint;
template <> struct rule_facts<rule::history_lacks_constraint> {
  template <class... Facts>
  using type = history_lacks_constraint<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] = "the constraint {o} is declared, and the history does not add "
                                     "it; add add_constraint in a new migration";
};

template <class... Facts> struct history_lacks_index;
template <> struct rule_facts<rule::history_lacks_index> {
  template <class... Facts>
  using type = history_lacks_index<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] =
      "the index {o} is declared, and the history does not create it; add create_index in a new migration";
};

template <class... Facts> struct history_lacks_enumeration;
template <> struct rule_facts<rule::history_lacks_enumeration> {
  template <class... Facts>
  using type = history_lacks_enumeration<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] = "the enumeration is declared, and the history does not create "
                                     "it; add create_enumeration in a new migration";
};

template <class... Facts> struct tables_lack_table;
template <> struct rule_facts<rule::tables_lack_table> {
  template <class... Facts>
  using type = tables_lack_table<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] =
      "the history ends with this table, and it is not declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_column;
template <> struct rule_facts<rule::tables_lack_column> {
  template <class... Facts>
  using type = tables_lack_column<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history ends with the column {o}, and it is not "
                                     "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_constraint;
template <> struct rule_facts<rule::tables_lack_constraint> {
  template <class... Facts>
  using type = tables_lack_constraint<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history ends with the constraint {o}, and it is not "
                                     "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_index;
template <> struct rule_facts<rule::tables_lack_index> {
  template <class... Facts>
  using type = tables_lack_index<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] =
      "the history ends with the index {o}, and it is not declared; declare it or drop it in a new migration";
};

template <class... Facts> struct tables_lack_enumeration;
template <> struct rule_facts<rule::tables_lack_enumeration> {
  template <class... Facts>
  using type = tables_lack_enumeration<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history ends with this enumeration, and it is not "
                                     "declared; declare it or drop it in a new migration";
};

template <class... Facts> struct type_differs;
template <> struct rule_facts<rule::type_differs> {
  template <class... Facts>
  using type = type_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] =
      "the column {o} is declared with another type than the history ends with; alter it in a new migration";
};

template <class... Facts> struct nullability_differs;
template <> struct rule_facts<rule::nullability_differs> {
  template <class... Facts>
  using type = nullability_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] =
      "the column {o} is nullable in the tables or at the end of the history, not in both; use set_not_null "
      "or drop_not_null in a new migration";
};

template <class... Facts> struct default_differs;
template <> struct rule_facts<rule::default_differs> {
  template <class... Facts>
  using type = default_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] =
      "the column {o} is declared with another default than the history ends with; use set_default or "
      "drop_default in a new migration";
};

template <class... Facts> struct generation_differs;
template <> struct rule_facts<rule::generation_differs> {
  template <class... Facts>
  using type = generation_differs<Facts..., drop_it_and_add_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the column {o} is not generated from the same in the tables and at "
                                     "the end of the history; drop it and "
                                     "add it in a new migration, or correct the tables";
};

template <class... Facts> struct identity_differs;
template <> struct rule_facts<rule::identity_differs> {
  template <class... Facts>
  using type = identity_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the column {o} is identity in the tables or at the end of the "
                                     "history, not in both, or from another number "
                                     "on";
};

template <class... Facts> struct comment_differs;
template <> struct rule_facts<rule::comment_differs> {
  template <class... Facts>
  using type = comment_differs<Facts..., set_comment_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the comment of {o} is declared otherwise than the history ends "
                                     "with; use set_comment in a new migration";
};

template <class... Facts> struct collation_differs;
template <> struct rule_facts<rule::collation_differs> {
  template <class... Facts>
  using type = collation_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] =
      "the column {o} is declared with another collation than the history ends with; use set_collation or "
      "drop_collation in a new migration";
};

template <class... Facts> struct constraint_differs;
template <> struct rule_facts<rule::constraint_differs> {
  template <class... Facts>
  using type = constraint_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the constraint {o} is declared otherwise than the history "
                                     "ends with; drop and add it in a new migration";
};

template <class... Facts> struct index_differs;
template <> struct rule_facts<rule::index_differs> {
  template <class... Facts>
  using type = index_differs<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] =
      "the index {o} is declared otherwise than the history ends with; drop and create it in a new migration";
};

template <class... Facts> struct labels_differ;
template <> struct rule_facts<rule::labels_differ> {
  template <class... Facts>
  using type = labels_differ<Facts..., alter_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the enumeration's labels differ from those that the history "
                                     "ends with at {o}; use add_value in a new migration";
};

} // namespace schema::verdict
