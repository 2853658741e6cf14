// Floor 3. Values that stand as template arguments: defaults, keys with an order, referential actions.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/sql/parser.hpp>

#include <initializer_list>

namespace schema::dsl {

/// A name outside [a-z_][a-z0-9_]*: quoted<"Order Details">.
template <fixed_string Text> inline constexpr name_literal<Text.size + 1> quoted{Text.data, true};

/// default_to<0>, default_to<false>, default_to<"draft">.
template <std::size_t N> struct value_literal : fixed_string<N> {
  value_kind kind{};
  i64 integer{};

  consteval value_literal(bool value) : fixed_string<N>(""), kind(value_kind::boolean), integer(value) {}
  consteval value_literal(int value) : fixed_string<N>(""), kind(value_kind::integer), integer(value) {}
  consteval value_literal(long value) : fixed_string<N>(""), kind(value_kind::integer), integer(value) {}
  consteval value_literal(long long value) : fixed_string<N>(""), kind(value_kind::integer), integer(value) {}
  consteval value_literal(double) = delete; // a fraction has exact digits: default_to<"0.5">
  consteval value_literal(const char (&text)[N]) : fixed_string<N>(text), kind(value_kind::text) {}
};
value_literal(bool)->value_literal<1>;
value_literal(int)->value_literal<1>;
value_literal(long)->value_literal<1>;
value_literal(long long)->value_literal<1>;
value_literal(double)->value_literal<1>;

template <value_literal Value>
inline constexpr default_value default_value_of{
    .kind = Value.kind, .integer = Value.integer, .text = Value.data, .size = Value.size};

enum class on_delete : u8 { no_action, restrict, cascade, set_null, set_default };
enum class on_update : u8 { no_action, restrict, cascade, set_null, set_default };

enum class item_kind : u8 {
  column,
  descending,
  expression,
  descending_expression,
  predicate,
  on_delete,
  on_update,
  terms,
  included
};

/// One item of an argument list that mixes keys, order, predicate and actions: "a", desc("b"), where("c >
/// 0").
template <std::size_t N> struct item {
  item_kind kind{};
  u8 action{};
  name_literal<N> text;

  consteval item(const char (&column)[N]) : kind(item_kind::column), text(column) {}
  consteval item(name_literal<N> column) : kind(item_kind::column), text(column) {}
  consteval item(item_kind what, name_literal<N> argument) : kind(what), text(argument) {}
  consteval item(dsl::on_delete what) requires(N == 1)
      : kind(item_kind::on_delete), action(u8(what)), text("") {}
  consteval item(dsl::on_update what) requires(N == 1)
      : kind(item_kind::on_update), action(u8(what)), text("") {}
};
item(dsl::on_delete)->item<1>;
item(dsl::on_update)->item<1>;

/// An item for what it says in key_terms; a constant, since each constructor of item costs every item.
consteval item<1> terms_item(u32 terms) {
  item<1> made(item_kind::terms, name_literal<1>("", true));
  made.action = u8(terms);
  return made;
}

/// A foreign key that a transaction may put off to its end, with SET CONSTRAINTS, or puts off by itself:
/// references<"books", "id", on_delete::cascade, initially_deferred>.
inline constexpr item<1> not_deferrable = terms_item(u8(deferral::none)),
                         deferrable = terms_item(u8(deferral::deferrable)),
                         initially_deferred = terms_item(u8(deferral::initially_deferred));

/// How PostgreSQL keeps an index: index_on<"facts", index_method::gin>.
struct index_method {
  static constexpr item<1> hash = terms_item(u8(schema::index_method::hash) << method_shift),
                           gin = terms_item(u8(schema::index_method::gin) << method_shift),
                           brin = terms_item(u8(schema::index_method::brin) << method_shift);
};

/// A column in descending order: index_on<"event_id", desc("release_at")>.
template <std::size_t N> consteval item<N> desc(const char (&column)[N]) {
  return {item_kind::descending, column};
}
template <std::size_t N> consteval item<N> desc(name_literal<N> column) {
  return {item_kind::descending, column};
}
template <std::size_t N> consteval item<N> desc(item<N> of) {
  return {of.kind == item_kind::expression ? item_kind::descending_expression : item_kind::descending,
          of.text};
}

/// An expression in an index: unique_index_on<expr("lower(email)")>.
template <std::size_t N> consteval item<N> expr(const char (&sql)[N]) {
  return {item_kind::expression, name_literal<N>(sql, true)};
}

/// The predicate of a partial index: index_on<"admin_id", where("revoked_at IS NULL")>.
template <std::size_t N> consteval item<N> where(const char (&sql)[N]) {
  return {item_kind::predicate, name_literal<N>(sql, true)};
}

/// A column that only stands in an index of PostgreSQL, for queries that read nothing else:
/// index_on<"email", include("name")>. SQLite's index goes without it.
template <std::size_t N> consteval item<N> include(const char (&column)[N]) {
  return {item_kind::included, column};
}
template <std::size_t N> consteval item<N> include(name_literal<N> column) {
  return {item_kind::included, column};
}

/// An item as a plain value.
struct item_value {
  item_kind kind{};
  referential_action action{};
  key value{};
  const sql::expression* predicate{};
};

template <item Item>
inline constexpr const sql::expression* expression_in =
    &sql::expression_of<fixed_string<sizeof(Item.text.data)>(Item.text.data)>;

template <item Item, item_kind Kind = Item.kind>
inline constexpr item_value item_value_of{.kind = Kind, .action = referential_action(Item.action)};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::column>{
    .kind = item_kind::column, .value = {.column = &identifier_of<Item.text>}};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::included>{
    .kind = item_kind::included, .value = {.column = &identifier_of<Item.text>}};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::descending>{
    .kind = item_kind::descending, .value = {.column = &identifier_of<Item.text>, .descending = true}};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::expression>{
    .kind = item_kind::expression, .value = {.expression = expression_in<Item>}};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::descending_expression>{
    .kind = item_kind::descending_expression,
    .value = {.expression = expression_in<Item>, .descending = true}};
template <item Item>
inline constexpr item_value item_value_of<Item, item_kind::predicate>{.kind = item_kind::predicate,
                                                                      .predicate = expression_in<Item>};

/// The items of a list that are keys, and what else the list says.
template <u32 Size> struct key_list {
  key keys[Size ? Size : 1]{};
  u16 count{};
  referential_action on_delete{}, on_update{};
  key_terms terms{};
  const sql::expression* predicate{};
};

/// A function of the size alone, so that few are instantiated.
template <u32 Size> constexpr key_list<Size> pick(std::initializer_list<item_value> items) {
  key_list<Size> list;
  for (const item_value& i : items) switch (i.kind) {
    case item_kind::predicate: list.predicate = i.predicate; break;
    case item_kind::on_delete: list.on_delete = i.action; break;
    case item_kind::on_update: list.on_update = i.action; break;
    case item_kind::terms: list.terms |= u8(i.action); break;
    case item_kind::included: list.terms += 1 << included_shift; break;
    default: list.keys[list.count++] = i.value;
    }
  if (list.terms >> included_shift)
    for (const item_value& i : items)
      if (i.kind == item_kind::included) list.keys[list.count++] = i.value;
  return list;
}

/// Equal lists share one value: a key list is named in the table and again in the migration.
template <item... Items>
inline constexpr key_list<sizeof...(Items)> key_list_of = pick<sizeof...(Items)>({item_value_of<Items>...});

/// Nearly every list is of columns alone, and needs nothing picked.
template <item... Items>
requires(... && (Items.kind <=
                 item_kind::descending)) inline constexpr key_list<sizeof...(Items)> key_list_of<Items...>{
    .keys = {key{.column = &identifier_of<Items.text>, .descending = Items.kind == item_kind::descending}...},
    .count = u16(sizeof...(Items))};

} // namespace schema::dsl
