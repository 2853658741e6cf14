// What operations that break a rule are made of.
#pragma once

#include <tests/differential/generated_operations.hpp>

namespace test {

class fault_parts : public operation_generator {
public:
  using operation_generator::operation_generator;

protected:
  using sequence = std::vector<const schema::operation*>;
  using kind = schema::part_kind;
  using type_kind = schema::type_kind;
  using attribute_kind = schema::attribute_kind;

  schema::name named(const char* text) { return values_.identifier(text); }
  const schema::part* column(const char* id, schema::column_type type,
                             std::vector<schema::attribute> attributes = {}) {
    schema::part p{.kind = kind::column, .id = named(id), .type = values_.type(type)};
    for (std::size_t i = 0; i < attributes.size(); ++i) p.attributes[i] = values_.attribute(attributes[i]);
    return values_.part(p);
  }
  const schema::part* nullable_column(const char* id, schema::column_type type) {
    return column(id, type, {{.kind = attribute_kind::nullable}});
  }
  const schema::part* check(std::string sql, schema::name id = nullptr) {
    return values_.part({.kind = kind::check, .id = id, .expression = values_.expression(std::move(sql))});
  }
  const schema::part* unique(std::vector<const char*> columns) {
    std::vector<schema::key> keys;
    for (const char* c : columns) keys.push_back({.column = named(c)});
    const auto count = schema::u16(keys.size());
    return values_.part({.kind = kind::unique, .keys = values_.list(std::move(keys)), .key_count = count});
  }
  const schema::part* foreign_key(const char* from, schema::name table, const char* to,
                                  schema::referential_action on_delete = {}) {
    return values_.part({.kind = kind::foreign_key,
                         .keys = values_.list(std::vector<schema::key>{{.column = named(from)}}),
                         .key_count = 1,
                         .target = table,
                         .target_keys = values_.list(std::vector<schema::key>{{.column = named(to)}}),
                         .on_delete = on_delete});
  }
  const schema::part* index(const char* id, const char* sql) {
    return values_.part(
        {.kind = kind::index,
         .id = named(id),
         .keys = values_.list(std::vector<schema::key>{{.expression = values_.expression(sql)}}),
         .key_count = 1});
  }
  const schema::operation* data(std::string sql) {
    return make({.kind = op::data, .up = values_.statement(std::move(sql))});
  }

  /// A table with a column of every type and what else is given, and its enumeration before it.
  sequence every_type(std::vector<const schema::part*> more = {}) {
    std::vector<const schema::part*> list{
        column("id", {.kind = type_kind::uuid}, {{.kind = attribute_kind::primary_key}}),
        nullable_column("flag", {.kind = type_kind::boolean}),
        nullable_column("small", {.kind = type_kind::smallint}),
        nullable_column("whole", {.kind = type_kind::integer}),
        nullable_column("big", {.kind = type_kind::bigint}),
        nullable_column("short_float", {.kind = type_kind::real}),
        nullable_column("long_float", {.kind = type_kind::double_precision}),
        nullable_column(
            "exact",
            {.kind = type_kind::numeric, .length = 12, .scale = 2, .storage = schema::sqlite_storage::text}),
        column("words", {.kind = type_kind::text}),
        nullable_column("code", {.kind = type_kind::varchar, .length = 20}),
        nullable_column("data", {.kind = type_kind::bytes}),
        nullable_column("day", {.kind = type_kind::date}),
        nullable_column("local_at", {.kind = type_kind::timestamp}),
        nullable_column("at", {.kind = type_kind::timestamptz}),
        nullable_column("extra", {.kind = type_kind::json}),
        nullable_column("mood", {.kind = type_kind::enumeration, .enumeration = named("tried_mood")})};
    list.insert(list.end(), more.begin(), more.end());
    return {make_enumeration(named("tried_mood"), {named("sad"), named("glad")}),
            make_table(named("tried"), std::move(list))};
  }
  sequence behind(sequence all, const schema::operation* last) {
    all.push_back(last);
    return all;
  }
  sequence with_rows() {
    return behind(
        every_type(),
        data("INSERT INTO tried (id, words, code, flag, small, whole, day, mood) VALUES "
             "('0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f11', 'w', 'c', TRUE, 2, 3, '2026-11-22', 'sad'), "
             "('0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f12', 'x', 'd', FALSE, 4, 5, '2026-11-23', 'glad')"));
  }
  const schema::part* make_index_named(schema::name id) {
    return values_.part({.kind = kind::index,
                         .id = id,
                         .keys = values_.list(std::vector<schema::key>{{.column = &mark}}),
                         .key_count = 1});
  }
};

} // namespace test
