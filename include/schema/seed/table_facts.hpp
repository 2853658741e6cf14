// Floor 6. What seeding needs to know of the declared tables, as plain values: the compiler checks seeds by
// them, and so does a program.
#pragma once

#include <schema/model/fold.hpp>

namespace schema::seed {

inline constexpr u32 no_index = ~0u;

/// Values that somebody else keeps.
template <class T> struct list_view {
  const T* data{};
  u32 count{};

  constexpr const T* begin() const { return data; }
  constexpr const T* end() const { return data + count; }
  constexpr std::size_t size() const { return count; }
  constexpr bool empty() const { return count == 0; }
  constexpr const T& operator[](std::size_t i) const { return data[i]; }
  friend constexpr bool operator==(list_view a, list_view b) {
    if (a.count != b.count) return false;
    for (u32 i = 0; i < a.count; ++i)
      if (!(a.data[i] == b.data[i])) return false;
    return true;
  }
};

/// Columns of a table, by index.
using column_indexes = list_view<u32>;

/// An expression over one row: column i of `columns` is what node i of `source` names, no_index for none. A
/// copy, so that a program does not keep all that the parser had room for.
struct condition_facts {
  sql::expression source;
  const u32* columns{};

  constexpr explicit operator bool() const { return columns != nullptr; }
};

struct column_facts {
  text_view name;
  column_type type;
  list_view<text_view> labels; ///< of its enumeration
  text_view enumeration;       ///< its name
  default_value value;         ///< when it has one; of an expression, that it is one
  condition_facts worked_out;  ///< a default that is an expression, or what it is generated from
  bool nullable{}, has_default{}, identity{}, generated{};
};

/// A unique constraint, or a unique index on plain columns without a predicate.
struct key_facts {
  object_id id{};
  column_indexes columns;
};

struct reference_facts {
  object_id id{};
  column_indexes columns;
  u32 table{};            ///< index of the table that it refers to
  column_indexes targets; ///< columns there, as many
};

struct check_facts {
  object_id id{};
  condition_facts condition;
};

/// A column, or an expression instead.
struct index_key_facts {
  u32 column{no_index};
  condition_facts expression;
};

/// A unique index on expressions, or with a predicate.
struct index_facts {
  object_id id{};
  list_view<index_key_facts> keys;
  condition_facts predicate; ///< false for none
};

struct table_facts {
  text_view name;
  text_view place; ///< the schema that its name begins with, on PostgreSQL; empty for the default one
  list_view<column_facts> columns;
  column_indexes primary_key; ///< empty when there is none
  list_view<key_facts> unique;
  list_view<reference_facts> references;
  list_view<check_facts> checks;
  list_view<index_facts> indexes;

  constexpr u32 find(text_view column) const {
    for (u32 i = 0; i < columns.size(); ++i)
      if (columns[i].name == column) return i;
    return no_index;
  }
};

struct database_facts {
  list_view<table_facts> tables;

  constexpr u32 find(text_view table) const {
    for (u32 i = 0; i < tables.size(); ++i)
      if (tables[i].name == table) return i;
    return no_index;
  }
};

namespace detail {

/// N values of which `count` are there; of a size that no array may have when N is 0.
template <class T, u32 N> struct facts_array {
  T data[N + 1]{};
  u32 count{};
  constexpr void add(const T& item) { data[count++] = item; }
};

/// The facts of declared tables, one array of each kind: an array points into those before it.
template <class Tables> struct facts_of {
  static constexpr const auto& line = declared_timeline_of<Tables>;
  static constexpr u32 column_count = u32(line.column_count), object_count = u32(line.object_count);
  static constexpr column_id first_column(table_id t) {
    return line.tables[t].is_view ? -1 : line.tables[t].first_column;
  }

  /// Tables, those that are no views, and the columns of each from 0 on.
  static constexpr auto table_index = [] {
    facts_array<u32, u32(line.table_count)> out;
    for (table_id t = 0; t < line.table_count; ++t) {
      out.data[t] = out.count;
      out.count += !line.tables[t].is_view;
    }
    return out;
  }();
  static constexpr auto column_index = [] {
    facts_array<u32, column_count> out;
    for (table_id t = 0; t < line.table_count; ++t) {
      u32 next = 0;
      for (column_id c = line.tables[t].first_column; c >= 0; c = line.columns[c].next) out.data[c] = next++;
    }
    return out;
  }();
  /// The objects of all tables, table after table, that `add(object, id)` keeps.
  template <class Visit> static constexpr void each_object(Visit visit) {
    for (table_id t = 0; t < line.table_count; ++t)
      for (object_id o = line.tables[t].is_view ? -1 : line.tables[t].first_object; o >= 0;
           o = line.objects[o].next)
        visit(line.objects[o], o);
  }
  /// What the keys of the timeline and the nodes of its expressions name.
  static constexpr auto key_columns = [] {
    facts_array<u32, u32(line.key_count)> out;
    for (i32 k = 0; k < line.key_count; ++k)
      out.add(line.keys[k].column < 0 ? no_index : column_index.data[line.keys[k].column]);
    return out;
  }();
  static constexpr auto node_columns = [] {
    facts_array<u32, u32(line.binding_count)> out;
    for (i32 b = 0; b < line.binding_count; ++b)
      out.add(line.bindings[b] < 0 ? no_index : column_index.data[line.bindings[b]]);
    return out;
  }();
  static constexpr bound_expression worked_out(const column_span& span) {
    if (!span.value || span.value->kind != value_kind::expression) return {};
    return {span.value->expression, span.value_binding};
  }
  /// The nodes themselves, each where its binding is.
  static constexpr auto nodes = [] {
    facts_array<sql::node, u32(line.binding_count)> out;
    const auto keep = [&](const bound_expression& e) {
      for (u16 i = 0; e && i < e.source->node_count; ++i) out.data[e.first_binding + i] = e.source->nodes[i];
    };
    for (table_id t = 0; t < line.table_count; ++t)
      for (column_id c = first_column(t); c >= 0; c = line.columns[c].next)
        keep(worked_out(line.last_column(c)));
    each_object([&](const object_life& o, object_id) {
      keep(o.expression);
      for (i32 k = o.first_key; k < o.first_key + o.key_count; ++k) keep(line.keys[k].expression);
    });
    return out;
  }();
  static constexpr condition_facts condition(const bound_expression& e) {
    if (!e) return {};
    condition_facts out{*e.source, node_columns.data + e.first_binding};
    out.source.nodes = nodes.data + e.first_binding;
    return out;
  }
  static constexpr default_value value_of(const column_span& span) {
    default_value out;
    if (span.value) out = *span.value;
    out.expression = nullptr;
    return out;
  }

  /// Labels by their enumeration.
  static constexpr auto labels = [] {
    facts_array<text_view, u32(line.label_count)> out;
    for (enumeration_id e = 0; e < line.enumeration_count; ++e)
      for (i32 l = line.enumerations[e].first_label; l >= 0; l = line.labels[l].next)
        out.add(line.labels[l].text->view());
    return out;
  }();
  static constexpr auto columns = [] {
    facts_array<u32, u32(line.enumeration_count)> first, count;
    u32 label = 0;
    for (enumeration_id e = 0; e < line.enumeration_count; ++e) {
      first.data[e] = label;
      for (i32 l = line.enumerations[e].first_label; l >= 0; l = line.labels[l].next) ++label;
      count.data[e] = label - first.data[e];
    }
    facts_array<column_facts, column_count> out;
    for (table_id t = 0; t < line.table_count; ++t)
      for (column_id c = first_column(t); c >= 0; c = line.columns[c].next) {
        const column_span& span = line.last_column(c);
        column_facts facts{.name = span.id->view(),
                           .type = *span.type,
                           .labels = {},
                           .enumeration = {},
                           .value = value_of(span),
                           .worked_out = condition(worked_out(span)),
                           .nullable = span.nullable,
                           .has_default = span.value != nullptr,
                           .identity = span.identity,
                           .generated = span.generated};
        if (const enumeration_id e = span.enumeration; e >= 0) {
          facts.enumeration = line.enumerations[e].id->view();
          facts.labels = {labels.data + first.data[e], count.data[e]};
        }
        out.add(facts);
      }
    return out;
  }();
  /// Without the columns that an index only includes.
  static constexpr u16 width_of(const object_life& o) { return u16(o.key_count - included_of(o.terms)); }
  static constexpr column_indexes keys_of(const object_life& o, u32 from) {
    return {key_columns.data + o.first_key + from, width_of(o)};
  }
  /// Of an index that is unique in columns alone, and of every UNIQUE.
  static constexpr bool is_plain(const object_life& o) {
    for (i32 i = 0; i < width_of(o); ++i)
      if (line.keys[o.first_key + i].column < 0) return false;
    return !o.expression;
  }
  static constexpr bool is_key(const object_life& o) {
    return o.kind == part_kind::unique || (o.kind == part_kind::index && o.unique && is_plain(o));
  }
  static constexpr bool is_index(const object_life& o) {
    return o.kind == part_kind::index && o.unique && !is_plain(o);
  }

  static constexpr auto unique = [] {
    facts_array<key_facts, object_count> out;
    each_object([&](const object_life& o, object_id id) {
      if (is_key(o)) out.add({id, keys_of(o, 0)});
    });
    return out;
  }();
  static constexpr auto references = [] {
    facts_array<reference_facts, object_count> out;
    each_object([&](const object_life& o, object_id id) {
      if (o.kind == part_kind::foreign_key)
        out.add({id, keys_of(o, 0), table_index.data[o.target], keys_of(o, o.key_count)});
    });
    return out;
  }();
  static constexpr auto checks = [] {
    facts_array<check_facts, object_count> out;
    each_object([&](const object_life& o, object_id id) {
      if (o.kind == part_kind::check) out.add({id, condition(o.expression)});
    });
    return out;
  }();
  static constexpr auto index_keys = [] {
    facts_array<index_key_facts, u32(line.key_count)> out;
    each_object([&](const object_life& o, object_id) {
      for (i32 k = o.first_key; is_index(o) && k < o.first_key + width_of(o); ++k)
        out.add({key_columns.data[k], condition(line.keys[k].expression)});
    });
    return out;
  }();
  static constexpr auto indexes = [] {
    facts_array<index_facts, object_count> out;
    u32 next = 0;
    each_object([&](const object_life& o, object_id id) {
      if (!is_index(o)) return;
      out.add({id, {index_keys.data + next, width_of(o)}, condition(o.expression)});
      next += width_of(o);
    });
    return out;
  }();

  static constexpr auto tables = [] {
    facts_array<table_facts, u32(line.table_count)> out;
    table_facts next;
    next.columns.data = columns.data;
    next.unique.data = unique.data;
    next.references.data = references.data;
    next.checks.data = checks.data;
    next.indexes.data = indexes.data;
    for (table_id t = 0; t < line.table_count; ++t) {
      if (line.tables[t].is_view) continue;
      next.name = line.last_name(t)->view();
      next.place = line.last_name(t)->place();
      next.primary_key = {};
      for (column_id c = line.tables[t].first_column; c >= 0; c = line.columns[c].next) ++next.columns.count;
      for (object_id id = line.tables[t].first_object; id >= 0; id = line.objects[id].next) {
        const object_life& o = line.objects[id];
        if (o.kind == part_kind::primary_key) next.primary_key = keys_of(o, 0);
        next.references.count += o.kind == part_kind::foreign_key;
        next.checks.count += o.kind == part_kind::check;
        next.unique.count += is_key(o);
        next.indexes.count += is_index(o);
      }
      out.add(next);
      next.columns = {next.columns.end(), 0};
      next.references = {next.references.end(), 0};
      next.checks = {next.checks.end(), 0};
      next.unique = {next.unique.end(), 0};
      next.indexes = {next.indexes.end(), 0};
    }
    return out;
  }();
  static constexpr database_facts value{{tables.data, tables.count}};
};

} // namespace detail

/// The facts of declared tables: `seed_facts<lms::tables>()`.
template <class Tables> constexpr const database_facts& seed_facts() {
  return detail::facts_of<Tables>::value;
}

} // namespace schema::seed
