// Floor 4. The rules of views.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

// tables and views share one namespace
template <class... Facts> struct view_exists;
template <> struct rule_facts<rule::view_exists> {
  template <class... Facts> using type = view_exists<Facts..., replace_it_or_give_it_another_name>;
  static constexpr char sentence[] = "the view exists already; write replace_view, or give it another name";
};

template <class... Facts> struct no_such_view;
template <> struct rule_facts<rule::no_such_view> {
  template <class... Facts> using type = no_such_view<Facts...>;
  static constexpr char sentence[] = "there is no view {o}";
};

// SQLite, "CREATE VIEW": rows are changed through none
template <class... Facts> struct not_a_table;
template <> struct rule_facts<rule::not_a_table> {
  template <class... Facts> using type = not_a_table<Facts..., it_is_a_view_so_change_what_it_reads>;
  static constexpr char sentence[] = "it is a view: rows and columns are those of the tables that it reads";
};

// PostgreSQL 15, DROP VIEW and DROP MATERIALIZED VIEW: each takes its own kind
template <class... Facts> struct view_of_another_kind;
template <> struct rule_facts<rule::view_of_another_kind> {
  template <class... Facts> using type = view_of_another_kind<Facts..., write_the_operation_of_its_kind>;
  static constexpr char sentence[] = "it is a {x}, which has operations of its own; one that is "
                                     "materialized gets another query by a drop and a create";
};

template <class... Facts> struct view_column_unnamed;
template <> struct rule_facts<rule::view_column_unnamed> {
  template <class... Facts> using type = view_column_unnamed<Facts..., name_it_with_as>;
  static constexpr char sentence[] = "a column of a view needs a name: {o} AS name";
};

template <class... Facts> struct view_reads_itself;
template <> struct rule_facts<rule::view_reads_itself> {
  template <class... Facts> using type = view_reads_itself<Facts..., read_the_tables_below_it>;
  static constexpr char sentence[] = "the view would read itself; read the tables below it";
};

template <class... Facts> struct history_lacks_view;
template <> struct rule_facts<rule::history_lacks_view> {
  template <class... Facts>
  using type = history_lacks_view<Facts..., add_it_to_the_history_in_a_new_migration>;
  static constexpr char sentence[] =
      "the view is declared, and the history does not create it; add create_view in a new migration";
};

template <class... Facts> struct tables_lack_view;
template <> struct rule_facts<rule::tables_lack_view> {
  template <class... Facts>
  using type = tables_lack_view<Facts..., add_it_to_the_tables_or_drop_it_in_a_new_migration>;
  static constexpr char sentence[] =
      "the history creates the view, and it is not declared; declare it, or drop it in a new migration";
};

template <class... Facts> struct view_differs;
template <> struct rule_facts<rule::view_differs> {
  template <class... Facts>
  using type = view_differs<Facts..., replace_it_in_a_new_migration_or_correct_the_tables>;
  static constexpr char sentence[] = "the view is declared with another query than the history ends with; "
                                     "use replace_view in a new migration (drop and create one that is "
                                     "materialized), or correct the tables";
};

} // namespace schema::verdict
