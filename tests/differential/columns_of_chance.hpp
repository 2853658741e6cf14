// What random histories can't compare: values that each database gives by itself.
#pragma once

#include <tests/differential/history_values.hpp>

#include <schema/model/view_reading.hpp>

#include <set>

namespace test {

/// Whether an expression gives another value each time it is asked, or on another day.
inline bool is_of_chance(const schema::sql::expression& e) {
  bool found = e.volatile_node >= 0;
  for (schema::u16 i = 0; i < e.node_count; ++i)
    found = found || e.nodes[i].kind == schema::sql::node_kind::current_time;
  return found;
}

/// Whether a generated column is worked out from one for which `is` answers true.
template <class Is> bool reads_any(const fuzzed_timeline& line, const schema::column_span& span, Is&& is) {
  for (schema::u16 i = 0; span.generated && i < span.value->expression->node_count; ++i)
    if (const auto c = line.bindings[span.value_binding + i]; c >= 0 && is(c)) return true;
  return false;
}
inline bool is_span_of(const fuzzed_timeline& line, schema::i32 span, schema::table_id t) {
  for (auto s = line.tables[t].first_span; s >= 0; s = line.table_spans[s].next)
    if (s == span) return true;
  return false;
}

/// The columns whose values are another thing on each database: numbers that it gives out, the time, a random
/// uuid; texts that SQLite compares otherwise; and what refers to them, is generated from them, or stands in
/// a view that reads them.
inline std::set<schema::column_id> columns_of_chance(const fuzzed_timeline& line) {
  std::set<schema::column_id> found;
  for (schema::column_id c = 0; c < line.column_count; ++c)
    for (auto s = line.columns[c].first_span; s >= 0; s = line.column_spans[s].next) {
      const auto& span = line.column_spans[s];
      const bool is_worked_out = span.value && span.value->expression;
      if (span.identity || (is_worked_out && is_of_chance(*span.value->expression))) found.insert(c);
    }
  for (schema::table_id t = 0; t < line.table_count; ++t)
    for (auto s = line.first_traits[t]; s > 0; s = line.traits[s - 1].next)
      if (const auto& said = *line.traits[s - 1].said;
          said.kind == schema::attribute_kind::collation && said.id && said.table->view() != "BINARY")
        found.insert(line.traits[s - 1].column);
  for (bool grows = true; grows;) {
    grows = false;
    const auto is_found = [&](schema::column_id c) { return found.contains(c); };
    for (schema::column_id c = 0; c < line.column_count; ++c)
      for (auto s = line.columns[c].first_span; s >= 0; s = line.column_spans[s].next)
        if (reads_any(line, line.column_spans[s], is_found)) grows = found.insert(c).second || grows;
    for (schema::i32 s = 0; s < line.table_span_count; ++s)
      if (line.table_spans[s].query &&
          schema::folding::any_read(line, line.table_spans[s], schema::sql::node_kind::column, is_found))
        for (schema::column_id c = 0; c < line.column_count; ++c)
          if (is_span_of(line, s, line.columns[c].table)) grows = found.insert(c).second || grows;
    for (schema::object_id o = 0; o < line.object_count; ++o) {
      const auto& object = line.objects[o];
      if (object.kind != schema::part_kind::foreign_key) continue;
      for (int k = 0; k < object.key_count; ++k)
        if (found.contains(line.keys[object.first_key + object.key_count + k].column))
          grows = found.insert(line.keys[object.first_key + k].column).second || grows;
    }
  }
  return found;
}

} // namespace test
