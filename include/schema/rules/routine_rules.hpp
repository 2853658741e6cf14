// Floor 4. The rules of functions and triggers.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

template <class... Facts> struct function_exists;
template <> struct rule_facts<rule::function_exists> {
  template <class... Facts> using type = function_exists<Facts..., replace_it_or_give_it_another_name>;
  static constexpr char sentence[] =
      "the function {o} exists already; write replace_function, or give it another name";
};

template <class... Facts> struct no_such_function;
template <> struct rule_facts<rule::no_such_function> {
  template <class... Facts> using type = no_such_function<Facts...>;
  static constexpr char sentence[] = "there is no function {o}";
};

// SQLite has one list of triggers for all tables
template <class... Facts> struct trigger_exists;
template <> struct rule_facts<rule::trigger_exists> {
  template <class... Facts> using type = trigger_exists<Facts..., give_it_another_name>;
  static constexpr char sentence[] = "the trigger {o} exists already, on this table or on another";
};

template <class... Facts> struct no_such_trigger;
template <> struct rule_facts<rule::no_such_trigger> {
  template <class... Facts> using type = no_such_trigger<Facts...>;
  static constexpr char sentence[] = "there is no trigger {o}";
};

template <class... Facts> struct text_missing;
template <> struct rule_facts<rule::text_missing> {
  template <class... Facts>
  using type = text_missing<Facts..., write_it_for_that_backend_or_an_empty_one_if_it_is_not_to_be_there>;
  static constexpr char sentence[] =
      "{o} has no text for {x}; write one, an empty one if it is not to be there";
};

template <class... Facts> struct text_makes_another;
template <> struct rule_facts<rule::text_makes_another> {
  template <class... Facts>
  using type = text_makes_another<Facts..., write_create_with_that_name_and_nothing_behind_it>;
  static constexpr char sentence[] =
      "the text for {x} has another name in the place of {o}, or more than one statement; it begins with "
      "CREATE FUNCTION or CREATE TRIGGER and the declared name, and names the declared table behind ON";
};

template <class... Facts> struct use_not_declared;
template <> struct rule_facts<rule::use_not_declared> {
  template <class... Facts> using type = use_not_declared<Facts..., add_uses_or_calls_with_that_name>;
  static constexpr char sentence[] =
      "the text of {x} names {o}, which it does not say that it uses; add uses<…>, of a function calls<…>";
};

template <class... Facts> struct history_lacks_function;
template <> struct rule_facts<rule::history_lacks_function> {
  template <class... Facts>
  using type = history_lacks_function<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] = "the function {o} is declared, and the history does not create it; add "
                                     "create_function in a new migration";
};

template <class... Facts> struct history_lacks_trigger;
template <> struct rule_facts<rule::history_lacks_trigger> {
  template <class... Facts>
  using type = history_lacks_trigger<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] = "the trigger {o} is declared, and the history does not create it; add "
                                     "create_trigger in a new migration";
};

template <class... Facts> struct tables_lack_function;
template <> struct rule_facts<rule::tables_lack_function> {
  template <class... Facts>
  using type = tables_lack_function<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history creates the function {o}, and it is not declared; declare "
                                     "it, or drop it in a new migration";
};

template <class... Facts> struct tables_lack_trigger;
template <> struct rule_facts<rule::tables_lack_trigger> {
  template <class... Facts>
  using type = tables_lack_trigger<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] = "the history creates the trigger {o}, and it is not declared; declare "
                                     "it, or drop it in a new migration";
};

template <class... Facts> struct function_differs;
template <> struct rule_facts<rule::function_differs> {
  template <class... Facts>
  using type = function_differs<Facts..., replace_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the function {o} is declared with another text than the history ends "
                                     "with; use replace_function in a new migration, or correct the tables";
};

template <class... Facts> struct trigger_differs;
template <> struct rule_facts<rule::trigger_differs> {
  template <class... Facts>
  using type = trigger_differs<Facts..., drop_it_and_add_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the trigger {o} is declared with another text, or on another table, "
                                     "than the history ends with; drop it "
                                     "and create it in a new migration, or correct the tables";
};

} // namespace schema::verdict
