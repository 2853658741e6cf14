// Floor 6. The rules of seeds that are part of a program.
#pragma once

#include <schema/rules/faults.hpp>

namespace schema::verdict {

template <rule Broken> struct rule_facts;

// RFC 4180; UTF-8 as RFC 3629 has it
template <class... Facts> struct seed_not_csv;
template <> struct rule_facts<rule::seed_not_csv> {
  template <class... Facts> using type = seed_not_csv<Facts..., write_csv_as_rfc_4180_has_it>;
  static constexpr char sentence[] = "{x}";
};

template <class... Facts> struct seed_cell_count_differs;
template <> struct rule_facts<rule::seed_cell_count_differs> {
  template <class... Facts>
  using type = seed_cell_count_differs<Facts..., give_as_many_cells_as_the_first_line_has_names>;
  static constexpr char sentence[] = "this row has not as many cells as the first line has names";
};

template <class... Facts> struct seed_no_such_table;
template <> struct rule_facts<rule::seed_no_such_table> {
  template <class... Facts> using type = seed_no_such_table<Facts..., name_the_file_as_its_table>;
  static constexpr char sentence[] = "there is no table of the name that this file has";
};

template <class... Facts> struct seed_without_primary_key;
template <> struct rule_facts<rule::seed_without_primary_key> {
  template <class... Facts> using type = seed_without_primary_key<Facts..., give_the_table_a_primary_key>;
  static constexpr char sentence[] = "this table has no primary key to tell its rows apart; give it one";
};

template <class... Facts> struct seed_no_such_column;
template <> struct rule_facts<rule::seed_no_such_column> {
  template <class... Facts> using type = seed_no_such_column<Facts..., name_a_column_of_the_table>;
  static constexpr char sentence[] = "{o} is no column of this table";
};

template <class... Facts> struct seed_column_twice;
template <> struct rule_facts<rule::seed_column_twice> {
  template <class... Facts> using type = seed_column_twice<Facts..., name_it_once>;
  static constexpr char sentence[] = "{o} is named twice in the first line";
};

// PostgreSQL 15, 5.3; SQLite, "Generated Columns"
template <class... Facts> struct seed_column_generated;
template <> struct rule_facts<rule::seed_column_generated> {
  template <class... Facts> using type = seed_column_generated<Facts..., leave_its_column_out>;
  static constexpr char sentence[] = "{o} is generated, and the database works it out; leave it out";
};

// PostgreSQL 15, 5.4.2; rows are known by their primary key
template <class... Facts> struct seed_column_missing;
template <> struct rule_facts<rule::seed_column_missing> {
  template <class... Facts> using type = seed_column_missing<Facts..., name_it_in_the_first_line>;
  static constexpr char sentence[] =
      "{o} is missing in the first line: it is of the primary key, or NOT NULL without a default";
};

template <class... Facts> struct seed_key_insert_only;
template <> struct rule_facts<rule::seed_key_insert_only> {
  template <class... Facts> using type = seed_key_insert_only<Facts..., take_the_exclamation_mark_off>;
  static constexpr char sentence[] = "{o} is of the primary key, which tells rows apart: it takes no !";
};

// PostgreSQL 15, chapter 8; SQLite, STRICT tables
template <class... Facts> struct seed_value_not_of_type;
template <> struct rule_facts<rule::seed_value_not_of_type> {
  template <class... Facts> using type = seed_value_not_of_type<Facts..., write_a_value_of_that_type>;
  static constexpr char sentence[] = "{o} takes {x}, which this is none of";
};

template <class... Facts> struct seed_text_too_long;
template <> struct rule_facts<rule::seed_text_too_long> {
  template <class... Facts> using type = seed_text_too_long<Facts..., shorten_it>;
  static constexpr char sentence[] = "this text is longer than {o} may be";
};

template <class... Facts> struct seed_label_unknown;
template <> struct rule_facts<rule::seed_label_unknown> {
  template <class... Facts> using type = seed_label_unknown<Facts..., write_one_of_its_labels>;
  static constexpr char sentence[] = "{o} takes a label of {x}, which this is none of";
};

template <class... Facts> struct seed_null_in_not_null;
template <> struct rule_facts<rule::seed_null_in_not_null> {
  template <class... Facts>
  using type = seed_null_in_not_null<Facts..., write_a_value_or_two_quotation_marks_for_the_empty_text>;
  static constexpr char sentence[] =
      "{o} is NOT NULL and gets NULL; write a value, or \"\" for the empty text";
};

template <class... Facts> struct seed_lone_at;
template <> struct rule_facts<rule::seed_lone_at> {
  template <class... Facts> using type = seed_lone_at<Facts..., begin_it_with_two_of_them_for_a_text>;
  static constexpr char sentence[] = "a text that begins with @ is written with two of them";
};

template <class... Facts> struct seed_password_kept;
template <> struct rule_facts<rule::seed_password_kept> {
  template <class... Facts>
  using type = seed_password_kept<Facts..., end_the_name_of_its_column_with_an_exclamation_mark>;
  static constexpr char sentence[] =
      "@admin-password needs a column that is written on insert only: end {o} in the first line with !";
};

template <class... Facts> struct seed_key_repeated;
template <> struct rule_facts<rule::seed_key_repeated> {
  template <class... Facts> using type = seed_key_repeated<Facts..., give_one_of_the_rows_another>;
  static constexpr char sentence[] = "{o} is unique, and {x} has the same";
};

template <class... Facts> struct seed_reference_missing;
template <> struct rule_facts<rule::seed_reference_missing> {
  template <class... Facts>
  using type = seed_reference_missing<Facts..., add_the_row_or_say_upon_which_set_this_one_builds>;
  static constexpr char sentence[] =
      "{o} refers to a row of {x} that is neither in this set nor in one that it builds upon";
};

template <class... Facts> struct seed_check_violated;
template <> struct rule_facts<rule::seed_check_violated> {
  template <class... Facts> using type = seed_check_violated<Facts..., write_what_the_check_takes>;
  static constexpr char sentence[] = "the CHECK {o} is false for this row";
};

// What depends on a locale, the clock or a default that is worked out when the row is written
template <class... Facts> struct seed_check_undecided;
template <> struct rule_facts<rule::seed_check_undecided> {
  template <class... Facts>
  using type = seed_check_undecided<Facts..., write_the_cells_it_needs_or_add_it_to_left_to_database>;
  static constexpr char sentence[] =
      "{o} is not decided for this row before there is a database; write the cells that it "
      "needs, or add it to left_to_database";
};

template <class... Facts> struct seed_left_in_vain;
template <> struct rule_facts<rule::seed_left_in_vain> {
  template <class... Facts> using type = seed_left_in_vain<Facts..., take_it_off_left_to_database>;
  static constexpr char sentence[] =
      "{o} is left to the database, but nothing of that name needs to be; take it off";
};

} // namespace schema::verdict
