// Floor 3. A table of SQLite built anew: created beside the old one, filled from it, put in its place
// (SQLite, "Making Other Kinds Of Table Schema Changes").
#pragma once

#include <schema/dialect/create.hpp>
#include <schema/dialect/sqlite_way.hpp>

namespace schema {

/// A table on its way from one instant to another.
struct rebuild {
  table_id table{-1};
  u32 from{}, to{};        ///< renamed natively before, the table and its columns bear the names of `to`
  bool retyped{};          ///< a column has another type
  column_id converted{-1}; ///< the column that has a conversion
  bound_expression conversion{}; ///< its value, from the columns as of `from`
  i32 relabelled{-1};            ///< the label that is renamed: rows hold its text
  enumeration_id relabelled_in{-1};
};

namespace sqlite_ddl {

/// The value of a column as it stands, or its conversion.
template <class R> constexpr void write_source(R& r, const rebuild& b, column_id column) {
  if (column == b.converted && b.conversion)
    expression_rendering<R>{r, b.conversion, b.from, cast_place::value, b.to}.write(
        b.conversion.source->root);
  else
    r.out.identifier(r.line.column_name(column, b.to));
}

template <class R>
constexpr void write_wrapped(R& r, const rebuild& b, column_id column, text_view before, text_view behind) {
  r.out << before;
  write_source(r, b, column);
  r.out << behind;
}

/// The value of an enumeration's column, a label that is renamed by its new text.
template <class R> constexpr void write_relabelled(R& r, const rebuild& b, column_id column) {
  write_wrapped(r, b, column, "CASE ", " WHEN ");
  r.out.string(r.line.label_text(b.relabelled, b.from));
  r.out << " THEN ";
  r.out.string(r.line.label_text(b.relabelled, b.to));
  write_wrapped(r, b, column, " ELSE ", " END");
}

template <class R> constexpr void write_zeros(R& r, u16 count) {
  for (u16 i = 0; i < count; ++i) r.out << "0";
}

/// A number as the digits of a numeric: exact from integers and from shorter scales, by way of a real
/// otherwise.
template <class R>
constexpr void write_digits(R& r, const rebuild& b, column_id column, family value, const column_type* was,
                            u16 scale) {
  const bool is_digits = was && is_text_number(*was);
  if (value == family::integer || (is_digits && was->scale <= scale)) {
    const u16 had = is_digits ? was->scale : 0;
    r.out << "(";
    write_source(r, b, column);
    r.out << ") || '" << (scale && !had ? text_view(".") : "");
    write_zeros(r, u16(scale - had));
    r.out << "'";
    return;
  }
  write_wrapped(r, b, column, "CASE WHEN (", ") IS NOT NULL THEN printf('%.");
  r.out << u64(scale);
  write_wrapped(r, b, column, "f', ", is_digits ? " + 0.0) END" : ") END");
}

/// The value as PostgreSQL's assignment would convert it to the type that the column gets.
template <class R> constexpr void write_assigned(R& r, const rebuild& b, column_id column) {
  const column_type& is = *r.line.column_at(column, b.to).type;
  const column_type* was = r.line.column_at(column, b.from).type;
  family value = family_of(was->kind);
  if (column == b.converted && b.conversion) {
    value = family_of(r.line, b.conversion, b.conversion.source->root, b.from);
    was = nullptr;
  } else if (*was == is) {
    if (b.relabelled >= 0 && r.line.column_at(column, b.to).enumeration == b.relabelled_in)
      write_relabelled(r, b, column);
    else
      write_source(r, b, column);
    return;
  }
  const family target = family_of(is.kind);
  const bool is_number = value == family::number || value == family::floating;
  if (is_text_number(is) && (value == family::integer || is_number)) {
    write_digits(r, b, column, value, was, is.scale);
  } else if (storage_of(is) == storage_kind::integer && value == family::floating) {
    r.out << "CAST(";
    write_half_even(r, [&] { write_wrapped(r, b, column, "(", ")"); });
    r.out << " AS integer)";
  } else if (storage_of(is) == storage_kind::integer && value == family::number) {
    write_wrapped(r, b, column, "CAST(round(",
                  was && is_text_number(*was) ? " + 0.0) AS integer)" : ") AS integer)");
  } else if (storage_of(is) == storage_kind::real && is_number && is.kind == type_kind::numeric) {
    write_wrapped(r, b, column, "round(", ", ");
    r.out << u64(is.scale) << ")";
  } else if (target == family::text && value == family::boolean) {
    write_wrapped(r, b, column, "CASE ", " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END");
  } else if (target == family::date && (value == family::timestamp || value == family::timestamptz)) {
    write_wrapped(r, b, column, "date(", ")");
  } else if (target == family::timestamp && (value == family::date || value == family::timestamptz)) {
    r.out << "strftime('" << timestamp_format;
    write_wrapped(r, b, column, "', ", ")");
  } else if (target == family::timestamptz && (value == family::date || value == family::timestamp)) {
    r.out << "strftime('" << timestamptz_format;
    write_wrapped(r, b, column, "', ", ")");
  } else {
    write_source(r, b, column);
  }
}

/// INSERT … SELECT; a column that is new takes its default, and a generated one its value.
template <class R> constexpr void copy_rows(R& r, const rebuild& b) {
  r.out.begin();
  r.out << "INSERT INTO ";
  write_rebuilt_name(r, b.table, b.to);
  r.out << " ";
  auto each_kept = [&](packed_word before_all, auto&& write) {
    packed_word before = before_all;
    each_column(r.line, b.table, b.to, [&](column_id c) {
      if (!r.line.columns[c].alive.holds(b.from)) return;
      const column_span& is = r.line.column_at(c, b.to);
      if (is.generated) return;
      write(before, c, is.id);
      before = ", ";
    });
  };
  const u32 begin = r.out.size + 1;
  each_kept("(", [&](packed_word before, column_id, name id) { r.out.identifier(before, id); });
  const text_range names{begin, r.out.size - begin};
  r.out << ") SELECT ";
  if (b.retyped || b.relabelled >= 0)
    each_kept("", [&](packed_word before, column_id c, name) {
      r.out << before;
      write_assigned(r, b, c);
    });
  else
    r.out.again(names);
  r.out << " FROM ";
  r.out.identifier(r.line.table_name(b.table, b.to));
  r.out.end();
}

/// The numbers that AUTOINCREMENT has given out go along, those of deleted rows too.
template <class R> constexpr void carry_sequence(R& r, const rebuild& b) {
  const auto fresh = prefixed(rebuild_prefix, r.line.table_name(b.table, b.to));
  r.out.begin();
  r.out << "DELETE FROM sqlite_sequence WHERE name = ";
  r.out.string(fresh.view());
  r.out.end();
  r.out.begin();
  r.out << "INSERT INTO sqlite_sequence (name, seq) SELECT ";
  r.out.string(fresh.view());
  r.out << ", seq FROM sqlite_sequence WHERE name = ";
  r.out.string(r.line.table_name(b.table, b.to)->view());
  r.out.end();
}

} // namespace sqlite_ddl

/// Builds a table anew, the triggers on it that the timeline knows out of the way.
template <class R> constexpr void rebuild_bare_table(R& r, const rebuild& b) {
  each_object(r.line, b.table, b.from, [&](object_id o) {
    if (r.line.objects[o].kind == part_kind::index) drop_index(r, o, b.from);
  });
  const name is = r.line.table_name(b.table, b.to);
  r.out.mark(statement_role::keep_objects, is);
  r.out.begin();
  r.out << "CREATE TABLE ";
  write_rebuilt_name(r, b.table, b.to);
  write_table_items(r, b.table, b.to, foreign_keys::with_table);
  r.out.end();
  const bool was_numbered = is_identity_key(r, primary_key_at(r.line, b.table, b.from), b.from);
  if constexpr (R::has_traits)
    if (!was_numbered) begin_sequence(r, b.table, b.to, true);
  sqlite_ddl::copy_rows(r, b);
  if (was_numbered && is_identity_key(r, primary_key_at(r.line, b.table, b.to), b.to))
    sqlite_ddl::carry_sequence(r, b);
  write_drop_table(r, b.table, b.to);
  r.out.begin();
  r.out << "ALTER TABLE ";
  write_rebuilt_name(r, b.table, b.to);
  r.out << " RENAME TO ";
  r.out.identifier(is);
  r.out.end();
  create_indexes(r, b.table, b.to);
  r.out.mark(statement_role::restore_objects, is);
}

/// Builds a table anew. What the timeline does not know of it, a user's triggers and indexes, is kept by the
/// runtime.
template <class R> constexpr void rebuild_table(R& r, const rebuild& b) {
  if constexpr (R::has_routines)
    without_triggers(
        r, {.from = b.from, .to = b.to},
        [&](const routine_life& trigger) { return trigger.table == b.table; },
        [&] { rebuild_bare_table(r, b); });
  else
    rebuild_bare_table(r, b);
}

} // namespace schema
