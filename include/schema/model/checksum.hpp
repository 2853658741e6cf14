// Floor 2. The checksum of a migration: of its definition, chained with all before it.
//
// It covers operations and the tokens of their SQL. Titles, formatting, comments, the rendered SQL and what
// acknowledges a danger (assume_safe, loses_data, irreversible of a drop) are left out, so that neither a
// better renderer nor a rewording nor a new rule breaks it. 64 bits guard against mistakes, not an enemy.
#pragma once

#include <schema/model/operation.hpp>

namespace schema {

/// The version of the checksum itself: a change of what is covered, or how, is a new one.
inline constexpr u64 checksum_version = 2;

/// A plain name has no case to fold: its hash is that of its bytes.
constexpr u64 checksum_of(name id) {
  return !id ? 0x51ed : id->is_plain ? id->hash : hash_more(hash_seed, id->view());
}
constexpr u64 checksum_of(const sql::expression* e) { return e ? e->hash : 0x51ee; }
constexpr u64 checksum_of(const sql::statement* s) { return s ? s->hash : 0x51ef; }
constexpr u64 checksum_of(const sql::script* s) { return s ? s->hash : 0x51f0; }

constexpr u64 checksum_of(const column_type* type) {
  if (!type) return 0x51f1;
  return mix(u64(type->kind) << 40 | u64(type->length) << 24 | u64(type->scale) << 8 | u64(type->storage), 1,
             checksum_of(type->enumeration));
}

constexpr u64 checksum_of(const default_value* value) {
  if (!value) return 0x51f2;
  switch (value->kind) {
  case value_kind::text: return mix(u64(value->kind), hash_more(hash_seed, value->view()));
  case value_kind::expression: return mix(u64(value->kind), value->expression->hash);
  default: return mix(u64(value->kind), u64(value->integer));
  }
}

constexpr u64 checksum_of(const attribute& a) {
  const u64 kind = u64(a.kind) << 24 | u64(a.on_delete) << 16 | u64(a.on_update) << 8 | u64(a.irreversible);
  const u64 id = checksum_of(a.id);
  switch (a.kind) {
  case attribute_kind::default_value:
  case attribute_kind::generated:
  case attribute_kind::set_default: return mix(kind, id, checksum_of(a.value));
  case attribute_kind::check: return mix(kind, id, checksum_of(a.expression));
  case attribute_kind::identity:
    return a.value ? mix(mix(kind, id), u64(a.value->integer), u64(a.terms)) : mix(kind, id);
  case attribute_kind::collation: return mix(kind, id, checksum_of(a.table));
  case attribute_kind::references:
    return mix(mix(kind, id), checksum_of(a.table), checksum_of(a.column)) + a.terms;
  case attribute_kind::set_type:
    return mix(mix(kind, id, checksum_of(a.type)), checksum_of(a.expression), checksum_of(a.reverse));
  default: return mix(kind, id);
  }
}

constexpr u64 checksum_of(const key& k) {
  return mix(checksum_of(k.column), checksum_of(k.expression), u64(k.descending));
}

constexpr u64 checksum_of(const part& p) {
  const u64 kind = u64(p.kind) << 24 | u64(p.unique) << 16 | u64(p.on_delete) << 8 | u64(p.on_update);
  if (p.kind == part_kind::column) {
    u64 sum = mix(kind, checksum_of(p.id), checksum_of(p.type));
    for (const attribute* a : p.attributes) {
      if (!a) break;
      sum = mix(sum, checksum_of(*a));
    }
    return sum;
  }
  u64 sum = mix(kind, checksum_of(p.id));
  for (u16 i = 0; i < p.key_count; ++i) {
    sum = mix(sum, checksum_of(p.keys[i]));
    if (p.target_keys) sum = mix(sum, checksum_of(p.target_keys[i]));
  }
  return mix(sum, checksum_of(p.target), checksum_of(p.expression)) +
         p.terms; // nothing for those that have none
}

/// Whether that there is no way back is part of the definition: where a statement back could stand instead.
constexpr bool defines_way_back(operation_kind kind) {
  return kind == operation_kind::data || kind == operation_kind::execute;
}

constexpr u64 checksum_of(const operation& o) {
  u64 sum = mix(mix(u64(o.kind) << 8 | u64(o.irreversible && defines_way_back(o.kind)), checksum_of(o.table)),
                mix(checksum_of(o.from), checksum_of(o.to)));
  each_part(o.parts, o.part_count, [&](const part& p) {
    sum = mix(sum, checksum_of(p));
    return true;
  });
  for (u16 i = 0; i < o.change_count; ++i) sum = mix(sum, checksum_of(*o.changes[i]));
  // What a function or a trigger uses is left out: it may be told later.
  for (u16 i = 0; i < o.label_count && !o.up && !is_of_routine(o.kind); ++i)
    sum = mix(sum, checksum_of(o.labels[i]));
  switch (o.kind) {
  case operation_kind::add_value: return mix(sum, checksum_of(o.before));
  case operation_kind::create_view:
  case operation_kind::replace_view: return mix(sum, checksum_of(o.up)) + o.terms;
  case operation_kind::alter_constraint: return mix(sum, u64(o.terms));
  case operation_kind::create_function:
  case operation_kind::replace_function:
  case operation_kind::create_trigger:
    return mix(sum, checksum_of(o.scripts[0][0]), checksum_of(o.scripts[0][1]));
  case operation_kind::data: return mix(sum, checksum_of(o.up), checksum_of(o.down));
  case operation_kind::execute:
    for (const auto& direction : o.scripts)
      for (const sql::script* s : direction) sum = mix(sum, checksum_of(s));
    for (u16 i = 0; i < o.effect_count; ++i) sum = mix(sum, checksum_of(*o.effects[i]));
    return sum;
  case operation_kind::create_extension:
  case operation_kind::drop_view: return sum + o.terms;
  default: return sum;
  }
}

/// The checksum of a migration that follows one whose checksum is `before` (checksum_version for the first).
constexpr u64 checksum_of(const migration_definition& m, u64 before) {
  u64 sum = mix(before, m.version);
  for (u16 i = 0; i < m.operation_count; ++i) sum = mix(sum, checksum_of(*m.operations[i]));
  return sum;
}

template <u32 Count> struct checksum_list { u64 values[Count + 1]{}; };

/// The chained checksums of a history, in its order.
template <class History>
inline constexpr auto checksums_of = [] {
  checksum_list<History::schema_migration_count> list;
  u64 sum = checksum_version;
  for (u32 i = 0; i < History::schema_migration_count; ++i)
    list.values[i] = sum = checksum_of(*History::schema_migrations[i], sum);
  return list;
}();

} // namespace schema
