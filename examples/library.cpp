// A program with a schema of its own: brings its database up to date, then lends a book.
#include "library/schema.hpp"

#include <schema/runtime.hpp>

#include <fmt/format.h>

int main() {
  schema::connection connection("sqlite::memory:"); // or sqlite:library.db, postgresql://user@host/library
  soci::session& sql = connection.session();

  for (const auto& step : schema::migrator_for<library::history>(sql).up())
    fmt::print("{} {} in {} ms\n", step.version, step.title, step.duration.count());

  sql << "INSERT INTO books (isbn, title) VALUES ('9780131103627', 'The C Programming Language')";
  sql << "INSERT INTO members (full_name) VALUES ('Ada')";
  sql << "INSERT INTO loans (book_id, member_id, due_at) "
         "SELECT b.id, m.id, '2999-01-01T00:00:00.000Z' FROM books b, members m";
  long long lent = 0;
  sql << "SELECT count(*) FROM loans WHERE returned_at IS NULL", soci::into(lent);
  fmt::print("books lent: {}\n", lent);
  return lent == 1 ? 0 : 1;
}
