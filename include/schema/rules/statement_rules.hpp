// Floor 4. The rules of data statements.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

// SQL standard, 6.7 <column reference>: one table in reach has the column
template <class... Facts> struct ambiguous_column;
template <> struct rule_facts<rule::ambiguous_column> {
  template <class... Facts> using type = ambiguous_column<Facts..., put_the_name_of_its_table_before_it>;
  static constexpr char sentence[] =
      "{o} is a column of more than one table here; put the name of its table before it";
};

// PostgreSQL 15, 7.2.1.2 and 7.8; of sources SQLite looks when a column is called by the name
template <class... Facts> struct source_named_twice;
template <> struct rule_facts<rule::source_named_twice> {
  template <class... Facts> using type = source_named_twice<Facts..., give_one_of_them_another_name>;
  static constexpr char sentence[] =
      "two sources of one FROM, or two queries of one WITH, are called {o}; give one of them another name";
};

// PostgreSQL 15, 7.2.3; SQLite would take the value of any row
template <class... Facts> struct column_not_grouped;
template <> struct rule_facts<rule::column_not_grouped> {
  template <class... Facts> using type = column_not_grouped<Facts..., add_it_to_group_by_or_aggregate_it>;
  static constexpr char sentence[] =
      "{o} stands beside aggregates and is no key of GROUP BY; group by it or aggregate it";
};

// PostgreSQL 15, INSERT and 9.23; SQLite, INSERT
template <class... Facts> struct value_count_differs;
template <> struct rule_facts<rule::value_count_differs> {
  template <class... Facts> using type = value_count_differs<Facts..., give_as_many_values_as_columns>;
  static constexpr char sentence[] = "values for columns are {x}; give as many values as columns";
};

// PostgreSQL 15, 10.4; SQLite, STRICT tables
template <class... Facts> struct value_type_differs;
template <> struct rule_facts<rule::value_type_differs> {
  template <class... Facts> using type = value_type_differs<Facts..., give_a_value_of_the_type_of_the_column>;
  static constexpr char sentence[] =
      "{o} gets {x}, which does not go into it as it is on both backends; give a value of its type";
};

// PostgreSQL 15, 5.4.2
template <class... Facts> struct null_into_not_null;
template <> struct rule_facts<rule::null_into_not_null> {
  template <class... Facts> using type = null_into_not_null<Facts..., give_a_value_or_drop_its_not_null>;
  static constexpr char sentence[] = "{o} is NOT NULL and gets NULL; give a value";
};

template <class... Facts> struct required_column_missing;
template <> struct rule_facts<rule::required_column_missing> {
  template <class... Facts>
  using type = required_column_missing<Facts..., name_it_with_a_value_or_give_it_a_default>;
  static constexpr char sentence[] =
      "{o} is NOT NULL, has no default and is given no value; name it with a value";
};

// PostgreSQL 15, INSERT, "ON CONFLICT Clause"; SQLite, UPSERT
template <class... Facts> struct conflict_not_on_key;
template <> struct rule_facts<rule::conflict_not_on_key> {
  template <class... Facts> using type = conflict_not_on_key<Facts..., name_the_columns_of_a_key>;
  static constexpr char sentence[] =
      "no primary key, UNIQUE or unique index is of the columns that ON CONFLICT names; name those of a key";
};

// SQLite works a value out when it comes to its row: a select in it sees the rows before as they are by then
template <class... Facts> struct update_reads_itself;
template <> struct rule_facts<rule::update_reads_itself> {
  template <class... Facts> using type = update_reads_itself<Facts..., take_it_from_a_select_in_from>;
  static constexpr char sentence[] =
      "{o} is read by a select in the UPDATE that assigns it, and SQLite would see "
      "the rows that are changed already; take it from a select in FROM";
};

} // namespace schema::verdict
