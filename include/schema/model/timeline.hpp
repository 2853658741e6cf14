// Floor 2. One timeline: everything that ever existed, with the instants between which it stood.
#pragma once

#include <schema/model/shape.hpp>
#include <schema/model/spans.hpp>
#include <schema/model/value_type.hpp>
#include <schema/text/edit_distance.hpp>

namespace schema {

constexpr u32 bucket_count(u32 entries) {
  u32 buckets = 4;
  while (buckets < entries) buckets *= 2;
  return buckets;
}

/// Functions and triggers, where a history has any.
template <u32 Count> struct routine_storage {
  static constexpr bool has_routines = true;
  routine_life routines[Count]{};
  i32 routine_count{};
  u32 routine_bytes{}; ///< of the texts that were read
};
template <> struct routine_storage<0> { static constexpr bool has_routines = false; };

/// The collations of nodes, as their types; null is that of the database.
template <u32 Count> struct collation_storage { const attribute* collations[Count]{}; };
template <> struct collation_storage<0> {};

/// Arrays of exactly the size that a history needs, as members: what a constant expression handles best.
/// Sized::value is the shape: a type, not a value, so that symbols stay short.
template <class Sized>
struct fixed_storage
    : routine_storage<Sized::value.routines>,
      collation_storage<Sized::value.traits ? Sized::value.bindings + Sized::value.statement_nodes + 1 : 0> {
  static constexpr shape room = Sized::value;
  static constexpr u32 names = room.tables + room.objects + room.enumerations + room.routines;
  // What few histories do, for the others not to pay for it.
  static constexpr bool renames_labels = room.renames_labels, defers_keys = room.defers_keys,
                        has_methods = room.has_methods, alters_constraints = room.alters_constraints,
                        materializes = room.materializes, has_extensions = room.has_extensions,
                        has_schemas = room.has_schemas, asks_sqlite = room.asks_sqlite,
                        has_traits = room.traits > 0;

  table_life tables[room.tables + 1]{};
  table_span table_spans[room.table_spans + 1]{};
  column_life columns[room.columns + 1]{};
  column_span column_spans[room.column_spans + 1]{};
  retyping retypings[room.retypings + 1]{};
  object_life objects[room.objects + 1]{};
  object_span object_spans[room.object_spans + 1]{};
  bound_key keys[room.keys + 1]{};
  column_id bindings[room.bindings + room.statement_nodes + 1]{};
  value_type types[room.bindings + room.statement_nodes +
                   1]{}; ///< of the nodes, as of the instant at which they were bound
  enumeration_life enumerations[room.enumerations + 1]{};
  label_life labels[room.labels + 1]{};
  instant_record instants[room.instants + 1]{};
  u32 last_instants[room.migrations + 1]{}; ///< of migration i - 1; [0] is 0, before everything
  name_entry entries[names + 1]{};
  i32 name_buckets[bucket_count(names)]{};
  i32 column_buckets[bucket_count(room.columns)]{};
  // last, since g++ looks for a member from the front, and few ask for them
  trait_span traits[room.traits + 1]{};
  i32 first_traits[(has_traits ? room.tables : 0) + 1]{}; ///< of each table, plus 1

  static constexpr u32 name_mask = bucket_count(names) - 1;
  static constexpr u32 column_mask = bucket_count(room.columns) - 1;
};

/// Storage has the members of fixed_storage; dynamic_storage (model/dynamic_timeline.hpp) serves run time.
/// Instant 0 is before the first operation; operation n (from 1 on) leads from instant n - 1 to instant n.
template <class Storage> struct timeline : Storage {
  i32 table_count{}, table_span_count{}, column_count{}, column_span_count{}, object_count{},
      object_span_count{};
  i32 key_count{}, binding_count{}, enumeration_count{}, label_count{}, entry_count{}, retyping_count{};
  u32 view_count{}, generated_count{}; ///< that ever were: most histories have none to ask
  u32 now{};                           ///< the last instant
  u32 migration_count{};
  u64 version{};     ///< while folding: of the migration that is being applied
  u32 folded{};      ///< while folding: of its operations, or of the declared tables, those that are done
  finding found{};   ///< the first fault; folding stops at it
  i32 trait_count{}; ///< last, since g++ looks for a member from the front

  constexpr bool fail(finding f) {
    f.version = version;
    f.operation = this->instants[now].ordinal;
    found = f;
    return false;
  }

  // -- what stood at an instant
  // ------------------------------------------------------------------------------

  constexpr name table_name(table_id id, u32 instant) const {
    const table_span* s = &this->table_spans[this->tables[id].first_span];
    while (s->next >= 0 && s->alive.to <= instant) s = &this->table_spans[s->next];
    return s->id;
  }

  /// A table under the name, a view with the query, that it has at an instant, or had last before it.
  constexpr const table_span& table_at(table_id id, u32 instant) const {
    const table_span* s = &this->table_spans[this->tables[id].first_span];
    while (s->next >= 0 && s->alive.to <= instant) s = &this->table_spans[s->next];
    return *s;
  }

  /// The index of a column's span: the one that holds the instant, or else the last before it.
  constexpr i32 column_span_at(column_id id, u32 instant) const {
    i32 s = this->columns[id].first_span;
    while (this->column_spans[s].next >= 0 && this->column_spans[s].alive.to <= instant)
      s = this->column_spans[s].next;
    return s;
  }
  /// That span itself; written out, since to call costs g++ more than to look.
  constexpr const column_span& column_at(column_id id, u32 instant) const {
    const column_span* s = &this->column_spans[this->columns[id].first_span];
    while (s->next >= 0 && s->alive.to <= instant) s = &this->column_spans[s->next];
    return *s;
  }
  constexpr name column_name(column_id id, u32 instant) const {
    const column_span* s = &this->column_spans[this->columns[id].first_span];
    while (s->next >= 0 && s->alive.to <= instant) s = &this->column_spans[s->next];
    return s->id;
  }

  /// What stands now, or stood last: nearly all that the fold asks for. Where it asks for every column, or
  /// every node, this is written out: g++ pays more for a reference into an array than for what it leads to.
  constexpr const column_span& last_column(column_id id) const {
    return this->column_spans[this->columns[id].last_span];
  }
  constexpr name last_name(table_id id) const { return this->table_spans[this->tables[id].last_span].id; }

  constexpr name label_text(i32 label, u32 instant) const {
    name text = this->labels[label].text;
    if constexpr (!Storage::renames_labels) return text;
    for (i32 e = this->labels[label].earlier; e >= 0 && instant < this->labels[e].alive.to;
         e = this->labels[e].earlier)
      text = this->labels[e].text;
    return text;
  }

  /// The given name of a constraint or index; null when its name is derived at that instant.
  constexpr name given_name(object_id id, u32 instant) const {
    const object_life& o = this->objects[id];
    name given = nullptr;
    for (i32 s = o.first_span; s >= 0; s = this->object_spans[s].next) {
      if (this->object_spans[s].alive.from > instant && (o.derived || given)) break;
      given = this->object_spans[s].id;
    }
    return given;
  }

  /// What a table (column -1) or a column of it says of itself at an instant; null when it says nothing.
  constexpr const attribute* trait_at(attribute_kind kind, table_id table, column_id column,
                                      u32 instant) const {
    if constexpr (Storage::has_traits)
      for (i32 t = this->first_traits[table]; t > 0; t = this->traits[t - 1].next) {
        const trait_span& s = this->traits[t - 1];
        if (s.column == column && s.said->kind == kind && s.alive.holds(instant))
          return says_nothing(*s.said) ? nullptr : s.said;
      }
    return nullptr;
  }

  /// How many traits stand now.
  constexpr u32 standing_traits() const {
    u32 count = 0;
    for (table_id t = 0; t < table_count; ++t)
      for (i32 s = this->first_traits[t]; s > 0; s = this->traits[s - 1].next) {
        const trait_span& x = this->traits[s - 1];
        count += x.alive.to == forever && !says_nothing(*x.said) && this->tables[t].alive.to == forever &&
                 (x.column < 0 || this->columns[x.column].alive.to == forever);
      }
    return count;
  }

  // -- look-ups by name, of what stands now
  // ------------------------------------------------------------------

  constexpr table_id find_table(name wanted) const {
    for (i32 e = this->name_buckets[u32(wanted->hash) & this->name_mask]; e > 0;
         e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash == wanted->hash && entry.kind == entry_kind::table &&
          same_name(last_name(entry.id), wanted))
        return entry.id;
    }
    return -1;
  }

  constexpr table_id find_view(name wanted) const {
    if (view_count == 0) return -1;
    for (i32 e = this->name_buckets[u32(wanted->hash) & this->name_mask]; e > 0;
         e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash == wanted->hash && entry.kind == entry_kind::view &&
          same_name(last_name(entry.id), wanted))
        return entry.id;
    }
    return -1;
  }

  /// A table or a view that SQL text names, by a word, which means its lower case, or in marks.
  constexpr table_id find_table(u64 hash, text_view written) const {
    for (i32 e = this->name_buckets[u32(hash) & this->name_mask]; e > 0; e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash == hash && (entry.kind == entry_kind::table || entry.kind == entry_kind::view) &&
          means(last_name(entry.id), written))
        return entry.id;
    }
    return -1;
  }

  /// Whether a name in SQL text, whose 64-bit hash is the name's, means the name. Of a plain name the hash
  /// and the size settle it: comparing bytes would cost more than all other look-ups together.
  static constexpr bool means(name id_of, text_view written) {
    if (id_of->is_plain && id_of->size == written.size()) return true;
    if (id_of->is_pair()) return means_pair(*id_of, written);
    const bool is_quoted = !written.empty() && written[0] == '"';
    const text_view text = is_quoted ? written.substr(1, written.size() - 2) : written;
    std::size_t at = 0;
    for (char c : id_of->view()) {
      if (at >= text.size() || c != (is_quoted ? text[at] : lower(text[at]))) return false;
      at += is_quoted && c == '"' ? 2 : 1; // a mark in a name is doubled
    }
    return at == text.size();
  }
  /// The same of a name in a schema, whose text has the marks of its halves: audit."event".
  static constexpr bool means_pair(const identifier& id, text_view text) {
    std::size_t at = 0;
    bool is_quoted = false;
    for (char c : text) {
      if (c == '"') {
        is_quoted = !is_quoted;
        continue;
      }
      if (at >= id.size || id.data[at] != (is_quoted ? c : lower(c))) return false;
      ++at;
    }
    return at == id.size;
  }

  static constexpr u32 spread(table_id table, u64 hash) {
    return u32(hash ^ (hash >> 29)) ^ u32(table) * 0x9E3779B1u;
  }

  constexpr column_id find_column(table_id table, name wanted) const {
    for (column_id c = this->column_buckets[spread(table, wanted->hash) & this->column_mask] - 1; c >= 0;
         c = this->columns[c].chain - 1)
      if (this->columns[c].hash == wanted->hash && this->columns[c].table == table &&
          same_name(this->column_spans[this->columns[c].last_span].id, wanted))
        return c;
    return -1;
  }

  /// A column that SQL text names, as find_table has it.
  constexpr column_id find_column(table_id table, u64 hash, text_view written) const {
    for (column_id c = this->column_buckets[spread(table, hash) & this->column_mask] - 1; c >= 0;
         c = this->columns[c].chain - 1)
      if (this->columns[c].hash == hash && this->columns[c].table == table &&
          means(this->column_spans[this->columns[c].last_span].id, written))
        return c;
    return -1;
  }

  constexpr u32 column_place(table_id table, u64 hash) const {
    return spread(table, hash) & this->column_mask;
  }

  /// Whether a column, in the bucket `place`, has that name, case aside.
  constexpr bool has_column(u32 place, table_id table, u64 hash) const {
    for (column_id c = this->column_buckets[place] - 1; c >= 0; c = this->columns[c].chain - 1)
      if (this->columns[c].hash == hash && this->columns[c].table == table) return true;
    return false;
  }
  constexpr bool has_column(table_id table, u64 hash) const {
    return has_column(column_place(table, hash), table, hash);
  }

  /// The first column, from one on, that stands and is of an enumeration; -1 for none.
  constexpr column_id find_user(enumeration_id e, column_id from = 0) const {
    for (column_id c = from; this->enumerations[e].users > 0 && c < column_count; ++c)
      if (this->columns[c].alive.to == forever &&
          this->column_spans[this->columns[c].last_span].enumeration == e)
        return c;
    return -1;
  }

  constexpr enumeration_id find_enumeration(name wanted) const {
    for (i32 e = this->name_buckets[u32(wanted->hash) & this->name_mask]; e > 0;
         e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash == wanted->hash && entry.kind == entry_kind::enumeration &&
          same_name(this->enumerations[entry.id].id, wanted))
        return entry.id;
    }
    return -1;
  }

  /// Keys have indexes of their own, whose names live beside those of tables (PostgreSQL, pg_class).
  static constexpr bool is_relation(part_kind kind) {
    return kind == part_kind::index || kind == part_kind::primary_key || kind == part_kind::unique;
  }

  /// A constraint of a table by its name's hash; with table -1 an index of any table.
  constexpr object_id find_object(table_id table, u64 hash) const {
    for (i32 e = this->name_buckets[u32(hash) & this->name_mask]; e > 0; e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash != hash || entry.kind != entry_kind::object) continue;
      const object_life& o = this->objects[entry.id];
      if (table < 0 ? o.kind == part_kind::index : o.kind != part_kind::index && o.table == table)
        return entry.id;
    }
    return -1;
  }

  /// Whether a name is taken among tables, views, indexes, keys and enumerations, which share one namespace.
  constexpr const name_entry* find_relation(u64 hash) const {
    for (i32 e = this->name_buckets[u32(hash) & this->name_mask]; e > 0; e = this->entries[e - 1].next) {
      const name_entry& entry = this->entries[e - 1];
      if (entry.hash == hash &&
          (entry.kind != entry_kind::object ? entry.kind < entry_kind::function
                                            : is_relation(this->objects[entry.id].kind)))
        return &entry;
    }
    return nullptr;
  }

  // -- nearest names, for errors
  // -----------------------------------------------------------------------------

  constexpr short_name nearest_table(name wanted) const {
    nearest_name nearest{wanted->view()};
    for (table_id t = 0; t < table_count; ++t)
      if (this->tables[t].alive.to == forever) nearest.offer(last_name(t)->view());
    return nearest.best;
  }
  constexpr short_name nearest_column(table_id table, text_view wanted) const {
    nearest_name nearest{wanted};
    for (column_id c = this->tables[table].first_column; c >= 0; c = this->columns[c].next)
      if (this->columns[c].alive.to == forever) nearest.offer(last_column(c).id->view());
    return nearest.best;
  }
  constexpr short_name nearest_label(enumeration_id e, name wanted) const {
    nearest_name nearest{wanted->view()};
    for (i32 l = this->enumerations[e].first_label; l >= 0; l = this->labels[l].next)
      nearest.offer(this->labels[l].text->view());
    return nearest.best;
  }
  constexpr short_name nearest_enumeration(name wanted) const {
    nearest_name nearest{wanted->view()};
    for (enumeration_id e = 0; e < enumeration_count; ++e)
      if (this->enumerations[e].alive.to == forever) nearest.offer(this->enumerations[e].id->view());
    return nearest.best;
  }

  // -- making, renaming and ending
  // ---------------------------------------------------------------------------

  constexpr void enter(u64 hash, entry_kind kind, i32 id) {
    i32& bucket = this->name_buckets[u32(hash) & this->name_mask];
    this->entries[entry_count] = {hash, bucket, kind, id};
    bucket = ++entry_count;
  }
  /// Takes an entry out of its bucket and returns its index plus 1.
  constexpr i32 unlink(u64 hash, entry_kind kind, i32 id) {
    i32* link = &this->name_buckets[u32(hash) & this->name_mask];
    while (*link > 0) {
      name_entry& entry = this->entries[*link - 1];
      if (entry.hash == hash && entry.kind == kind && entry.id == id) {
        const i32 found_at = *link;
        *link = entry.next;
        return found_at;
      }
      link = &entry.next;
    }
    return 0;
  }
  constexpr void enter_again(i32 entry, u64 hash) {
    i32& bucket = this->name_buckets[u32(hash) & this->name_mask];
    name_entry& again = this->entries[entry - 1];
    if (again.kind == entry_kind::object) this->objects[again.id].hash = hash;
    again.hash = hash;
    again.next = bucket;
    bucket = entry;
  }

  constexpr void link_column(column_id id, u64 hash) {
    i32& bucket = this->column_buckets[spread(this->columns[id].table, hash) & this->column_mask];
    this->columns[id].hash = hash;
    this->columns[id].chain = bucket;
    bucket = id + 1;
  }
  constexpr void unlink_column(column_id id) {
    i32* link =
        &this->column_buckets[spread(this->columns[id].table, this->columns[id].hash) & this->column_mask];
    while (*link != id + 1) link = &this->columns[*link - 1].chain;
    *link = this->columns[id].chain;
  }

  constexpr table_id make_table(name id, entry_kind kind = entry_kind::table) {
    const table_id t = table_count++;
    this->tables[t].alive = {now, forever};
    this->tables[t].first_span = this->tables[t].last_span = table_span_count;
    this->table_spans[table_span_count++] = {{now, forever}, id};
    enter(id->hash, kind, t);
    return t;
  }

  /// Makes a column with its first span. `place` is its bucket. Those that are made one after the other are a
  /// list, which link_columns gives to their table.
  constexpr void put_column(table_id table, u32 place, u64 hash, const column_span& span) {
    const column_id c = column_count++;
    this->columns[c] = {table, {now, forever}, column_span_count,          column_span_count,
                        c + 1, hash,           this->column_buckets[place]};
    this->column_buckets[place] = c + 1;
    this->column_spans[column_span_count++] = span;
  }
  /// The columns that were made from `first` on are the table's, behind those that it has.
  constexpr void link_columns(table_id table, column_id first) {
    const column_id last = this->tables[table].last_column;
    (last < 0 ? this->tables[table].first_column : this->columns[last].next) = first;
    this->tables[table].last_column = column_count - 1;
    this->columns[column_count - 1].next = -1;
  }

  constexpr void end_column(column_id c) {
    unlink_column(c);
    column_span& last = this->column_spans[this->columns[c].last_span];
    this->columns[c].alive.to = last.alive.to = now;
    if (last.enumeration >= 0) --this->enumerations[last.enumeration].users;
  }

  /// The span that begins now, a copy of the last to be changed by the caller.
  constexpr column_span& next_column_span(column_id id) {
    column_life& c = this->columns[id];
    column_span& last = this->column_spans[c.last_span];
    column_span& next = this->column_spans[column_span_count];
    next = last;
    last.alive.to = now;
    last.next = c.last_span = column_span_count++;
    next.alive = {now, forever};
    next.next = -1;
    next.retyping = -1;
    return next;
  }

  /// From now on a table (column -1) or a column says this; false when it said another at this instant.
  constexpr bool put_trait(table_id table, column_id column, const attribute& said) {
    for (i32 t = this->first_traits[table]; t > 0; t = this->traits[t - 1].next) {
      trait_span& s = this->traits[t - 1];
      if (s.column != column || s.said->kind != said.kind || s.alive.to != forever) continue;
      if (s.alive.from == now) return false;
      s.alive.to = now;
    }
    this->traits[trait_count] = {{now, forever}, column, &said, this->first_traits[table]};
    this->first_traits[table] = ++trait_count;
    return true;
  }

  constexpr object_id put_object(const object_life& made, u64 hash) {
    const object_id o = object_count++;
    this->objects[o] = made;
    table_life& t = this->tables[made.table];
    (t.last_object < 0 ? t.first_object : this->objects[t.last_object].next) = o;
    t.last_object = o;
    if (made.target >= 0) {
      this->objects[o].next_incoming = this->tables[made.target].first_incoming;
      this->tables[made.target].first_incoming = o;
    }
    this->objects[o].hash = hash;
    enter(hash, entry_kind::object, o);
    return o;
  }

  constexpr void put_object_span(object_id id, name given) {
    object_life& o = this->objects[id];
    if (o.last_span >= 0) {
      this->object_spans[o.last_span].alive.to = now;
      this->object_spans[o.last_span].next = object_span_count;
    } else {
      o.first_span = object_span_count;
    }
    o.last_span = object_span_count;
    this->object_spans[object_span_count++] = {{now, forever}, given};
  }
};

} // namespace schema
