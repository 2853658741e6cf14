// Floor 3. Schemas on PostgreSQL, and tables that move from one to another. Found by what writes steps in the
// namespace of the timeline.
#pragma once

#include <schema/dialect/change.hpp>

namespace schema {

/// What the library does not know of holds a drop up.
template <class R> constexpr void change_schema(R& r, const operation& o, const change& c) {
  const text_view verb = is_making(o.kind, c.down) ? "CREATE SCHEMA " : "DROP SCHEMA ";
  r.out.statement([&] { (r.out << verb).identifier(o.from); });
}

/// A table goes to the schema that its name has after a change. What the default one is called only its
/// session knows.
template <class R> constexpr void move_table(R& r, table_id table, const change& c) {
  const name is = r.line.table_name(table, c.to);
  if (is->is_pair()) {
    alter_table(r, table, c.from) << "SET SCHEMA ";
    r.out.identifier(is->place());
  } else {
    r.out.begin();
    r.out << "DO $$BEGIN EXECUTE format('ALTER TABLE ";
    r.out.identifier(r.line.table_name(table, c.from));
    r.out << " SET SCHEMA %I', current_schema()); END$$";
  }
  r.out.end();
}

} // namespace schema
