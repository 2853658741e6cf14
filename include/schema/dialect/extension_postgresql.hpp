// Floor 3. Extensions on PostgreSQL.
#pragma once

#include <schema/dialect/change.hpp>

namespace schema::postgresql_ddl {

/// One that stands already is as good.
template <class R> constexpr void write_create_extension(R& r, name id) {
  r.out.begin();
  r.out << "CREATE EXTENSION IF NOT EXISTS ";
  r.out.identifier(id);
  r.out.end();
}

template <class R> constexpr void change_extension(R& r, const operation& o, const change& c) {
  if (is_making(o.kind, c.down)) return write_create_extension(r, o.from);
  if (c.down && o.terms == left_there) return;
  r.out.begin();
  r.out << "DROP EXTENSION ";
  r.out.identifier(o.from);
  r.out.end();
}

} // namespace schema::postgresql_ddl
