// generate schema TABLES COLUMNS MIGRATIONS [declared|proven|stated|FAULT]: a translation unit that asserts
// the proof of a large history (stated: with a CHECK and a data statement in each migration), or one whose
// proof fails. generate tables COUNT: a header with a history for run_time, a table of six columns and an
// index a migration.
#include "faults.hpp"

#include <cstdio>
#include <cstring>
#include <iostream>

namespace {

using namespace generator;

void print_schema(const history_writer& history, bool is_proven) {
  std::cout << "#include <schema/dsl.hpp>\n\nnamespace app {\nusing namespace schema::dsl;\n\n";
  for (const auto& migration : history.migrations) std::cout << migration << "\n";
  std::string list;
  for (const auto& e : history.now.enumerations) {
    std::cout << "struct " << e.name << "_labels : enumeration<" << e.list() << "> {};\n";
    list += (list.empty() ? "" : ", ") + e.name + "_labels";
  }
  for (std::size_t t = 0; t < history.now.tables.size(); ++t) {
    std::cout << "struct t" << t << " : table<" << history.now.body(history.now.tables[t]) << "> {};\n";
    list += ", t" + number(t);
  }
  std::cout << "struct history : migrations<";
  for (std::size_t m = 1; m <= history.migrations.size(); ++m) std::cout << (m > 1 ? ", m" : "m") << m;
  std::cout << "> {};\nstruct tables : schema::tables<" << list << "> {};\n";
  if (is_proven)
    std::cout << "static_assert(schema::proven<history, tables>);\n";
  else
    std::cout << "static_assert(history::schema_migration_count > 0 && tables::schema_table_count > 0);\n";
  std::cout << "} // namespace app\n";
}

void print_tables(std::size_t count) {
  std::cout
      << "#pragma once\n\n#include <schema/dsl.hpp>\n\nnamespace app {\nusing namespace schema::dsl;\n\n";
  std::string list;
  for (std::size_t m = 1; m <= count; ++m) {
    const std::string table = "table_" + number(m);
    std::cout << "struct m" << m << " : migration<" << m << ", \"create " << table << "\",\n  create_table<\""
              << table
              << "\",\n    column<\"id\", bigint, identity, primary_key>,\n    column<\"name\", text>,\n"
                 "    column<\"amount\", integer, default_to<0>>,\n    column<\"active\", boolean, "
                 "default_to<true>>,\n"
                 "    column<\"noted\", text, nullable>,\n    column<\"created_at\", timestamptz, "
                 "default_expr<\"now()\">>,\n    index_on<\"name\", desc(\"created_at\")>>> {};\n";
    list += (m > 1 ? ", m" : "m") + number(m);
  }
  std::cout << "struct history : migrations<" << list << "> {};\n\n} // namespace app\n";
}

} // namespace

int main(int count, char** arguments) {
  if (count == 2 && !std::strcmp(arguments[1], "faults")) {
    for (const fault_case& fault : faults) std::cout << fault.name << " " << fault.rule << "\n";
    return 0;
  }
  if (count == 3 && !std::strcmp(arguments[1], "tables")) {
    print_tables(std::stoul(arguments[2]));
    return 0;
  }
  if (count != 6 || std::strcmp(arguments[1], "schema")) {
    std::fputs("usage: generate schema TABLES COLUMNS MIGRATIONS declared|proven|stated|FAULT\n"
               "       generate faults\n       generate tables COUNT\n",
               stderr);
    return 2;
  }
  const std::string mode = arguments[5];
  history_writer history;
  history.is_stated = mode == "stated";
  history.write(std::stoul(arguments[2]), std::stoul(arguments[3]), std::stoul(arguments[4]));
  if (mode != "declared" && mode != "proven" && mode != "stated" && !break_history(history, mode)) {
    std::fprintf(stderr, "generate: no such fault: %s\n", mode.c_str());
    return 2;
  }
  print_schema(history, mode != "declared");
  return 0;
}
