// Floor 4. The rules of SQL expressions and data statements; those of the history are in rules.hpp.
#pragma once

#include <schema/rules/faults.hpp>

namespace schema::verdict {

/// What belongs to a rule. `type` is the verdict over the facts of a finding; in a sentence {o} stands for
/// the name that it is about and {x} for what else takes part.
template <rule Broken> struct rule_facts;

template <class... Facts> struct syntax_error;
template <> struct rule_facts<rule::syntax_error> {
  template <class... Facts>
  using type = syntax_error<Facts..., use_execute_for_sql_that_the_library_does_not_know>;
  static constexpr char sentence[] =
      "this SQL is not understood at {o}; for SQL that the library does not know there is execute";
};

// PostgreSQL 15, appendix C; SQLite, keywords
template <class... Facts> struct reserved_word_unquoted;
template <> struct rule_facts<rule::reserved_word_unquoted> {
  template <class... Facts> using type = reserved_word_unquoted<Facts..., put_it_in_double_quotes>;
  static constexpr char sentence[] = "{o} is a reserved word; as a name it stands in double quotes";
};

template <class... Facts> struct unknown_function;
template <> struct rule_facts<rule::unknown_function> {
  template <class... Facts>
  using type = unknown_function<Facts..., use_execute_for_sql_that_the_library_does_not_know>;
  static constexpr char sentence[] = "{o} is no function that both backends have";
};

// PostgreSQL 15, 11.7; SQLite refuses it in a CHECK too: what held when the row was written may not hold
// today
template <class... Facts> struct volatile_function;
template <> struct rule_facts<rule::volatile_function> {
  template <class... Facts> using type = volatile_function<Facts..., compute_it_when_rows_are_written>;
  static constexpr char sentence[] = "{o} changes from one call to the next, and a CHECK or an "
                                     "index can't follow; store its value in a column";
};

// PostgreSQL 15, CREATE INDEX and 38.7: what is in an index is IMMUTABLE
template <class... Facts> struct index_not_immutable;
template <> struct rule_facts<rule::index_not_immutable> {
  template <class... Facts> using type = index_not_immutable<Facts..., compute_it_when_rows_are_written>;
  static constexpr char sentence[] =
      "{o} depends on settings of the session, its time zone or its style of dates, and "
      "can't stand in an index or a generated column; compute it when rows are written";
};

// PostgreSQL 15, CREATE INDEX and 11.6
template <class... Facts> struct index_method_refused;
template <> struct rule_facts<rule::index_method_refused> {
  template <class... Facts> using type = index_method_refused<Facts..., leave_out_the_method_of_the_index>;
  static constexpr char sentence[] =
      "an index by {x} on PostgreSQL does not take {o}; leave out its method, or what it does not take";
};

// PostgreSQL 15, 9.1 to 9.4 and 10.2: no operator takes both, or SQLite's means something else
template <class... Facts> struct type_mismatch;
template <> struct rule_facts<rule::type_mismatch> {
  template <class... Facts> using type = type_mismatch<Facts..., cast_one_side_to_the_type_of_the_other>;
  static constexpr char sentence[] =
      "{o} puts together {x}, which no operator takes on both backends; cast one side";
};

// PostgreSQL 15, 24.2: of two implicit collations it takes neither; SQLite takes the left one
template <class... Facts> struct collations_mixed;
template <> struct rule_facts<rule::collations_mixed> {
  template <class... Facts> using type = collations_mixed<Facts..., give_the_columns_one_collation>;
  static constexpr char sentence[] =
      "the texts at {o} have the collations {x}, of which PostgreSQL takes neither; give the columns one";
};

// PostgreSQL 15, 9.1: what AND, OR, NOT, WHEN, a CHECK and a predicate take is boolean
template <class... Facts> struct condition_not_boolean;
template <> struct rule_facts<rule::condition_not_boolean> {
  template <class... Facts> using type = condition_not_boolean<Facts..., write_a_comparison>;
  static constexpr char sentence[] = "{o} stands as a condition and is {x}; write a comparison";
};

// PostgreSQL 15, 4.1.2.7: a string literal is read as the type that it stands beside
template <class... Facts> struct literal_not_of_type;
template <> struct rule_facts<rule::literal_not_of_type> {
  template <class... Facts> using type = literal_not_of_type<Facts..., write_a_value_of_that_type>;
  static constexpr char sentence[] = "{o} stands for {x} and is no literal of it as both backends write it";
};

// PostgreSQL 15, 9.3, 9.4 and 10.3
template <class... Facts> struct argument_type_differs;
template <> struct rule_facts<rule::argument_type_differs> {
  template <class... Facts> using type = argument_type_differs<Facts..., cast_it_to_what_the_function_takes>;
  static constexpr char sentence[] = "the function {o} takes no {x} in this place; cast it";
};

// PostgreSQL 15, CREATE CAST and pg_cast
template <class... Facts> struct no_such_cast;
template <> struct rule_facts<rule::no_such_cast> {
  template <class... Facts> using type = no_such_cast<Facts..., cast_by_way_of_a_type_between_or_write_case>;
  static constexpr char sentence[] = "no cast leads from {x} to {o}";
};

// PostgreSQL 15, 10.4: USING gives what goes into the column by assignment
template <class... Facts> struct conversion_type_differs;
template <> struct rule_facts<rule::conversion_type_differs> {
  template <class... Facts> using type = conversion_type_differs<Facts..., cast_it_to_the_new_type>;
  static constexpr char sentence[] = "the conversion of {o} gives {x}, which is not the type of the column";
};

// PostgreSQL 15, 8.1 and 9.3: it fails before it looks at a row; SQLite has one integer type, and reals
// behind it
template <class... Facts> struct constant_out_of_range;
template <> struct rule_facts<rule::constant_out_of_range> {
  template <class... Facts> using type = constant_out_of_range<Facts..., use_a_type_that_holds_it>;
  static constexpr char sentence[] =
      "{o} is, or may be, beyond what {x} holds on PostgreSQL; use a type that holds it";
};

// PostgreSQL 15, 9.3; SQLite makes NULL of it
template <class... Facts> struct division_by_zero;
template <> struct rule_facts<rule::division_by_zero> {
  template <class... Facts> using type = division_by_zero<Facts..., divide_by_another_number>;
  static constexpr char sentence[] = "{o} divides by what is, or may be, zero, which PostgreSQL refuses and "
                                     "SQLite makes NULL; divide by another number";
};

// SQLite's CAST makes a value of anything, where PostgreSQL refuses
template <class... Facts> struct cast_not_checked;
template <> struct rule_facts<rule::cast_not_checked> {
  template <class... Facts> using type = cast_not_checked<Facts..., write_a_literal_or_use_execute>;
  static constexpr char sentence[] = "on SQLite the cast to {o} would make a value of what PostgreSQL "
                                     "refuses; write it otherwise or use execute";
};

// SQLite's LIKE folds case; a literal pattern becomes GLOB, which does not
template <class... Facts> struct like_pattern_computed;
template <> struct rule_facts<rule::like_pattern_computed> {
  template <class... Facts> using type = like_pattern_computed<Facts..., write_the_pattern_as_a_literal>;
  static constexpr char sentence[] =
      "the pattern of LIKE is no literal, and SQLite would fold case; write the pattern as a literal";
};

// SQLite keeps labels as text, which sorts otherwise
template <class... Facts> struct labels_ordered;
template <> struct rule_facts<rule::labels_ordered> {
  template <class... Facts> using type = labels_ordered<Facts..., name_the_labels_with_in_or_case>;
  static constexpr char sentence[] = "labels of an enumeration are compared by order at {o}, and "
                                     "SQLite sorts them as text; name them with IN or CASE";
};

// json has no = on PostgreSQL, and text of equal json may differ
template <class... Facts> struct json_compared;
template <> struct rule_facts<rule::json_compared> {
  template <class... Facts> using type = json_compared<Facts..., compare_a_text_taken_out_of_it>;
  static constexpr char sentence[] =
      "json is compared at {o}, which the backends do otherwise; compare a text taken out of it";
};

// SQLite, "JSON Functions", 4.9: what is no plain name is read as a path
template <class... Facts> struct json_key_not_plain;
template <> struct rule_facts<rule::json_key_not_plain> {
  template <class... Facts>
  using type = json_key_not_plain<Facts..., write_the_key_as_a_literal_name_or_an_index>;
  static constexpr char sentence[] = "the key behind {o} is no plain name and no index from 0 on, written "
                                     "as a literal, so that SQLite would read a path";
};

// of data statements, which are sent as they stand
template <class... Facts> struct not_on_both_backends;
template <> struct rule_facts<rule::not_on_both_backends> {
  template <class... Facts>
  using type = not_on_both_backends<Facts..., write_what_both_backends_have_or_use_execute>;
  static constexpr char sentence[] = "{o} is not SQL of both backends; write it otherwise or use execute";
};

} // namespace schema::verdict
