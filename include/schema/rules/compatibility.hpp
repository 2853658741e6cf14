// Floor 4. Whether a program that was written for one version runs against the schema of another: what it may
// read and write there is what it knows.
#pragma once

#include <schema/rules/compatibility_rules.hpp>
#include <schema/rules/proof.hpp>

namespace schema {

/// Whether a program reads and writes a column of one type as it does the other: all of its values fit, and
/// it meets none that it has no room for. Text has no length in a program.
constexpr bool serves(const column_type& known, const column_type& is) {
  if (is_text(known.kind) && is_text(is.kind)) return holds_all(known, is);
  return known.kind == is.kind && holds_all(known, is);
}

/// Compares what stood at two instants of one history.
template <class Line> class compatibility {
public:
  /// `known` is the instant that the program was written for, `is` the one that it meets.
  constexpr compatibility(const Line& line, const migration_definition* const* migrations, u32 known, u32 is)
      : line_(line), migrations_(migrations), known_(known), is_(is) {}

  /// The first thing that a program of the one would stumble over.
  constexpr finding run() {
    for (table_id t = 0; t < line_.table_count; ++t)
      if (line_.tables[t].alive.holds(known_) && !look_at_table(t)) break;
    return found_;
  }

private:
  /// The migration that is at fault, from the instants between which something stood.
  constexpr u64 version_of(const range& alive) const {
    const u32 low = known_ < is_ ? known_ : is_, high = known_ < is_ ? is_ : known_;
    const u32 at = alive.to != forever && alive.to > low && alive.to <= high ? alive.to : alive.from;
    return migrations_[line_.instants[at].migration]->version;
  }
  constexpr bool fail(rule broken, table_id t, const range& alive, short_name object, short_name other = {}) {
    found_ = {.broken = broken,
              .table = line_.table_name(t, known_),
              .object = object,
              .other = other,
              .version = version_of(alive)};
    return false;
  }

  constexpr bool look_at_table(table_id t) {
    const table_life& life = line_.tables[t];
    if (!life.alive.holds(is_)) return fail(rule::table_gone, t, life.alive, {});
    const table_span& now = line_.table_at(t, is_);
    if (!same_name(line_.table_name(t, known_), now.id))
      return fail(rule::table_gone, t, now.alive, {}, now.id);
    for (column_id c = life.first_column; c >= 0; c = line_.columns[c].next) {
      const range& alive = line_.columns[c].alive;
      if (alive.holds(known_) ? !look_at_column(t, c) : alive.holds(is_) && !look_at_new_column(t, c))
        return false;
    }
    for (object_id o = life.first_object; o >= 0; o = line_.objects[o].next)
      if (!look_at_object(t, o)) return false;
    return true;
  }

  constexpr bool look_at_column(table_id t, column_id c) {
    const column_span &was = line_.column_at(c, known_), &is = line_.column_at(c, is_);
    const auto refuse = [&](rule broken, short_name other = {}) {
      return fail(broken, t, is.alive, was.id, other);
    };
    if (!line_.columns[c].alive.holds(is_)) return fail(rule::column_gone, t, line_.columns[c].alive, was.id);
    if (!same_name(was.id, is.id)) return refuse(rule::column_gone, is.id);
    if (line_.tables[t].is_view) return true; // its query is checked as what it reads changes
    if (!serves(*was.type, *is.type)) {
      short_name types = type_text(*was.type);
      types.append(" to ");
      types.append(type_text(*is.type).view());
      return refuse(rule::column_holds_other_values, types);
    }
    if (was.generated != is.generated) return refuse(rule::column_holds_other_values, text_view("generated"));
    for (i32 l = was.enumeration < 0 ? -1 : line_.enumerations[was.enumeration].first_label; l >= 0;
         l = line_.labels[l].next)
      if (const label_life& label = line_.labels[l];
          label.alive.holds(known_) != label.alive.holds(is_) ||
          !same_name(line_.label_text(l, known_), line_.label_text(l, is_)))
        return fail(rule::column_holds_other_values, t, label.alive, was.id, line_.label_text(l, known_));
    if (is.nullable && !was.nullable) return refuse(rule::column_may_be_null);
    if (was.nullable && !is.nullable && !is.generated) return refuse(rule::column_takes_no_null);
    if (may_be_left_out(was) && !may_be_left_out(is)) return refuse(rule::column_must_be_filled);
    return true;
  }

  static constexpr bool may_be_left_out(const column_span& c) {
    return c.nullable || has_default(c) || c.identity || c.generated;
  }
  constexpr bool look_at_new_column(table_id t, column_id c) {
    const column_span& is = line_.column_at(c, is_);
    return line_.tables[t].is_view || may_be_left_out(is) ||
           fail(rule::column_must_be_filled, t, line_.columns[c].alive, is.id);
  }

  constexpr bool look_at_object(table_id t, object_id o) {
    const object_life& object = line_.objects[o];
    const bool was = object.alive.holds(known_), is = object.alive.holds(is_);
    if (was == is) return true;
    const bool is_key =
        object.unique || object.kind == part_kind::unique || object.kind == part_kind::primary_key;
    if (is && (is_key || object.kind != part_kind::index))
      return was_under_other_terms(object) || is_of_new_columns(object) ||
             fail(rule::constraint_may_refuse, t, object.alive, object_name(line_, o, is_));
    return is || !is_key || fail(rule::key_gone, t, object.alive, object_name(line_, o, known_));
  }

  /// Whether a constraint that was altered or validated stood for the program as well: of one that begins
  /// under other terms the keys and the expression are the same, bound once.
  constexpr bool was_under_other_terms(const object_life& object) const {
    for (object_id o = line_.tables[object.table].first_object; o >= 0; o = line_.objects[o].next)
      if (const object_life& other = line_.objects[o];
          other.alive.holds(known_) && other.kind == object.kind && other.first_key == object.first_key &&
          other.expression.first_binding == object.expression.first_binding)
        return true;
    return false;
  }

  /// A constraint on columns that a program does not know holds for the value that it leaves to them, or the
  /// migration would have failed. One of several rows with that value is no key.
  constexpr bool is_of_new_columns(const object_life& object) const {
    if (object.kind == part_kind::check || object.kind == part_kind::foreign_key) {
      bool is_new = true;
      const auto look = [&](column_id c) {
        if (c >= 0) is_new = is_new && !line_.columns[c].alive.holds(known_);
      };
      for (u16 i = 0; i < object.key_count; ++i) look(line_.keys[object.first_key + i].column);
      if (const bound_expression& e = object.expression)
        for (u16 i = 0; i < e.source->node_count; ++i) look(line_.bindings[e.first_binding + i]);
      return is_new;
    }
    for (u16 i = 0; i < object.key_count; ++i) {
      const column_id c = line_.keys[object.first_key + i].column;
      if (c < 0 || line_.columns[c].alive.holds(known_)) continue;
      const column_span& span = line_.column_at(c, is_);
      if ((span.nullable && !has_default(span)) || (has_default(span) && is_per_row(*span.value)))
        return true;
    }
    return false;
  }

  const Line& line_;
  const migration_definition* const* migrations_;
  u32 known_, is_;
  finding found_{};
};

/// The place of a version in a history, from 1 on; 0 stands before all. -1 when there is none.
constexpr i32 place_of_version(const migration_definition* const* migrations, u32 count, u64 version) {
  if (version == 0) return 0;
  for (u32 i = 0; i < count; ++i)
    if (migrations[i]->version == version) return i32(i + 1);
  return -1;
}

/// What a program of version `from` would stumble over at version `to` of a sound history.
template <class Line>
constexpr finding find_incompatibility(const Line& line, const migration_definition* const* migrations,
                                       u64 from, u64 to) {
  for (const u64 version : {from, to})
    if (place_of_version(migrations, line.migration_count, version) < 0)
      return {.broken = rule::no_such_version, .version = version};
  return compatibility<Line>(line, migrations,
                             line.last_instants[place_of_version(migrations, line.migration_count, from)],
                             line.last_instants[place_of_version(migrations, line.migration_count, to)])
      .run();
}

/// What a migration asks of programs that run beside it.
enum class migration_class : u8 {
  invisible, ///< programs of the version before and of its own run on either side of it
  expands,   ///< those of the version before run after it: migrate first, replace programs afterwards
  contracts, ///< those of its own version run before it: replace programs first, migrate afterwards
  breaks     ///< neither: programs are stopped while it is carried out
};

template <class Line>
constexpr migration_class classify(const Line& line, const migration_definition* const* migrations,
                                   u32 index) {
  const u32 before = line.last_instants[index], after = line.last_instants[index + 1];
  const bool old_runs = compatibility<Line>(line, migrations, before, after).run().is_sound();
  const bool new_runs = compatibility<Line>(line, migrations, after, before).run().is_sound();
  if (old_runs) return new_runs ? migration_class::invisible : migration_class::expands;
  return new_runs ? migration_class::contracts : migration_class::breaks;
}

/// The class of the migration with a version of a sound history.
template <class History, u64 Version>
inline constexpr migration_class class_of =
    classify(timeline_of<History>, History::schema_migrations,
             u32(place_of_version(History::schema_migrations, History::schema_migration_count, Version) - 1));

/// In the place of tables: that a program of one version runs against the schema of another.
template <u64 From, u64 To> struct versions {};

template <class History, u64 From, u64 To> struct search<History, versions<From, To>> {
  static constexpr finding_list found = [] {
    finding_list out;
    const auto& line = timeline_of<History>;
    const finding f =
        line.found.is_sound() ? find_incompatibility(line, History::schema_migrations, From, To) : line.found;
    if (!f.is_sound()) out.add(f);
    return out;
  }();
};

/// Whether a program that was written for version From of a history runs against the schema of version To:
/// static_assert(schema::compatible<history, 21, 22>). 0 stands before all. It may be asked as a condition,
/// too.
template <class History, u64 From, u64 To>
concept compatible = readable_history<History> && holds<verdict_of<History, versions<From, To>>>;

} // namespace schema
