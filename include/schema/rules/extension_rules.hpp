// Floor 4. The rules of extensions.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

template <class... Facts> struct extension_exists;
template <> struct rule_facts<rule::extension_exists> {
  template <class... Facts> using type = extension_exists<Facts..., leave_it_out>;
  static constexpr char sentence[] = "the extension {o} stands already; leave it out";
};

template <class... Facts> struct no_such_extension;
template <> struct rule_facts<rule::no_such_extension> {
  template <class... Facts> using type = no_such_extension<Facts...>;
  static constexpr char sentence[] = "no migration before it creates the extension {o}";
};

template <class... Facts> struct history_lacks_extension;
template <> struct rule_facts<rule::history_lacks_extension> {
  template <class... Facts>
  using type = history_lacks_extension<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] = "the extension {o} is declared, and the history does not create it; "
                                     "add create_extension in a new migration";
};

template <class... Facts> struct tables_lack_extension;
template <> struct rule_facts<rule::tables_lack_extension> {
  template <class... Facts>
  using type = tables_lack_extension<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history creates the extension {o}, and it is not declared; declare "
                                     "it, or drop it in a new migration";
};

} // namespace schema::verdict
