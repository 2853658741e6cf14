// Floor 5. The history table: append-only, an event a row. What is applied is the fold of the events.
#pragma once

#include <schema/runtime/migration_error.hpp>

namespace schema {

/// A row of the history table; its members are the columns.
struct history_event {
  long long id{};          ///< from 1 on, without holes
  std::string event;       ///< up, down, started (before the phases of a step), baseline, repair
  u64 version{};           ///< of the migration
  std::string name;        ///< its title
  std::string checksum;    ///< chained, 16 hexadecimal digits
  std::string applied_at;  ///< UTC, 2026-11-22T10:30:00.000Z
  long long duration_ms{}; ///< 0 where nobody measured
  std::string program;     ///< what wrote the row
};

/// What the history table says.
struct applied_history {
  /// The events that applied what stands, versions rising; name and checksum as the last repair left them.
  /// One whose event is `started` was interrupted, on its way up or down.
  std::vector<history_event> migrations;
  long long last_id{};
  bool table_exists{};

  /// Where a version stands, or would.
  std::size_t place_of(u64 version) const {
    std::size_t place = migrations.size(); // searched from the end, where most events come
    while (place > 0 && migrations[place - 1].version >= version) --place;
    return place;
  }
  const history_event* find(u64 version) const {
    const std::size_t place = place_of(version);
    return place < migrations.size() && migrations[place].version == version ? &migrations[place] : nullptr;
  }
  /// The version that was interrupted, 0 for none. No step begins before it is done or taken back: it is the
  /// last.
  u64 interrupted() const {
    return !migrations.empty() && migrations.back().event == "started" ? migrations.back().version : 0;
  }
};

/// A checksum as the history table holds it.
inline std::string checksum_text(u64 checksum) {
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; checksum /= 16) text[i] = "0123456789abcdef"[checksum % 16];
  return text;
}

namespace history_table {

/// The name of the table, for those who compare a database with a model.
inline constexpr std::string_view name_text = "schema_history";

/// The statement that makes the table where it is missing. On SQLite it brings sqlite_sequence along, which
/// stays for ever once a table with an identity was made: so it stands at the same place in every dump.
inline std::string create_text(backend target) {
  const bool sqlite = target == backend::sqlite;
  return message_text(
      "CREATE TABLE IF NOT EXISTS \"{0}\" (\"id\" {1} NOT NULL PRIMARY KEY{3}, \"event\" {2} NOT NULL "
      "CHECK (\"event\" IN ('up', 'down', 'started', 'baseline', 'repair')), \"version\" {1} NOT NULL, "
      "\"name\" {2} NOT NULL, \"checksum\" {2} NOT NULL, \"applied_at\" {2} NOT NULL, "
      "\"duration_ms\" {1} NOT NULL, \"program\" {2} NOT NULL){4}",
      name_text, sqlite ? "INTEGER" : "bigint", sqlite ? "TEXT" : "text", sqlite ? " AUTOINCREMENT" : "",
      sqlite ? " STRICT" : "");
}

/// SQL for this instant in the canonical form of applied_at.
inline constexpr std::string_view instant_text(backend target) {
  return target == backend::sqlite
             ? "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
             : "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
}

/// SQL for the milliseconds since the step's transaction began. SQLite's clock stands still in a script: 0.
inline constexpr std::string_view duration_text(backend target) {
  return target == backend::sqlite ? "0" : "(extract(epoch FROM clock_timestamp() - now()) * 1000)::bigint";
}

/// The same since a step of phases was recorded as started.
inline std::string duration_of_phases_text() {
  return message_text("(extract(epoch FROM clock_timestamp() - (SELECT max(applied_at)::timestamptz FROM "
                      "\"{}\" WHERE event = 'started')) * 1000)::bigint",
                      name_text);
}

/// SQL for the next id. The migrator gives the number that it read instead: should a lock ever fail to keep
/// two migrators apart, the primary key lets only one of them commit.
inline std::string next_id_text() {
  return message_text("(SELECT coalesce(max(id), 0) + 1 FROM \"{}\")", name_text);
}

/// The statement that records a step. `id` and `duration` are SQL.
inline std::string insert_text(backend target, std::string_view event, const step_text& step,
                               std::string_view id, std::string_view duration, std::string_view program) {
  return message_text(
      "INSERT INTO \"{}\" (id, event, version, name, checksum, applied_at, duration_ms, program) VALUES "
      "({}, '{}', {}, {}, '{}', {}, {}, {})",
      name_text, id, event, step.version, native::literal(step.title), checksum_text(step.checksum),
      instant_text(target), duration, native::literal(program));
}

/// Whether the table is there. Throws native_error.
inline bool exists(soci::session& session) {
  const std::string_view sql =
      backend_of(session) == backend::sqlite
          ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_history'"
          : "SELECT count(to_regclass('schema_history'))";
  return native::query(session, sql).at(0).at(0) != "0";
}

/// All events, the oldest first; the table exists. Throws native_error.
inline std::vector<history_event> events(soci::session& session) {
  std::vector<history_event> found;
  for (const auto& row :
       native::query(session, "SELECT id, event, version, name, checksum, applied_at, duration_ms, "
                              "program FROM schema_history ORDER BY id")) {
    const auto text = [&](std::size_t cell) { return *row[cell]; }; // no column takes NULL
    const auto number = [&](std::size_t cell) { return std::stoll(*row[cell]); };
    found.push_back({number(0), text(1), u64(number(2)), text(3), text(4), text(5), number(6), text(7)});
  }
  return found;
}

/// The fold: what stands after all events.
inline applied_history fold(const std::vector<history_event>& events) {
  applied_history history{.migrations = {}, .last_id = 0, .table_exists = true};
  auto& list = history.migrations;
  for (const auto& e : events) {
    history.last_id = e.id;
    const std::size_t place = history.place_of(e.version);
    const auto at = list.begin() + std::ptrdiff_t(place);
    const bool stands = place < list.size() && at->version == e.version;
    if (e.event == "down") {
      if (stands) list.erase(at);
    } else if (e.event == "up" || e.event == "started" || e.event == "baseline") {
      if (stands)
        *at = e;
      else
        list.insert(at, e);
    } else if (e.event == "repair" && stands) {
      at->name = e.name;
      at->checksum = e.checksum;
    }
  }
  return history;
}

/// What is applied; nothing when the table is missing, which is not made here. Throws native_error.
inline applied_history read(soci::session& session) {
  if (!exists(session)) return {};
  return fold(events(session));
}

} // namespace history_table
} // namespace schema
