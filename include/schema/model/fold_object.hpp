// Floor 2. Constraints and indexes enter the timeline, are renamed and leave it.
#pragma once

#include <schema/model/binding.hpp>
#include <schema/model/derived_name.hpp>
#include <schema/model/expression_type.hpp>
#include <schema/sql/functions.hpp>

namespace schema::folding {

template <class Timeline> constexpr short_name current_name(const Timeline& line, object_id id) {
  return object_name(line, id, line.now);
}

/// Why a new name can't be given; `none` when it can. `as` says what it would name.
template <class Timeline> constexpr bool accept_name(Timeline& line, name id, name table = nullptr) {
  if (id->fault == name_fault::none) return true;
  return line.fail({.broken = rule::name_refused,
                    .table = table ? table : id,
                    .object = table ? id : nullptr,
                    .hint = id->is_pair() ? id->own() : text_view()});
}

/// What an operation names is missing; of a name in a schema, perhaps the schema is.
template <class Timeline> constexpr bool fail_missing(Timeline& line, name wanted, finding f) {
  if constexpr (Timeline::has_schemas) {
    if (!accept_place(line, wanted)) return false;
  } else if (wanted->is_pair() && line.version != 0) {
    f = {.broken = rule::no_such_schema, .table = wanted, .object = wanted->place()};
  }
  return line.fail(f);
}

/// The hash under which the name of a constraint or an index of a table is kept.
template <class Timeline>
constexpr u64 kept_hash([[maybe_unused]] const Timeline& line, [[maybe_unused]] table_id table, u64 hash) {
  if constexpr (Timeline::has_schemas) return placed_hash(line, table, hash);
  return hash;
}

/// Whether a name is free for a constraint or an index.
template <class Timeline>
constexpr bool is_free(const Timeline& line, table_id table, part_kind kind, u64 hash) {
  if (line.is_relation(kind) && line.find_relation(hash)) return false;
  return kind == part_kind::index || line.find_object(table, hash) < 0;
}

template <class Timeline>
constexpr bool fail_taken(Timeline& line, table_id table, part_kind kind, short_name id) {
  const u64 hash = kept_hash(line, table, hash_name(id.view()));
  const rule broken = kind != part_kind::index && line.find_object(table, hash) >= 0 ? rule::constraint_exists
                      : kind == part_kind::index && line.find_object(-1, hash) >= 0  ? rule::index_exists
                                                                                     : rule::name_taken;
  return line.fail({.broken = broken, .table = line.last_name(table), .object = id});
}

/// The first key or unique index of a table, of those that stood at an instant and stand now, on exactly
/// these columns, in any order: the one that PostgreSQL ties a foreign key of that instant to; -1 for none.
template <class Timeline>
constexpr object_id unique_key_of(const Timeline& line, table_id table, i32 first_key, u16 count,
                                  u32 instant) {
  for (object_id o = line.tables[table].first_object; o >= 0; o = line.objects[o].next) {
    const object_life& key = line.objects[o];
    if (key.alive.from > instant || key.alive.to != forever ||
        key.key_count - included_of(key.terms) != count)
      continue;
    if (key.kind != part_kind::primary_key && key.kind != part_kind::unique &&
        !(key.unique && !key.expression))
      continue;
    u16 found = 0;
    for (u16 i = 0; i < count; ++i)
      for (u16 j = 0; j < count; ++j)
        found += line.keys[first_key + i].column == line.keys[key.first_key + j].column;
    if (found == count) return o;
  }
  return -1;
}

/// A key with the same columns in the same order, of which a table has one.
template <class Timeline> constexpr object_id equal_key_of(const Timeline& line, const object_life& made) {
  for (object_id o = line.tables[made.table].first_object; o >= 0; o = line.objects[o].next) {
    const object_life& key = line.objects[o];
    if (key.alive.to != forever || key.key_count != made.key_count) continue;
    if (key.kind != part_kind::primary_key && key.kind != part_kind::unique) continue;
    u16 same = 0;
    while (same < made.key_count &&
           line.keys[key.first_key + same].column == line.keys[made.first_key + same].column)
      ++same;
    if (same == made.key_count) return o;
  }
  return -1;
}

/// Refuses a column that stands twice among `count` keys.
template <class Timeline>
constexpr bool accept_once(Timeline& line, table_id table, i32 first_key, u16 count) {
  for (u16 i = 0; i < count; ++i)
    for (u16 j = 0; j < i; ++j)
      if (line.keys[first_key + i].column == line.keys[first_key + j].column)
        return line.fail({.broken = rule::declared_twice,
                          .table = line.last_name(table),
                          .object = line.last_column(line.keys[first_key + i].column).id});
  return true;
}

template <class Timeline> constexpr object_id primary_key_of(const Timeline& line, table_id table) {
  for (object_id o = line.tables[table].first_object; o >= 0; o = line.objects[o].next)
    if (line.objects[o].kind == part_kind::primary_key && line.objects[o].alive.to == forever) return o;
  return -1;
}

template <class Timeline>
constexpr bool bind_key(Timeline& line, table_id table, const key& written,
                        rule missing = rule::no_such_column) {
  bound_key bound{.descending = written.descending};
  if (written.column) {
    bound.column = line.find_column(table, written.column);
    if (bound.column < 0)
      return line.fail({.broken = missing,
                        .table = line.last_name(table),
                        .object = written.column,
                        .hint = line.nearest_column(table, written.column->view())});
  } else if (!bind(line, table, written.expression, bound.expression)) {
    return false;
  }
  line.keys[line.key_count++] = bound;
  return true;
}

template <class Timeline>
constexpr bool bind_target(Timeline& line, table_id table, const part& p, object_life& made) {
  const name own = line.last_name(table);
  made.target = line.find_table(p.target);
  if (made.target < 0)
    return fail_missing(line, p.target,
                        {.broken = rule::foreign_key_target_missing,
                         .table = own,
                         .object = p.target,
                         .hint = line.nearest_table(p.target)});
  const i32 first_target = line.key_count;
  if (p.target_keys && p.target_keys[0].column) {
    for (u16 i = 0; i < p.key_count; ++i)
      if (!bind_key(line, made.target, p.target_keys[i], rule::foreign_key_target_missing)) return false;
  } else { // references<"events">: its primary key
    const object_id key = primary_key_of(line, made.target);
    if (key < 0 || line.objects[key].key_count != p.key_count)
      return line.fail({.broken = rule::foreign_key_target_not_unique,
                        .table = own,
                        .object = line.last_column(line.keys[made.first_key].column).id,
                        .other = p.target});
    for (u16 i = 0; i < p.key_count; ++i)
      line.keys[line.key_count++] = line.keys[line.objects[key].first_key + i];
  }
  for (u16 i = 0; i < p.key_count; ++i) {
    const column_id from = line.keys[made.first_key + i].column, to = line.keys[first_target + i].column;
    const column_span &a = line.last_column(from), &b = line.last_column(to);
    if (!refers_freely(*a.type, *b.type, Timeline::asks_sqlite))
      return line.fail({.broken = rule::foreign_key_type_differs,
                        .table = own,
                        .object = a.id,
                        .other = p.target,
                        .hint = b.id});
  }
  if (!accept_once(line, made.target, first_target, p.key_count)) return false;
  if (unique_key_of(line, made.target, first_target, p.key_count, line.now) < 0)
    return line.fail({.broken = rule::foreign_key_target_not_unique,
                      .table = own,
                      .object = line.last_column(line.keys[made.first_key].column).id,
                      .other = p.target,
                      .hint = line.last_column(line.keys[first_target].column).id});
  return true;
}

template <class Timeline>
constexpr bool accept_primary_key(Timeline& line, table_id table, const object_life& made) {
  const name own = line.last_name(table);
  if (const object_id had = primary_key_of(line, table); had >= 0)
    return line.fail({.broken = rule::primary_key_exists, .table = own, .object = current_name(line, had)});
  for (u16 i = 0; i < made.key_count; ++i) {
    const column_span& c = line.last_column(line.keys[made.first_key + i].column);
    if (c.nullable) return line.fail({.broken = rule::primary_key_nullable, .table = own, .object = c.id});
    if (c.generated)
      return line.fail({.broken = rule::generated_in_primary_key, .table = own, .object = c.id});
  }
  return true;
}

/// Refuses a foreign key whose action would assign a generated column (PostgreSQL 15, CREATE TABLE).
template <class Timeline>
constexpr bool accept_generated_keys(Timeline& line, table_id table, const object_life& made) {
  if (made.on_update <= referential_action::restrict && made.on_delete <= referential_action::cascade)
    return true;
  for (u16 i = 0; i < made.key_count; ++i) {
    const column_span& c = line.last_column(line.keys[made.first_key + i].column);
    if (c.generated)
      return line.fail({.broken = rule::generated_assigned, .table = line.last_name(table), .object = c.id});
  }
  return true;
}

/// Refuses what changes from one call to the next in a CHECK, an index or a generated column.
template <class Timeline>
constexpr bool accept_stable(Timeline& line, table_id table, const bound_expression& e) {
  if (!e || e.source->volatile_node < 0) return true;
  const sql::node& node = e.source->nodes[e.source->volatile_node];
  return line.fail(syntax_finding(rule::volatile_function, line.last_name(table), e.source->view(),
                                  node.begin, node.size));
}

/// A CHECK, or the predicate of an index.
template <class Timeline>
constexpr bool accept_condition(Timeline& line, table_id table, const bound_expression& e, bool in_index) {
  if (!e) return true;
  type_checker<Timeline> types{line, table, e};
  if (!accept_stable(line, table, e) || !types.run() || !types.is_condition()) return false;
  if constexpr (Timeline::has_traits)
    if (!accept_collations(types)) return false;
  return !in_index || types.is_immutable();
}

template <class Timeline>
constexpr bool accept_key_expression(Timeline& line, table_id table, const bound_expression& e) {
  if (!e) return true;
  type_checker<Timeline> types{line, table, e};
  if (!accept_stable(line, table, e) || !types.run() || !types.is_key()) return false;
  if constexpr (Timeline::has_traits)
    if (!accept_key_collation(types)) return false;
  return types.is_immutable();
}

/// Whether PostgreSQL has a default operator class of a method for a type (manual, 11.10).
constexpr bool indexes(index_method method, value_type type) {
  switch (method) {
  case index_method::gin: return type == value_type::json;
  case index_method::brin:
    return type != value_type::json && type != value_type::boolean && type != value_type::enumeration;
  default: return true;
  }
}

inline constexpr text_view method_words[] = {"btree", "hash", "gin", "brin"};

/// Refuses what the method of an index does not carry (PostgreSQL 15, CREATE INDEX and 11.6).
template <class Timeline>
constexpr bool accept_method(Timeline& line, table_id table, const object_life& made) {
  const index_method method = method_of(made.terms);
  const auto fail = [&](short_name what) {
    return line.fail({.broken = rule::index_method_refused,
                      .table = line.last_name(table),
                      .object = what,
                      .other = method_words[u8(method)]});
  };
  const u16 included = included_of(made.terms), keys = made.key_count - included;
  if (keys == 0) return line.fail({.broken = rule::key_not_of_columns, .table = line.last_name(table)});
  for (u16 i = keys; i < made.key_count; ++i)
    for (u16 j = 0; j < i; ++j)
      if (line.keys[made.first_key + i].column == line.keys[made.first_key + j].column)
        return line.fail({.broken = rule::declared_twice,
                          .table = line.last_name(table),
                          .object = line.last_column(line.keys[made.first_key + i].column).id});
  if (method == index_method::btree) return true;
  if (made.unique) return fail(text_view("unique_index_on"));
  if (included) return fail(text_view("include"));
  if (method == index_method::hash && keys > 1) return fail(text_view("a second key"));
  for (u16 i = 0; i < keys; ++i) {
    const bound_key& key = line.keys[made.first_key + i];
    if (key.descending) return fail(text_view("desc"));
    const value_type type = key.column >= 0
                                ? value_type_of(line.last_column(key.column).type->kind)
                                : line.types[key.expression.first_binding + key.expression.source->root];
    if (indexes(method, type)) continue;
    return key.column >= 0 ? fail(line.last_column(key.column).id) : fail(key.expression.source->view());
  }
  return true;
}

/// What the kind of a constraint or an index asks for besides its names.
template <class Timeline>
constexpr bool accept_object(Timeline& line, table_id table, const part& p, object_life& made) {
  if (p.kind == part_kind::index || p.kind == part_kind::check) {
    for (u16 i = 0; i < p.key_count; ++i)
      if (!accept_key_expression(line, table, line.keys[made.first_key + i].expression)) return false;
    if constexpr (Timeline::has_methods)
      if (p.kind == part_kind::index && !accept_method(line, table, made)) return false;
    return accept_condition(line, table, made.expression, p.kind == part_kind::index);
  }
  if (!accept_once(line, table, made.first_key, p.key_count)) return false;
  if (p.kind == part_kind::foreign_key)
    return accept_generated_keys(line, table, made) && bind_target(line, table, p, made);
  if (p.kind == part_kind::primary_key && !accept_primary_key(line, table, made)) return false;
  const object_id equal = equal_key_of(line, made);
  return equal < 0 || line.fail({.broken = rule::declared_twice,
                                 .table = line.last_name(table),
                                 .object = current_name(line, equal)});
}

/// Refuses a key of nothing, of expressions or of some rows only; an index may hold the latter two.
template <class Timeline> constexpr bool accept_keys(Timeline& line, table_id table, const part& p) {
  if (p.kind == part_kind::check) return true;
  bool sound = p.key_count > 0;
  if (p.kind != part_kind::index) {
    sound = sound && !p.expression;
    for (u16 i = 0; i < p.key_count; ++i)
      sound = sound && p.keys[i].column && !(p.target_keys && p.target_keys[i].expression);
  }
  if (p.terms) { // of a foreign key when it is checked, of an index the rest
    const key_terms terms = p.terms & key_terms(~not_valid_term);
    const bool waits = deferral_of(terms) != deferral::none, more = terms >> method_shift;
    sound = sound &&
            (p.kind == part_kind::foreign_key ? !more : (p.kind == part_kind::index || !terms) && !waits);
  }
  return sound ||
         line.fail({.broken = rule::key_not_of_columns, .table = line.last_name(table), .object = p.id});
}

/// Whether what lives from an instant on was made by the migration that is being folded.
template <class Timeline> constexpr bool is_of_this_migration(const Timeline& line, const range& alive) {
  return line.instants[alive.from].migration == line.instants[line.now].migration;
}

/// Refuses what is not valid for nothing: a table that is made has no rows to spare, and keys are built of
/// all.
template <class Timeline> constexpr bool accept_not_valid(Timeline& line, table_id table, const part& p) {
  const bool is_of_history = line.version != 0;
  const bool may_stand = p.kind == part_kind::check || p.kind == part_kind::foreign_key;
  if (may_stand && !(is_of_history && is_of_this_migration(line, line.tables[table].alive))) return true;
  return line.fail({.broken = rule::not_valid_in_vain, .table = line.last_name(table), .object = p.id});
}

/// Adds a constraint or an index to a table as it stands.
template <class Timeline> constexpr bool add_object(Timeline& line, table_id table, const part& p) {
  object_life made{.kind = p.kind,
                   .unique = p.unique,
                   .table = table,
                   .alive = {line.now, forever},
                   .derived = p.id == nullptr,
                   .first_key = line.key_count,
                   .key_count = p.key_count,
                   .on_delete = p.on_delete,
                   .on_update = p.on_update,
                   .terms = p.terms};
  if (!accept_keys(line, table, p)) return false;
  if constexpr (Timeline::alters_constraints)
    if (is_not_valid(p.terms) && !accept_not_valid(line, table, p)) return false;
  for (u16 i = 0; i < p.key_count; ++i)
    if (!bind_key(line, table, p.keys[i])) return false;
  if (p.expression && !bind(line, table, p.expression, made.expression)) return false;
  if (!accept_object(line, table, p, made)) return false;

  u64 hash = 0;
  if (p.id) {
    if (!accept_name(line, p.id, line.last_name(table))) return false;
    hash = p.id->hash;
    if constexpr (Timeline::has_schemas) hash = placed_hash(line, table, hash);
    if (!is_free(line, table, p.kind, hash)) return fail_taken(line, table, p.kind, p.id);
  } else {
    if (p.kind == part_kind::check) made.only_column = only_column(line, made.expression);
    hash = derived_hash(line, made);
    while (!is_free(line, table, p.kind, hash)) {
      ++made.number;
      hash = derived_hash(line, made);
    }
  }
  const object_id o = line.put_object(made, hash);
  if (p.id) line.put_object_span(o, p.id);
  line.instants[line.now].object = o;
  return true;
}

template <class Timeline> constexpr void end_object(Timeline& line, object_id o) {
  line.unlink(line.objects[o].hash, entry_kind::object, o);
  line.objects[o].alive.to = line.now;
}

/// A foreign key that stands and is tied to the key or unique index `o`; -1 for none.
template <class Timeline> constexpr object_id relies_on(const Timeline& line, object_id o) {
  const object_life& key = line.objects[o];
  if (!line.is_relation(key.kind)) return -1;
  for (object_id f = line.tables[key.table].first_incoming; f >= 0; f = line.objects[f].next_incoming) {
    const object_life& foreign = line.objects[f];
    if (foreign.alive.to != forever) continue;
    if (unique_key_of(line, key.table, foreign.first_key + foreign.key_count, foreign.key_count,
                      foreign.alive.from) == o)
      return f;
  }
  return -1;
}

/// The constraint or index that an operation names.
template <class Timeline> constexpr object_id find_named(Timeline& line, const operation& o, table_id table) {
  const object_id found =
      line.find_object(table, table < 0 ? o.from->hash : kept_hash(line, table, o.from->hash));
  if (found >= 0) return found;
  nearest_name nearest{o.from->view()};
  const auto called = [&](object_id x) {
    if constexpr (Timeline::has_schemas)
      if (table < 0) return placed_name(line, x, line.now);
    return current_name(line, x);
  };
  for (object_id x = 0; x < line.object_count; ++x) {
    const object_life& object = line.objects[x];
    if (object.alive.to == forever && (table < 0 ? object.kind == part_kind::index
                                                 : object.kind != part_kind::index && object.table == table))
      nearest.offer(called(x).view());
  }
  fail_missing(line, table < 0 ? o.from : o.table,
               {.broken = table < 0 ? rule::no_such_index : rule::no_such_constraint,
                .table = o.table,
                .object = o.from,
                .hint = nearest.best});
  return -1;
}

template <class Timeline> constexpr bool drop_object(Timeline& line, const operation& o, table_id table) {
  const object_id x = find_named(line, o, table);
  if (x < 0) return false;
  const object_life& object = line.objects[x];
  const name own = line.last_name(object.table);
  if (const object_id f = relies_on(line, x); f >= 0)
    return line.fail(
        {.broken = rule::still_referenced, .table = own, .object = o.from, .other = current_name(line, f)});
  if (Timeline::asks_sqlite && object.kind == part_kind::primary_key) {
    const column_span& c = line.last_column(line.keys[object.first_key].column);
    if (c.identity)
      return line.fail({.broken = rule::identity_without_primary_key, .table = own, .object = c.id});
  }
  end_object(line, x);
  line.instants[line.now].object = x;
  line.instants[line.now].table = object.table;
  return true;
}

/// A constraint under other terms: one ends and another, the same but for them, begins.
template <class Timeline> constexpr void begin_under_terms(Timeline& line, object_id was, key_terms terms) {
  end_object(line, was);
  object_life made = line.objects[was];
  made.alive = {line.now, forever};
  made.first_span = made.last_span = -1;
  made.next = made.next_incoming = -1;
  made.terms = terms;
  const object_id is = line.put_object(made, made.hash);
  if (line.objects[was].last_span >= 0)
    line.put_object_span(is, line.object_spans[line.objects[was].last_span].id);
  line.instants[line.now].object = is;
}

template <class Timeline>
constexpr bool alter_constraint(Timeline& line, const operation& o, table_id table) {
  const object_id was = find_named(line, o, table);
  if (was < 0) return false;
  if (line.objects[was].kind != part_kind::foreign_key)
    return line.fail({.broken = rule::only_foreign_keys_wait, .table = o.table, .object = o.from});
  begin_under_terms(line, was, o.terms | (line.objects[was].terms & not_valid_term));
  return true;
}

template <class Timeline>
constexpr bool validate_constraint(Timeline& line, const operation& o, table_id table) {
  const object_id was = find_named(line, o, table);
  if (was < 0) return false;
  const object_life& object = line.objects[was];
  if (!is_not_valid(object.terms))
    return line.fail({.broken = rule::valid_already, .table = o.table, .object = o.from});
  if (is_of_this_migration(line, object.alive) &&
      line.instants[object.alive.from].done->kind == operation_kind::add_constraint)
    return line.fail({.broken = rule::not_valid_in_vain, .table = o.table, .object = o.from});
  begin_under_terms(line, was, object.terms & key_terms(~not_valid_term));
  return true;
}

template <class Timeline> constexpr bool rename_object(Timeline& line, const operation& o, table_id table) {
  const object_id x = find_named(line, o, table);
  if (x < 0) return false;
  const object_life& object = line.objects[x];
  u64 hash = o.to->hash;
  if constexpr (Timeline::has_schemas) {
    if (!accept_new_name(line, o, object.table, hash)) return false;
  } else if (!accept_name(line, o.to, line.last_name(object.table))) {
    return false;
  }
  if (!is_free(line, object.table, object.kind, hash))
    return fail_taken(line, object.table, object.kind, o.to->own());
  const i32 entry = line.unlink(object.hash, entry_kind::object, x);
  line.put_object_span(x, o.to);
  line.enter_again(entry, hash);
  line.instants[line.now].object = x;
  line.instants[line.now].table = object.table;
  return true;
}

/// Whether the derived name of a constraint or index is made of this column.
template <class Timeline>
constexpr bool derives_from(const Timeline& line, const object_life& o, column_id column) {
  if (o.kind == part_kind::primary_key) return false;
  if (o.only_column == column) return true;
  for (u16 i = 0; i < o.key_count; ++i)
    if (suggest_name(line, line.keys[o.first_key + i], line.now).column == column) return true;
  return false;
}

/// Derived names go along when their table (column -1) or column is renamed: `rename` is called between
/// taking the old names out and entering the new.
template <class Timeline, class Rename>
constexpr bool rename_derived(Timeline& line, table_id table, column_id column, Rename&& rename) {
  auto follows = [&](object_id o) {
    const object_life& object = line.objects[o];
    return object.alive.to == forever && object.derived && object.first_span < 0 &&
           (column < 0 || derives_from(line, object, column));
  };
  i32 first_entry = 0; // the entries that were taken out, chained in the objects' order
  i32* last = &first_entry;
  for (object_id o = line.tables[table].first_object; o >= 0; o = line.objects[o].next) {
    if (!follows(o)) continue;
    const i32 entry = line.unlink(line.objects[o].hash, entry_kind::object, o);
    *last = entry;
    line.entries[entry - 1].next = 0;
    last = &line.entries[entry - 1].next;
  }
  rename();
  for (i32 entry = first_entry; entry > 0;) {
    const i32 next = line.entries[entry - 1].next;
    const object_life& object = line.objects[line.entries[entry - 1].id];
    const u64 hash = derived_hash(line, object);
    if (!is_free(line, table, object.kind, hash))
      return fail_taken(line, table, object.kind, derive_name(line, object, line.now));
    line.enter_again(entry, hash);
    entry = next;
  }
  return true;
}

} // namespace schema::folding
