// Floor 3. A history as the SQL of a backend: constants of the program.
#pragma once

#include <schema/dialect/operation_text.hpp>
#include <schema/dialect/step.hpp>
#include <schema/model/checksum.hpp>

namespace schema {
namespace scripts {

/// The script of one direction: their statements, and which are each step's.
template <class Writer, u32 Steps> struct direction {
  Writer out;
  u32 first[Steps + 1]{};
  u32 count[Steps + 1]{};
  bool rebuilds[Steps + 1]{};
};

/// Steps are written in the order in which they are carried out: what is kept of the text relies on it.
template <class Line, class Direction>
constexpr void write_direction(const Line& line, backend target, bool down, Direction& d) {
  rendering<Line, decltype(d.out)> r{line, d.out, target};
  for (u32 k = 0; k < line.migration_count; ++k) {
    const u32 i = down ? line.migration_count - 1 - k : k;
    d.first[i] = d.out.count;
    if (!down || !is_step_irreversible(line, i))
      d.rebuilds[i] = write_step(r, i, down);
    else
      pass_step(r, i);
    d.count[i] = d.out.count - d.first[i];
  }
}

/// What most histories stay below. One that does not is written a second time, with the room that it needs.
template <class History> constexpr script_room likely_room() {
  constexpr shape s = history_shape<History>::value;
  return {1024 + 800 * s.instants, 64 + 8 * s.instants};
}

template <class History, backend Target, bool Down, u32 Bytes, u32 Statements> constexpr auto write_script() {
  direction<script_writer<Bytes, Statements>, History::schema_migration_count> d;
  write_direction(timeline_of<History>, Target, Down, d);
  return d;
}

template <class History, backend Target, bool Down>
inline constexpr auto likely_script_of = [] {
  constexpr script_room room = likely_room<History>();
  return write_script<History, Target, Down, room.bytes, room.statements>();
}();

template <class History, backend Target, bool Down>
inline constexpr auto exact_script_of = [] {
  constexpr script_room room = likely_script_of<History, Target, Down>.out.needed();
  return write_script<History, Target, Down, room.bytes, room.statements>();
}();

/// A script in more room than it needs. It stays with the compiler: the program holds what is cut from it.
template <class History, backend Target, bool Down> constexpr const auto& script_of() {
  constexpr const auto& out = likely_script_of<History, Target, Down>.out;
  if constexpr (out.room.holds(out.needed()))
    return likely_script_of<History, Target, Down>;
  else
    return exact_script_of<History, Target, Down>;
}

template <class History, backend Target, bool Down>
inline constexpr auto
    text_of = cut<script_of<History, Target, Down>().out.size>(script_of<History, Target, Down>().out);

template <u32 Count> struct statement_list { statement_text values[Count + 1]{}; };

/// The statements of a script, as views into its text.
template <u32 Count, class Writer>
constexpr statement_list<Count> view_statements(const Writer& out, text_view text) {
  statement_list<Count> list;
  for (u32 i = 0; i < Count; ++i) {
    const statement_place& p = out.places[i];
    list.values[i].operation = p.operation;
    list.values[i].role = p.role;
    const text_view own(text.data() + p.begin, p.size);
    (p.role == statement_role::sql ? list.values[i].sql : list.values[i].table) = own;
  }
  return list;
}

template <class History, backend Target, bool Down>
inline constexpr auto statements_of = view_statements<script_of<History, Target, Down>().out.count>(
    script_of<History, Target, Down>().out, text_of<History, Target, Down>.view());

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

template <u32 Count> struct text_list { text_view values[Count + 1]{}; };

template <class History>
inline constexpr auto descriptions_of = [] {
  const auto& out = description_script_of<History>;
  text_list<description_script_of<History>.count> list;
  for (u32 i = 0; i < out.count; ++i)
    list.values[i] = description_text_of<History>.view().substr(out.places[i].begin, out.places[i].size);
  return list;
}();

template <u32 Count> struct step_list { step_text values[Count + 1]{}; };

template <class History, backend Target>
inline constexpr auto steps_of = [] {
  const auto& line = timeline_of<History>;
  const auto& up = script_of<History, Target, false>();
  const auto& down = script_of<History, Target, true>();
  step_list<History::schema_migration_count> list;
  const text_view* const titles = descriptions_of<History>.values +
                                  (description_script_of<History>.count - History::schema_migration_count);
  u32 described = 0;
  for (u32 i = 0; i < line.migration_count; ++i) {
    const migration_definition& m = *History::schema_migrations[i];
    step_text& step = list.values[i];
    step.version = m.version;
    step.title = titles[i];
    step.checksum = checksums_of<History>.values[i];
    step.up = {statements_of<History, Target, false>.values + up.first[i], up.count[i], up.rebuilds[i],
               false};
    step.down = {statements_of<History, Target, true>.values + down.first[i], down.count[i], down.rebuilds[i],
                 is_step_irreversible(line, i)};
    step.operations = descriptions_of<History>.values + described;
    step.operation_count = m.operation_count;
    described += m.operation_count;
  }
  return list;
}();

} // namespace scripts

/// Every step of a history, up and down, for one backend. Of a history with a fault: the steps before it.
template <class History, backend Target>
inline constexpr program program_of{Target, scripts::steps_of<History, Target>.values,
                                    timeline_of<History>.migration_count};

} // namespace schema
