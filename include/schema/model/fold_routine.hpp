// Floor 2. Functions and triggers enter the timeline, are replaced and leave it. Of their text the compiler
// reads how it begins and where it ends; routine_names.hpp reads the names in it.
#pragma once

#include <schema/model/routine_names.hpp>

namespace schema::folding {

constexpr text_view backend_word(backend b) {
  return b == backend::sqlite ? text_view("sqlite") : text_view("postgresql");
}

/// Checks what a function or a trigger says that it uses.
template <class Timeline> constexpr bool accept_uses(Timeline& line, const operation& o) {
  finding f{.other = o.from};
  name missing = nullptr;
  any_use(o, [&](name table, name used) {
    if (!table) {
      if (same_name(used, o.from) || find_routine(line, used, entry_kind::function) >= 0) return false;
      f.broken = rule::no_such_function;
      f.object = used;
      f.hint = nearest_routine(line, used, false);
      return true;
    }
    const table_id found = line.find_table(table), t = found < 0 ? line.find_view(table) : found;
    f.table = table;
    if (t < 0) {
      f.broken = rule::no_such_table;
      missing = table;
      f.hint = line.nearest_table(table);
    } else if (used && line.find_column(t, used) < 0) {
      f.broken = rule::no_such_column;
      f.object = used;
      f.hint = line.nearest_column(t, used->view());
    }
    return f.broken != rule::none;
  });
  if (missing) return fail_missing(line, missing, f);
  return f.is_sound() || line.fail(f);
}

/// Holds the beginning and the end of a text against the operation: it makes what it is said to make, under
/// its name, and nothing else.
template <class Timeline>
constexpr bool accept_what_it_makes(Timeline& line, const operation& o, backend b,
                                    const sql::routine_text& is) {
  const text_view sql = o.scripts[0][u8(b)]->view();
  const auto fail = [&](name wanted, const sql::token& at) {
    finding f = syntax_finding(rule::text_makes_another, o.table, sql, at.begin, at.size);
    f.object = wanted;
    f.other = backend_word(b);
    return line.fail(f);
  };
  if (!is_named<Timeline>(sql, is.id, o.from)) return fail(o.from, is.id);
  if (o.table && !is_named<Timeline>(sql, is.table, o.table)) return fail(o.table, is.table);
  return is.is_one || fail(o.from, is.more);
}

/// Checks the text of a function or a trigger for each backend. A trigger has one for both, an empty one
/// where it is not to be.
template <class Timeline>
constexpr bool accept_texts(Timeline& line, const operation& o, routine_life& made) {
  for (const backend b : {backend::postgresql, backend::sqlite}) {
    const sql::script* s = o.scripts[0][u8(b)];
    if (!s && (made.is_trigger() || b == backend::postgresql))
      return line.fail(
          {.broken = rule::text_missing, .table = o.table, .object = o.from, .other = backend_word(b)});
    if (!s || (made.is_trigger() && s->size == 0)) continue;
    if (s->fault != sql::syntax_fault::none)
      return line.fail(syntax_finding(rule_of(s->fault), o.table, s->view(), s->fault_begin, s->fault_size));
    const sql::routine_text& is = sql::as_routine(*s).head;
    line.routine_bytes += s->size;
    if (!accept_what_it_makes(line, o, b, is) || !name_reader<Timeline>{line, o, made.table, b}.run())
      return false;
    made.begin[u8(b)] = is.begin;
    made.returns_trigger = is.returns_trigger;
    made.signature = is.signature;
  }
  return true;
}

/// Lets a function or a trigger stand from now on.
template <class Timeline> constexpr bool put_routine(Timeline& line, const operation& o) {
  routine_life made{.alive = {line.now, forever}, .made = &o, .table = line.instants[line.now].table};
  if (!accept_uses(line, o) || !accept_texts(line, o, made)) return false;
  line.routines[line.routine_count] = made;
  line.instants[line.now].object = line.routine_count;
  line.enter(o.from->hash, made.is_trigger() ? entry_kind::trigger : entry_kind::function,
             line.routine_count);
  ++line.routine_count;
  return true;
}

template <class Timeline>
constexpr bool create_routine(Timeline& line, const operation& o, entry_kind kind, rule exists) {
  if (!accept_name(line, o.from)) return false;
  // SQLite takes names in any case for one, and those of all tables' triggers for names of one list.
  for (i32 e = line.name_buckets[u32(o.from->hash) & line.name_mask]; e > 0; e = line.entries[e - 1].next)
    if (line.entries[e - 1].hash == o.from->hash && line.entries[e - 1].kind == kind)
      return line.fail({.broken = exists, .table = o.table, .object = o.from});
  return put_routine(line, o);
}

/// Refuses what another function or a trigger calls.
template <class Timeline> constexpr bool accept_uncalled(Timeline& line, const operation& o, i32 function) {
  for (i32 r = 0; r < line.routine_count; ++r)
    if (r != function && line.routines[r].alive.to == forever && calls(*line.routines[r].made, o.from))
      return line.fail(
          {.broken = rule::still_referenced, .object = o.from, .other = line.routines[r].made->from});
  return true;
}

/// Ends the function or the trigger that an operation names; -1 when there is none.
template <class Timeline> constexpr i32 end_routine(Timeline& line, const operation& o, entry_kind kind) {
  const bool is_trigger = kind == entry_kind::trigger;
  const i32 found = find_routine(line, o.from, kind);
  if (found < 0) {
    line.fail({.broken = is_trigger ? rule::no_such_trigger : rule::no_such_function,
               .object = o.from,
               .hint = nearest_routine(line, o.from, is_trigger)});
    return -1;
  }
  line.unlink(o.from->hash, kind, found);
  line.routines[found].alive.to = line.now;
  return found;
}

/// Another text. What calls the function may stay when its arguments and its result do.
template <class Timeline> constexpr bool replace_function(Timeline& line, const operation& o) {
  const i32 was = end_routine(line, o, entry_kind::function);
  return was >= 0 && put_routine(line, o) &&
         (line.routines[was].signature == line.routines[line.routine_count - 1].signature ||
          accept_uncalled(line, o, line.routine_count - 1));
}

template <class Timeline> constexpr bool drop_routine(Timeline& line, const operation& o, entry_kind kind) {
  const i32 was = end_routine(line, o, kind);
  if (was < 0 || (kind == entry_kind::function && !accept_uncalled(line, o, was))) return false;
  line.instants[line.now].object = was;
  line.instants[line.now].table = line.routines[was].table;
  return true;
}

} // namespace schema::folding

namespace schema {

/// Applies an operation on a function or a trigger.
template <class Timeline> constexpr bool apply_to_routine(Timeline& line, const operation& o) {
  switch (o.kind) {
  case operation_kind::create_function:
    return folding::create_routine(line, o, entry_kind::function, rule::function_exists);
  case operation_kind::replace_function: return folding::replace_function(line, o);
  case operation_kind::drop_function: return folding::drop_routine(line, o, entry_kind::function);
  case operation_kind::create_trigger:
    return folding::create_routine(line, o, entry_kind::trigger, rule::trigger_exists);
  default: return folding::drop_routine(line, o, entry_kind::trigger);
  }
}

} // namespace schema
