// Floor 3. Comments on PostgreSQL; SQLite keeps none.
#pragma once

#include <schema/dialect/create.hpp>

namespace schema::postgresql_ddl {

/// COMMENT ON a table (column -1) or a column, as it is at an instant.
template <class R> constexpr void write_comment(R& r, table_id table, column_id column, u32 instant) {
  const attribute* comment = r.line.trait_at(attribute_kind::comment, table, column, instant);
  r.out.begin();
  r.out << "COMMENT ON ";
  r.out << (column < 0 ? text_view("TABLE ") : text_view("COLUMN "));
  r.out.identifier(r.line.table_name(table, instant));
  if (column >= 0) {
    r.out << ".";
    r.out.identifier(r.line.column_name(column, instant));
  }
  r.out << " IS ";
  if (comment)
    r.out.string(comment->id->view());
  else
    r.out << "NULL";
  r.out.end();
}

template <class R> constexpr void write_given_comment(R& r, table_id table, column_id column, u32 instant) {
  if (r.line.trait_at(attribute_kind::comment, table, column, instant))
    write_comment(r, table, column, instant);
}

/// The comments of a table that was made, and of its columns.
template <class R> constexpr void write_comments(R& r, table_id table, u32 instant) {
  write_given_comment(r, table, -1, instant);
  each_column(r.line, table, instant, [&](column_id c) { write_given_comment(r, table, c, instant); });
}

} // namespace schema::postgresql_ddl
