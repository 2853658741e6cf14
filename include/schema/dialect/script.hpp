// Floor 3. A history as the SQL of a backend: constants of the program.
#pragma once

#include <schema/dialect/operation_text.hpp>
#include <schema/dialect/step.hpp>
#include <schema/model/checksum.hpp>

namespace schema {
namespace scripts {

/// The scripts of one direction: their text, and where each step's statements begin.
template <u32 Bytes, u32 Statements, u32 Steps> struct direction {
  script_writer<Bytes, Statements> out;
  u32 first[Steps + 1]{};
  bool rebuilds[Steps + 1]{};
};

template <class Line, class Direction>
constexpr void write_direction(const Line& line, backend target, bool down, Direction& d) {
  rendering<Line, decltype(d.out)> r{line, d.out, target};
  for (u32 i = 0; i < line.migration_count; ++i) {
    d.first[i] = d.out.count;
    if (!down || !is_step_irreversible(line, i)) d.rebuilds[i] = write_step(r, i, down);
  }
  d.first[line.migration_count] = d.out.count;
}

/// Once to measure, once to fill: one evaluation for all steps is cheaper than one for each.
template <class History, backend Target, bool Down>
inline constexpr script_size size_of = [] {
  direction<0, 0, History::schema_migration_count> d;
  write_direction(timeline_of<History>, Target, Down, d);
  return d.out.measured();
}();

template <class History, backend Target, bool Down>
inline constexpr auto text_of = [] {
  constexpr script_size size = size_of<History, Target, Down>;
  direction<size.bytes, size.statements, History::schema_migration_count> d;
  write_direction(timeline_of<History>, Target, Down, d);
  return d;
}();

template <u32 Count> struct statement_list { statement_text values[Count + 1]{}; };

/// The statements of a script, as views into its text.
template <class Writer, u32 Count> constexpr statement_list<Count> view_statements(const Writer& out) {
  statement_list<Count> list;
  for (u32 i = 0; i < Count; ++i) {
    const statement_place& p = out.places[i];
    const std::string_view text = out.view().substr(p.begin, p.size);
    list.values[i].operation = p.operation;
    list.values[i].role = p.role;
    (p.role == statement_role::sql ? list.values[i].sql : list.values[i].table) = text;
  }
  return list;
}

template <class History, backend Target, bool Down>
inline constexpr auto statements_of =
    view_statements<decltype(text_of<History, Target, Down>.out), size_of<History, Target, Down>.statements>(
        text_of<History, Target, Down>.out);

template <class Line, class Out> constexpr void write_descriptions(const Line& line, Out& out) {
  for (u32 at = 1; at <= line.now; ++at)
    if (!line.instants[at].declared) out.statement([&] { describe_operation(line, at, out); });
}

template <class History>
inline constexpr script_size descriptions_size_of = [] {
  script_writer<0, 0> out;
  write_descriptions(timeline_of<History>, out);
  return out.measured();
}();

template <class History>
inline constexpr auto description_text_of = [] {
  constexpr script_size size = descriptions_size_of<History>;
  script_writer<size.bytes, size.statements> out;
  write_descriptions(timeline_of<History>, out);
  return out;
}();

template <u32 Count> struct text_list { std::string_view values[Count + 1]{}; };

/// What the operations are, one after the other; it is the same for every backend.
template <class History>
inline constexpr auto descriptions_of = [] {
  text_list<descriptions_size_of<History>.statements> list;
  const auto& out = description_text_of<History>;
  for (u32 i = 0; i < out.count; ++i)
    list.values[i] = out.view().substr(out.places[i].begin, out.places[i].size);
  return list;
}();

template <u32 Count> struct step_list { step_text values[Count + 1]{}; };

template <class History, backend Target>
inline constexpr auto steps_of = [] {
  const auto& line = timeline_of<History>;
  const auto& up = text_of<History, Target, false>;
  const auto& down = text_of<History, Target, true>;
  step_list<History::schema_migration_count> list;
  u32 described = 0;
  for (u32 i = 0; i < line.migration_count; ++i) {
    const migration_definition& m = *History::schema_migrations[i];
    step_text& step = list.values[i];
    step.version = m.version;
    step.title = m.title_view();
    step.checksum = checksums_of<History>.values[i];
    step.up = {statements_of<History, Target, false>.values + up.first[i], up.first[i + 1] - up.first[i],
               up.rebuilds[i], false};
    step.down = {statements_of<History, Target, true>.values + down.first[i],
                 down.first[i + 1] - down.first[i], down.rebuilds[i], is_step_irreversible(line, i)};
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
