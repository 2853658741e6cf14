// Floor 4. The rules of programs of one version that meet the schema of another.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

template <class... Facts> struct no_such_version;
template <> struct rule_facts<rule::no_such_version> {
  template <class... Facts> using type = no_such_version<Facts..., write_versions_of_the_history>;
  static constexpr char sentence[] = "the history has no migration of this version";
};

template <class... Facts> struct table_gone;
template <> struct rule_facts<rule::table_gone> {
  template <class... Facts> using type = table_gone<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program that knows the table does not find it under its name";
};

template <class... Facts> struct column_gone;
template <> struct rule_facts<rule::column_gone> {
  template <class... Facts> using type = column_gone<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program that knows {o} does not find it under its name";
};

template <class... Facts> struct column_holds_other_values;
template <> struct rule_facts<rule::column_holds_other_values> {
  template <class... Facts>
  using type = column_holds_other_values<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] =
      "what a program reads from {o} and writes to it is not what it holds: {x}";
};

template <class... Facts> struct column_may_be_null;
template <> struct rule_facts<rule::column_may_be_null> {
  template <class... Facts> using type = column_may_be_null<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program that knows {o} as NOT NULL may read NULL";
};

template <class... Facts> struct column_takes_no_null;
template <> struct rule_facts<rule::column_takes_no_null> {
  template <class... Facts>
  using type = column_takes_no_null<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program may write NULL into {o}, which takes none";
};

template <class... Facts> struct column_must_be_filled;
template <> struct rule_facts<rule::column_must_be_filled> {
  template <class... Facts>
  using type = column_must_be_filled<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program that leaves {o} out can write no row";
};

template <class... Facts> struct constraint_may_refuse;
template <> struct rule_facts<rule::constraint_may_refuse> {
  template <class... Facts>
  using type = constraint_may_refuse<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "{o} may refuse rows that a program writes";
};

template <class... Facts> struct key_gone;
template <> struct rule_facts<rule::key_gone> {
  template <class... Facts> using type = key_gone<Facts..., replace_programs_before_this_migration>;
  static constexpr char sentence[] = "a program may name the key {o} in ON CONFLICT, and count on it";
};

} // namespace schema::verdict
