// The plain values that histories made at run time are of, and what keeps them.
#pragma once

#include <schema/rules/new_label.hpp>
#include <schema/rules/rebuild.hpp>
#include <schema/rules/refused.hpp>
#include <schema/schemas.hpp>
#include <schema/sql/parser.hpp>
#include <schema/triggers.hpp>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace test {

/// Whether histories are of postgresql_migrations: a program is of one kind.
#ifdef SCHEMA_HISTORIES_FOR_POSTGRESQL
inline constexpr bool postgresql_alone = true;
#else
inline constexpr bool postgresql_alone = false;
#endif

/// Room for every history that is generated.
struct fuzzed_room {
  static constexpr schema::shape value{.tables = 60,
                                       .table_spans = 120,
                                       .columns = 600,
                                       .column_spans = 900,
                                       .objects = 900,
                                       .object_spans = 900,
                                       .keys = 1800,
                                       .bindings = 20000,
                                       .enumerations = 20,
                                       .labels = 120,
                                       .instants = 200,
                                       .migrations = 60,
                                       .renames_labels = true,
                                       .defers_keys = true,
                                       .has_methods = true,
                                       .alters_constraints = true,
                                       .routines = 60,
                                       .materializes = true,
                                       .has_extensions = true,
                                       .asks_sqlite = !postgresql_alone,
                                       .traits = 200,
                                       .has_schemas = postgresql_alone,
                                       .retypings = 200,
                                       .statement_nodes = 1024};
};
using fuzzed_timeline = schema::timeline<schema::fixed_storage<fuzzed_room>>;

/// A name as SQL, which the library's parser reads too.
inline std::string quoted(schema::text_view id) {
  std::string text = "\"";
  for (char c : id) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}
/// The name of what stands in a schema without that.
inline std::string quoted_own(schema::name id) { return quoted(id->own()); }
inline std::string quoted(schema::name id) {
  return id->is_pair() ? quoted(id->place()) + "." + quoted_own(id) : quoted(id->view());
}

/// Keeps values that operations point to.
class history_values {
public:
  template <class T> static const T* keep(std::deque<T>& in, T value) {
    in.push_back(std::move(value));
    return &in.back();
  }
  schema::name identifier(std::string text) {
    texts_.push_back(std::move(text));
    return keep(names_, schema::make_identifier(schema::text_view(texts_.back()), true));
  }
  /// The name of what stands in a schema, or in the default one, of which nothing is said.
  schema::name placed(std::string place, const std::string& own) {
    if (place.empty() || !schema::is_half_of_pair(schema::text_view(own)))
      return identifier(place.empty() ? own : place + "." + own);
    texts_.push_back(place + "." + own);
    return keep(names_, schema::make_identifier(schema::text_view(texts_.back())));
  }
  const schema::column_type* type(schema::column_type t) { return keep(types_, t); }
  const schema::default_value* value(schema::default_value v) { return keep(defaults_, v); }
  const schema::default_value* value(std::string text) {
    texts_.push_back(std::move(text));
    return value({.kind = schema::value_kind::text,
                  .text = texts_.back().data(),
                  .size = schema::u32(texts_.back().size())});
  }
  const schema::default_value* expression_value(std::string sql) {
    return value({.kind = schema::value_kind::expression, .expression = expression(std::move(sql))});
  }
  const schema::attribute* attribute(schema::attribute a) { return keep(attributes_, a); }
  const schema::part* part(schema::part p) { return keep(parts_, p); }
  const schema::operation* operation(schema::operation o) { return keep(operations_, o); }

  const schema::part* const* list(std::vector<const schema::part*> all) {
    return keep(part_lists_, std::move(all))->data();
  }
  const schema::key* list(std::vector<schema::key> all) { return keep(key_lists_, std::move(all))->data(); }
  const schema::attribute* const* list(std::vector<const schema::attribute*> all) {
    return keep(changes_, std::move(all))->data();
  }
  const schema::name* list(std::vector<schema::name> all) {
    return keep(name_lists_, std::move(all))->data();
  }
  const schema::operation* const* list(std::vector<const schema::operation*> all) {
    return keep(operation_lists_, std::move(all))->data();
  }

  const schema::sql::expression* expression(std::string sql) {
    texts_.push_back(std::move(sql));
    parsers_.push_back(std::make_unique<parser>());
    return keep(expressions_, schema::sql::parse_expression(texts_.back(), *parsers_.back()));
  }
  const schema::sql::statement* statement(std::string sql) {
    texts_.push_back(std::move(sql));
    parsers_.push_back(std::make_unique<parser>());
    return keep(statements_, schema::sql::parse_statement(texts_.back(), *parsers_.back()));
  }
  const schema::sql::statement* query(std::string sql) {
    texts_.push_back(std::move(sql));
    parsers_.push_back(std::make_unique<parser>());
    return keep(statements_,
                schema::sql::parse_statement(texts_.back(), *parsers_.back(), schema::sql::grammar::query));
  }
  const schema::sql::script* script(std::string sql) {
    texts_.push_back(std::move(sql));
    return keep(scripts_, schema::sql::parse_script(texts_.back()));
  }
  /// The text of a function or a trigger; an empty one is that of none.
  const schema::sql::script* routine(std::string sql, bool is_trigger) {
    const auto* text = script(std::move(sql));
    auto& names = routine_names_.emplace_back(schema::sql::list_names(text->view(), nullptr) + 1);
    const auto count = schema::sql::list_names(text->view(), names.data());
    routines_.push_back(schema::sql::parsing::as_routine(*text, is_trigger, names.data(), count));
    return &routines_.back();
  }

private:
  using parser = schema::sql::expression_parser<768>;
  std::deque<std::string> texts_;
  std::deque<std::unique_ptr<parser>> parsers_;
  std::deque<schema::identifier> names_;
  std::deque<schema::column_type> types_;
  std::deque<schema::default_value> defaults_;
  std::deque<schema::attribute> attributes_;
  std::deque<schema::part> parts_;
  std::deque<schema::operation> operations_;
  std::deque<schema::sql::expression> expressions_;
  std::deque<schema::sql::statement> statements_;
  std::deque<schema::sql::script> scripts_;
  std::deque<schema::sql::routine_script> routines_;
  std::deque<std::vector<schema::sql::routine_name>> routine_names_;
  std::deque<std::vector<const schema::part*>> part_lists_;
  std::deque<std::vector<schema::key>> key_lists_;
  std::deque<std::vector<const schema::attribute*>> changes_;
  std::deque<std::vector<schema::name>> name_lists_;
  std::deque<std::vector<const schema::operation*>> operation_lists_;
};

} // namespace test
