// Seeds the library with texts that stand in a test.
#pragma once

#include "database.hpp"
#include "seed_library.hpp"

#include <schema/seed/loader.hpp>

namespace test {

namespace seed = schema::seed;

/// A file of a set: its name without .csv, and its text.
struct text_file {
  std::string table, text;
};

struct text_set {
  std::string name;
  std::vector<text_file> files;
};

inline std::vector<seed::seed_set> read(const std::vector<text_set>& texts, seed::fault_list& faults) {
  std::vector<seed::seed_set> sets;
  for (const auto& text : texts) {
    auto& set = sets.emplace_back();
    set.name = text.name;
    for (const auto& file : text.files)
      set.files.push_back(seed::make_file(file.table + ".csv", file.table, file.text, faults));
  }
  return sets;
}

/// 2026-01-10T12:00:00Z.
inline constexpr schema::i64 noon = 1'768'046'400'000;

/// A fresh library.
template <class Database> struct library_database {
  Database database;
  schema::connection connection{database.url()};
  seed::seed_options options{.prune = false, .dry_run = false, .now = noon, .admin_password = {}};

  library_database() {
    schema::native::run(session(),
                        Database::target == schema::backend::sqlite ? library::sqlite : library::postgresql);
  }
  soci::session& session() { return connection.session(); }

  seed::seed_report load(const std::vector<text_set>& texts) {
    seed::fault_list faults;
    const auto sets = read(texts, faults);
    return seed::load(session(), seed::seed_facts<library::tables>(), sets, options, faults);
  }
  /// What was done, `table +inserted ~updated =unchanged` and what else there is; or the error.
  std::string seeded(const std::vector<text_set>& texts) {
    try {
      std::string out;
      for (const auto& t : load(texts).tables) {
        out += fmt::format("{}{} +{} ~{} ={}", out.empty() ? "" : "; ", t.table, t.rows.inserted,
                           t.rows.updated, t.rows.unchanged);
        if (t.elsewhere) out += fmt::format(" elsewhere {}", t.elsewhere);
        if (t.rows.pruned) out += fmt::format(" -{}", t.rows.pruned);
        if (t.left) out += fmt::format(" left {}", t.left);
      }
      return out;
    } catch (const std::exception& error) {
      return error.what();
    }
  }
  std::string seeded(const std::vector<text_file>& files) { return seeded({text_set{"base", files}}); }

  std::string ask(std::string_view sql) { return value(session(), sql); }
};

/// All rows in one canonical text, ordered by their keys. Of what has a salt, only the length.
inline std::string exported(soci::session& session,
                            const seed::database_facts& facts = seed::seed_facts<library::tables>()) {
  const bool sqlite = schema::backend_of(session) == schema::backend::sqlite;
  std::string out;
  for (const auto& table : facts.tables) {
    std::string columns, order;
    for (const auto& c : table.columns) {
      std::string column = schema::native::identifier(c.name);
      using enum schema::type_kind;
      if (c.type.kind == bytes)
        column = fmt::format(
            fmt::runtime(sqlite ? "CASE WHEN {0} IS NOT NULL THEN lower(hex({0})) END" : "encode({}, 'hex')"),
            column);
      else if (!sqlite && c.type.kind == timestamptz)
        column = fmt::format("to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')", column);
      else if (!sqlite && c.type.kind == timestamp)
        column = fmt::format("to_char({}, 'YYYY-MM-DD\"T\"HH24:MI:SS.MS')", column);
      else if (!sqlite && c.type.kind == boolean)
        column += "::int";
      else if (c.name == "password" || c.name == "password_hash")
        column = "length(" + column + ")";
      columns += (columns.empty() ? "" : ", ") + column;
    }
    for (schema::u32 c : table.primary_key)
      order += (order.empty() ? " ORDER BY " : ", ") + schema::native::identifier(table.columns[c].name);
    for (const auto& row : schema::native::query(
             session, "SELECT " + columns + " FROM " + schema::native::identifier(table.name) + order)) {
      out += std::string_view(table.name);
      for (std::size_t i = 0; i < row.size(); ++i)
        out += "|" + (row[i] && table.columns[i].type.kind == schema::type_kind::double_precision
                          ? fmt::format("{}", std::stod(*row[i])) // each prints numbers in its own way
                          : row[i].value_or("NULL"));
      out += '\n';
    }
  }
  return out;
}

} // namespace test
