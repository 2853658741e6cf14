// Floor 6. What seeding needs to know of the declared tables, as run-time values: one template makes them,
// nothing behind it is one.
#pragma once

#include <schema/model/fold.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace schema::seed {

inline constexpr u32 no_index = ~0u;

struct column_facts {
  std::string name;
  column_type type;
  std::vector<std::string> labels; ///< of its enumeration
  std::string enumeration;         ///< its name
  bool nullable{}, has_default{}, identity{};
};

/// A key: indexes of columns.
struct key_facts {
  std::string name;
  std::vector<u32> columns;
};

struct reference_facts {
  std::string name;
  std::vector<u32> columns;
  u32 table{};              ///< index of the table that it refers to
  std::vector<u32> targets; ///< columns there, as many
};

struct table_facts {
  std::string name;
  std::vector<column_facts> columns;
  std::vector<u32> primary_key; ///< empty when there is none
  std::vector<key_facts>
      unique; ///< unique constraints, and unique indexes on plain columns without a predicate
  std::vector<reference_facts> references;

  u32 find(std::string_view column) const {
    for (u32 i = 0; i < columns.size(); ++i)
      if (columns[i].name == column) return i;
    return no_index;
  }
};

struct database_facts {
  std::vector<table_facts> tables;

  u32 find(std::string_view table) const {
    for (u32 i = 0; i < tables.size(); ++i)
      if (tables[i].name == table) return i;
    return no_index;
  }
};

namespace detail {

template <class Timeline>
std::vector<column_facts> columns_of(const Timeline& line, table_id table, std::vector<u32>& index) {
  std::vector<column_facts> columns;
  for (column_id c = line.tables[table].first_column; c >= 0; c = line.columns[c].next) {
    if (!line.columns[c].alive.holds(line.now)) continue;
    const column_span& span = line.column_at(c, line.now);
    column_facts facts{.name = std::string(span.id->view()),
                       .type = *span.type,
                       .labels = {},
                       .enumeration = {},
                       .nullable = span.nullable,
                       .has_default = span.value != nullptr,
                       .identity = span.identity};
    if (span.enumeration >= 0) {
      const enumeration_life& e = line.enumerations[span.enumeration];
      facts.enumeration = e.id->view();
      for (i32 l = e.first_label; l >= 0; l = line.labels[l].next)
        facts.labels.emplace_back(line.labels[l].text->view());
    }
    index[std::size_t(c)] = u32(columns.size());
    columns.push_back(std::move(facts));
  }
  return columns;
}

/// Adds a constraint or an index, as far as it says something that seeding checks.
template <class Timeline>
void add_object(const Timeline& line, object_id id, const std::vector<u32>& index,
                const std::vector<u32>& tables, table_facts& table) {
  const object_life& o = line.objects[id];
  if (o.kind == part_kind::check || (o.kind == part_kind::index && (!o.unique || o.expression))) return;
  std::vector<u32> columns, targets;
  for (i32 i = 0; i < o.key_count - o.included; ++i) {
    const bound_key& key = line.keys[o.first_key + i];
    if (key.column < 0) return;
    columns.push_back(index[std::size_t(key.column)]);
    if (o.kind == part_kind::foreign_key)
      targets.push_back(index[std::size_t(line.keys[o.first_key + o.key_count + i].column)]);
  }
  std::string name(object_name(line, id, line.now).view());
  if (o.kind == part_kind::primary_key)
    table.primary_key = std::move(columns);
  else if (o.kind == part_kind::foreign_key)
    table.references.push_back(
        {std::move(name), std::move(columns), tables[std::size_t(o.target)], std::move(targets)});
  else
    table.unique.push_back({std::move(name), std::move(columns)});
}

} // namespace detail

/// The facts of what stands at the end of a timeline. Throws nothing but std::bad_alloc.
template <class Timeline> database_facts facts_of(const Timeline& line) {
  database_facts facts;
  std::vector<u32> columns(std::size_t(line.column_count)), tables(std::size_t(line.table_count), no_index);
  for (table_id t = 0; t < line.table_count; ++t) {
    if (line.tables[t].is_view || !line.tables[t].alive.holds(line.now)) continue;
    tables[std::size_t(t)] = u32(facts.tables.size());
    table_facts table;
    table.name = line.table_name(t, line.now)->view();
    table.columns = detail::columns_of(line, t, columns);
    facts.tables.push_back(std::move(table));
  }
  for (object_id o = 0; o < line.object_count; ++o) {
    const u32 table = tables[std::size_t(line.objects[o].table)];
    if (table != no_index && line.objects[o].alive.holds(line.now))
      detail::add_object(line, o, columns, tables, facts.tables[table]);
  }
  return facts;
}

/// The facts of declared tables: `seed_facts<lms::tables>()`.
template <class Tables> const database_facts& seed_facts() {
  static const database_facts facts = facts_of(declared_timeline_of<Tables>);
  return facts;
}

} // namespace schema::seed
