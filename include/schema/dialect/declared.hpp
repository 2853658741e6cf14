// Floor 3. The declared tables alone as SQL: what a database made of them in one go looks like.
#pragma once

#include <schema/dialect/script.hpp>

#include <type_traits>

namespace schema {
namespace scripts {

/// The schemas that the names of declared relations have, each once.
template <class R> constexpr void write_declared_schemas(R& r) {
  const auto& line = r.line;
  const u32 tables = u32(line.table_count), count = tables + u32(line.enumeration_count);
  const auto place_of = [&](u32 i) {
    return (i < tables ? line.table_name(table_id(i), line.now) : line.enumerations[i - tables].id)->place();
  };
  for (u32 i = 0; i < count; ++i) {
    bool is_new = !place_of(i).empty();
    for (u32 before = 0; is_new && before < i; ++before) is_new = !(place_of(before) == place_of(i));
    if (is_new) r.out.statement([&] { (r.out << "CREATE SCHEMA ").identifier(place_of(i)); });
  }
}

/// PostgreSQL needs a table before a foreign key names it, so that they come last; SQLite has them in the
/// table alone.
template <class R> constexpr void write_declared(R& r) {
  const auto& line = r.line;
  const u32 now = line.now;
  if constexpr (R::has_extensions)
    if (!r.is_sqlite)
      each_extension(line, now, [&](name id) {
        postgresql_ddl::write_create_extension(r, id);
        return true;
      });
  if constexpr (R::has_schemas) write_declared_schemas(r);
  if (!r.is_sqlite)
    for (enumeration_id e = 0; e < line.enumeration_count; ++e) postgresql_ddl::create_enumeration(r, e, now);
  const foreign_keys where = r.is_sqlite ? foreign_keys::with_table : foreign_keys::apart;
  for (table_id t = 0; t < line.table_count; ++t) {
    if (line.tables[t].is_view) continue;
    write_create_table(r, t, now, where);
    create_indexes(r, t, now);
    if constexpr (R::has_traits)
      r.is_sqlite ? begin_sequence(r, t, now, false) : postgresql_ddl::write_comments(r, t, now);
  }
  for (object_id o = 0; !r.is_sqlite && o < line.object_count; ++o)
    if (line.objects[o].kind == part_kind::foreign_key || stands_apart<R>(line.objects[o]))
      postgresql_ddl::add_constraint(r, o, now);
  for (table_id t = 0; line.view_count > 0 && t < line.table_count; ++t)
    if (line.tables[t].is_view) write_create_view(r, t, now);
  if constexpr (R::has_routines)
    for (i32 i = 0; i < line.routine_count; ++i) write_create_routine(r, line.routines[i]);
}

template <class Tables, backend Target, u32 Bytes> constexpr auto write_declared_script() {
  constexpr shape s = declared_shape<Tables>::value;
  script_writer<Bytes, 64 + 2 * s.objects + s.instants + s.traits> out;
  using line_type = std::remove_cvref_t<decltype(declared_timeline_of<Tables>)>;
  kept_texts<line_type> kept;
  rendering<line_type, decltype(out)> r{declared_timeline_of<Tables>, out, kept, Target};
  write_declared(r);
  return out;
}

template <class Tables, backend Target>
inline constexpr auto likely_declared_of = [] {
  constexpr shape s = declared_shape<Tables>::value;
  return write_declared_script<Tables, Target, 1024 + 160 * (s.columns + s.objects)>();
}();

template <class Tables, backend Target> constexpr auto declare() {
  constexpr const auto& likely = likely_declared_of<Tables, Target>;
  if constexpr (likely.room.holds(likely.needed()))
    return likely;
  else
    return write_declared_script<Tables, Target, likely.needed().bytes>();
}

template <class Tables, backend Target> inline constexpr auto declared_writer_of = declare<Tables, Target>();

template <class Tables, backend Target>
inline constexpr auto
    declared_text_of = cut<declared_writer_of<Tables, Target>.size>(declared_writer_of<Tables, Target>);

template <class Tables, backend Target>
inline constexpr auto declared_statements_of = list_statements<declared_writer_of<Tables, Target>.count>(
    declared_writer_of<Tables, Target>, declared_text_of<Tables, Target>.data);

} // namespace scripts

/// The statements that create the declared tables in an empty database.
template <class Tables, backend Target>
inline constexpr script_text declared_script_of{scripts::declared_statements_of<Tables, Target>.values,
                                                scripts::declared_writer_of<Tables, Target>.count, false,
                                                false};

} // namespace schema
