// Floor 2. Whether declared tables are the end of a history, told without folding them.
#pragma once

#include <schema/model/comparison.hpp>

namespace schema {

/// Looks the declared tables up in the history. Where it agrees, a fold and a comparison would find nothing,
/// at thrice the cost; where it does not, they tell why, or that all is well after all: spellings that it
/// does not try to see through are no agreement.
template <class Line> class agreement {
public:
  constexpr explicit agreement(const Line& line) : line_(line) {}

  constexpr bool holds(const operation* const* tables, u32 count) {
    for (u32 i = 0; i < count; ++i)
      if (!(tables[i]->kind == operation_kind::create_table         ? has_table(*tables[i])
            : tables[i]->kind == operation_kind::create_view        ? has_view(*tables[i])
            : tables[i]->kind == operation_kind::create_enumeration ? has_enumeration(*tables[i])
            : is_of_routine(tables[i]->kind)                        ? has_routine(*tables[i])
                                                                    : has_extension(*tables[i], tables, i)))
        return false;
    if constexpr (Line::has_extensions) {
      u32 standing = 0;
      each_extension(line_, line_.now, [&](name) { return ++standing != 0; });
      if (standing != extensions_) return false;
    }
    if constexpr (Line::has_routines)
      for (i32 r = 0; r < line_.routine_count; ++r)
        if (line_.routines[r].alive.to == forever && !routines_[r]) return false;
    for (table_id t = 0; t < line_.table_count; ++t)
      if (line_.tables[t].alive.to == forever && !tables_[t]) return false;
    for (enumeration_id e = 0; e < line_.enumeration_count; ++e)
      if (line_.enumerations[e].alive.to == forever && !enumerations_[e]) return false;
    if constexpr (Line::has_traits) return said_ == line_.standing_traits();
    return true;
  }

private:
  /// Notes that something was found; false when it was found before.
  static constexpr bool take(bool& taken) {
    const bool first = !taken;
    taken = true;
    return first;
  }

  /// A name may be refused as it stands here though the history has it, between the marks of quoted<…>.
  static constexpr bool is_refused(name id) { return id->fault != name_fault::none; }
  /// Of a relation, whose name may be a pair.
  static constexpr bool is_refused_relation(name id) {
    return id->fault != name_fault::none && (!Line::has_schemas || id->fault != name_fault::pair);
  }

  constexpr bool has_enumeration(const operation& o) {
    const enumeration_id e = line_.find_enumeration(o.from);
    if (e < 0 || is_refused_relation(o.from) || !take(enumerations_[e])) return false;
    i32 label = line_.enumerations[e].first_label;
    for (u16 i = 0; i < o.label_count; ++i) {
      if (label < 0 || !same_name(line_.labels[label].text, o.labels[i])) return false;
      label = line_.labels[label].next;
    }
    return label < 0;
  }

  /// Each once: it is not among those that are declared before it.
  constexpr bool has_extension(const operation& o, const operation* const* tables, u32 before) {
    if constexpr (Line::has_extensions) {
      for (u32 i = 0; i < before; ++i)
        if (tables[i]->kind == o.kind && same_name(tables[i]->from, o.from)) return false;
      ++extensions_;
      return extension_at(line_, o.from, line_.now) != 0;
    }
    return false;
  }

  constexpr bool has_table(const operation& o) {
    const table_id t = line_.find_table(o.table);
    if (t < 0 || is_refused_relation(o.table) || !take(tables_[t])) return false;
    column_id next = line_.tables[t].first_column;
    if (!has_parts(t, o.parts, o.part_count, next)) return false;
    for (; next >= 0; next = line_.columns[next].next) // those before it were taken one after the other
      if (line_.columns[next].alive.to == forever && !columns_[next]) return false;
    for (object_id x = line_.tables[t].first_object; x >= 0; x = line_.objects[x].next)
      if (line_.objects[x].alive.to == forever && !objects_[x]) return false;
    return true;
  }

  /// The same query of the same text, and all that it names is still called so.
  constexpr bool has_view(const operation& o) {
    const table_id t = line_.find_view(o.from);
    if (t < 0 || is_refused_relation(o.from) || !take(tables_[t])) return false;
    if constexpr (Line::materializes) {
      if (folding::is_materialized(line_, t) != (o.terms == materialized) || !has_indexes(t, o)) return false;
    } else if (o.terms) {
      return false;
    }
    const table_span& span = line_.table_spans[line_.tables[t].last_span];
    const sql::expression &x = *span.query->tree, &y = *o.up->tree;
    if (o.up->fault != sql::syntax_fault::none || span.query->hash != o.up->hash ||
        x.node_count != y.node_count)
      return false;
    for (u16 i = 0; i < y.node_count; ++i) {
      const i32 bound = line_.bindings[span.first_binding + i];
      if (x.nodes[i].hash != y.nodes[i].hash) return false;
      if (bound < 0) continue;
      const name id = y.nodes[i].kind == sql::node_kind::source   ? line_.last_name(bound)
                      : y.nodes[i].kind == sql::node_kind::column ? line_.last_column(bound).id
                                                                  : nullptr;
      if (id && (id->hash != y.nodes[i].hash || !id->is_plain || y.text[y.nodes[i].begin] == '"'))
        return false;
    }
    return true;
  }

  /// A function or a trigger of the same text; what it uses is the affair of each side.
  constexpr bool has_routine([[maybe_unused]] const operation& o) {
    if constexpr (Line::has_routines) {
      const i32 r =
          find_routine(line_, o.from,
                       o.kind == operation_kind::create_trigger ? entry_kind::trigger : entry_kind::function);
      return r >= 0 && !is_refused(o.from) && take(routines_[r]) && same_routine(*line_.routines[r].made, o);
    }
    return false;
  }

  /// A materialized view's, all of them.
  constexpr bool has_indexes(table_id t, const operation& o) {
    column_id none = -1;
    if (!has_parts(t, o.parts, o.part_count, none)) return false;
    for (object_id x = line_.tables[t].first_object; x >= 0; x = line_.objects[x].next)
      if (line_.objects[x].alive.to == forever && !objects_[x]) return false;
    return true;
  }

  /// `next` is the column that comes next when both sides have the same order.
  constexpr bool has_parts(table_id t, const part* const* parts, u16 count, column_id& next) {
    for (u16 i = 0; i < count; ++i) {
      const part& p = *parts[i];
      if (p.kind == part_kind::group) {
        if (!has_parts(t, p.parts, p.part_count, next)) return false;
        continue;
      }
      if (p.kind != part_kind::column) {
        if (!(p.kind == part_kind::comment ? says(t, -1, *p.attributes[0]) : has_object(t, p))) return false;
        continue;
      }
      while (next >= 0 && line_.columns[next].alive.to != forever) next = line_.columns[next].next;
      const bool in_order = next >= 0 && line_.last_column(next).id == p.id;
      const column_id found = in_order ? next : line_.find_column(t, p.id);
      if (found < 0 || columns_[found] || is_refused(p.id)) return false;
      columns_[found] = true;
      if (in_order) next = line_.columns[next].next;
      if (!is_column(t, found, p)) return false;
    }
    return true;
  }

  constexpr bool is_column(table_id t, column_id found, const part& p) {
    const column_span& x = line_.last_column(found);
    if (x.type != p.type && !(*x.type == *p.type)) return false;
    const default_value* value = nullptr;
    bool nullable = false, identity = false, generated = false;
    for (u32 i = 0; i < most_attributes && p.attributes[i]; ++i) {
      const attribute& a = *p.attributes[i];
      switch (a.kind) {
      case attribute_kind::nullable: nullable = true; break;
      case attribute_kind::identity:
        identity = true;
        if (a.value && !says(t, found, a)) return false;
        break;
      case attribute_kind::generated: generated = true; [[fallthrough]];
      case attribute_kind::default_value:
        if (value) return false;
        value = a.value;
        break;
      case attribute_kind::comment:
      case attribute_kind::collation:
        if (!says(t, found, a)) return false;
        break;
      default:
        if (!has_inline_object(t, p, a)) return false;
      }
    }
    if (x.generated || generated)
      return x.generated == generated && x.nullable == nullable && !identity &&
             is_expression({x.value->expression, x.value_binding}, value->expression);
    if (x.nullable != nullable || x.identity != identity) return false;
    if constexpr (Line::renames_labels)
      if (x.enumeration >= 0 && x.value_binding >= 0 && value) return is_label(x, *value);
    return x.value == value || (x.value && value && *x.value == *value);
  }

  /// Whether a table (column -1) or a column says in the history what is declared of it.
  constexpr bool says(table_id t, column_id c, const attribute& declared) {
    ++said_;
    return Line::has_traits && same_trait(line_.trait_at(declared.kind, t, c, line_.now), &declared);
  }

  /// Whether a default of an enumeration's column is what is declared, a label by what it is called now.
  constexpr bool is_label(const column_span& x, const default_value& value) const {
    if (!x.value || x.value->kind != value.kind) return false;
    if (value.kind != value_kind::text)
      return is_expression({x.value->expression, x.value_binding}, value.expression);
    return line_.labels[x.value_binding].text->view() == value.view();
  }

  constexpr bool has_inline_object(table_id t, const part& p, const attribute& a) {
    const key own[1] = {{.column = p.id}}, target[1] = {{.column = a.column}};
    return has_object(t, folding::inline_object(a, own, target));
  }

  constexpr bool has_object(table_id t, const part& p) {
    for (object_id x = line_.tables[t].first_object; x >= 0; x = line_.objects[x].next) {
      const object_life& o = line_.objects[x];
      if (o.kind != p.kind || o.alive.to != forever || objects_[x] || !is_object(o, p)) continue;
      objects_[x] = true;
      return true;
    }
    return false;
  }

  /// A derived name follows from the rest, but for the number of one that was taken.
  constexpr bool is_object(const object_life& o, const part& p) const {
    if (p.id ? o.last_span < 0 || is_refused(p.id) || !same_name(line_.object_spans[o.last_span].id, p.id)
             : o.last_span >= 0 || o.number != 0)
      return false;
    if (o.key_count != p.key_count || o.unique != p.unique || o.on_delete != p.on_delete ||
        o.on_update != p.on_update || o.terms != p.terms)
      return false;
    for (u16 i = 0; i < p.key_count; ++i)
      if (!is_key(line_.keys[o.first_key + i], p.keys[i])) return false;
    return (!p.target || is_target(o, p)) && is_expression(o.expression, p.expression);
  }

  constexpr bool is_key(const bound_key& bound, const key& written) const {
    if (bound.descending != written.descending) return false;
    if (written.column)
      return bound.column >= 0 && same_name(line_.last_column(bound.column).id, written.column);
    return bound.column < 0 && is_expression(bound.expression, written.expression);
  }

  constexpr bool is_target(const object_life& o, const part& p) const {
    if (!same_name(line_.last_name(o.target), p.target)) return false;
    const i32 first = o.first_key + o.key_count;
    if (p.target_keys && p.target_keys[0].column) {
      for (u16 i = 0; i < p.key_count; ++i)
        if (!is_key(line_.keys[first + i], p.target_keys[i])) return false;
      return true;
    }
    const object_id key = folding::primary_key_of(line_, o.target);
    if (key < 0 || line_.objects[key].key_count != p.key_count) return false;
    for (u16 i = 0; i < p.key_count; ++i)
      if (line_.keys[line_.objects[key].first_key + i].column != line_.keys[first + i].column) return false;
    return true;
  }

  /// Equal in structure, and every column called now what the declaration calls it; in plain words, since
  /// case counts between marks.
  constexpr bool is_expression(const bound_expression& bound, const sql::expression* written) const {
    if (!bound || !written) return !bound && !written;
    if (written->fault != sql::syntax_fault::none || bound.source->node_count != written->node_count)
      return false;
    for (u16 i = 0; i < written->node_count; ++i) {
      const sql::node& y = written->nodes[i];
      if (bound.source != written) {
        const sql::node& x = bound.source->nodes[i];
        if (x.kind != y.kind || x.operation != y.operation || x.first != y.first || x.next != y.next)
          return false;
        const bool may_be_label = Line::renames_labels && y.kind == sql::node_kind::string;
        if (y.kind != sql::node_kind::column && !may_be_label && x.hash != y.hash) return false;
      }
      if constexpr (Line::renames_labels)
        if (y.kind == sql::node_kind::string && !is_string(bound, i, *written)) return false;
      if (y.kind != sql::node_kind::column) continue;
      const identifier& id = *line_.last_column(line_.bindings[bound.first_binding + i]).id;
      if (id.hash != y.hash || !id.is_plain || written->text[y.begin] == '"') return false;
    }
    return true;
  }

  /// A literal by its text, or the label that it stands for by what it is called now.
  constexpr bool is_string(const bound_expression& bound, u16 i, const sql::expression& written) const {
    const i32 label = bound_label(line_.bindings[bound.first_binding + i]);
    return label >= 0 ? sql::is_literal_of(written.at(written.nodes[i]), line_.labels[label].text->view())
                      : bound.source->nodes[i].hash == written.nodes[i].hash;
  }

  const Line& line_;
  u32 extensions_{}; ///< that were found
  u32 said_{};       ///< traits that were found
  bool tables_[Line::room.tables + 1]{}, columns_[Line::room.columns + 1]{},
      objects_[Line::room.objects + 1]{}, enumerations_[Line::room.enumerations + 1]{},
      routines_[Line::room.routines + 1]{};
};

/// Whether declared tables are the end of a sound history as far as a look can tell.
template <class History, class Tables>
inline constexpr bool
    agrees = agreement(timeline_of<History>).holds(Tables::schema_tables, Tables::schema_table_count);

} // namespace schema
