// Histories folded twice: by the compiler, and by the program at run time; and what stands in them, by name.
#pragma once

#include <catch2/catch.hpp>

#include <schema/dsl.hpp>
#include <schema/model/dynamic_timeline.hpp>

namespace schema::tests {

/// A law holds for the constant timeline of a history, and again for the one that is folded at run time.
template <class History, class Law> void verify_history(Law law) {
  static_assert(law(timeline_of<History>));
  const auto again = fold_history(History::schema_migrations, History::schema_migration_count);
  CHECK(law(again));
}

template <class Tables, class Law> void verify_tables(Law law) {
  static_assert(law(declared_timeline_of<Tables>));
  const auto again = fold_declared(Tables::schema_tables, Tables::schema_table_count);
  CHECK(law(again));
}

/// The table that stands under a name at an instant; -1 for none.
template <class Timeline>
constexpr table_id table_named(const Timeline& line, schema::text_view text, u32 instant) {
  for (table_id t = 0; t < line.table_count; ++t)
    if (line.tables[t].alive.holds(instant) && line.table_name(t, instant)->view() == text) return t;
  return -1;
}

template <class Timeline>
constexpr column_id column_named(const Timeline& line, table_id table, schema::text_view text, u32 instant) {
  if (table < 0) return -1;
  for (column_id c = line.tables[table].first_column; c >= 0; c = line.columns[c].next)
    if (line.columns[c].alive.holds(instant) && line.column_name(c, instant)->view() == text) return c;
  return -1;
}

/// The constraint or index of any table that stands under a name at an instant; -1 for none.
template <class Timeline>
constexpr object_id object_named(const Timeline& line, schema::text_view text, u32 instant) {
  for (object_id o = 0; o < line.object_count; ++o)
    if (line.objects[o].alive.holds(instant) && object_name(line, o, instant).view() == text) return o;
  return -1;
}

/// How many constraints and indexes stand at an instant.
template <class Timeline> constexpr u32 objects_at(const Timeline& line, u32 instant) {
  u32 count = 0;
  for (object_id o = 0; o < line.object_count; ++o) count += line.objects[o].alive.holds(instant);
  return count;
}

/// Whether every name and definition stands alike at two instants of two timelines, ids aside.
template <class A, class B> constexpr bool same_names(const A& a, u32 at_a, const B& b, u32 at_b) {
  u32 tables = 0, columns = 0, objects = 0;
  for (table_id t = 0; t < a.table_count; ++t) {
    if (!a.tables[t].alive.holds(at_a)) continue;
    ++tables;
    const table_id other = table_named(b, a.table_name(t, at_a)->view(), at_b);
    if (other < 0) return false;
    for (column_id c = a.tables[t].first_column; c >= 0; c = a.columns[c].next) {
      if (!a.columns[c].alive.holds(at_a)) continue;
      ++columns;
      const column_span& x = a.column_at(c, at_a);
      const column_id found = column_named(b, other, x.id->view(), at_b);
      if (found < 0) return false;
      const column_span& y = b.column_at(found, at_b);
      if (!(*x.type == *y.type) || x.nullable != y.nullable || x.identity != y.identity) return false;
      if ((x.value == nullptr) != (y.value == nullptr) || (x.value && !(*x.value == *y.value))) return false;
    }
    for (object_id o = a.tables[t].first_object; o >= 0; o = a.objects[o].next) {
      if (!a.objects[o].alive.holds(at_a)) continue;
      ++objects;
      const object_id found = object_named(b, object_name(a, o, at_a).view(), at_b);
      if (found < 0 || b.objects[found].table != other || b.objects[found].kind != a.objects[o].kind)
        return false;
    }
  }
  for (table_id t = 0; t < b.table_count; ++t) tables -= b.tables[t].alive.holds(at_b);
  for (column_id c = 0; c < b.column_count; ++c) columns -= b.columns[c].alive.holds(at_b);
  return tables == 0 && columns == 0 && objects == objects_at(b, at_b);
}

} // namespace schema::tests
