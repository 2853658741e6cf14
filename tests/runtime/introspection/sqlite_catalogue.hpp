// What stands in an SQLite database, by its PRAGMAs and by the CREATE statements that it keeps.
#pragma once

#include "sqlite_text.hpp"

#include <algorithm>

namespace test {
namespace sqlite {

class catalogue_reader {
public:
  explicit catalogue_reader(soci::session& session) : session_(session) {}

  catalogue read() {
    for (const auto& row :
         query("SELECT m.name, m.sql, l.strict FROM sqlite_master m JOIN pragma_table_list(m.name) l "
               "WHERE m.type = 'table' AND l.schema = 'main' AND m.name <> 'schema_history' "
               "AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'"))
      table(row.at(0).value(), table_reader(row.at(1).value()).read(), row.at(2).value() == "1");
    for (const auto& row : query("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
      fact("trigger {}", *row[0]);
    for (const auto& row : query("SELECT name FROM sqlite_master WHERE type = 'view'")) view(*row[0]);
    return std::move(found_);
  }

private:
  schema::native::rows query(const std::string& sql) { return schema::native::query(session_, sql); }
  template <class... Values> void fact(fmt::format_string<Values...> text, Values&&... values) {
    found_.facts.insert(fmt::format(text, std::forward<Values>(values)...));
  }

  void view(const std::string& name) {
    std::vector<std::string> columns;
    try {
      for (const auto& row :
           query("SELECT name FROM pragma_table_info(" + schema::native::literal(name) + ")"))
        columns.push_back(*row[0]);
    } catch (const schema::native_error&) {
      columns = {"of what is gone"};
    }
    fact("view {} ({})", name, joined(columns));
  }

  void table(const std::string& name, const created_table& created, bool strict) {
    fact("table {}{}", name, strict ? "" : " that is not strict");
    std::set<std::string> told, kept;
    columns(name, created, kept);
    for (const auto& c : created.constraints) constraint_of(name, c, told);
    keys(name, kept);
    indexes(name, kept);
    // The statement says one thing, the PRAGMAs another: SQLite reads what the test does not.
    for (const auto& line : told)
      if (!kept.contains(line)) fact("only in the statement of {}: {}", name, line);
    for (const auto& line : kept)
      if (!told.contains(line)) fact("only by the PRAGMAs of {}: {}", name, line);
  }

  void columns(const std::string& table, const created_table& created, std::set<std::string>& kept) {
    std::map<int, std::string> key;
    for (const auto& row :
         query("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(" +
               schema::native::literal(table) + ")")) {
      const std::string& name = row[0].value();
      const bool is_kept = *row[5] == "3"; // generated, and stored
      if (*row[5] != "0" && !is_kept) fact("column {}.{} that is hidden", table, name);
      fact("column {}.{} {}{}{}{}{}", table, name, *row[1], *row[2] == "1" ? " not null" : "",
           created.numbered.contains(name) ? " identity" : "", row[3] ? " default" : "",
           is_kept ? " generated" : "");
      if (const auto said = created.collations.find(name); said != created.collations.end())
        fact("collation {}.{} {}", table, name, said->second);
      if (row[3]) found_.texts["default " + table + "." + name] = *row[3];
      if (*row[4] != "0") key[std::stoi(*row[4])] = name;
    }
    std::vector<std::string> names;
    for (const auto& [place, name] : key) names.push_back(name);
    if (!names.empty()) kept.insert("primary key (" + joined(names) + ")");
  }

  void constraint_of(const std::string& table, const constraint& c, std::set<std::string>& told) {
    if (c.kind == "check" && c.name.empty() && !c.column.empty()) {
      fact("domain {}.{}", table, c.column);
      found_.texts["domain " + table + "." + c.column] = normal(c.expression);
      labels(table, c);
      return;
    }
    std::string line = c.kind + " ";
    std::string what = "(" + joined(c.columns) + ")";
    if (c.kind == "check") {
      found_.texts["check " + table + "." + c.name] = normal(c.expression);
      what.clear();
    } else if (c.kind == "foreign key") {
      what += " to " + c.target + " (" + joined(c.target_columns) + ") delete " + action(c.on_delete) +
              " update " + action(c.on_update);
    }
    if (!what.empty()) told.insert(c.kind + " " + what);
    fact("{} {}.{}{}{}{}", c.kind, table, c.name, what.empty() ? "" : " ", what, c.deferral);
  }

  /// The labels of an enumeration, which are its column's domain.
  void labels(const std::string& table, const constraint& c) {
    std::vector<std::string> list;
    for (const auto& t : c.expression)
      if (t.kind == 's') list.push_back(t.text);
    if (c.expression.size() > 3 && c.expression[0].kind == 'n' && c.expression[1].is("in") && !list.empty())
      fact("labels {}.{}: {}", table, c.column, joined(list));
  }

  static char action(const std::string& text) {
    return text == "NO ACTION"     ? 'a'
           : text == "RESTRICT"    ? 'r'
           : text == "CASCADE"     ? 'c'
           : text == "SET NULL"    ? 'n'
           : text == "SET DEFAULT" ? 'd'
                                   : '?';
  }

  void keys(const std::string& table, std::set<std::string>& kept) {
    struct reference {
      std::vector<std::string> from, to;
      std::string rest[3];
    };
    std::map<std::string, reference> references;
    for (const auto& row : query("SELECT id, \"from\", \"to\", \"table\", on_delete, on_update FROM "
                                 "pragma_foreign_key_list(" +
                                 schema::native::literal(table) + ") ORDER BY id, seq")) {
      reference& r = references[*row[0]];
      r.from.push_back(*row[1]);
      r.to.push_back(row[2].value_or("?"));
      for (std::size_t i : {0, 1, 2}) r.rest[i] = *row[3 + i];
    }
    for (const auto& [id, r] : references)
      kept.insert(fmt::format("foreign key ({}) to {} ({}) delete {} update {}", joined(r.from), r.rest[0],
                              joined(r.to), action(r.rest[1]), action(r.rest[2])));
  }

  void indexes(const std::string& table, std::set<std::string>& kept) {
    for (const auto& row :
         query("SELECT i.name, i.\"unique\", i.origin, i.partial, m.sql FROM pragma_index_list(" +
               schema::native::literal(table) +
               ") i JOIN sqlite_master m ON m.type = 'index' AND m.name = i.name")) {
      std::vector<std::string> columns;
      for (const auto& key : query("SELECT name, \"desc\" FROM pragma_index_xinfo(" +
                                   schema::native::literal(*row[0]) + ") WHERE key = 1 ORDER BY seqno"))
        columns.push_back(key[0].value_or("<expression>") + (*key[1] == "1" ? " desc" : ""));
      if (*row[2] == "u") {
        kept.insert("unique (" + joined(columns) + ")");
      } else if (*row[2] == "c") {
        fact("index {}.{}{} ({}){}", table, *row[0], *row[1] == "1" ? " unique" : "", joined(columns),
             *row[3] == "1" ? " where" : "");
        found_.texts["index " + table + "." + *row[0]] = normal(tokens_of(*row[4]));
      }
    }
  }

  soci::session& session_;
  catalogue found_;
};

} // namespace sqlite

inline catalogue sqlite_catalogue(soci::session& session) { return sqlite::catalogue_reader(session).read(); }

} // namespace test
