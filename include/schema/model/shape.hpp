// Floor 2. How much room a history needs, known before it is folded: every operation adds a bounded number of
// spans.
#pragma once

#include <schema/model/operation.hpp>

#include <initializer_list>

namespace schema {

struct shape {
  u32 tables{}, table_spans{}, columns{}, column_spans{}, objects{}, object_spans{}, keys{}, bindings{};
  u32 enumerations{}, labels{}, instants{}, migrations{};
  bool renames_labels{}, defers_keys{}, has_methods{}, alters_constraints{};
  u32 routines{};         ///< functions and triggers
  u32 routine_bytes{};    ///< of their texts
  bool materializes{};    ///< has a materialized view
  bool has_extensions{};  ///< of PostgreSQL
  bool asks_sqlite{true}; ///< what SQLite lacks is refused: in a history for both backends
  u32 traits{};           ///< comments and the like, most histories have none
  bool has_schemas{};     ///< besides the default one
  u32 retypings{};        ///< that say how
  u32 statement_nodes{};  ///< of the largest data statement, which are bound only while it is checked
};

constexpr void measure_expression(shape& s, const sql::expression* e) {
  if (e) s.bindings += e->node_count;
}

constexpr void measure_value(shape& s, const default_value* v) {
  if (v) measure_expression(s, v->expression);
}

constexpr void measure_object(shape& s, u32 keys) {
  ++s.objects;
  ++s.object_spans;
  s.keys += keys;
}

constexpr void measure_terms(shape& s, key_terms terms) {
  if (deferral_of(terms) == deferral::initially_deferred) s.defers_keys = true;
  if (is_not_valid(terms))
    s.alters_constraints = true;
  else if (terms >> method_shift)
    s.has_methods = true;
}

constexpr void measure_attributes(shape& s, const part& p) {
  for (u32 i = 0; i < most_attributes && p.attributes[i]; ++i) {
    const attribute* const a = p.attributes[i];
    switch (a->kind) {
    case attribute_kind::primary_key:
    case attribute_kind::unique: measure_object(s, 1); break;
    case attribute_kind::references:
      measure_object(s, 2);
      if (a->terms) measure_terms(s, a->terms);
      break;
    case attribute_kind::check:
      measure_object(s, 0);
      measure_expression(s, a->expression);
      break;
    case attribute_kind::generated:
    case attribute_kind::default_value: measure_value(s, a->value); break;
    case attribute_kind::identity: s.traits += a->value != nullptr; break;
    case attribute_kind::comment:
    case attribute_kind::collation: ++s.traits; break;
    default: break;
    }
  }
}

/// Columns, nearly all of what there is, are counted at the end: g++ pays most for a store to a member.
constexpr void measure_parts(shape& s, const part* const* parts, u16 count) {
  u32 columns = 0;
  for (u16 i = 0; i < count; ++i) {
    const part& p = *parts[i];
    if (p.kind == part_kind::column) {
      ++columns;
      if (p.attributes[0]) measure_attributes(s, p);
    } else if (p.kind == part_kind::group) {
      measure_parts(s, p.parts, p.part_count);
    } else if (p.kind == part_kind::comment) {
      ++s.traits;
    } else {
      measure_object(s, p.kind == part_kind::foreign_key ? 2 * p.key_count : p.key_count);
      measure_expression(s, p.expression);
      if (p.terms) measure_terms(s, p.terms);
      for (u16 k = 0; k < p.key_count; ++k) measure_expression(s, p.keys[k].expression);
    }
  }
  s.columns += columns;
  s.column_spans += columns;
}

constexpr void measure_operation(shape& s, const operation& o) {
  ++s.instants;
  switch (o.kind) {
  case operation_kind::create_table:
    ++s.tables;
    ++s.table_spans;
    break;
  case operation_kind::rename_table: ++s.table_spans; break;
  case operation_kind::rename_column:
  case operation_kind::alter_column: ++s.column_spans; break;
  case operation_kind::rename_constraint:
  case operation_kind::rename_index: ++s.object_spans; break;
  case operation_kind::create_enumeration:
    ++s.enumerations;
    s.labels += o.label_count;
    break;
  case operation_kind::add_value: ++s.labels; break;
  case operation_kind::refresh_view:
  case operation_kind::drop_view: s.materializes = s.materializes || o.terms == materialized; break;
  case operation_kind::create_view:
    ++s.tables;
    s.materializes = s.materializes || o.terms == materialized;
    [[fallthrough]];
  case operation_kind::replace_view:
    ++s.table_spans;
    s.columns += o.label_count;
    s.column_spans += o.label_count;
    s.bindings += o.up->tree->node_count;
    break;
  case operation_kind::validate_constraint:
  case operation_kind::alter_constraint:
    measure_object(s, 0);
    s.alters_constraints = true;
    measure_terms(s, o.terms);
    break;
  case operation_kind::create_extension:
  case operation_kind::drop_extension: s.has_extensions = true; break;
  case operation_kind::create_schema:
  case operation_kind::drop_schema: s.has_schemas = true; break;
  case operation_kind::set_comment: ++s.traits; break;
  case operation_kind::create_function:
  case operation_kind::replace_function:
  case operation_kind::create_trigger:
    ++s.routines;
    for (const sql::script* text : o.scripts[0])
      if (text) s.routine_bytes += text->size;
    measure_terms(s, o.terms);
    break;
  case operation_kind::rename_value:
    ++s.labels;
    s.renames_labels = true;
    break;
  default: break;
  }
  for (const sql::statement* one : {o.up, o.down})
    if (one && one->tree->node_count > s.statement_nodes) s.statement_nodes = one->tree->node_count;
  if (o.part_count > 0) measure_parts(s, o.parts, o.part_count);
  for (u16 i = 0; i < o.change_count; ++i) {
    if (o.changes[i]->kind == attribute_kind::collation) ++s.traits;
    measure_value(s, o.changes[i]->value);
    if (says_how(*o.changes[i])) ++s.retypings;
    measure_expression(s, o.changes[i]->expression);
    measure_expression(s, o.changes[i]->reverse);
  }
  for (u16 i = 0; i < o.effect_count; ++i) measure_operation(s, *o.effects[i]);
}

/// The room for the operations of some migrations.
constexpr shape measure(const migration_definition* const* migrations, u32 count) {
  shape s;
  s.migrations = count;
  for (u32 i = 0; i < count; ++i)
    for (u16 j = 0; j < migrations[i]->operation_count; ++j)
      measure_operation(s, *migrations[i]->operations[j]);
  return s;
}

/// The room for declared tables.
constexpr shape measure(const operation* const* tables, u32 count) {
  shape s;
  for (u32 i = 0; i < count; ++i) measure_operation(s, *tables[i]);
  ++s.instants;          // the foreign keys come last, at an instant of their own
  s.asks_sqlite = false; // the history is asked, and they are its end
  return s;
}

} // namespace schema
