// Floor 2. A data statement or a query against the schema as it stands at its instant: its names resolved,
// its expressions typed, its values held against the columns that they go into.
#pragma once

#include <schema/model/derived_name.hpp>
#include <schema/model/expression_type.hpp>
#include <schema/model/statement_scope.hpp>

namespace schema {

/// Checks a statement whose tree is sound. Bindings and types of its nodes are kept in the timeline only
/// while it does.
template <class Timeline> struct statement_checker {
  using kind = sql::node_kind;

  Timeline& line;
  const sql::statement& s;
  bound_expression e;
  i32 base; ///< of node 0 in the timeline's bindings and types
  const sql::node* nodes{};
  type_checker<Timeline> types;
  statement_scope<Timeline> scope;
  table_id target{-1}; ///< the table whose rows it changes

  constexpr statement_checker(Timeline& timeline, const sql::statement& of)
      : line(timeline), s(of), e{of.tree, timeline.binding_count}, base(timeline.binding_count),
        nodes(of.tree->nodes), types(timeline, -1, e), scope{timeline, e, of.tree->nodes} {
    types.in_statement = true;
    const i32 end = e.first_binding + s.tree->node_count;
    for (i32 i = e.first_binding; i < end; ++i) line.bindings[i] = -1;
  }

  /// Returns whether all is well; a fault is the timeline's finding.
  constexpr bool run() {
    const sql::node root = nodes[s.tree->root];
    ++scope.level;
    i16 at = root.first;
    for (; nodes[at].kind == kind::with_query; at = nodes[at].next)
      if (!add_query(at, 0)) return false;
    target = scope.find_target(at);
    if (target < 0) return false;
    types.table = scope.fault_table = target;
    scope.add(scope.name_hash(at), at, target, -1);
    if (!(root.kind == kind::insert ? check_insert(nodes[at].next) : check_change(nodes[at].next)))
      return false;
    if constexpr (Timeline::has_traits) return accept_collations(types, s);
    return true;
  }

  /// The same for the query of a view.
  constexpr bool run_query() {
    if (!visit_select(s.tree->root) || !scope.is_named(s.tree->root)) return false;
    if constexpr (Timeline::has_traits) return accept_collations(types, s);
    return true;
  }

private:
  // -- expressions

  constexpr bool visit(i16 i) {
    const sql::node n = nodes[i];
    switch (n.kind) {
    case kind::column: return scope.resolve(i);
    case kind::number:
    case kind::string:
    case kind::null:
      if (scope.grouping >= 0 && scope.is_group_key(i)) return true;
      return types.type_node(i, n);
    case kind::every_column: return n.first < 0 || scope.find_source(n.first) >= 0;
    case kind::subquery:
      if (!visit_value(n.first)) return false;
      line.types[base + i] = line.types[base + n.first];
      return true;
    case kind::exists: line.types[base + i] = value_type::boolean; return visit_select(n.first);
    case kind::in:
    case kind::not_in:
      if (is_select(nodes[n.first].next)) {
        line.types[base + i] = value_type::boolean;
        return visit(n.first) && visit_value(nodes[n.first].next) &&
               types.compares(i, n.first, nodes[n.first].next);
      }
      break;
    case kind::call:
      if (const sql::function* f = sql::find_function(n.hash); f->is_aggregate) return visit_aggregate(i, n);
      break;
    default: break;
    }
    if (scope.grouping >= 0 && scope.is_group_key(i)) return true;
    for (i16 child = n.first; child >= 0; child = nodes[child].next)
      if (!visit(child)) return false;
    return types.type_node(i, n) && (!Timeline::asks_sqlite || means_the_same(i, n) || fail_on_sqlite(i));
  }

  constexpr bool fail_on_sqlite(i16 i) { return line.fail(types.at(rule::not_on_both_backends, i, i)); }

  /// Statements are sent as they are written: what an expression elsewhere is rendered otherwise for on
  /// SQLite can't stand in one. Digits that are kept as text compare and reckon there as text; other numbers
  /// are cut where PostgreSQL rounds.
  constexpr bool means_the_same(i16 i, const sql::node& n) {
    bool has_digits = false;
    for (i16 child = n.first; child >= 0; child = nodes[child].next)
      if (line.types[base + child] == value_type::numeric && is_digits(e.source->inside(child)))
        has_digits = true;
    switch (n.kind) {
    case kind::is_null:
    case kind::is_not_null:
    case kind::parenthesis:
    case kind::case_arm:
    case kind::case_else:
    case kind::case_when: return true;
    case kind::binary:
      return !has_digits && groups_alike(n) && n.operation != sql::binary_operator::json_get_text &&
             (n.operation != sql::binary_operator::divide || line.types[base + i] != value_type::numeric);
    case kind::call:
      if (n.hash == sql::word_coalesce) return true;
      return !has_digits && (n.hash != sql::word_round || !is_float(line.types[base + n.first]));
    case kind::cast:
      if (is_integer(line.types[base + i]))
        return is_integer(line.types[base + n.first]) || line.types[base + n.first] == value_type::null;
      return !has_digits &&
             (line.types[base + i] != value_type::text || types.joins(line.types[base + n.first]));
    case kind::is_distinct:
    case kind::is_not_distinct: return !has_digits && !is_comparison(nodes[n.first].next);
    default: return !has_digits;
    }
  }
  /// Whether both backends group an operation as it stands: SQLite binds || tighter than + and *, and
  /// compares from left to right, IS and LIKE too (SQLite, "Operators"; PostgreSQL 15, 4.1.6). Parentheses
  /// decide otherwise.
  constexpr bool groups_alike(const sql::node& n) const {
    using enum sql::binary_operator;
    const i16 left = n.first, right = nodes[left].next;
    if (n.operation == concatenate || n.operation == json_get)
      return !is_arithmetic(left) && !is_arithmetic(right);
    return n.operation < equal || n.operation > greater_equal || !is_comparison(right);
  }
  constexpr bool is_arithmetic(i16 i) const {
    return nodes[i].kind == kind::binary && nodes[i].operation >= sql::binary_operator::add &&
           nodes[i].operation <= sql::binary_operator::modulo;
  }
  constexpr bool is_comparison(i16 i) const {
    const sql::node n = nodes[i];
    return (n.kind >= kind::is_null && n.kind <= kind::not_like) ||
           (n.kind == kind::binary && n.operation >= sql::binary_operator::equal &&
            n.operation <= sql::binary_operator::greater_equal);
  }
  constexpr bool is_digits(i16 i) const {
    const column_id c = column_below(line, e, i);
    if (c < 0) return false;
    const column_type& type = *line.last_column(c).type;
    return type.kind == type_kind::numeric && type.storage == sqlite_storage::text;
  }

  constexpr bool is_select(i16 i) const {
    return i >= 0 && (nodes[i].kind == kind::select || nodes[i].kind == kind::set_operation);
  }

  /// PostgreSQL 15, 9.21.
  constexpr bool visit_aggregate(i16 i, const sql::node& n) {
    const bool was = scope.in_aggregate;
    scope.in_aggregate = true;
    const bool sound = visit(n.first);
    scope.in_aggregate = was;
    if (!sound) return false;
    const value_type of = line.types[base + n.first];
    value_type& t = line.types[base + i];
    if (n.hash == sql::word_count) {
      t = value_type::bigint;
      return true;
    }
    const bool is_ordered = n.hash == sql::word_min || n.hash == sql::word_max;
    if (is_ordered) {
      t = of;
      return (of != value_type::json && of != value_type::enumeration && of != value_type::uuid &&
              of != value_type::boolean && !is_untyped(of)) ||
             types.fail_argument(i, n.first);
    }
    if (!is_number(of)) return types.fail_argument(i, n.first);
    const bool is_sum = n.hash == sql::word_sum;
    t = is_float(of) ? (is_sum ? of : value_type::double_precision)
        : is_sum && (of == value_type::smallint || of == value_type::integer) ? value_type::bigint
                                                                              : value_type::numeric;
    return true;
  }

  // -- selects

  /// A query of WITH, of those from `first` on that stand beside it.
  constexpr bool add_query(i16 i, u32 first) {
    return visit_select(nodes[i].first) && scope.add_query(i, first);
  }

  /// A select of one column, whose type it takes.
  constexpr bool visit_value(i16 i) {
    if (!visit_select(i) || !scope.is_named(i)) return false;
    if (scope.item_count(i) == 1) return true;
    return fail_count(i, scope.item_count(i), 1);
  }

  constexpr bool visit_select(i16 i) {
    if (nodes[i].kind == kind::select) return visit_simple(i);
    const i16 left = nodes[i].first, right = nodes[left].next;
    if (!visit_select(left) || !visit_select(right) || !scope.is_named(left) || !scope.is_named(right))
      return false;
    if (scope.item_count(left) != scope.item_count(right))
      return fail_count(right, scope.item_count(right), scope.item_count(left));
    i16 b = scope.first_item(right);
    for (i16 a = scope.first_item(left); a >= 0; a = scope.next_item(a), b = scope.next_item(b)) {
      i16 chosen = a;
      value_type t = line.types[base + a];
      if (!types.unify(b, chosen, t)) return false;
      if (t != line.types[base + a]) line.bindings[base + a] = -1; // the type of neither column
      line.types[base + a] = t;
    }
    line.types[base + i] = line.types[base + left];
    return true;
  }

  constexpr bool visit_simple(i16 i) {
    const auto before = scope.enter();
    for (i16 c = nodes[i].first; c >= 0; c = nodes[c].next) {
      const sql::node n = nodes[c];
      bool sound = true;
      switch (n.kind) {
      case kind::with_query: sound = add_query(c, before.query_count); break;
      case kind::source:
      case kind::derived: sound = add_source(c); break;
      case kind::condition: sound = visit(n.first) && types.is_condition(n.first); break;
      case kind::grouping:
        for (i16 key = n.first; key >= 0 && sound; key = nodes[key].next) sound = visit_key(i, key);
        scope.group(c);
        break;
      case kind::item:
        sound = visit(n.first);
        line.types[base + c] = line.types[base + n.first];
        line.bindings[base + c] = line.bindings[base + n.first];
        break;
      case kind::ordering:
        for (i16 key = n.first; key >= 0 && sound; key = nodes[key].next)
          sound = scope.is_item_name(i, key) || visit_key(i, key);
        break;
      default: sound = visit(n.first); break;
      }
      if (!sound) return false;
    }
    if (const i16 item = scope.first_item(i); item >= 0) line.types[base + i] = line.types[base + item];
    scope.leave(before);
    return true;
  }

  /// A key of GROUP BY or ORDER BY; a constant is none, but the number of an item. (PostgreSQL 15, 7.5, and
  /// SQLite, "ORDER BY", both take -1 for a number out of range.)
  constexpr bool visit_key(i16 select, i16 key) {
    const sql::node& n = nodes[e.source->inside(key)];
    i16 operand = n.kind == kind::negate ? n.first : i16(-1);
    while (operand >= 0 && nodes[operand = e.source->inside(operand)].kind == kind::negate)
      operand = nodes[operand].first;
    if (operand >= 0 && nodes[operand].kind == kind::number) return fail_on_sqlite(key);
    if (n.kind == kind::column || n.kind > kind::null) return visit(key);
    return sql::item_place(*e.source, n) - 1 < scope.item_count(select) || fail_on_sqlite(key);
  }

  constexpr bool add_source(i16 i) {
    if (nodes[i].kind == kind::derived) {
      const i16 select = nodes[i].first;
      const auto hidden = scope.hide();
      const bool sound = visit_select(select);
      scope.show(hidden);
      const i16 alias = nodes[select].next;
      return sound && scope.is_named(select) && scope.add(nodes[alias].hash, alias, -1, select);
    }
    const u64 hash = scope.name_hash(i);
    const i16 naming = nodes[i].first >= 0 ? nodes[i].first : i;
    if (const i16 query = scope.find_query(nodes[i].hash); query >= 0) {
      scope.uses_query = true;
      return scope.add(hash, naming, -1, query);
    }
    const table_id found = scope.find_table(i);
    line.bindings[base + i] = found;
    return found >= 0 && scope.add(hash, naming, found, -1);
  }

  // -- statements

  constexpr bool check_insert(i16 at) {
    const i16 listed = at >= 0 && nodes[at].kind == kind::columns ? nodes[at].first : i16(-1);
    if (listed >= 0) {
      for (i16 c = listed; c >= 0; c = nodes[c].next)
        if (!name_target(c, c, listed)) return false;
      at = nodes[at].next;
    }
    const bool has_values = at >= 0 && (nodes[at].kind == kind::values || is_select(at));
    if ((listed >= 0 || !has_values) && !gives_required(listed)) return false;
    if (has_values) {
      const auto hidden = scope.hide();
      if (is_select(at)) {
        if (!visit_select(at) || !scope.is_named(at) ||
            !takes_row(at, scope.first_item(at), scope.item_count(at), listed))
          return false;
      } else {
        for (i16 row = nodes[at].first; row >= 0; row = nodes[row].next) {
          u32 count = 0;
          for (i16 value = nodes[row].first; value >= 0; value = nodes[value].next, ++count)
            if (!visit(value)) return false;
          if (!takes_row(row, nodes[row].first, count, listed)) return false;
        }
      }
      scope.show(hidden);
      at = nodes[at].next;
    }
    for (; at >= 0; at = nodes[at].next)
      if (!(nodes[at].kind == kind::conflict ? check_conflict(at) : check_returning(at))) return false;
    return true;
  }

  /// UPDATE and DELETE: sources first, for what is assigned may name them.
  constexpr bool check_change(i16 first) {
    const u32 query_reads = scope.read_count;
    bool has_sources = false;
    for (i16 at = first; at >= 0; at = nodes[at].next) {
      if (nodes[at].kind != kind::source && nodes[at].kind != kind::derived) continue;
      has_sources = true;
      if (!add_source(at)) return false;
    }
    scope.read_count = query_reads;
    scope.uses_query = false;
    return check_assignments(first) && (has_sources || !Timeline::asks_sqlite ||
                                        !reads_itself(first, scope.uses_query ? 0 : query_reads));
  }

  /// Whether an assigned column is among those that are read, from `begin` on. SQLite works out WITH when it
  /// is asked for, too; with FROM the new values are worked out before any row is changed.
  constexpr bool reads_itself(i16 first, u32 begin) {
    for (i16 at = first; at >= 0; at = nodes[at].next) {
      if (nodes[at].kind != kind::assignment) continue;
      if (scope.read_count > most_sources) return !fail(rule::update_reads_itself, at); // too many to tell
      for (u32 k = begin; k < scope.read_count; ++k)
        if (line.bindings[base + scope.inner_reads[k]] == line.bindings[base + at])
          return !fail(rule::update_reads_itself, scope.inner_reads[k]);
    }
    return false;
  }

  constexpr bool check_assignments(i16 first) {
    for (i16 at = first; at >= 0; at = nodes[at].next) {
      const sql::node n = nodes[at];
      switch (n.kind) {
      case kind::assignment:
        if (!name_target(at, at, first) || !visit(n.first) || !goes_into(n.first, line.bindings[base + at]))
          return false;
        break;
      case kind::condition: { // SQLite has found the rows before it changes one
        const u32 reads = scope.read_count;
        const bool used = scope.uses_query;
        if (!visit(n.first) || !types.is_condition(n.first)) return false;
        scope.read_count = reads;
        scope.uses_query = used;
        break;
      }
      case kind::returning:
        if (!check_returning(at)) return false;
        break;
      default: break;
      }
    }
    return true;
  }

  constexpr bool check_returning(i16 at) {
    for (i16 item = nodes[at].first; item >= 0; item = nodes[item].next)
      if (!visit(nodes[item].first)) return false;
    return true;
  }

  /// Resolves the name of a column of the target, which stands once from `first` on.
  constexpr bool name_target(i16 i, i16 until, i16 first) {
    const column_id c = scope.find_in_table(target, i);
    if (c < 0) return scope.fail_column(i, target);
    line.bindings[base + i] = c;
    for (i16 other = first; other != until; other = nodes[other].next)
      if (nodes[other].kind == nodes[i].kind && line.bindings[base + other] == c)
        return fail(rule::declared_twice, i);
    return true;
  }

  /// Columns that are NOT NULL, and that the database gives no value.
  constexpr bool gives_required(i16 listed) {
    for (column_id c = line.tables[target].first_column; c >= 0; c = line.columns[c].next) {
      if (line.columns[c].alive.to != forever) continue;
      const i32 span = line.columns[c].last_span;
      if (line.column_spans[span].nullable || line.column_spans[span].value ||
          line.column_spans[span].identity)
        continue;
      bool is_given = false;
      for (i16 one = listed; one >= 0 && !is_given; one = nodes[one].next)
        is_given = line.bindings[base + one] == c;
      if (is_given) continue;
      finding f = scope.fault(rule::required_column_missing, s.tree->root);
      f.object = line.column_spans[span].id;
      return line.fail(f);
    }
    return true;
  }

  /// Holds the values from `value` on against the columns of the list, or all columns of the table.
  constexpr bool takes_row(i16 row, i16 value, u32 count, i16 listed) {
    const bool is_item = value >= 0 && nodes[value].kind == kind::item;
    u32 wanted = 0;
    column_id own = next_column(line.tables[target].first_column);
    for (i16 one = listed; listed >= 0 ? one >= 0 : own >= 0; ++wanted) {
      const column_id c = listed >= 0 ? line.bindings[base + one] : own;
      if (wanted < count) {
        if (!goes_into(is_item ? nodes[value].first : value, c)) return false;
        value = is_item ? scope.next_item(value) : nodes[value].next;
      }
      if (listed >= 0)
        one = nodes[one].next;
      else
        own = next_column(line.columns[own].next);
    }
    return wanted == count || fail_count(row, count, wanted);
  }

  constexpr column_id next_column(column_id c) const {
    while (c >= 0 && line.columns[c].alive.to != forever) c = line.columns[c].next;
    return c;
  }

  constexpr bool goes_into(i16 value, column_id column) {
    const i32 to = line.columns[column].last_span;
    const i16 inside = e.source->inside(value);
    if (line.column_spans[to].generated) {
      finding f = scope.fault(rule::generated_assigned, inside);
      f.object = line.column_spans[to].id;
      return line.fail(f);
    }
    if (nodes[inside].kind == kind::null && !line.column_spans[to].nullable) {
      finding f = scope.fault(rule::null_into_not_null, inside);
      f.object = line.column_spans[to].id;
      return line.fail(f);
    }
    const column_type& type = *line.column_spans[to].type;
    const bool is_sum =
        line.types[base + value] == value_type::numeric && is_integer(type.kind) && is_whole(value);
    return is_sum ||
           types.is_assigned(value, line.column_spans[to].id, type, line.column_spans[to].enumeration);
  }

  /// Whether a numeric is a whole number for sure: PostgreSQL's sum of bigints is one.
  constexpr bool is_whole(i16 i) const {
    i = e.source->inside(i);
    const sql::node n = nodes[i];
    if (is_integer(line.types[base + i])) return true;
    switch (n.kind) {
    case kind::subquery:
      return nodes[n.first].kind == kind::select && is_whole(nodes[scope.first_item(n.first)].first);
    case kind::call:
      if (n.hash == sql::word_sum) return is_integer(line.types[base + n.first]);
      if (n.hash != sql::word_coalesce && n.hash != sql::word_abs) return false;
      break;
    case kind::binary:
      if (!is_arithmetic(i) || n.operation == sql::binary_operator::divide) return false;
      break;
    case kind::negate: break;
    default: return false;
    }
    for (i16 child = n.first; child >= 0; child = nodes[child].next)
      if (!is_whole(child)) return false;
    return true;
  }

  /// What ON CONFLICT names must be a key: the database looks for one (PostgreSQL 15, INSERT).
  constexpr bool check_conflict(i16 i) {
    i16 at = nodes[i].first;
    if (at >= 0 && nodes[at].kind == kind::columns) {
      const i16 first = nodes[at].first;
      u32 count = 0;
      for (i16 c = first; c >= 0; c = nodes[c].next, ++count)
        if (!name_target(c, c, first)) return false;
      if (!is_unique(first, count)) return fail(rule::conflict_not_on_key, first);
      at = nodes[at].next;
    }
    if (at < 0) return true;
    const u32 before = scope.count; // a bare name is of both there, as PostgreSQL has it
    const bool sound = scope.add(sql::word_excluded, i, target, -1) && check_assignments(at);
    scope.count = before;
    return sound;
  }

  constexpr bool is_unique(i16 first, u32 count) const {
    for (object_id o = line.tables[target].first_object; o >= 0; o = line.objects[o].next) {
      const object_life& key = line.objects[o];
      const bool is_key = key.kind == part_kind::primary_key || key.kind == part_kind::unique ||
                          (key.kind == part_kind::index && key.unique && !key.expression);
      if (!is_key || key.alive.to != forever || u32(key.key_count - included_of(key.terms)) != count)
        continue;
      u32 same = 0;
      for (u32 k = 0; k < count; ++k)
        for (i16 c = first; c >= 0; c = nodes[c].next)
          same += line.keys[u32(key.first_key) + k].column == line.bindings[base + c];
      if (same == count) return true;
    }
    return false;
  }

  constexpr bool fail(rule broken, i16 i) { return line.fail(scope.fault(broken, i)); }
  constexpr bool fail_count(i16 i, u32 is, u32 wanted) {
    finding f = types.at(rule::value_count_differs, i, i);
    short_name counts;
    append_number(counts, is < 999 ? is : 999);
    counts.append(" for ");
    append_number(counts, wanted < 999 ? wanted : 999);
    f.other = counts.view();
    return line.fail(f);
  }
};

} // namespace schema
