// How PostgreSQL keeps an index, and columns that only stand in it.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

struct m0001 : migration<1, "notes", create_enumeration<"kind", "a">,
                         create_table<"notes", column<"id", integer, primary_key>, column<"email", text>,
                                      column<"name", text>, column<"facts", json>, column<"open", boolean>,
                                      column<"kind", enumeration<"kind">>>,
                         create_table<"replies", column<"id", integer, primary_key>, column<"email", text>>> {
};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations>
constexpr rule broken_by = schema::timeline_of<after<Operations...>>.found.broken;
template <item... Items> constexpr rule refuses = broken_by<create_index<"notes", index_on<Items...>>>;
template <item... Items>
constexpr rule refuses_unique = broken_by<create_index<"notes", unique_index_on<Items...>>>;

constexpr rule refused = rule::index_method_refused;

} // namespace

TEST_CASE("a method takes what it has an operator class for, and no more") {
  static_assert(refuses<index_method::hash, "email"> == rule::none);
  static_assert(refuses<index_method::hash, "facts"> == rule::none);
  static_assert(refuses<index_method::hash, "kind"> == rule::none);
  static_assert(refuses<index_method::hash, expr("lower(email)"), where("id > 3")> == rule::none);
  static_assert(refuses<index_method::hash, "email", "name"> == refused);
  static_assert(refuses<index_method::hash, desc("email")> == refused);
  static_assert(refuses<index_method::hash, "email", include("name")> == refused);
  static_assert(refuses_unique<index_method::hash, "email"> == refused);
  static_assert(refuses<index_method::brin, "id", "email"> == rule::none);
  static_assert(refuses<index_method::brin, "open"> == refused);
  static_assert(refuses<index_method::brin, "facts"> == refused);
  static_assert(refuses<index_method::brin, "kind"> == refused);
  static_assert(refuses<index_method::brin, expr("id > 3")> == refused);
  static_assert(refuses<index_method::gin, "facts"> == rule::none);
  static_assert(refuses<index_method::gin, "email"> == refused);
  static_assert(refuses<index_method::gin, expr("facts -> 'a'")> == rule::none);
  SUCCEED();
}

TEST_CASE("a column that only stands in an index is there once, beside a key, and stays as long") {
  using both = create_index<"notes", index_on<include("name"), "email">>;
  static_assert(broken_by<both> == rule::none);
  static_assert(refuses<include("name")> == rule::key_not_of_columns);
  static_assert(refuses<"email", include("email")> == rule::declared_twice);
  static_assert(refuses<"email", include("nmae")> == rule::no_such_column);
  static_assert(broken_by<both, drop_column<"notes", "name">> == rule::still_referenced);
  static_assert(broken_by<both, drop_index<"notes_email_name_idx">, drop_column<"notes", "name">> ==
                rule::none);
  static_assert(
      broken_by<both, rename_column<"notes", "name", "title">, drop_index<"notes_email_title_idx">> ==
      rule::none);
  static_assert(broken_by<add_constraint<"notes", unique_on<"email", include("name")>>> ==
                rule::key_not_of_columns);
  static_assert(broken_by<add_constraint<"notes", unique_on<"email", index_method::hash>>> ==
                rule::key_not_of_columns);
  SUCCEED();
}

TEST_CASE("what is for foreign keys and what is for indexes are not mixed") {
  using refers = foreign_key<columns<"email">, references_on<"notes", "email", index_method::hash>>;
  static_assert(
      broken_by<create_index<"notes", unique_index_on<"email">>, add_constraint<"replies", refers>> ==
      rule::key_not_of_columns);
  static_assert(refuses<"email", deferrable> == rule::key_not_of_columns);
  static_assert(broken_by<add_constraint<"notes", unique_on<"email", deferrable>>> ==
                rule::key_not_of_columns);
  SUCCEED();
}

TEST_CASE("a unique index with more in it is a key of what it orders by") {
  using index = create_index<"notes", unique_index_on<"email", include("name")>>;
  using refers = add_constraint<"replies", foreign_key<columns<"email">, references_on<"notes", "email">>>;
  static_assert(broken_by<refers> == rule::foreign_key_target_not_unique);
  static_assert(broken_by<index, refers> == rule::none);
  using inserted = data<"INSERT INTO replies (id, email) VALUES (1, 'a') ON CONFLICT (email) DO NOTHING">;
  using reply_index = create_index<"replies", unique_index_on<"email", include("id")>>;
  static_assert(broken_by<inserted> == rule::conflict_not_on_key);
  static_assert(broken_by<reply_index, inserted> == rule::none);
  SUCCEED();
}

TEST_CASE("a column keeps a type that the methods on it take") {
  using brin = create_index<"notes", index_on<index_method::brin, "email">>;
  using becomes_boolean =
      alter_column<"notes", "email", set_type<boolean, conversion<"email = 'x'">, irreversible>>;
  static_assert(broken_by<becomes_boolean> == rule::none);
  static_assert(broken_by<brin, becomes_boolean> == refused);
  static_assert(broken_by<brin, alter_column<"notes", "email", set_type<varchar<20>>>> == rule::none);
  SUCCEED();
}
