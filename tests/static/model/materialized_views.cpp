// Materialized views: of histories for PostgreSQL alone, with indexes, in the way of what they read.
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
using schema::rule;

using orders = create_table<"orders", column<"id", integer, primary_key>, column<"buyer", text>,
                            column<"total", integer>>;
using sales =
    create_materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer",
                             unique_index_on<"buyer">>;
struct m0001 : migration<1, "orders", orders, sales> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : postgresql_migrations<m0001, then<Operations...>> {};
template <class... Operations> struct for_both : migrations<m0001, then<Operations...>> {};

/// The rule that the second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::history_fault_of<after<Operations...>>.broken;
}
template <class Operation> using meant = assume_safe<"a test", Operation>;

struct orders_table
    : table<"orders", column<"id", integer, primary_key>, column<"buyer", text>, column<"total", integer>> {};
template <class View> struct with : schema::tables<orders_table, View> {};
template <class History, class View> constexpr rule differs() {
  return schema::proof<History, with<View>>::first.broken;
}

struct declared : materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer",
                                    unique_index_on<"buyer">> {};
struct of_more : materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer",
                                   unique_index_on<"buyer">, index_on<"total">> {};
struct of_none : materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer"> {
};
struct other : materialized_view<"sales", "SELECT buyer, max(total) AS total FROM orders GROUP BY buyer",
                                 unique_index_on<"buyer">> {};
struct plain : view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer"> {};

template <class History> constexpr schema::u64 checksum() {
  return schema::checksums_of<History>.values[History::schema_migration_count - 1];
}
template <class... Operations> struct alone : postgresql_migrations<then<Operations...>> {};

} // namespace

TEST_CASE("it stands in a history for PostgreSQL alone") {
  static_assert(broken_by<>() == rule::none);
  static_assert(schema::history_fault_of<for_both<>>.broken == rule::not_on_sqlite);
  static_assert(schema::history_fault_of<for_both<>>.other.view() == "create_materialized_view");
  static_assert(
      schema::history_fault_of<migrations<then<orders, refresh_materialized_view<"sales">>>>.broken ==
      rule::not_on_sqlite);
  SUCCEED();
}

TEST_CASE("what it reads stays, and it is read as a table is") {
  static_assert(broken_by<meant<drop_table<"orders", loses_data>>>() == rule::still_referenced);
  static_assert(broken_by<meant<drop_column<"orders", "total", loses_data>>>() == rule::still_referenced);
  static_assert(broken_by<meant<alter_column<"orders", "total", set_type<bigint>>>>() ==
                rule::still_referenced);
  static_assert(broken_by<create_view<"best", "SELECT buyer FROM sales WHERE total > 9">>() == rule::none);
  static_assert(broken_by<create_view<"best", "SELECT byer FROM sales">>() == rule::no_such_column);
  static_assert(
      broken_by<create_view<"best", "SELECT buyer FROM sales">, meant<drop_materialized_view<"sales">>>() ==
      rule::still_referenced);
  static_assert(broken_by<create_materialized_view<"many", "SELECT s.buyer FROM sales AS s">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("it is no table, and no plain view") {
  static_assert(broken_by<data<"DELETE FROM sales WHERE total = 0">>() == rule::not_a_table);
  static_assert(broken_by<add_column<"sales", column<"x", text, nullable>>>() == rule::not_a_table);
  static_assert(broken_by<meant<drop_view<"sales">>>() == rule::view_of_another_kind);
  static_assert(broken_by<replace_view<"sales", "SELECT id FROM orders">>() == rule::view_of_another_kind);
  static_assert(broken_by<create_view<"v", "SELECT id FROM orders">, refresh_materialized_view<"v">>() ==
                rule::view_of_another_kind);
  static_assert(broken_by<create_view<"v", "SELECT id FROM orders">, create_index<"v", index_on<"id">>>() ==
                rule::not_a_table);
  static_assert(broken_by<sales>() == rule::view_exists);
  static_assert(broken_by<refresh_materialized_view<"sails">>() == rule::no_such_view);
  SUCCEED();
}

TEST_CASE("its indexes are as those of tables") {
  static_assert(broken_by<create_index<"sales", index_on<"total">>>() == rule::none);
  static_assert(broken_by<create_index<"sales", index_on<"totals">>>() == rule::no_such_column);
  static_assert(broken_by<create_index<"sales", named<"orders", index_on<"total">>>>() == rule::name_taken);
  static_assert(broken_by<drop_index<"sales_buyer_idx">>() == rule::none);
  static_assert(broken_by<meant<drop_materialized_view<"sales">>, meant<drop_index<"sales_buyer_idx">>>() ==
                rule::no_such_index);
  static_assert(broken_by<meant<drop_materialized_view<"sales">>, sales>() == rule::none);
  SUCCEED();
}

TEST_CASE("readers wait for a refresh without a unique index on columns and all rows") {
  static_assert(broken_by<refresh_materialized_view<"sales">>() == rule::none);
  static_assert(broken_by<meant<drop_index<"sales_buyer_idx">>, refresh_materialized_view<"sales">>() ==
                rule::readers_wait);
  static_assert(broken_by<meant<drop_index<"sales_buyer_idx">>,
                          meant<create_index<"sales", unique_index_on<expr("lower(buyer)")>>>,
                          refresh_materialized_view<"sales">>() == rule::readers_wait);
  static_assert(broken_by<meant<drop_index<"sales_buyer_idx">>,
                          meant<create_index<"sales", unique_index_on<"buyer", where("total > 0")>>>,
                          refresh_materialized_view<"sales">>() == rule::readers_wait);
  static_assert(broken_by<create_materialized_view<"new", "SELECT id FROM orders">,
                          refresh_materialized_view<"new">>() == rule::none);
  SUCCEED();
}

TEST_CASE("the tables declare it with its indexes") {
  static_assert(schema::proven<after<>, with<declared>>);
  static_assert(schema::agrees<after<>, with<declared>>);
  static_assert(differs<after<>, of_more>() == rule::history_lacks_index);
  static_assert(differs<after<>, of_none>() == rule::tables_lack_index);
  static_assert(differs<after<>, other>() == rule::view_differs);
  static_assert(differs<after<>, plain>() == rule::history_lacks_view);
  static_assert(schema::proof<after<>, with<plain>>::first.other.view() == "view");
  static_assert(differs<postgresql_migrations<then<orders>>, declared>() == rule::history_lacks_view);
  static_assert(schema::proof<after<>, schema::tables<orders_table>>::first.broken == rule::tables_lack_view);
  static_assert(schema::proven<after<create_index<"sales", index_on<"total">>>, with<of_more>>);
  SUCCEED();
}

TEST_CASE("its checksum is another than a plain view's") {
  using query_of_sales = create_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer">;
  using kept =
      create_materialized_view<"sales", "SELECT buyer, sum(total) AS total FROM orders GROUP BY buyer">;
  static_assert(checksum<alone<orders, query_of_sales>>() != checksum<alone<orders, kept>>());
  static_assert(checksum<alone<orders, kept>>() != checksum<alone<orders, sales>>());
  static_assert(checksum<alone<orders, kept, drop_view<"sales">>>() !=
                checksum<alone<orders, kept, drop_materialized_view<"sales">>>());
  SUCCEED();
}
