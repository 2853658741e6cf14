// Floor 3. A history as the SQL of a backend: constants of the program.
#pragma once

#include <schema/dialect/operation_text.hpp>
#include <schema/dialect/step.hpp>
#include <schema/model/checksum.hpp>

#include <type_traits>

namespace schema {
namespace scripts {

/// The statements of both directions, or of the way up alone, and which are each step's.
template <u32 Steps> struct direction_places {
  u32 first[Steps + 1]{};
  u32 count[Steps + 1]{};
  bool rebuilds[Steps + 1]{};
};
template <class Line, class Writer, u32 Steps> struct script {
  Writer out;
  kept_texts<Line> kept;
  direction_places<Steps> up, down;
};

/// Steps are written in the order in which they are carried out: what is kept of the text relies on it.
/// Writer and places are variables of the caller, members of nothing: g++ pays for every level above a store.
template <class R, class Places> constexpr void write_direction(R& r, bool down, Places& way) {
  const auto& line = r.line;
  for (u32 k = 0; k < line.migration_count; ++k) {
    const u32 i = down ? line.migration_count - 1 - k : k;
    way.first[i] = r.out.count;
    if (!down || !is_step_irreversible(line, i))
      way.rebuilds[i] = write_step(r, i, down);
    else
      pass_step(r, i);
    way.count[i] = r.out.count - way.first[i];
  }
}

/// What most histories stay below. One that does not is written a second time, with the room that it needs.
template <class History> constexpr script_room likely_room() {
  constexpr shape s = history_shape<History>::value;
  return {1024 + 1000 * s.instants, 64 + 12 * s.instants};
}

template <class History, backend Target, u32 Bytes, u32 Statements> constexpr auto write_up() {
  constexpr const auto& line = timeline_of<History>;
  using line_type = std::remove_cvref_t<decltype(line)>;
  script_writer<Bytes, Statements> out;
  kept_texts<line_type> kept;
  direction_places<History::schema_migration_count> up;
  rendering<line_type, decltype(out)> r{line, out, kept, Target};
  write_direction(r, false, up);
  return script<line_type, decltype(out), History::schema_migration_count>{out, kept, up, {}};
}
template <class History, backend Target, class Script> constexpr auto write_down(const Script& up) {
  auto out = up.out;
  auto kept = up.kept;
  auto down = up.down;
  rendering<std::remove_cvref_t<decltype(timeline_of<History>)>, decltype(out)> r{timeline_of<History>, out,
                                                                                  kept, Target};
  write_direction(r, true, down);
  return Script{out, kept, up.up, down};
}

/// The way up, and behind it the way down: evaluations of their own, since clang limits the steps of each.
template <class History, backend Target, u32 Bytes, u32 Statements>
inline constexpr auto up_script_of = write_up<History, Target, Bytes, Statements>();
template <class History, backend Target, u32 Bytes, u32 Statements>
inline constexpr auto
    whole_script_of = write_down<History, Target>(up_script_of<History, Target, Bytes, Statements>);

/// A script in more room than it needs. It stays with the compiler: the program holds what is cut from it.
template <class History, backend Target> constexpr const auto& script_of() {
  constexpr script_room likely = likely_room<History>();
  constexpr script_room needed =
      whole_script_of<History, Target, likely.bytes, likely.statements>.out.needed();
  if constexpr (likely.holds(needed))
    return whole_script_of<History, Target, likely.bytes, likely.statements>;
  else
    return whole_script_of<History, Target, needed.bytes, needed.statements>;
}

template <class History, backend Target>
inline constexpr auto text_of = cut<script_of<History, Target>().out.size>(script_of<History, Target>().out);

template <u32 Count> struct statement_list { statement_text values[Count + 1]{}; };

/// Writes the statements of a script to `list`, which has room for them, their texts among `words`.
template <class Writer>
constexpr void list_statements(const Writer& out, const text_word* words, statement_text* list) {
  for (u32 i = 0; i < out.count; ++i) {
    const statement_place& p = out.places[i];
    statement_text& s = list[i];
    s.operation = p.operation;
    s.role = p.role;
    (is_sql(p.role) ? s.sql : s.table) = {words, p.begin, p.size};
  }
}
template <u32 Count, class Writer>
constexpr statement_list<Count> list_statements(const Writer& out, const text_word* words) {
  statement_list<Count> list;
  list_statements(out, words, list.values);
  return list;
}

template <class History, backend Target>
inline constexpr auto
    statements_of = list_statements<script_of<History, Target>().out.count>(script_of<History, Target>().out,
                                                                            text_of<History, Target>.data);

/// What the operations are, one after the other, and behind them the titles of all migrations; it is the same
/// for every backend. A title that stayed where it was written, in a template argument, would make that
/// argument a symbol of the program, five times as long as the title.
template <class History, u32 Bytes> constexpr auto write_descriptions() {
  constexpr u32 titles = History::schema_migration_count;
  script_writer<Bytes, history_shape<History>::value.instants + titles> out;
  const auto& line = timeline_of<History>;
  for (u32 at = 1; at <= line.now; ++at)
    if (!line.instants[at].declared) out.statement([&] { describe_operation(line, at, out); });
  for (u32 i = 0; i < titles; ++i) out.statement([&] { out << History::schema_migrations[i]->title_view(); });
  return out;
}

template <class History>
inline constexpr auto
    likely_descriptions_of = write_descriptions<History, 256 + 80 * history_shape<History>::value.instants>();

template <class History> constexpr auto describe() {
  constexpr const auto& likely = likely_descriptions_of<History>;
  if constexpr (likely.room.holds(likely.needed()))
    return likely;
  else
    return write_descriptions<History, likely.needed().bytes>();
}

template <class History> inline constexpr auto description_script_of = describe<History>();

template <class History>
inline constexpr auto
    description_text_of = cut<description_script_of<History>.size>(description_script_of<History>);

template <u32 Count> struct text_list { constant_text values[Count + 1]{}; };

template <class History>
inline constexpr auto descriptions_of = [] {
  const auto& out = description_script_of<History>;
  text_list<description_script_of<History>.count> list;
  for (u32 i = 0; i < out.count; ++i)
    list.values[i] = {description_text_of<History>.data, out.places[i].begin, out.places[i].size};
  return list;
}();

template <u32 Count> struct step_list { step_text values[Count + 1]{}; };

template <class History, backend Target>
inline constexpr auto steps_of = [] {
  const auto& line = timeline_of<History>;
  const auto& [out, kept, up, down] = script_of<History, Target>();
  const statement_text* const statements = statements_of<History, Target>.values;
  step_list<History::schema_migration_count> list;
  const constant_text* const titles =
      descriptions_of<History>.values +
      (description_script_of<History>.count - History::schema_migration_count);
  u32 described = 0;
  for (u32 i = 0; i < line.migration_count; ++i) {
    const migration_definition& m = *History::schema_migrations[i];
    step_text& step = list.values[i];
    step.version = m.version;
    step.title = titles[i];
    step.checksum = checksums_of<History>.values[i];
    step.up = {statements + up.first[i], up.count[i], up.rebuilds[i], false};
    step.down = {statements + down.first[i], down.count[i], down.rebuilds[i], is_step_irreversible(line, i)};
    step.operations = descriptions_of<History>.values + described;
    step.operation_count = m.operation_count;
    described += m.operation_count;
  }
  return list;
}();

} // namespace scripts

/// Whether a history has steps for a backend; one for PostgreSQL alone has none for SQLite.
template <class History, backend Target>
concept has_steps_for = Target == backend::postgresql || !is_for_postgresql_alone<History>;

/// Every step of a history, up and down, for one backend. Of a history with a fault: the steps before it.
template <class History, backend Target>
requires has_steps_for<History, Target>
inline constexpr program program_of{Target, scripts::steps_of<History, Target>.values,
                                    timeline_of<History>.migration_count};

} // namespace schema
