// What the last migration of a sound history, or a declared table, does wrong: for the size of errors.
#pragma once

#include "history_writer.hpp"

namespace generator {

/// A fault, and the rule that the error must name.
struct fault_case {
  const char *name, *rule;
};
inline constexpr fault_case faults[] = {{"no_such_column", "no_such_column"},
                                        {"no_such_table", "no_such_table"},
                                        {"table_exists", "table_exists"},
                                        {"name_refused", "name_refused"},
                                        {"foreign_key_target_missing", "foreign_key_target_missing"},
                                        {"foreign_key_type_differs", "foreign_key_type_differs"},
                                        {"still_referenced", "still_referenced"},
                                        {"not_null_without_default", "not_null_without_default"},
                                        {"reserved_word_unquoted", "reserved_word_unquoted"},
                                        {"no_such_name_in_check", "no_such_column"},
                                        {"tables_lack_column", "tables_lack_column"},
                                        {"history_lacks_column", "history_lacks_column"},
                                        {"six_differences", "history_lacks_column"}};

/// Adds a fault to a history; false when there is none of that name.
inline bool break_history(history_writer& history, const std::string& fault) {
  table& t = history.now.tables[7];
  const std::string name = quote(t.name), column_name = quote(t.columns[2].name);
  if (fault == "no_such_column") {
    std::string misspelt = t.columns[2].name;
    std::swap(misspelt[1], misspelt[2]);
    history.add("create_index<" + name + ", index_on<" + quote(misspelt) + ">>");
  } else if (fault == "no_such_table")
    history.add("drop_table<\"tabel_7\">");
  else if (fault == "table_exists")
    history.add("create_table<" + name + ", column<\"id\", uuid>>");
  else if (fault == "name_refused")
    history.add("add_column<" + name + ", column<\"Order Details\", text, nullable>>");
  else if (fault == "foreign_key_target_missing")
    history.add("add_column<" + name +
                ", column<\"other_id\", uuid, nullable, references<\"tabel_8\", \"id\">>>");
  else if (fault == "foreign_key_type_differs")
    history.add("add_column<" + name + ", column<\"other_id\", bigint, nullable, references<" + name +
                ", \"id\">>>");
  else if (fault == "still_referenced")
    history.add("drop_table<" + name + ">");
  else if (fault == "not_null_without_default")
    history.add("add_column<" + name + ", column<\"added\", text>>");
  else if (fault == "reserved_word_unquoted")
    history.add("add_constraint<" + name + ", check<\"order > 0\">>");
  else if (fault == "no_such_name_in_check")
    history.add("add_constraint<" + name + ", check<\"colum_7_2 > 0\">>");
  else if (fault == "tables_lack_column")
    history.add("add_column<" + name + ", column<\"added\", text, nullable>>");
  else if (fault == "history_lacks_column")
    t.columns.push_back({.name = "added", .type = "text"});
  else if (fault == "six_differences")
    for (std::size_t i = 7; i < 13; ++i)
      history.now.tables[i].columns.push_back({.name = "added", .type = "text"});
  else
    return false;
  history.finish("broken");
  return true;
}

} // namespace generator
