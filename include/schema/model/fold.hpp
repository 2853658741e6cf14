// Floor 2. The fold: a history, or the declared tables, into one timeline.
#pragma once

#include <schema/model/extension.hpp>
#include <schema/model/fold_view.hpp>

// A namespace of its own: the vocabulary calls its templates create_table, add_column… too.
namespace schema::folding {

/// A name of a relation that is no plain one: it may stand in a schema.
template <class Timeline> constexpr bool accept_pair(Timeline& line, name id) {
  if (!id->is_pair()) return accept_name(line, id);
  if constexpr (Timeline::asks_sqlite)
    return line.fail({.broken = rule::not_on_sqlite, .table = id, .other = text_view("a name in a schema")});
  else if constexpr (Timeline::has_schemas)
    return accept_place(line, id);
  else
    return line.fail({.broken = rule::no_such_schema, .table = id, .object = id->place()});
}

template <class Timeline>
constexpr bool accept_relation_name(Timeline& line, name id, rule exists, entry_kind kind) {
  if (id->fault != name_fault::none && !accept_pair(line, id)) return false;
  if (const name_entry* taken = line.find_relation(id->hash)) {
    finding f{.broken = taken->kind == kind ? exists : rule::name_taken, .table = id};
    if (taken->kind == entry_kind::object) f.other = line.last_name(line.objects[taken->id].table);
    return line.fail(f);
  }
  return true;
}

template <class Timeline>
constexpr bool put_columns(Timeline& line, table_id table, name own, const part* const* parts, u16 count,
                           part_marks& marks) {
  for (u16 i = 0; i < count; ++i)
    if (parts[i]->kind == part_kind::column) {
      if (!put_column(line, table, own, *parts[i], marks)) return false;
    } else if (parts[i]->kind == part_kind::group) {
      if (!put_columns(line, table, own, parts[i]->parts, parts[i]->part_count, marks)) return false;
    } else
      marks.objects = true;
  return true;
}

/// Constraints and indexes, in the order that they are written. `which` is for declared tables, whose foreign
/// keys come when all tables stand.
template <class Timeline>
constexpr bool add_objects(Timeline& line, table_id table, const part* const* parts, u16 count,
                           inline_part which) {
  for (u16 i = 0; i < count; ++i) {
    const part& p = *parts[i];
    if (p.kind == part_kind::column) {
      if (p.attributes[0] && !add_inline_objects(line, table, p, which)) return false;
    } else if (p.kind == part_kind::group) {
      if (!add_objects(line, table, p.parts, p.part_count, which)) return false;
    } else if (Timeline::has_traits && p.kind == part_kind::comment) {
      continue;
    } else if (which == inline_part::all ||
               (p.kind == part_kind::foreign_key) == (which == inline_part::foreign_keys)) {
      if (!add_object(line, table, p)) return false;
    }
  }
  return true;
}

template <class Timeline> constexpr bool create_table(Timeline& line, const operation& o, inline_part which) {
  if (!accept_relation_name(line, o.table, rule::table_exists, entry_kind::table)) return false;
  const table_id t = line.make_table(o.table);
  line.instants[line.now].table = t;
  part_marks marks;
  const column_id first = line.column_count;
  if (!put_columns(line, t, o.table, o.parts, o.part_count, marks)) return false;
  if (line.column_count == first) return line.fail({.broken = rule::table_without_columns, .table = o.table});
  line.link_columns(t, first);
  if constexpr (Timeline::has_traits)
    if (!put_traits(line, t, o.parts, o.part_count)) return false;
  if (marks.generated && !accept_generated_columns(line, t)) return false;
  if ((marks.objects || marks.inline_objects) && !add_objects(line, t, o.parts, o.part_count, which))
    return false;
  return !marks.identity || each_part(o.parts, o.part_count, [&](const part& p) {
    return p.kind != part_kind::column || accept_identity(line, t, p);
  });
}

template <class Timeline> constexpr bool drop_table(Timeline& line, const operation& o, table_id table) {
  if (!accept_unread(line, table)) return false;
  for (object_id x = line.tables[table].first_incoming; x >= 0; x = line.objects[x].next_incoming)
    if (line.objects[x].alive.to == forever && line.objects[x].table != table)
      return line.fail({.broken = rule::still_referenced,
                        .table = o.table,
                        .other = line.last_name(line.objects[x].table)});
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next)
    if (line.objects[x].alive.to == forever) end_object(line, x);
  for (column_id c = line.tables[table].first_column; c >= 0; c = line.columns[c].next)
    if (line.columns[c].alive.to == forever) line.end_column(c);
  line.unlink(o.table->hash, entry_kind::table, table);
  line.tables[table].alive.to = line.table_spans[line.tables[table].last_span].alive.to = line.now;
  return true;
}

template <class Timeline> constexpr bool rename_table(Timeline& line, const operation& o, table_id table) {
  if (!accept_relation_name(line, o.to, rule::table_exists, entry_kind::table)) return false;
  if constexpr (Timeline::has_routines)
    if (!accept_unused(line, table)) return false;
  const auto rename = [&] {
    const i32 entry = line.unlink(o.table->hash, entry_kind::table, table);
    table_life& t = line.tables[table];
    line.table_spans[t.last_span].alive.to = line.now;
    line.table_spans[t.last_span].next = line.table_span_count;
    t.last_span = line.table_span_count;
    line.table_spans[line.table_span_count++] = {{line.now, forever}, o.to};
    line.enter_again(entry, o.to->hash);
  };
  if constexpr (Timeline::has_schemas)
    if (moves(line, o)) return move_names(line, o, table, rename);
  return rename_derived(line, table, -1, rename);
}

/// Puts a label behind `after` (an index, -1: in front of all) of an enumeration.
template <class Timeline> constexpr i32 put_label(Timeline& line, enumeration_id e, name text, i32 after) {
  i32& link = after < 0 ? line.enumerations[e].first_label : line.labels[after].next;
  line.labels[line.label_count] = {{line.now, forever}, text, link};
  link = line.label_count;
  return line.label_count++;
}

template <class Timeline> constexpr bool accept_label(Timeline& line, enumeration_id e, name text) {
  if (text->fault == name_fault::too_long || text->fault == name_fault::empty ||
      text->fault == name_fault::zero_byte)
    return line.fail({.broken = rule::name_refused, .table = line.enumerations[e].id, .object = text});
  if (!has_label(line, e, text->view())) return true;
  return line.fail({.broken = rule::label_exists, .table = line.enumerations[e].id, .object = text});
}

template <class Timeline> constexpr bool create_enumeration(Timeline& line, const operation& o) {
  if (!accept_relation_name(line, o.from, rule::enumeration_exists, entry_kind::enumeration)) return false;
  const enumeration_id e = line.enumeration_count++;
  line.enumerations[e] = {o.from, {line.now, forever}, -1};
  line.enter(o.from->hash, entry_kind::enumeration, e);
  line.instants[line.now].enumeration = e;
  i32 last = -1;
  for (u16 i = 0; i < o.label_count; ++i) {
    if (!accept_label(line, e, o.labels[i])) return false;
    last = put_label(line, e, o.labels[i], last);
  }
  return true;
}

template <class Timeline>
constexpr enumeration_id find_written_enumeration(Timeline& line, const operation& o) {
  const enumeration_id e = line.find_enumeration(o.from);
  if (e < 0)
    fail_missing(
        line, o.from,
        {.broken = rule::no_such_enumeration, .object = o.from, .hint = line.nearest_enumeration(o.from)});
  line.instants[line.now].enumeration = e;
  return e;
}

template <class Timeline> constexpr bool drop_enumeration(Timeline& line, const operation& o) {
  const enumeration_id e = find_written_enumeration(line, o);
  if (e < 0) return false;
  if (const column_id c = line.find_user(e); c >= 0)
    return line.fail({.broken = rule::still_referenced,
                      .table = line.last_name(line.columns[c].table),
                      .object = o.from,
                      .other = line.last_column(c).id});
  line.unlink(o.from->hash, entry_kind::enumeration, e);
  line.enumerations[e].alive.to = line.now;
  return true;
}

template <class Timeline> constexpr bool add_value(Timeline& line, const operation& o) {
  const enumeration_id e = find_written_enumeration(line, o);
  if (e < 0 || !accept_label(line, e, o.labels[0])) return false;
  // Taking the label back is a new type on PostgreSQL, which no generated column takes, nor one below it.
  if (line.generated_count > 0)
    for (column_id c = line.find_user(e); c >= 0; c = line.find_user(e, c + 1))
      if (const column_id user = line.last_column(c).generated ? c : generated_from(line, c); user >= 0)
        return line.fail({.broken = rule::still_referenced,
                          .table = line.last_name(line.columns[c].table),
                          .object = o.from,
                          .other = line.last_column(user).id});
  i32 after = -1;
  for (i32 l = line.enumerations[e].first_label; l >= 0; l = line.labels[l].next) {
    if (o.before && line.labels[l].text->view() == o.before->view()) {
      line.instants[line.now].label = put_label(line, e, o.labels[0], after);
      return true;
    }
    after = l;
  }
  if (o.before)
    return line.fail({.broken = rule::no_such_label,
                      .table = o.from,
                      .object = o.before,
                      .hint = line.nearest_label(e, o.before)});
  line.instants[line.now].label = put_label(line, e, o.labels[0], after);
  return true;
}

/// Whether a check reads labels as texts: no database finds the label in it then.
template <class Timeline> constexpr bool reads_label_text(const Timeline& line, const bound_expression& e) {
  for (u16 i = 0; i < e.source->node_count; ++i) {
    const sql::node& n = e.source->nodes[i];
    if (n.kind != sql::node_kind::cast && n.operation != sql::binary_operator::concatenate) continue;
    for (i16 of = n.first; of >= 0; of = e.source->nodes[of].next)
      if (line.types[e.first_binding + of] == value_type::enumeration) return true;
  }
  return false;
}

/// A constraint that reads the labels of an enumeration as texts; -1 for none.
template <class Timeline> constexpr object_id reads_labels(const Timeline& line, enumeration_id e) {
  for (object_id o = 0; line.enumerations[e].users > 0 && o < line.object_count; ++o) {
    const object_life& object = line.objects[o];
    if (object.alive.to != forever || !object.expression) continue;
    if (!reads_label_text(line, object.expression)) continue;
    for (u16 i = 0; i < object.expression.source->node_count; ++i)
      if (const column_id c = line.bindings[object.expression.first_binding + i];
          c >= 0 && line.last_column(c).enumeration == e)
        return o;
  }
  return -1;
}

/// A view that reads the enumeration and has the label as a literal: its text is run as it is written; -1 for
/// none.
template <class Timeline>
constexpr table_id view_with_label(const Timeline& line, enumeration_id e, text_view label) {
  for (table_id v = 0; line.view_count > 0 && v < line.table_count; ++v) {
    if (!line.tables[v].is_view || line.tables[v].alive.to != forever) continue;
    const table_span& view = line.table_spans[line.tables[v].last_span];
    const sql::expression& tree = *view.query->tree;
    if (!any_read(line, view, sql::node_kind::column,
                  [&](column_id c) { return line.last_column(c).enumeration == e; }))
      continue;
    for (u16 i = 0; i < tree.node_count; ++i)
      if (tree.nodes[i].kind == sql::node_kind::string && sql::is_literal_of(tree.at(tree.nodes[i]), label))
        return v;
  }
  return -1;
}

/// Columns, defaults and literals that hold the label follow.
template <class Timeline> constexpr bool rename_value(Timeline& line, const operation& o) {
  const enumeration_id e = find_written_enumeration(line, o);
  if (e < 0) return false;
  const i32 label = find_label(line, e, o.labels[0]->view());
  if (label < 0)
    return line.fail({.broken = rule::no_such_label,
                      .table = o.from,
                      .object = o.labels[0],
                      .hint = line.nearest_label(e, o.labels[0])});
  if (!accept_label(line, e, o.labels[1])) return false;
  if (const object_id by = reads_labels(line, e); by >= 0)
    return line.fail({.broken = rule::still_referenced,
                      .table = line.last_name(line.objects[by].table),
                      .object = o.labels[0],
                      .other = current_name(line, by)});
  if constexpr (Timeline::has_routines)
    for (column_id c = line.find_user(e); c >= 0; c = line.find_user(e, c + 1))
      if (!accept_unused(line, line.columns[c].table, c)) return false;
  if (const table_id view = view_with_label(line, e, o.labels[0]->view()); view >= 0)
    return line.fail({.broken = rule::still_referenced,
                      .table = o.from,
                      .object = o.labels[0],
                      .other = line.last_name(view)});
  label_life& renamed = line.labels[label];
  const i32 earlier = line.label_count++;
  line.labels[earlier] = {{renamed.alive.from, line.now}, renamed.text, -1, renamed.earlier};
  renamed.text = o.labels[1];
  renamed.earlier = earlier;
  line.instants[line.now].label = label;
  return true;
}

/// Checks a data statement at its instant. `changed` becomes the table whose rows it changes.
template <class Timeline>
constexpr bool accept_statement(Timeline& line, const sql::statement* s, table_id& changed) {
  if (!s) return true;
  if (s->fault != sql::syntax_fault::none)
    return line.fail(syntax_finding(rule_of(s->fault), nullptr, s->view(), s->fault_begin, s->fault_size));
  statement_checker<Timeline> checker{line, *s};
  if (!checker.run()) return false;
  changed = checker.target;
  return true;
}

template <class Timeline> constexpr bool accept_scripts(Timeline& line, const operation& o) {
  for (const auto& direction : o.scripts)
    for (const sql::script* s : direction)
      if (s && s->fault != sql::syntax_fault::none)
        return line.fail(
            syntax_finding(rule_of(s->fault), nullptr, s->view(), s->fault_begin, s->fault_size));
  return true;
}

/// Applies one operation at the instant that `line.now` has just reached.
template <class Timeline> constexpr bool apply(Timeline& line, const operation& o) {
  table_id table = -1;
  if constexpr (Timeline::asks_sqlite && Timeline::materializes)
    if (o.terms == materialized && is_of_view(o.kind))
      return line.fail({.broken = rule::not_on_sqlite, .table = o.from, .other = view_word(o)});
  if constexpr (Timeline::has_schemas)
    if (is_of_schema(o.kind)) return apply_to_schema(line, o);
  if (o.table && o.kind != operation_kind::create_table) {
    table = line.find_table(o.table);
    if constexpr (Timeline::materializes)
      if (table < 0 && o.kind == operation_kind::create_index) {
        const table_id view = line.find_view(o.table);
        if (view >= 0 && is_materialized(line, view)) table = view;
      }
    if (table < 0 && line.find_view(o.table) >= 0)
      return line.fail({.broken = rule::not_a_table, .table = o.table});
    if (table < 0)
      return fail_missing(
          line, o.table,
          {.broken = rule::no_such_table, .table = o.table, .hint = line.nearest_table(o.table)});
    line.instants[line.now].table = table;
  }
  switch (o.kind) {
  case operation_kind::create_table: return create_table(line, o, inline_part::all);
  case operation_kind::drop_table: return drop_table(line, o, table);
  case operation_kind::rename_table: return rename_table(line, o, table);
  case operation_kind::add_column: return add_column(line, o, table);
  case operation_kind::drop_column: return drop_column(line, o, table);
  case operation_kind::rename_column: return rename_column(line, o, table);
  case operation_kind::alter_column: return alter_column(line, o, table);
  case operation_kind::add_constraint:
  case operation_kind::create_index: return add_object(line, table, *o.parts[0]);
  case operation_kind::drop_constraint:
  case operation_kind::drop_index: return drop_object(line, o, table);
  case operation_kind::rename_constraint:
  case operation_kind::rename_index: return rename_object(line, o, table);
  case operation_kind::create_enumeration: return create_enumeration(line, o);
  case operation_kind::drop_enumeration: return drop_enumeration(line, o);
  case operation_kind::add_value: return add_value(line, o);
  case operation_kind::alter_constraint:
    if constexpr (Timeline::alters_constraints) return alter_constraint(line, o, table);
    break;
  case operation_kind::validate_constraint:
    if constexpr (Timeline::alters_constraints) return validate_constraint(line, o, table);
    break;
  case operation_kind::set_comment:
    if constexpr (Timeline::has_traits) return set_comment(line, o, table);
    break;
  case operation_kind::rename_value:
    if constexpr (Timeline::renames_labels) return rename_value(line, o);
    break;
  case operation_kind::data:
    return accept_statement(line, o.up, line.instants[line.now].changed[0]) &&
           accept_statement(line, o.down, line.instants[line.now].changed[1]);
  case operation_kind::execute: return accept_scripts(line, o);
  case operation_kind::create_view:
    if (!accept_relation_name(line, o.from, rule::view_exists, entry_kind::view) || !create_view(line, o))
      return false;
    if constexpr (Timeline::materializes)
      return add_objects(line, line.instants[line.now].table, o.parts, o.part_count, inline_part::all);
    break;
  case operation_kind::replace_view: return replace_view(line, o);
  case operation_kind::drop_view: return drop_view(line, o);
  case operation_kind::create_extension:
    if constexpr (Timeline::has_extensions) return create_extension(line, o);
    break;
  case operation_kind::drop_extension:
    if constexpr (Timeline::has_extensions) return drop_extension(line, o);
    break;
  case operation_kind::refresh_view: // its query is run anew: nothing that the timeline knows changes
    if constexpr (Timeline::materializes) return find_written_view(line, o) >= 0;
    break;
  default:
    if constexpr (Timeline::has_routines) return apply_to_routine(line, o);
  }
  return true;
}

/// Moves on by one instant, and by one more for each effect that an `execute` declares.
template <class Timeline>
constexpr bool advance(Timeline& line, const operation& o, u32 migration, u16 ordinal, bool declared) {
  ++line.now;
  instant_record& record = line.instants[line.now];
  record.done = &o;
  record.migration = migration;
  record.ordinal = ordinal;
  record.declared = declared;
  if (!apply(line, o)) return false;
  for (u16 i = 0; i < o.effect_count; ++i)
    if (!advance(line, *o.effects[i], migration, ordinal, true)) return false;
  return true;
}

} // namespace schema::folding

namespace schema {

inline constexpr u32 routine_bytes_a_step = 4;

/// What has been made so far, as a measure of the steps that took.
template <class Line> constexpr u32 fold_weight(const Line& line) {
  u32 weight = u32(line.column_count) + 2 * u32(line.object_count) + line.now;
  if constexpr (Line::has_routines) weight += line.routine_bytes / routine_bytes_a_step;
  return weight;
}

inline constexpr u32 no_limit = ~0u;

/// Folds a history; the first fault stops it and is the timeline's finding. With a limit it stops once so
/// much more has been made; called again it goes on.
template <class Timeline>
constexpr void fold_migrations(Timeline& line, const migration_definition* const* migrations, u32 count,
                               u32 limit = no_limit) {
  const u32 begun = fold_weight(line);
  for (u32 i = line.migration_count; i < count; ++i) {
    const migration_definition& m = *migrations[i];
    u32 j = line.folded;
    if (j > 0) {
      line.folded = 0;
    } else {
      const u64 last = line.version;
      line.version = m.version;
      if (m.version <= last) {
        line.fail({.broken = rule::version_not_rising, .object = m.title_view(), .after = last});
        return;
      }
    }
    for (; j < m.operation_count; ++j) {
      if (!folding::advance(line, *m.operations[j], i, u16(j), false)) return;
      if (limit != no_limit && fold_weight(line) - begun >= limit && j + 1u < m.operation_count) {
        line.folded = j + 1;
        return;
      }
    }
    line.last_instants[i + 1] = line.now;
    line.migration_count = i + 1;
    if (limit != no_limit && fold_weight(line) - begun >= limit) return;
  }
}

/// Folds declared tables: enumerations and extensions first, foreign keys when all tables stand, so that the
/// order of declaration does not count; then views, in their order, since they may read each other; then
/// functions, and triggers, which call them. A limit
/// as above.
template <class Timeline>
constexpr void fold_tables(Timeline& line, const operation* const* tables, u32 count, u32 limit = no_limit) {
  const u32 begun = fold_weight(line);
  auto step = [&](const operation& o, u32 i) {
    ++line.now;
    line.instants[line.now].done = &o;
    line.instants[line.now].ordinal = u16(i);
  };
  table_id t = 0;
  u32 phases = 3;
  for (u32 k = 0; k < phases * count; ++k) {
    const u32 i = k % count;
    const operation& o = *tables[i];
    const bool is_table = o.kind == operation_kind::create_table;
    const table_id own = k >= 2 * count && is_table && k < 3 * count ? t++ : -1;
    if (k < count && o.kind == operation_kind::create_view) phases = 4;
    if constexpr (Timeline::has_routines) phases = 6;
    if (k < line.folded) continue;
    if (k == 2 * count) ++line.now;
    if (k < count && o.kind == operation_kind::create_enumeration) {
      step(o, i);
      if (!folding::create_enumeration(line, o)) return;
    } else if (Timeline::has_extensions && k < count && o.kind == operation_kind::create_extension) {
      step(o, i);
      if (!folding::apply(line, o)) return;
    } else if (k >= count && k < 2 * count && is_table) {
      step(o, i);
      if (!folding::create_table(line, o, folding::inline_part::others)) return;
    } else if ((k >= 3 * count && k < 4 * count && o.kind == operation_kind::create_view) ||
               (Timeline::has_routines && k >= 4 * count &&
                o.kind ==
                    (k < 5 * count ? operation_kind::create_function : operation_kind::create_trigger))) {
      step(o, i);
      if (!folding::apply(line, o)) return;
    } else if (own >= 0 &&
               !folding::add_objects(line, own, o.parts, o.part_count, folding::inline_part::foreign_keys)) {
      return;
    }
    if (limit != no_limit && fold_weight(line) - begun >= limit) {
      line.folded = k + 1;
      return;
    }
  }
  line.folded = phases * count;
}

/// Whether a history is for PostgreSQL alone: postgresql_migrations<…>.
template <class History>
concept is_for_postgresql_alone = requires {
  typename History::schema_for_postgresql_alone;
};

/// The room that a history, or a list of declared tables, needs.
template <class History> struct history_shape {
  static constexpr shape value = [] {
    shape s = measure(History::schema_migrations, History::schema_migration_count);
    s.asks_sqlite = !is_for_postgresql_alone<History>;
    return s;
  }();
};
/// Whether <schema/schemas.hpp> is there: it has what a name in a schema needs.
template <class Tables>
concept knows_schemas = requires(const Tables& tables, const operation& o) {
  moves(tables, o);
};
template <class Tables> struct declared_shape {
  static constexpr shape value = [] {
    shape s = measure(Tables::schema_tables, Tables::schema_table_count);
    for (u32 i = 0; knows_schemas<Tables> && i < Tables::schema_table_count; ++i) {
      const operation& o = *Tables::schema_tables[i];
      s.has_schemas = s.has_schemas || (o.table && o.table->is_pair()) || (o.from && o.from->is_pair());
    }
    return s;
  }();
};

/// clang evaluates a million steps at once (-fconstexpr-steps): a large history is folded in pieces. g++
/// would pay for every copy of the timeline, and allows thirty times as much.
#ifdef __clang__
inline constexpr u32 piece_limit = 4000;
#else
inline constexpr u32 piece_limit = no_limit;
#endif

constexpr u32 last_piece_of(const shape& s) {
  return (s.columns + 2 * s.objects + s.instants + s.routine_bytes / routine_bytes_a_step) / piece_limit;
}

template <class History, u32 Piece> constexpr auto fold_piece();
template <class Tables, u32 Piece> constexpr auto fold_declared_piece();

template <class History, u32 Piece> inline constexpr auto piece_of = fold_piece<History, Piece>();
template <class Tables, u32 Piece>
inline constexpr auto declared_piece_of = fold_declared_piece<Tables, Piece>();

template <class History, u32 Piece> constexpr auto fold_piece() {
  timeline<fixed_storage<history_shape<History>>> line;
  if constexpr (Piece > 0) line = piece_of<History, Piece - 1>;
  if (line.found.is_sound())
    fold_migrations(line, History::schema_migrations, History::schema_migration_count, piece_limit);
  return line;
}
template <class Tables, u32 Piece> constexpr auto fold_declared_piece() {
  timeline<fixed_storage<declared_shape<Tables>>> line;
  if constexpr (Piece > 0) line = declared_piece_of<Tables, Piece - 1>;
  if (line.found.is_sound())
    fold_tables(line, Tables::schema_tables, Tables::schema_table_count, piece_limit);
  return line;
}

/// The timeline of a history type. Keyed on the derived type, so that symbols stay short.
template <class History>
inline constexpr auto timeline_of = fold_piece<History, last_piece_of(history_shape<History>::value)>();

/// The timeline of the tables as they are declared.
template <class Tables>
inline constexpr auto
    declared_timeline_of = fold_declared_piece<Tables, last_piece_of(declared_shape<Tables>::value)>();

} // namespace schema
