// CREATE TABLE as SQLite keeps it, read far enough to know its constraints: no PRAGMA tells their names.
#pragma once

#include "catalogue.hpp"

#include <cctype>

namespace test::sqlite {

/// A token; of names the marks are gone.
struct token {
  std::string text;
  char kind{}; ///< w word, n quoted name, s string, 1 number, or the symbol itself

  bool is(std::string_view word) const { return kind == 'w' && text == word; }
  std::string normal() const {
    if (kind == 'n') return '"' + text + '"';
    return kind == 's' ? '\'' + text + '\'' : text;
  }
};

inline std::vector<token> tokens_of(std::string_view sql) {
  std::vector<token> list;
  for (std::size_t at = 0; at < sql.size();) {
    const auto c = static_cast<unsigned char>(sql[at]);
    token& t = list.emplace_back();
    if (std::isspace(c)) {
      list.pop_back();
      ++at;
    } else if (c == '"' || c == '\'') {
      t.kind = c == '"' ? 'n' : 's';
      for (++at; at < sql.size(); ++at) {
        if (sql[at] == char(c) && sql.substr(at + 1, 1) != std::string_view(sql).substr(at, 1)) break;
        if (sql[at] == char(c)) ++at;
        t.text += sql[at];
      }
      ++at;
    } else if (std::isalnum(c) || c == '_' || c >= 0x80) {
      t.kind = std::isdigit(c) ? '1' : 'w';
      for (; at < sql.size(); ++at) {
        const auto w = static_cast<unsigned char>(sql[at]);
        if (!std::isalnum(w) && w != '_' && w < 0x80 && !(t.kind == '1' && w == '.')) break;
        t.text += char(std::tolower(w));
      }
    } else {
      t.kind = char(c);
      t.text = sql[at++];
    }
  }
  return list;
}

inline std::string normal(const std::vector<token>& tokens) {
  std::string text;
  for (const auto& t : tokens) text += (text.empty() ? "" : " ") + t.normal();
  return text;
}

struct constraint {
  std::string name;   ///< empty for none
  std::string kind;   ///< primary key, unique, foreign key, check
  std::string column; ///< of the column it stands in, or empty
  std::vector<std::string> columns, target_columns;
  std::string target;
  std::string on_delete{"NO ACTION"}, on_update{"NO ACTION"};
  std::string deferral; ///< empty, deferrable or deferred
  std::vector<token> expression;
};

struct created_table {
  std::vector<constraint> constraints;
  std::set<std::string> numbered; ///< columns that AUTOINCREMENT fills
  std::map<std::string, std::string> collations;
};

class table_reader {
public:
  explicit table_reader(std::string_view sql) : tokens_(tokens_of(sql)) {}

  created_table read() {
    while (now().kind != '(') ++at_;
    ++at_;
    do item();
    while (take(','));
    if (!take(')')) throw std::runtime_error("a table that the test can't read: " + normal(tokens_));
    return std::move(table_);
  }

private:
  const token& now() const { return at_ < tokens_.size() ? tokens_[at_] : end_; }
  token next() { return at_ < tokens_.size() ? tokens_[at_++] : end_; }
  bool take(char symbol) { return now().kind == symbol && ++at_; }
  bool take(std::string_view word) { return now().is(word) && ++at_; }

  /// What stands in parentheses, without them.
  std::vector<token> enclosed() {
    std::vector<token> inside;
    int depth = 0;
    do {
      if (now().kind == '(') ++depth;
      if (now().kind == ')') --depth;
      inside.push_back(next());
    } while (depth > 0 && at_ < tokens_.size());
    return {inside.begin() + 1, inside.end() - 1};
  }
  std::vector<std::string> names() {
    std::vector<std::string> list;
    for (const auto& t : enclosed())
      if (t.kind == 'n' || t.kind == 'w') list.push_back(t.text);
    return list;
  }

  void references(constraint& c) {
    c.kind = "foreign key";
    c.target = next().text;
    if (now().kind == '(') c.target_columns = names();
    while (take("on")) {
      std::string& action = take("delete") ? c.on_delete : (next(), c.on_update);
      action = next().text;
      if (action == "set" || action == "no") action += " " + next().text;
      for (char& letter : action) letter = char(std::toupper(static_cast<unsigned char>(letter)));
    }
    if (take("deferrable")) c.deferral = " deferrable";
    if (take("initially")) c.deferral = take("deferred") ? " deferred" : c.deferral;
  }

  /// Reads a constraint if one stands here. `column` is empty outside of columns.
  bool read_constraint(const std::string& column) {
    constraint c{.name = {},
                 .kind = {},
                 .column = column,
                 .columns = {},
                 .target_columns = {},
                 .target = {},
                 .deferral = {},
                 .expression = {}};
    if (take("constraint")) c.name = next().text;
    if (!column.empty()) c.columns = {column};
    if (take("primary")) {
      take("key");
      c.kind = "primary key";
      if (now().kind == '(') c.columns = names();
      if (take("autoincrement")) table_.numbered.insert(column);
    } else if (take("unique")) {
      c.kind = "unique";
      if (now().kind == '(') c.columns = names();
    } else if (take("check")) {
      c.kind = "check";
      c.expression = enclosed();
    } else if (take("foreign")) {
      take("key");
      c.columns = names();
      take("references");
      references(c);
    } else if (take("references")) {
      references(c);
    } else {
      return false;
    }
    table_.constraints.push_back(std::move(c));
    return true;
  }

  void item() {
    if (now().kind == 'w' && read_constraint({})) return;
    const std::string column = next().text;
    while (at_ < tokens_.size() && now().kind != ',' && now().kind != ')') {
      if (now().kind == '(')
        enclosed(); // of a default
      else if (take("collate"))
        table_.collations[column] = next().text;
      else if (!read_constraint(column))
        ++at_; // the type, NOT NULL, DEFAULT and a plain value
    }
  }

  std::vector<token> tokens_;
  std::size_t at_{};
  token end_{};
  created_table table_;
};

} // namespace test::sqlite
