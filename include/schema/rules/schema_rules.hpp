// Floor 4. The rules of schemas besides the default one.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

template <class... Facts> struct schema_exists;
template <> struct rule_facts<rule::schema_exists> {
  template <class... Facts> using type = schema_exists<Facts..., leave_it_out>;
  static constexpr char sentence[] = "the schema {o} stands already; leave it out";
};

template <class... Facts> struct no_such_schema;
template <> struct rule_facts<rule::no_such_schema> {
  template <class... Facts> using type = no_such_schema<Facts..., create_schema_before_it>;
  static constexpr char sentence[] =
      "no migration before it creates the schema {o}; add create_schema, or leave the schema out of the name";
};

// PostgreSQL has a statement for each, and what lies between may be taken
template <class... Facts> struct moved_and_renamed;
template <> struct rule_facts<rule::moved_and_renamed> {
  template <class... Facts> using type = moved_and_renamed<Facts..., write_a_rename_table_for_each>;
  static constexpr char sentence[] =
      "to become {x} it is moved to another schema and renamed as well; write a rename_table for each";
};

} // namespace schema::verdict
