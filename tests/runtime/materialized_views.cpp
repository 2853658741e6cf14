// A materialized view keeps its rows until it is refreshed; those who read it meanwhile are not kept waiting
// when it has a unique index.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

struct m1
    : migration<
          1, "orders, and what they come to",
          create_table<"orders", column<"id", integer, primary_key>, column<"buyer", text>,
                       column<"total", integer>>,
          data<"INSERT INTO orders (id, buyer, total) VALUES (1, 'Ada', 10), (2, 'Bob', 5)">,
          create_materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer",
                                   unique_index_on<"buyer">>> {};
struct m2 : migration<2, "another order",
                      data<"INSERT INTO orders (id, buyer, total) VALUES (3, 'Ada', 1)",
                           undo<"DELETE FROM orders WHERE id = 3">>> {};
struct m3 : migration<3, "as of now", refresh_materialized_view<"sales">> {};
struct m4 : migration<4, "another query", assume_safe<"a test", drop_materialized_view<"sales">>,
                      create_materialized_view<"sales", "SELECT max(total) AS total FROM orders">> {};
struct history : postgresql_migrations<m1, m2, m3, m4> {};
} // namespace app

} // namespace

TEST_CASE("rows are kept until a refresh, and readers go on meanwhile") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url()), reader(database.url());
  soci::session& session = connection.session();
  auto migrator =
      schema::migrator_for<app::history>(session, {.lock_timeout = std::chrono::seconds(5), .observer = {}});
  const auto total = [&] { return value(session, "SELECT total FROM sales WHERE buyer = 'Ada'"); };
  migrator.up(2);
  CHECK(total() == "10");
  schema::native::run(reader.session(), "BEGIN; SELECT count(*) FROM sales"); // and keeps its lock
  migrator.up(3);
  CHECK(total() == "11");
  schema::native::run(reader.session(), "COMMIT");
  migrator.down();
  CHECK(total() == "11"); // it stays as fresh as it is
  migrator.up();
  CHECK(value(session, "SELECT total FROM sales") == "10");
  migrator.down();
  CHECK(total() == "11");
  CHECK(value(session, "SELECT count(*) FROM pg_indexes WHERE indexname = 'sales_buyer_idx'") == "1");
  migrator.down_to(0);
  CHECK(value(session, "SELECT count(*) FROM pg_matviews WHERE schemaname = 'public'") == "0");
}
