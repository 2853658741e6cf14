// Floor 2. Columns enter the timeline, change and leave it.
#pragma once

#include <schema/model/fold_trait.hpp>
#include <schema/model/generated_column.hpp>
#include <schema/model/view_reading.hpp>

namespace schema::folding {

/// The label of an enumeration that is called so now; -1 for none.
template <class Timeline> constexpr i32 find_label(const Timeline& line, enumeration_id e, text_view text) {
  for (i32 l = line.enumerations[e].first_label; l >= 0; l = line.labels[l].next)
    if (line.labels[l].text->view() == text) return l;
  return -1;
}
template <class Timeline> constexpr bool has_label(const Timeline& line, enumeration_id e, text_view text) {
  return find_label(line, e, text) >= 0;
}

/// Resolves a type: enumerations by name, and numerics that SQLite could not keep are refused. `out` is what
/// the column had before, and what it has now.
template <class Timeline>
constexpr bool accept_type(Timeline& line, name table, name column, const column_type& type,
                           enumeration_id& out) {
  if (Timeline::asks_sqlite && type.kind == type_kind::numeric && type.storage == sqlite_storage::none)
    return line.fail({.broken = rule::numeric_without_sqlite_storage, .table = table, .object = column});
  if (out >= 0) --line.enumerations[out].users;
  out = -1;
  if (type.kind != type_kind::enumeration) return true;
  out = line.find_enumeration(type.enumeration);
  if (out >= 0) {
    ++line.enumerations[out].users;
    return true;
  }
  return fail_missing(line, type.enumeration,
                      {.broken = rule::no_such_enumeration,
                       .table = table,
                       .object = type.enumeration,
                       .other = column,
                       .hint = line.nearest_enumeration(type.enumeration)});
}

/// A default that is a label, or was one before its column got another type: what it is called now.
template <class Timeline> constexpr bool accept_label_default(Timeline& line, name table, column_span& c) {
  const i32 was = c.value_binding;
  const text_view text = was >= 0 ? line.labels[was].text->view() : c.value->view();
  c.value_binding = c.enumeration < 0 ? -1 : find_label(line, c.enumeration, text);
  if (c.value_binding >= 0) return true;
  if (c.enumeration < 0) {
    if (line.labels[was].earlier < 0 && default_fits(*c.value, *c.type)) return true;
    return line.fail({.broken = rule::default_type_differs, .table = table, .object = c.id});
  }
  const identifier wanted = make_identifier(text, true);
  return line.fail({.broken = rule::no_such_label,
                    .table = table,
                    .object = text,
                    .other = c.id,
                    .hint = line.nearest_label(c.enumeration, &wanted)});
}

template <class Timeline> constexpr bool accept_default(Timeline& line, name table, column_span& c) {
  if (!c.value) return true;
  if (c.identity) return line.fail({.broken = rule::identity_with_default, .table = table, .object = c.id});
  if (c.value->expression) {
    bound_expression bound{c.value->expression, c.value_binding}; // bound before, it stands in another span
    if (c.value_binding >= 0 || bind(line, -1, c.value->expression, bound)) {
      c.value_binding = bound.first_binding;
      type_checker<Timeline> types{line, -1, bound};
      if (types.run() && types.goes_into(c.id, *c.type, c.enumeration, assignment::default_value))
        return true;
    }
    line.found.table = table;
    if (line.found.broken == rule::default_names_column) line.found.other = c.id;
    return false;
  }
  if (c.value->kind == value_kind::text && (c.enumeration >= 0 || c.value_binding >= 0))
    return accept_label_default(line, table, c);
  if (!default_fits(*c.value, *c.type))
    return line.fail({.broken = rule::default_type_differs, .table = table, .object = c.id});
  return true;
}

/// What a table's parts ask for once all of its columns stand.
struct part_marks {
  bool objects{};        ///< constraints or indexes of the table
  bool inline_objects{}; ///< constraints that stand in a column
  bool identity{};
  bool generated{};
};

/// The column alone; its constraints follow when all columns of its table stand. Written without calls: this
/// runs for every column of a schema.
template <class Timeline>
constexpr bool put_column(Timeline& line, table_id table, name own, const part& p, part_marks& marks) {
  if (p.id->fault != name_fault::none) return accept_name(line, p.id, own);
  const u64 hash = p.id->hash;
  const u32 place = (u32(hash ^ (hash >> 29)) ^ u32(table) * 0x9E3779B1u) & line.column_mask; // column_place
  for (i32 c = line.column_buckets[place]; c > 0; c = line.columns[c - 1].chain)
    if (line.columns[c - 1].hash == hash && line.columns[c - 1].table == table)
      return line.fail({.broken = rule::column_exists, .table = own, .object = p.id});
  column_span span{.alive = {line.now, forever}, .id = p.id, .type = p.type};
  for (u32 i = 0; i < most_attributes && p.attributes[i]; ++i) switch (p.attributes[i]->kind) {
    case attribute_kind::nullable: span.nullable = true; break;
    case attribute_kind::identity: span.identity = marks.identity = true; break;
    case attribute_kind::generated:
      span.generated = marks.generated = true;
      ++line.generated_count;
      [[fallthrough]];
    case attribute_kind::default_value:
      if (span.value)
        return line.fail({.broken = span.generated ? rule::generated_with_default : rule::declared_twice,
                          .table = own,
                          .object = p.id});
      span.value = p.attributes[i]->value;
      break;
    case attribute_kind::comment:
    case attribute_kind::collation: break;
    default: marks.inline_objects = true;
    }
  if (p.type->kind == type_kind::numeric || p.type->kind == type_kind::enumeration)
    if (!accept_type(line, own, p.id, *p.type, span.enumeration)) return false;
  if (span.value && !span.generated && !accept_default(line, own, span)) return false;
  line.put_column(table, place, hash, span);
  return true;
}

/// The constraints that stand in a column: all, or its foreign keys alone or all but them.
enum class inline_part : u8 { all, foreign_keys, others };

/// A constraint that stands in a column, as a part of the table; `own` and `target` hold its key and outlive
/// it.
constexpr part inline_object(const attribute& a, const key* own, const key* target) {
  part made{.id = a.id, .keys = own, .key_count = 1};
  switch (a.kind) {
  case attribute_kind::primary_key: made.kind = part_kind::primary_key; break;
  case attribute_kind::unique: made.kind = part_kind::unique; break;
  case attribute_kind::check:
    made.kind = part_kind::check;
    made.keys = nullptr;
    made.key_count = 0;
    made.expression = a.expression;
    break;
  default:
    made.kind = part_kind::foreign_key;
    made.target = a.table;
    made.target_keys = target;
    made.on_delete = a.on_delete;
    made.on_update = a.on_update;
    made.terms = a.terms;
  }
  return made;
}

template <class Timeline>
constexpr bool add_inline_object(Timeline& line, table_id table, const part& p, const attribute& a) {
  const key own[1] = {{.column = p.id}}, target[1] = {{.column = a.column}};
  return add_object(line, table, inline_object(a, own, target));
}

template <class Timeline>
constexpr bool add_inline_objects(Timeline& line, table_id table, const part& p, inline_part which) {
  for (u32 i = 0; i < most_attributes && p.attributes[i]; ++i)
    if (is_object(p.attributes[i]->kind) &&
        (which == inline_part::all ||
         (p.attributes[i]->kind == attribute_kind::references) == (which == inline_part::foreign_keys)) &&
        !add_inline_object(line, table, p, *p.attributes[i]))
      return false;
  return true;
}

/// SQLite numbers only the single column of a primary key.
template <class Timeline> constexpr bool accept_identity(Timeline& line, table_id table, const part& p) {
  const column_definition written = decode_column(p);
  if (!written.identity) return true;
  if constexpr (!Timeline::asks_sqlite)
    if (written.nullable)
      return line.fail({.broken = rule::identity_nullable, .table = line.last_name(table), .object = p.id});
  bool is_numbered = true;
  if constexpr (Timeline::asks_sqlite) {
    const object_id key = primary_key_of(line, table);
    is_numbered = key >= 0 && line.objects[key].key_count == 1 &&
                  same_name(line.last_column(line.keys[line.objects[key].first_key].column).id, p.id);
  }
  if (is_numbered && is_integer(p.type->kind)) {
    const bool is_of_history = line.version != 0;
    return p.type->kind == type_kind::bigint || !is_of_history ||
           line.instants[line.now].done->is_assumed_safe() ||
           line.fail({.broken = rule::identity_runs_out, .table = line.last_name(table), .object = p.id});
  }
  return line.fail(
      {.broken = rule::identity_without_primary_key, .table = line.last_name(table), .object = p.id});
}

template <class Timeline> constexpr bool add_column(Timeline& line, const operation& o, table_id table) {
  const part& p = *o.parts[0];
  const column_definition written = decode_column(p);
  const u32 begun = line.tables[table].alive.from;
  const bool may_have_rows = line.instants[begun].migration != line.instants[line.now].migration;
  if (may_have_rows && !written.nullable && !written.value && !written.identity)
    return line.fail({.broken = rule::not_null_without_default, .table = o.table, .object = p.id});
  part_marks marks;
  if (!put_column(line, table, o.table, p, marks)) return false;
  const column_id made = line.column_count - 1;
  line.link_columns(table, made);
  line.instants[line.now].column = made;
  if constexpr (Timeline::has_traits)
    if (!put_column_traits(line, table, made, p)) return false;
  if (marks.generated && !accept_generated(line, made)) return false;
  if (marks.inline_objects && !add_inline_objects(line, table, p, inline_part::all)) return false;
  return !marks.identity || accept_identity(line, table, p);
}

template <class Timeline>
constexpr column_id find_written_column(Timeline& line, const operation& o, table_id table) {
  const column_id c = line.find_column(table, o.from);
  if (c < 0)
    line.fail({.broken = rule::no_such_column,
               .table = o.table,
               .object = o.from,
               .hint = line.nearest_column(table, o.from->view())});
  return c;
}

template <class Timeline>
constexpr bool involves(const Timeline& line, const object_life& o, column_id column) {
  for (u16 i = 0; i < o.key_count; ++i) {
    const bound_key& k = line.keys[o.first_key + i];
    if (k.column == column || names_column(line, k.expression, column)) return true;
  }
  return names_column(line, o.expression, column);
}

/// Whether a constraint or an index is on this column alone, and so goes with it.
template <class Timeline>
constexpr bool is_on_alone(const Timeline& line, const object_life& o, column_id column) {
  for (u16 i = 0; i < o.key_count; ++i) {
    const bound_key& k = line.keys[o.first_key + i];
    if (k.column >= 0 ? k.column != column : only_column(line, k.expression) != column) return false;
  }
  return !o.expression || only_column(line, o.expression) == column;
}

/// Refuses to take away, or to retype, what a generated column is worked out from.
template <class Timeline>
constexpr bool accept_generated_stay(Timeline& line, const operation& o, column_id column) {
  const column_id user = generated_from(line, column);
  return user < 0 || line.fail({.broken = rule::still_referenced,
                                .table = o.table,
                                .object = o.from,
                                .other = line.last_column(user).id});
}

template <class Timeline> constexpr bool drop_column(Timeline& line, const operation& o, table_id table) {
  const column_id c = find_written_column(line, o, table);
  if (c < 0 || !accept_generated_stay(line, o, c) || !accept_unread(line, table, c)) return false;
  auto fail_referenced = [&](object_id by) {
    return line.fail({.broken = rule::still_referenced,
                      .table = o.table,
                      .object = o.from,
                      .other = current_name(line, by)});
  };
  for (object_id x = line.tables[table].first_incoming; x >= 0; x = line.objects[x].next_incoming) {
    const object_life& foreign = line.objects[x];
    if (foreign.alive.to != forever) continue;
    for (u16 i = 0; i < foreign.key_count; ++i)
      if (line.keys[foreign.first_key + foreign.key_count + i].column == c) return fail_referenced(x);
  }
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next) {
    const object_life& object = line.objects[x];
    if (object.alive.to != forever || !involves(line, object, c)) continue;
    if (!is_on_alone(line, object, c)) return fail_referenced(x);
  }
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next)
    if (line.objects[x].alive.to == forever && involves(line, line.objects[x], c)) end_object(line, x);
  line.end_column(c);
  line.instants[line.now].column = c;
  for (column_id other = line.tables[table].first_column; other >= 0; other = line.columns[other].next)
    if (line.columns[other].alive.to == forever) return true;
  return line.fail({.broken = rule::table_without_columns, .table = o.table});
}

template <class Timeline> constexpr bool rename_column(Timeline& line, const operation& o, table_id table) {
  const column_id c = find_written_column(line, o, table);
  if (c < 0) return false;
  if (!accept_name(line, o.to, o.table)) return false;
  if constexpr (Timeline::has_routines)
    if (!accept_unused(line, table, c)) return false;
  // Another case of its own name is a new name; the same name is none.
  if (o.to->hash == o.from->hash ? same_name(line.last_column(c).id, o.to)
                                 : line.has_column(table, o.to->hash))
    return line.fail({.broken = rule::column_exists, .table = o.table, .object = o.to});
  line.instants[line.now].column = c;
  return rename_derived(line, table, c, [&] {
    line.unlink_column(c);
    line.next_column_span(c).id = o.to;
    line.link_column(c, o.to->hash);
  });
}

/// Refuses a new type that something on the column could not bear.
template <class Timeline>
constexpr bool accept_retyping(Timeline& line, const operation& o, column_id c, const column_type& from,
                               const column_type& to) {
  auto fail_referenced = [&](object_id by) {
    return line.fail({.broken = rule::still_referenced,
                      .table = o.table,
                      .object = o.from,
                      .other = current_name(line, by)});
  };
  const table_id table = line.columns[c].table;
  for (object_id x = line.tables[table].first_incoming; x >= 0; x = line.objects[x].next_incoming) {
    const object_life& foreign = line.objects[x];
    if (foreign.alive.to != forever || refers_freely(from, to, Timeline::asks_sqlite)) continue;
    for (u16 i = 0; i < foreign.key_count; ++i)
      if (line.keys[foreign.first_key + foreign.key_count + i].column == c) return fail_referenced(x);
  }
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next) {
    const object_life& object = line.objects[x];
    if (object.alive.to != forever || !involves(line, object, c)) continue;
    if (object.kind == part_kind::foreign_key && !refers_freely(from, to, Timeline::asks_sqlite))
      return fail_referenced(x);
    bool in_expression = names_column(line, object.expression, c);
    for (u16 i = 0; i < object.key_count && object.kind == part_kind::index; ++i)
      in_expression = in_expression || names_column(line, line.keys[object.first_key + i].expression, c);
    if (in_expression && !same_family(from, to)) return fail_referenced(x);
  }
  return true;
}

template <class Timeline>
constexpr bool set_type(Timeline& line, const operation& o, column_id c, column_span& span,
                        const attribute& change) {
  const column_type from = *span.type;
  const enumeration_id labels = span.enumeration;
  if (!accept_generated_stay(line, o, c) || !accept_unread(line, line.columns[c].table, c)) return false;
  if (!accept_type(line, o.table, o.from, *change.type, span.enumeration)) return false;
  if (!accept_retyping(line, o, c, from, *change.type)) return false;
  auto fail_conversion = [&](rule broken) {
    return line.fail({.broken = broken, .table = o.table, .object = o.from});
  };
  if (!change.expression && !converts_freely(from, *change.type))
    return fail_conversion(rule::conversion_missing);
  const bool back_is_free = !change.expression && converts_freely(*change.type, from);
  if (!change.reverse && !change.irreversible && !back_is_free)
    return fail_conversion(rule::reverse_conversion_missing);
  if (span.identity && !is_integer(change.type->kind))
    return line.fail({.broken = rule::identity_without_primary_key, .table = o.table, .object = o.from});
  const auto accept = [&](const sql::expression* written, bound_expression& e, const column_type& to,
                          enumeration_id labels_of_it) {
    const table_id table = line.columns[c].table;
    if (!written) return true;
    if (!bind(line, table, written, e)) return false;
    type_checker<Timeline> types{line, table, e};
    if (!types.run() || !types.goes_into(o.from, to, labels_of_it, assignment::conversion)) return false;
    if constexpr (Timeline::has_traits) return accept_collations(types);
    return true;
  };
  // A conversion reads the column as it was, its reverse as it will be.
  const enumeration_id new_labels = span.enumeration;
  retyping made{.irreversible = change.irreversible};
  span.enumeration = labels;
  if (!accept(change.expression, made.conversion, *change.type, new_labels)) return false;
  span.enumeration = new_labels;
  span.type = change.type;
  if (!accept(change.reverse, made.reverse, from, labels)) return false;
  if (!says_how(change)) return true;
  span.retyping = line.retyping_count;
  line.retypings[line.retyping_count++] = made;
  return true;
}

/// Asks the expressions that stay on a column again, once it has its new type, or its new collation.
template <class Timeline> constexpr bool accept_expressions_on(Timeline& line, column_id c) {
  const table_id table = line.columns[c].table;
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next) {
    const object_life& object = line.objects[x];
    if (object.alive.to != forever) continue;
    if (names_column(line, object.expression, c) &&
        !accept_condition(line, table, object.expression, object.kind == part_kind::index))
      return false;
    for (u16 i = 0; i < object.key_count && object.kind == part_kind::index; ++i) {
      const bound_expression& key = line.keys[object.first_key + i].expression;
      if (names_column(line, key, c) && !accept_key_expression(line, table, key)) return false;
    }
    if constexpr (Timeline::has_methods)
      if (object.kind == part_kind::index && !accept_method(line, table, object)) return false;
  }
  return true;
}

template <class Timeline> constexpr bool alter_column(Timeline& line, const operation& o, table_id table) {
  const column_id c = find_written_column(line, o, table);
  if (c < 0) return false;
  column_span& span = line.next_column_span(c);
  line.instants[line.now].column = c;
  bool retyped = false;
  for (u16 i = 0; i < o.change_count; ++i) {
    const attribute& change = *o.changes[i];
    if (span.generated &&
        ((change.kind >= attribute_kind::set_type && change.kind <= attribute_kind::drop_default) ||
         change.kind == attribute_kind::collation))
      return line.fail({.broken = rule::generated_altered, .table = o.table, .object = o.from});
    switch (change.kind) {
    case attribute_kind::set_type:
      if (retyped) return line.fail({.broken = rule::declared_twice, .table = o.table, .object = o.from});
      retyped = true;
      if (!set_type(line, o, c, span, change) || !accept_expressions_on(line, c)) return false;
      break;
    case attribute_kind::set_default:
      span.value = change.value;
      span.value_binding = -1;
      break;
    case attribute_kind::drop_default: span.value = nullptr; break;
    case attribute_kind::collation: // PostgreSQL takes it for a new type
      if constexpr (Timeline::has_traits)
        if (!accept_generated_stay(line, o, c) || !accept_unread(line, table, c) ||
            !put_trait(line, table, c, change) || !accept_expressions_on(line, c))
          return false;
      break;
    case attribute_kind::set_not_null: span.nullable = false; break;
    case attribute_kind::drop_not_null:
      if (const object_id key = primary_key_of(line, table); key >= 0 && involves(line, line.objects[key], c))
        return line.fail({.broken = rule::primary_key_nullable, .table = o.table, .object = o.from});
      if constexpr (!Timeline::asks_sqlite)
        if (span.identity)
          return line.fail({.broken = rule::identity_nullable, .table = o.table, .object = o.from});
      span.nullable = true;
      break;
    default: break;
    }
  }
  if constexpr (Timeline::has_traits)
    if (!accept_traits(line, c)) return false;
  return span.generated || accept_default(line, o.table, span);
}

template <class Timeline> constexpr bool set_comment(Timeline& line, const operation& o, table_id table) {
  const column_id c = o.from ? find_written_column(line, o, table) : -1;
  if (o.from && c < 0) return false;
  line.instants[line.now].column = c;
  return put_trait(line, table, c, *o.changes[0]);
}

} // namespace schema::folding
