// What stands in the database of a session, on either backend.
#pragma once

#include "postgresql_catalogue.hpp"
#include "sqlite_catalogue.hpp"

namespace test {

inline catalogue catalogue_of(soci::session& session) {
  return schema::backend_of(session) == schema::backend::sqlite ? sqlite_catalogue(session)
                                                                : postgresql_catalogue(session);
}

} // namespace test
