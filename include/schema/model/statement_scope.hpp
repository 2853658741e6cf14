// Floor 2. What the names in a data statement may mean: its tables and queries, those of the selects around
// included.
#pragma once

#include <schema/model/binding.hpp>
#include <schema/sql/query.hpp>

namespace schema {

/// How many tables and queries are in reach at once.
inline constexpr u32 most_sources = 32;

template <class Timeline> struct statement_scope {
  using kind = sql::node_kind;

  /// A table or a select under the name that it has here.
  struct named_source {
    u64 hash;
    table_id table;
    i16 select; ///< -1 for a table
    u16 level;  ///< how deep its select is
    bool hidden;
  };
  struct named_query {
    u64 hash;
    i16 select;
  };
  /// What a select finds, and leaves behind it.
  struct state {
    u32 count, query_count;
    i16 grouping;
    u16 grouped_level;
    bool in_aggregate;
  };

  Timeline& line;
  const bound_expression& e;
  const sql::node* nodes; ///< of the statement
  named_source sources[most_sources]{};
  named_query queries[most_sources]{};
  u32 count{}, query_count{};
  u16 level{};
  i16 grouping{-1}; ///< of the select at hand, once it is known
  u16 grouped_level{};
  bool in_aggregate{};
  table_id fault_table{-1};
  i16 inner_reads[most_sources]{}; ///< columns that queries and selects inside assignments read
  u32 read_count{};                ///< of those that are kept the first most_sources
  bool uses_query{};               ///< a select has a query of WITH as its source

  constexpr state enter() {
    const state before{count, query_count, grouping, grouped_level, in_aggregate};
    ++level;
    grouping = -1;
    in_aggregate = false;
    return before;
  }
  constexpr void leave(const state& before) {
    --level;
    count = before.count;
    query_count = before.query_count;
    grouping = before.grouping;
    grouped_level = before.grouped_level;
    in_aggregate = before.in_aggregate;
  }
  /// A select in FROM sees none of its neighbours, VALUES no target. Returns which are to be shown again.
  constexpr u32 hide() {
    u32 first = count;
    while (first > 0 && sources[first - 1].level == level && !sources[first - 1].hidden)
      sources[--first].hidden = true;
    return first;
  }
  constexpr void show(u32 first) {
    for (; first < count; ++first) sources[first].hidden = false;
  }

  /// A table, or a select, under a name that no other has beside it; `at` says where.
  constexpr bool add(u64 hash, i16 at, table_id table, i16 select) {
    if (count >= most_sources) return line.fail(fault(rule::syntax_error, e.source->root));
    for (u32 k = count; k > 0 && sources[k - 1].level == level; --k)
      if (sources[k - 1].hash == hash) return line.fail(fault(rule::source_named_twice, at));
    sources[count++] = {hash, table, select, level, false};
    return true;
  }
  /// A query of WITH under a name that none of those from `first` on, which stand beside it, has.
  constexpr bool add_query(i16 i, u32 first) {
    if (query_count >= most_sources) return line.fail(fault(rule::syntax_error, i));
    for (u32 q = first; q < query_count; ++q)
      if (queries[q].hash == nodes[i].hash) return line.fail(fault(rule::source_named_twice, i));
    queries[query_count++] = {nodes[i].hash, nodes[i].first};
    return is_named(nodes[i].first);
  }
  constexpr i16 find_query(u64 hash) const {
    for (u32 q = query_count; q > 0; --q)
      if (queries[q - 1].hash == hash) return queries[q - 1].select;
    return -1;
  }

  /// What a source is called here: its alias, or its own name.
  constexpr u64 name_hash(i16 source) const {
    if (nodes[source].first >= 0) return nodes[nodes[source].first].hash;
    if constexpr (Timeline::has_schemas) return source_hash(line, *e.source, nodes[source]);
    return nodes[source].hash;
  }

  constexpr text_view name_of(i16 i) const { return sql::name_text(*e.source, nodes[i]); }

  constexpr table_id find_table(i16 i) {
    const sql::node n = nodes[i];
    const table_id found = line.find_table(n.hash, {e.source->text + n.begin, n.size});
    if (found >= 0) return found;
    const bool is_pair = n.operation == sql::binary_operator::dot;
    const text_view text = is_pair ? e.source->at(n) : name_of(i);
    const identifier wanted = make_identifier(text, true);
    finding f = fault(rule::no_such_table, i);
    f.table = text;
    f.object = {};
    f.hint = line.nearest_table(&wanted);
    if constexpr (Timeline::has_schemas)
      if (is_pair && !accept_place_in(line, text, f)) return -1;
    if (is_pair && !Timeline::has_schemas) f.broken = rule::no_such_schema;
    line.fail(f);
    return -1;
  }

  /// The table whose rows a statement changes: SQLite changes none through a view.
  constexpr table_id find_target(i16 i) {
    const table_id found = find_table(i);
    if (found < 0 || !line.tables[found].is_view) return found;
    finding f = fault(rule::not_a_table, i);
    f.table = line.last_name(found);
    f.object = {};
    line.fail(f);
    return -1;
  }

  constexpr column_id find_in_table(table_id table, i16 i) const {
    const sql::node n = nodes[i];
    return line.find_column(table, n.hash, {e.source->text + n.begin, n.size});
  }

  // -- items of a select

  constexpr i16 first_item(i16 select) const { return sql::first_item(e.source->nodes, select); }
  constexpr i16 next_item(i16 item) const { return sql::next_item(e.source->nodes, item); }
  constexpr u32 item_count(i16 select) const {
    u32 items = 0;
    for (i16 i = first_item(select); i >= 0; i = next_item(i)) ++items;
    return items;
  }
  constexpr u64 item_hash(i16 item) const {
    const i16 naming = sql::naming_node(e.source->nodes, item);
    return naming >= 0 ? nodes[naming].hash : 0;
  }
  /// Whether each column of a select has a name; of a * it would have those of another day.
  constexpr bool is_named(i16 select) {
    for (i16 i = first_item(select); i >= 0; i = next_item(i))
      if (nodes[nodes[i].first].kind == kind::every_column)
        return line.fail(fault(rule::syntax_error, nodes[i].first));
    return true;
  }
  constexpr bool is_item_name(i16 select, i16 key) const {
    if (nodes[key].kind != kind::column || nodes[key].first >= 0) return false;
    for (i16 i = first_item(select); i >= 0; i = next_item(i))
      if (nodes[i].size && nodes[i].hash == nodes[key].hash) return true;
    return false;
  }

  // -- names of columns

  /// The source that a qualifier names; -1, and the timeline's finding, for none.
  constexpr i32 find_source(i16 qualifier) {
    const u64 hash = nodes[qualifier].hash;
    for (u32 k = count; k > 0; --k)
      if (sources[k - 1].hash == hash && !sources[k - 1].hidden) return i32(k - 1);
    finding f = fault(rule::no_such_table, qualifier);
    f.table = name_of(qualifier);
    f.object = {};
    line.fail(f);
    return -1;
  }

  /// Resolves a column node and gives it its type.
  constexpr bool resolve(i16 i) {
    if (const i16 qualifier = nodes[i].first; qualifier >= 0) {
      const i32 k = find_source(qualifier);
      if (k < 0) return false;
      const named_source source = sources[k];
      return is_in(source, i) ? is_grouped(source, i) : fail_column(i, source.table);
    }
    table_id nearest = -1;
    i32 found = -1;
    u16 level_found = 0;
    for (u32 k = count; k > 0; --k) {
      const named_source source = sources[k - 1];
      if (found >= 0 && source.level != level_found) break;
      if (source.hidden) continue;
      if (nearest < 0) nearest = source.table;
      if (!is_in(source, i)) continue;
      if (found >= 0) return line.fail(fault(rule::ambiguous_column, i));
      found = i32(k - 1);
      level_found = source.level;
    }
    return found >= 0 ? is_grouped(sources[found], i) : fail_column(i, nearest);
  }

  /// Whether a source has the column that a node names, which is then bound to it.
  constexpr bool is_in(const named_source& source, i16 i) {
    const i32 place = e.first_binding + i;
    if (source.select < 0) {
      const column_id c = find_in_table(source.table, i);
      if (c < 0) return false;
      line.bindings[place] = c;
      line.types[place] = value_type_of(line.column_spans[line.columns[c].last_span].type->kind);
      if (source.level > 1 && read_count++ < most_sources) inner_reads[read_count - 1] = i;
      return true;
    }
    for (i16 item = first_item(source.select); item >= 0; item = next_item(item))
      if (item_hash(item) == nodes[i].hash) {
        const value_type type = line.types[e.first_binding + item];
        line.bindings[place] = item_binding(item);
        line.types[place] = type == value_type::literal ? value_type::text : type;
        return true;
      }
    return false;
  }

  constexpr bool fail_column(i16 i, table_id table) {
    finding f = fault(rule::no_such_column, i);
    if (table >= 0) {
      f.table = line.last_name(table);
      f.hint = line.nearest_column(table, name_of(i));
    }
    return line.fail(f);
  }

  // -- grouping

  constexpr void group(i16 by) {
    grouping = by;
    grouped_level = level;
  }
  /// Beside aggregates stand only keys of GROUP BY (PostgreSQL 15, 7.2.3; SQLite takes any row's value).
  constexpr bool is_grouped(const named_source& source, i16 i) {
    if (grouping < 0 || in_aggregate || source.level != grouped_level || is_group_key(i)) return true;
    finding f = fault(rule::column_not_grouped, i);
    if (source.table >= 0) f.table = line.last_name(source.table);
    return line.fail(f);
  }
  /// Whether a node is one of those keys; it has the key's type then.
  constexpr bool is_group_key(i16 i) {
    if (grouping < 0 || in_aggregate || level != grouped_level) return false;
    for (i16 key = nodes[grouping].first; key >= 0; key = nodes[key].next)
      if (is_same(key, i)) {
        line.types[e.first_binding + i] = line.types[e.first_binding + key];
        line.bindings[e.first_binding + i] = line.bindings[e.first_binding + key];
        if constexpr (Timeline::has_traits) bind_below(key, i);
        return true;
      }
    return false;
  }
  /// What is in a key again is bound as there: collations are worked out of it.
  constexpr void bind_below(i16 key, i16 i) {
    for (i16 a = nodes[key].first, b = nodes[i].first; a >= 0; a = nodes[a].next, b = nodes[b].next) {
      line.types[e.first_binding + b] = line.types[e.first_binding + a];
      line.bindings[e.first_binding + b] = line.bindings[e.first_binding + a];
      bind_below(a, b);
    }
  }
  constexpr bool is_same(i16 a, i16 b) const {
    if (a < 0 || b < 0) return a == b;
    const sql::node &x = nodes[a], &y = nodes[b];
    if (x.kind != y.kind || x.hash != y.hash || x.operation != y.operation) return false;
    if (x.kind == kind::column) {
      const column_id one = line.bindings[e.first_binding + a], other = line.bindings[e.first_binding + b];
      return one != -1 && other != -1 ? one == other : is_same(x.first, y.first);
    }
    i16 p = x.first, q = y.first;
    for (; p >= 0 && q >= 0; p = nodes[p].next, q = nodes[q].next)
      if (!is_same(p, q)) return false;
    return p < 0 && q < 0;
  }

  constexpr finding fault(rule broken, i16 i) const {
    return syntax_finding(broken, fault_table < 0 ? nullptr : line.last_name(fault_table), e.source->view(),
                          nodes[i].begin, nodes[i].size);
  }
};

} // namespace schema
