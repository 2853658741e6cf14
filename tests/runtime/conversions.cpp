// A conversion is carried out on both databases whatever else changes, though the type stays the same.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

struct m1 : migration<1, "prices",
                      create_table<"prices", column<"id", integer, primary_key>,
                                   column<"cents", integer, default_to<7>>, column<"word", text>>,
                      data<"INSERT INTO prices (id, cents, word) VALUES (1, 100, 'Ab')">> {};
struct m2
    : migration<
          2, "tenths of a cent",
          assume_safe<"the table has one row", alter_column<"prices", "cents",
                                                            set_type<integer, conversion<"cents * 10">,
                                                                     reverse_conversion<"cents / 10">>>>> {};
struct m3 : migration<3, "words in another order, and in capitals",
                      assume_safe<"the table has one row",
                                  alter_column<"prices", "word",
                                               set_type<text, conversion<"word || '!'">,
                                                        reverse_conversion<"replace(word, '!', '')">>,
                                               set_collation<"C">>>> {};
struct history : migrations<m1, m2, m3> {};
struct prices : table<"prices", column<"id", integer, primary_key>, column<"cents", integer, default_to<7>>,
                      column<"word", text, collate<"C">>> {};
static_assert(schema::proven<history, schema::tables<prices>>);
} // namespace app

std::string row(soci::session& session) {
  std::string found;
  for (const auto& one : schema::native::query(session, "SELECT cents, word FROM prices"))
    for (const auto& cell : one) found += cell.value_or("null") + " ";
  return found;
}

} // namespace

TEMPLATE_TEST_CASE("a conversion without another type is carried out, there and back", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(1);
  CHECK(row(session) == "100 Ab ");
  migrator.up();
  CHECK(row(session) == "1000 Ab! ");
  migrator.down(2);
  CHECK(row(session) == "100 Ab ");
}
