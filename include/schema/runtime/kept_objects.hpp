// Floor 5. SQLite: what a rebuild would lose because the program does not know it. A table's triggers and a
// user's own indexes go with the table that is dropped; they are noted before and created again after.
#pragma once

#include <schema/runtime/selection.hpp>

namespace schema {

namespace detail {

/// The next word, quoted name or mark of an SQL text from `at` on, comments skipped; empty at the end.
inline std::string_view next_piece(std::string_view sql, std::size_t at) {
  while (at < sql.size()) {
    const char c = sql[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      ++at;
    } else if (sql.substr(at, 2) == "--") {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql.substr(at, 2) == "/*") {
      const auto close = sql.find("*/", at + 2);
      at = close == std::string_view::npos ? sql.size() : close + 2;
    } else {
      break;
    }
  }
  if (at >= sql.size()) return {};
  const auto in_word = [](char w) {
    return is_word_start(lower(w)) || is_digit(w) || w == '$' || u8(w) >= 0x80;
  };
  const char c = sql[at];
  std::size_t end = at + 1;
  if (c == '"' || c == '\'' || c == '`' || c == '[') {
    const char close = c == '[' ? ']' : c;
    while (end < sql.size() &&
           (sql[end] != close || (close != ']' && sql.substr(end, 2) == std::string(2, close))))
      end += sql[end] == close ? 2 : 1;
    end = std::min(end + 1, sql.size());
  } else if (in_word(c)) {
    while (end < sql.size() && in_word(sql[end])) ++end;
  }
  return sql.substr(at, end - at);
}

inline std::string folded(std::string_view word) {
  std::string text(word);
  for (char& c : text) c = lower(c);
  return text;
}

/// CREATE TRIGGER or CREATE INDEX with another table behind its ON.
inline std::string on_table(const std::string& sql, std::string_view table) {
  const auto end_of = [&](std::string_view piece) {
    return std::size_t(piece.data() - sql.data()) + piece.size();
  };
  bool behind_on = false;
  for (auto piece = next_piece(sql, 0); !piece.empty(); piece = next_piece(sql, end_of(piece))) {
    const std::size_t end = end_of(piece);
    if (behind_on) return sql.substr(0, end - piece.size()) + native::identifier(table) + sql.substr(end);
    behind_on = folded(piece) == "on";
  }
  return sql;
}

} // namespace detail

/// Carries a table's unknown objects and its number of rows over a rebuild. Rebuilds of one step end in the
/// order in which they begin.
class kept_objects {
public:
  explicit kept_objects(sqlite3* handle) : handle_(handle) {}

  /// Notes rows, triggers and a user's own indexes of a table: the step has dropped those that it knows.
  /// Throws native_error.
  void keep(std::string_view table) {
    tables_.push_back({std::string(table), count(table),
                       native::run_sqlite(handle_,
                                          "SELECT type, name, sql FROM sqlite_master WHERE type IN "
                                          "('trigger', 'index') AND sql IS NOT NULL AND tbl_name = " +
                                              native::literal(table) + " COLLATE NOCASE ORDER BY rowid",
                                          true)});
  }

  /// Creates again what is missing, on the table's new name when it has one. Throws native_error.
  void restore(std::string_view table) {
    if (restored_ == tables_.size()) throw native_error("", "a rebuild ends that never began");
    const kept_table kept = std::move(tables_[restored_++]);
    const auto rows = count(table);
    if (rows != kept.rows)
      throw native_error(
          "", message_text("the rebuild of {} had {} rows before and {} after", kept.name, kept.rows, rows));
    const bool renamed = detail::folded(kept.name) != detail::folded(table);
    for (const auto& object : kept.objects) {
      const std::string &type = *object[0], &object_name = *object[1], &sql = *object[2];
      const auto same =
          native::run_sqlite(handle_,
                             "SELECT 1 FROM sqlite_master WHERE type = " + native::literal(type) +
                                 " AND name = " + native::literal(object_name) + " COLLATE NOCASE",
                             true);
      if (!same.empty()) continue;
      try {
        native::run_sqlite(handle_, renamed ? detail::on_table(sql, table) : sql);
      } catch (const native_error& error) {
        throw native_error(error.code,
                           message_text("the {} {} of table {}, which this program does not know, can't be "
                                        "created again after the rebuild: {}",
                                        type, object_name, table, error.message));
      }
    }
  }

private:
  struct kept_table {
    std::string name;
    std::string rows;
    native::rows objects; ///< type, name, sql
  };

  std::string count(std::string_view table) {
    return native::run_sqlite(handle_, "SELECT count(*) FROM " + native::identifier(table), true)
        .at(0)
        .at(0)
        .value();
  }

  sqlite3* handle_;
  std::vector<kept_table> tables_;
  std::size_t restored_{};
};

} // namespace schema
