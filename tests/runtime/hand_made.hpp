// Programs made by hand: what the runtime floor needs of the floors below, and nothing more.
#pragma once

#include <schema/runtime/migrator.hpp>

#include <cstring>
#include <deque>

namespace test {

struct statements {
  std::vector<std::string> sql;
  bool irreversible{};
};

/// A program under construction; the views in it live as long as this does.
class hand_made {
public:
  explicit hand_made(schema::backend target) : target_(target) {}

  /// A step whose checksum is that of its SQL and of the steps before it. `keep t` and `restore t` are roles;
  /// a script that has them rebuilds.
  hand_made& step(schema::u64 version, std::string title, statements up, statements down) {
    for (const auto& sql : up.sql) checksum_ = schema::hash_more(checksum_, sql);
    schema::step_text made{version, keep(title), checksum_, script(up), script(down), nullptr, 0};
    auto& operations = operations_.emplace_back();
    for (std::size_t i = 0; i < std::max(up.sql.size(), down.sql.size()); ++i)
      operations.push_back(keep(fmt::format("operation {} of {}", i, version)));
    made.operations = operations.data();
    made.operation_count = schema::u32(operations.size());
    steps_.push_back(made);
    return *this;
  }
  /// A table `name`, made and dropped.
  hand_made& table(schema::u64 version, const std::string& name) {
    return step(version, "make " + name,
                {{"CREATE TABLE " + name + " (id integer PRIMARY KEY, at text DEFAULT '12:30')"}},
                {{"DROP TABLE " + name}});
  }

  schema::program program() const { return {target_, steps_.data(), schema::u32(steps_.size())}; }

private:
  schema::constant_text keep(std::string_view text) {
    auto& words = texts_.emplace_back(text.size() / schema::word_bytes + 1);
    std::memcpy(words.data(), text.data(), text.size());
    return {words.data(), 0, schema::u32(text.size())};
  }
  schema::script_text script(const statements& from) {
    auto& list = lists_.emplace_back();
    bool rebuilds = false;
    for (const auto& sql : from.sql) {
      const std::string_view text = sql;
      schema::statement_text statement{keep(text), schema::u16(list.size()), schema::statement_role::sql, {}};
      if (text.rfind("keep ", 0) == 0)
        statement = {{}, statement.operation, schema::statement_role::keep_objects, keep(text.substr(5))};
      else if (text.rfind("restore ", 0) == 0)
        statement = {{}, statement.operation, schema::statement_role::restore_objects, keep(text.substr(8))};
      rebuilds |= statement.role != schema::statement_role::sql;
      list.push_back(statement);
    }
    return {list.data(), schema::u32(list.size()), rebuilds, from.irreversible};
  }

  schema::backend target_;
  schema::u64 checksum_{schema::hash_seed};
  std::deque<std::vector<schema::text_word>> texts_;
  std::deque<std::vector<schema::statement_text>> lists_;
  std::deque<std::vector<schema::constant_text>> operations_;
  std::vector<schema::step_text> steps_;
};

/// Versions 1, 2 and 3: tables a, b and c.
inline hand_made three_tables(schema::backend target) {
  hand_made made(target);
  made.table(1, "a").table(2, "b").table(3, "c");
  return made;
}

/// The versions of steps that were carried out, in one line; those taken back with a minus.
inline std::string line(const std::vector<schema::carried_out>& done) {
  std::string text;
  for (const auto& step : done)
    text += fmt::format("{}{}{}", text.empty() ? "" : " ", step.way == schema::direction::down ? "-" : "",
                        step.version);
  return text;
}

/// The events of the history table in one line.
inline std::string history(soci::session& session) {
  std::string text;
  for (const auto& e : schema::history_table::events(session))
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", e.event, e.version);
  return text;
}

} // namespace test
