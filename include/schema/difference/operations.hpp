// Floor 5. Every operation that leads from the end of a history to the declared tables, as C++.
#pragma once

#include <schema/difference/cpp_text.hpp>
#include <schema/model/schemas.hpp>

#include <set>
#include <vector>

namespace schema::difference {

/// Collects the missing operations in an order in which they can be applied.
template <class History, class Declared> class operation_finder {
public:
  operation_finder(const History& history, const Declared& declared)
      : history_(history), declared_(declared), writer_(declared) {}

  std::vector<std::string> find() {
    each_extension(declared_, declared_.now, [&](name id) {
      if (!extension_at(history_, id, history_.now)) add("create_extension<" + name_text(id) + ">");
      return true;
    });
    find_schemas();
    drop_routines();
    drop_views();
    find_new_enumerations();
    drop_objects();
    for (table_id t : tables_in_order()) find_table(t);
    for (std::string& key : closing_) add(std::move(key));
    find_views();
    find_routines();
    for (std::string& drop : dropped_columns_) add(std::move(drop));
    drop_tables();
    for (enumeration_id e = 0; e < history_.enumeration_count; ++e)
      if (history_.enumerations[e].alive.holds(history_.now) &&
          declared_.find_enumeration(history_.enumerations[e].id) < 0)
        add("drop_enumeration<" + name_text(history_.enumerations[e].id) + ">");
    each_extension(history_, history_.now, [&](name id) {
      if (!extension_at(declared_, id, declared_.now)) add("drop_extension<" + name_text(id) + ">");
      return true;
    });
    return operations_;
  }

private:
  const History& history_;
  const Declared& declared_;
  part_writer<Declared> writer_;
  std::vector<std::string> operations_;
  std::vector<std::string> dropped_columns_; ///< go when no view reads them any more
  std::vector<std::string> closing_;         ///< foreign keys that close a cycle of new tables
  std::set<table_id> made_;                  ///< declared tables that stand by now

  void add(std::string operation) { operations_.push_back(std::move(operation)); }
  std::string table(table_id t) const { return name_text(declared_.table_name(t, declared_.now)); }
  std::string old_table(table_id t) const { return name_text(history_.table_name(t, history_.now)); }

  /// An index of the history, with the schema of its table.
  std::string index_text(object_id o) const {
    return history_.table_name(history_.objects[o].table, history_.now)->is_pair()
               ? quote(placed_name(history_, o, history_.now).view())
               : name_text(object_name(history_, o, history_.now).view());
  }

  /// Schemas that the declared names have, and that the history did not make.
  void find_schemas() {
    std::set<std::string> made;
    const auto look = [&](name id) {
      const std::string place(std::string_view(id->place()));
      if (!place.empty() && schema_at(history_, hash_name(place), history_.now) == 0 &&
          made.insert(place).second)
        add("create_schema<" + name_text(place) + ">");
    };
    for (enumeration_id e = 0; e < declared_.enumeration_count; ++e) look(declared_.enumerations[e].id);
    for (table_id t = 0; t < declared_.table_count; ++t) look(declared_.last_name(t));
  }

  /// Whether a view of the history is dropped: it is not declared, or of another kind, or has another query
  /// and is materialized; or it reads one that is.
  bool goes(table_id v) const {
    const table_span& was = history_.table_at(v, history_.now);
    const table_id now = declared_.find_view(was.id);
    const bool is_kept = folding::is_materialized(history_, v);
    if (now < 0 || folding::is_materialized(declared_, now) != is_kept) return true;
    if (is_kept && !same_view(history_, was, declared_, declared_.table_at(now, declared_.now))) return true;
    return folding::any_read(history_, was, sql::node_kind::source,
                             [&](table_id read) { return history_.tables[read].is_view && goes(read); });
  }
  /// The last made goes first, since it may read the others.
  void drop_views() {
    for (table_id v = history_.table_count - 1; v >= 0; --v)
      if (history_.tables[v].is_view && history_.tables[v].alive.holds(history_.now) && goes(v))
        add((folding::is_materialized(history_, v) ? "drop_materialized_view<" : "drop_view<") +
            old_table(v) + ">");
  }
  void find_views() {
    for (table_id v = 0; v < declared_.table_count; ++v) {
      if (!declared_.tables[v].is_view) continue;
      const table_span& now = declared_.table_at(v, declared_.now);
      const table_id was = history_.find_view(now.id);
      const bool comes = was < 0 || goes(was), is_kept = folding::is_materialized(declared_, v);
      if (!comes && is_kept)
        find_indexes(v, was);
      else if (comes || !same_view(history_, history_.table_at(was, history_.now), declared_, now))
        add((is_kept ? "create_materialized_view<"
             : comes ? "create_view<"
                     : "replace_view<") +
            table(v) + ", " + quote(now.query->view()) + indexes_of(v) + ">");
    }
  }
  std::string indexes_of(table_id view) const {
    std::string out;
    for (object_id o = declared_.tables[view].first_object; o >= 0; o = declared_.objects[o].next)
      out += ", " + writer_.object(o);
    return out;
  }
  /// Indexes of a materialized view that stays.
  void find_indexes(table_id view, table_id was) {
    for (object_id o = history_.tables[was].first_object; o >= 0; o = history_.objects[o].next) {
      const object_life& old = history_.objects[o];
      if (!old.alive.holds(history_.now)) continue;
      const object_id now = object_of(declared_, view, old.kind, old.hash);
      if (now < 0 || !same_object(history_, old, declared_, declared_.objects[now]))
        add("drop_index<" + index_text(o) + ">");
    }
    for (object_id o = declared_.tables[view].first_object; o >= 0; o = declared_.objects[o].next) {
      const object_life& now = declared_.objects[o];
      const object_id old = object_of(history_, was, now.kind, now.hash);
      if (old < 0 || !same_object(history_, history_.objects[old], declared_, now))
        add("create_index<" + table(view) + ", " + writer_.object(o) + ">");
    }
  }

  /// Triggers that are not declared, or otherwise; then functions that are not, which they may have called.
  void drop_routines() {
    for (const bool triggers : {true, false})
      each_routine(history_, declared_, [&](const routine_life& r, i32 found) {
        if (r.is_trigger() == triggers && (triggers ? !is_same(r, found, declared_) : found < 0))
          add((triggers ? "drop_trigger<" : "drop_function<") + name_text(r.made->from->view()) + ">");
      });
  }
  template <class Other> static bool is_same(const routine_life& r, i32 found, const Other& other) {
    if constexpr (Other::has_routines)
      return found >= 0 && same_routine(*r.made, *other.routines[found].made);
    return false;
  }
  /// Functions, then the triggers that call them, as they are declared.
  void find_routines() {
    each_routine(declared_, history_, [&](const routine_life& r, i32 found) {
      if (!is_same(r, found, history_))
        add((r.is_trigger() ? "create_trigger<"
             : found < 0    ? "create_function<"
                            : "replace_function<") +
            routine_text(*r.made) + ">");
    });
  }

  void find_new_enumerations() {
    for (enumeration_id e = 0; e < declared_.enumeration_count; ++e) {
      const name id = declared_.enumerations[e].id;
      const enumeration_id old = history_.find_enumeration(id);
      if (old < 0) {
        std::string labels;
        for (i32 l = declared_.enumerations[e].first_label; l >= 0; l = declared_.labels[l].next)
          labels += ", " + quote(declared_.labels[l].text->view());
        add("create_enumeration<" + name_text(id) + labels + ">");
        continue;
      }
      for (i32 l = declared_.enumerations[e].first_label; l >= 0; l = declared_.labels[l].next) {
        const std::string_view label = declared_.labels[l].text->view();
        if (folding::has_label(history_, old, label)) continue;
        std::string place; // the next label that stands already
        for (i32 next = declared_.labels[l].next; next >= 0 && place.empty();
             next = declared_.labels[next].next)
          if (folding::has_label(history_, old, declared_.labels[next].text->view()))
            place = ", before<" + quote(declared_.labels[next].text->view()) + ">";
        note_possible_renames(old, e, label);
        add("add_value<" + name_text(id) + ", " + quote(label) + place + ">");
      }
    }
  }

  /// A label that came while one went was perhaps renamed.
  void note_possible_renames(enumeration_id old, enumeration_id e, std::string_view label) {
    for (i32 was = history_.enumerations[old].first_label; was >= 0; was = history_.labels[was].next)
      if (!folding::has_label(declared_, e, history_.labels[was].text->view()))
        add("// if it was renamed: rename_value<" + name_text(declared_.enumerations[e].id) + ", " +
            quote(history_.labels[was].text->view()) + ", " + quote(label) + ">, in place of");
  }

  /// Declared tables, those that others refer to first.
  std::vector<table_id> tables_in_order() const {
    std::vector<table_id> order;
    std::set<table_id> placed;
    while (order.size() < std::size_t(declared_.table_count)) {
      const std::size_t before = order.size();
      for (table_id t = 0; t < declared_.table_count; ++t) {
        if (placed.count(t)) continue;
        bool is_ready = true; // a view has no objects
        for (object_id o = declared_.tables[t].first_object; o >= 0; o = declared_.objects[o].next) {
          const table_id target = declared_.objects[o].target;
          is_ready = is_ready && (target < 0 || target == t || placed.count(target));
        }
        if (!is_ready) continue;
        order.push_back(t);
        placed.insert(t);
      }
      if (order.size() == before) // a cycle: as declared
        for (table_id t = 0; t < declared_.table_count; ++t)
          if (placed.insert(t).second) order.push_back(t);
    }
    return order;
  }

  /// Tables that go, those that refer to others first; of a cycle the foreign keys before.
  void drop_tables() {
    std::set<table_id> going;
    for (table_id t = 0; t < history_.table_count; ++t)
      if (!history_.tables[t].is_view && history_.tables[t].alive.holds(history_.now) &&
          declared_.find_table(history_.table_name(t, history_.now)) < 0)
        going.insert(t);
    const auto each_incoming = [&](table_id t, auto&& visit) {
      for (object_id o = history_.tables[t].first_incoming; o >= 0; o = history_.objects[o].next_incoming)
        if (history_.objects[o].alive.holds(history_.now) && history_.objects[o].table != t &&
            going.count(history_.objects[o].table))
          visit(o);
    };
    while (!going.empty()) {
      table_id next = -1;
      for (table_id t : going) {
        bool is_free = true;
        each_incoming(t, [&](object_id) { is_free = false; });
        if (is_free && next < 0) next = t;
      }
      if (next < 0) {
        next = *going.begin();
        each_incoming(next, [&](object_id o) {
          add("drop_constraint<" + old_table(history_.objects[o].table) + ", " +
              name_text(object_name(history_, o, history_.now).view()) + ">");
        });
      }
      add("drop_table<" + old_table(next) + ">");
      going.erase(next);
    }
  }

  /// Constraints and indexes that are not declared, or otherwise, go first: they may stand in the way of the
  /// rest.
  void drop_objects() {
    for (object_id o = 0; o < history_.object_count; ++o) {
      const object_life& old = history_.objects[o];
      if (!old.alive.holds(history_.now)) continue;
      const table_id t = declared_.find_table(history_.table_name(old.table, history_.now));
      if (t < 0) continue;
      const object_id now = object_of(declared_, t, old.kind, old.hash);
      if (now >= 0 && same_object(history_, old, declared_, declared_.objects[now])) continue;
      if (now >= 0 && is_to_be_validated(old, declared_.objects[now])) continue;
      if (now < 0 && goes_with_its_column(old, t)) continue;
      if (old.kind == part_kind::index)
        add("drop_index<" + index_text(o) + ">");
      else
        add("drop_constraint<" + old_table(old.table) + ", " +
            name_text(object_name(history_, o, history_.now).view()) + ">");
    }
  }

  /// Whether a constraint of the history is the declared one, but for the proof.
  bool is_to_be_validated(const object_life& old, const object_life& now) const {
    object_life proven = old;
    proven.terms &= key_terms(~not_valid_term);
    return is_not_valid(old.terms) && same_object(history_, proven, declared_, now);
  }

  bool goes_with_its_column(const object_life& o, table_id declared_table) const {
    for (column_id c = history_.tables[o.table].first_column; c >= 0; c = history_.columns[c].next)
      if (history_.columns[c].alive.holds(history_.now) &&
          declared_.find_column(declared_table, history_.column_name(c, history_.now)) < 0 &&
          folding::involves(history_, o, c) && folding::is_on_alone(history_, o, c))
        return true;
    return false;
  }

  void find_table(table_id t) {
    if (declared_.tables[t].is_view) return;
    const table_id old = history_.find_table(declared_.table_name(t, declared_.now));
    if (old < 0) {
      made_.insert(t);
      create(t);
      return;
    }
    set_comment(old, -1, t, -1);
    std::set<column_id> added;
    for (column_id c = declared_.tables[t].first_column; c >= 0; c = declared_.columns[c].next) {
      const column_id was = history_.find_column(old, declared_.column_name(c, declared_.now));
      if (was < 0) {
        note_possible_renames(old, t, c);
        add("add_column<" + table(t) + ", " + writer_.column(c) + ">");
        added.insert(c);
      } else {
        const column_span &before = history_.column_at(was, history_.now),
                          &now = declared_.column_at(c, declared_.now);
        if (before.generated || now.generated)
          generate_anew(t, c, before, now);
        else
          alter(t, was, c, before, now);
        set_comment(old, was, t, c);
      }
    }
    for (object_id o = declared_.tables[t].first_object; o >= 0; o = declared_.objects[o].next) {
      const object_life& object = declared_.objects[o];
      if (added.count(writer_.stands_in(o))) continue;
      const object_id was = object_of(history_, old, object.kind, object.hash);
      if (was >= 0 && same_object(history_, history_.objects[was], declared_, object)) continue;
      if (was >= 0 && is_to_be_validated(history_.objects[was], object)) {
        add("validate_constraint<" + table(t) + ", " +
            name_text(object_name(declared_, o, declared_.now).view()) + ">");
        continue;
      }
      add((object.kind == part_kind::index ? "create_index<" : "add_constraint<") + table(t) + ", " +
          writer_.object(o) + ">");
    }
    for (column_id c = history_.tables[old].first_column; c >= 0; c = history_.columns[c].next)
      if (history_.columns[c].alive.holds(history_.now) &&
          declared_.find_column(t, history_.column_name(c, history_.now)) < 0)
        dropped_columns_.push_back("drop_column<" + table(t) + ", " +
                                   name_text(history_.column_name(c, history_.now)->view()) + ">");
  }

  void create(table_id t) {
    std::string out = "create_table<" + table(t);
    const auto waits = [&](object_id o) {
      const table_id target = declared_.objects[o].target;
      return target >= 0 && !made_.count(target) &&
             history_.find_table(declared_.table_name(target, declared_.now)) < 0;
    };
    for (column_id c = declared_.tables[t].first_column; c >= 0; c = declared_.columns[c].next)
      out += ",\n    " + writer_.column(c, waits);
    for (object_id o = declared_.tables[t].first_object; o >= 0; o = declared_.objects[o].next)
      if (waits(o))
        closing_.push_back("add_constraint<" + table(t) + ", " + writer_.object(o) + ">");
      else if (writer_.stands_in(o) < 0)
        out += ",\n    " + writer_.object(o);
    add(out + writer_.comment(t, -1) + ">");
  }

  /// The comment that a table (columns -1) or a column gets or loses.
  void set_comment(table_id old, column_id was, table_id t, column_id c) {
    const attribute *before = history_.trait_at(attribute_kind::comment, old, was, history_.now),
                    *now = declared_.trait_at(attribute_kind::comment, t, c, declared_.now);
    if (same_trait(before, now)) return;
    add("set_comment<" + table(t) +
        (c < 0 ? "" : ", " + name_text(declared_.column_name(c, declared_.now)->view())) + ", " +
        (now ? quote(now->id->view()) : "\"\"") + ">");
  }

  /// A column that came while one of the same type went was perhaps renamed: only the person knows.
  void note_possible_renames(table_id old, table_id t, column_id c) {
    const column_span& now = declared_.column_at(c, declared_.now);
    for (column_id was = history_.tables[old].first_column; was >= 0; was = history_.columns[was].next) {
      const column_span& before = history_.column_at(was, history_.now);
      if (history_.columns[was].alive.holds(history_.now) && declared_.find_column(t, before.id) < 0 &&
          *before.type == *now.type)
        add("// if it was renamed: rename_column<" + table(t) + ", " + name_text(before.id->view()) + ", " +
            name_text(now.id->view()) + ">, in place of");
    }
  }

  /// What a generated column is worked out from is altered by no database.
  void generate_anew(table_id t, column_id c, const column_span& before, const column_span& now) {
    if (*before.type == *now.type && before.nullable == now.nullable &&
        same_value(history_, before, declared_, now))
      return;
    add("drop_column<" + table(t) + ", " + name_text(before.id->view()) + ">");
    add("add_column<" + table(t) + ", " + writer_.column(c) + ">");
  }

  bool same_numbers(column_id was, table_id t, column_id c) const {
    return same_trait(
        history_.trait_at(attribute_kind::identity, history_.columns[was].table, was, history_.now),
        declared_.trait_at(attribute_kind::identity, t, c, declared_.now));
  }

  void alter(table_id t, column_id was, column_id c, const column_span& before, const column_span& now) {
    std::string changes;
    if (!(*before.type == *now.type)) {
      changes += ", set_type<" + cpp_type(*now.type);
      if (!converts_freely(*before.type, *now.type))
        changes += ", conversion<\"…\">, reverse_conversion<\"…\">";
      changes += ">";
    }
    if (!same_trait(
            history_.trait_at(attribute_kind::collation, history_.columns[was].table, was, history_.now),
            declared_.trait_at(attribute_kind::collation, t, c, declared_.now))) {
      const std::string set = writer_.collation("set_collation", c);
      changes += set.empty() ? ", drop_collation" : set;
    }
    const bool is_same = same_value(history_, before, declared_, now);
    if (!is_same && !now.value) changes += ", drop_default";
    if (!is_same && now.value)
      changes += (now.value->kind == value_kind::expression ? ", set_default_expr<" : ", set_default<") +
                 value_text(*now.value) + ">";
    if (before.nullable != now.nullable) changes += now.nullable ? ", drop_not_null" : ", set_not_null";
    if (!changes.empty()) add("alter_column<" + table(t) + ", " + name_text(now.id->view()) + changes + ">");
    if (before.identity != now.identity || !same_numbers(was, t, c))
      add("// identity of " + table(t) + " " + name_text(now.id->view()) +
          " differs: add a new column, or change the declaration");
  }
};

/// A line for each missing operation; empty when history and tables agree.
template <class History, class Tables> std::vector<std::string> missing_operations() {
  return operation_finder(timeline_of<History>, declared_timeline_of<Tables>).find();
}

} // namespace schema::difference
