// The door for programs that migrate a database: connections, the migrator, plans.
#pragma once

#include <schema/dialect/script.hpp>
#include <schema/runtime/connection.hpp>
#include <schema/runtime/migrator.hpp>

namespace schema {

/// The steps of a history for a backend that is known at run time. Throws migration_refused for SQLite when
/// the history is for PostgreSQL alone.
template <class History> program steps_of(backend target) {
  if constexpr (has_steps_for<History, backend::sqlite>) {
    if (target == backend::sqlite) return program_of<History, backend::sqlite>;
  } else if (target == backend::sqlite) {
    throw migration_refused(migration_refusal::backend_differs, 0,
                            "the history is for PostgreSQL alone: it has no steps for SQLite");
  }
  return program_of<History, backend::postgresql>;
}

/// A migrator with the steps of a history for the session's backend. Throws std::invalid_argument for another
/// database.
template <class History> migrator migrator_for(soci::session& session, migrator_options options = {}) {
  return migrator(session, steps_of<History>(backend_of(session)), std::move(options));
}

} // namespace schema
