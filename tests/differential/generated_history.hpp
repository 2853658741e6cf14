// Random histories of the same plain values that a compiler folds, made at run time. An operation that the
// fold refuses is left out again, so that what remains is sound.
#pragma once

#include <schema/dialect/script.hpp>
#include <schema/rules/new_label.hpp>
#include <schema/rules/rebuild.hpp>
#include <schema/rules/refused.hpp>

#include <deque>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace test {

using namespace std::string_literals;

/// Room for every history that is generated.
struct fuzzed_room {
  static constexpr schema::shape value{.tables = 60,
                                       .table_spans = 120,
                                       .columns = 600,
                                       .column_spans = 900,
                                       .objects = 900,
                                       .object_spans = 900,
                                       .keys = 1800,
                                       .bindings = 6000,
                                       .enumerations = 20,
                                       .labels = 120,
                                       .instants = 200,
                                       .migrations = 60};
};
using fuzzed_timeline = schema::timeline<schema::fixed_storage<fuzzed_room>>;

/// Migrations under construction: it owns all that they point to.
class generated_history {
public:
  /// With a reason every operation is assumed safe: it is carried out as it stands, in one transaction.
  explicit generated_history(std::uint64_t seed, schema::text_view assumed_safe = {})
      : random_(seed), assumed_safe_(assumed_safe) {
    for (const char* plain :
         {"a", "b", "loans", "order", "x_1", "a_name_that_is_long_enough_to_be_clipped_when_derived"})
      names_.push_back(schema::make_identifier(schema::text_view(plain)));
    for (const char* quoted : {"Order Details", "weird\"name", "größe"})
      names_.push_back(schema::make_identifier(schema::text_view(quoted), true));
    for (const char* column : {"id", "y", "title", "select", "from_there", "other_id", "flag", "Amount Due",
                               "another_name_that_is_long_enough_to_be_clipped_when_derived"})
      columns_.push_back(schema::make_identifier(schema::text_view(column), true));
    for (const char* object : {"c1", "c2", "i1", "i2", "Named Thing"})
      objects_.push_back(schema::make_identifier(schema::text_view(object), true));
    for (const char* kind : {"mood", "level"})
      enumerations_.push_back(schema::make_identifier(schema::text_view(kind)));
    for (const char* label : {"low", "high", "it's", "Mixed Case", "none"})
      labels_.push_back(schema::make_identifier(schema::text_view(label), true));
  }

  /// Adds migrations until there are `operations` operations; returns how often a rule refused one.
  std::map<int, int> grow(std::size_t operations) {
    std::map<int, int> refused;
    for (std::size_t tries = 0; count_ < operations && tries < operations * 60 && lists_.size() < 55;
         ++tries) {
      if (lists_.empty() || (!lists_.back().empty() && one_in(3))) begin_migration();
      if (!add(make_operation())) ++refused[int(line_->found.broken)];
    }
    while (!lists_.empty() && lists_.back().empty()) drop_migration();
    refold();
    return refused;
  }

  const fuzzed_timeline& line() const { return *line_; }
  const schema::migration_definition* const* migrations() const { return pointers_.data(); }
  schema::u32 size() const { return schema::u32(definitions_.size()); }
  std::size_t operations() const { return count_; }
  /// What it is, for people.
  std::string text() const {
    std::string all;
    schema::script_writer<64, 1> none;
    for (schema::u32 at = 1; at <= line_->now; ++at) {
      auto out = std::make_unique<schema::script_writer<4000, 2>>();
      schema::describe_operation(*line_, at, *out);
      all +=
          "  " + std::to_string(line_->instants[at].migration + 1) + ": " + std::string(out->text()) + "\n";
    }
    return all;
  }

private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  schema::name any(const std::deque<schema::identifier>& list) { return &list[below(list.size())]; }

  // -- the list of migrations
  void begin_migration() {
    lists_.emplace_back();
    definitions_.push_back({.version = definitions_.size() + 1, .title = "fuzzed", .title_size = 6});
    point();
  }
  void drop_migration() {
    lists_.pop_back();
    definitions_.pop_back();
    point();
  }
  void point() {
    pointers_.clear();
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
      definitions_[i].operations = lists_[i].data();
      definitions_[i].operation_count = schema::u16(lists_[i].size());
      pointers_.push_back(&definitions_[i]);
    }
  }
  bool refold() {
    *line_ = fuzzed_timeline{};
    schema::fold_migrations(*line_, pointers_.data(), schema::u32(pointers_.size()));
    if (!line_->found.is_sound()) return false;
    for (const auto find :
         {&schema::find_rebuild_fault<fuzzed_timeline>, &schema::find_new_label_use<fuzzed_timeline>,
          &schema::find_refused<fuzzed_timeline>})
      if (const auto found = find(*line_, pointers_.data()); !found.is_sound()) {
        line_->found = found;
        return false;
      }
    return true;
  }
  bool add(const schema::operation* o) {
    if (!o) return true;
    lists_.back().push_back(o);
    point();
    if (refold()) {
      ++count_;
      return true;
    }
    const auto found = line_->found;
    lists_.back().pop_back();
    point();
    refold();
    line_->found = found;
    return false;
  }

  // -- what stands now
  std::vector<schema::table_id> tables() const {
    std::vector<schema::table_id> list;
    for (schema::table_id t = 0; t < line_->table_count; ++t)
      if (line_->tables[t].alive.holds(line_->now)) list.push_back(t);
    return list;
  }
  std::vector<schema::column_id> columns_of(schema::table_id t) const {
    std::vector<schema::column_id> list;
    for (auto c = line_->tables[t].first_column; c >= 0; c = line_->columns[c].next)
      if (line_->columns[c].alive.holds(line_->now)) list.push_back(c);
    return list;
  }
  std::vector<schema::object_id> objects_of(schema::table_id t, bool indexes) const {
    std::vector<schema::object_id> list;
    for (auto o = line_->tables[t].first_object; o >= 0; o = line_->objects[o].next)
      if (line_->objects[o].alive.holds(line_->now) &&
          (line_->objects[o].kind == schema::part_kind::index) == indexes)
        list.push_back(o);
    return list;
  }
  template <class List> auto pick(const List& list) { return list[below(list.size())]; }

  // -- values that outlive the operations
  template <class T> const T* keep(std::deque<T>& in, T value) {
    in.push_back(std::move(value));
    return &in.back();
  }
  const schema::part* const* parts(std::vector<const schema::part*> list) {
    part_lists_.push_back(std::move(list));
    return part_lists_.back().data();
  }
  const schema::key* keys(std::vector<schema::key> list) {
    key_lists_.push_back(std::move(list));
    return key_lists_.back().data();
  }
  const schema::sql::expression* expression(std::string text) {
    texts_.push_back(std::move(text));
    parsers_.push_back(std::make_unique<schema::sql::expression_parser<64>>());
    return keep(expressions_, schema::sql::parse_expression(texts_.back(), *parsers_.back()));
  }
  schema::name name_of_object(schema::object_id o) {
    object_names_.push_back(schema::object_name(*line_, o, line_->now));
    const auto& text = object_names_.back();
    return keep(made_names_, schema::make_identifier(text.view(), true));
  }
  static std::string quoted(schema::name id) {
    std::string text = "\"";
    for (char c : id->view()) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
  }

  // -- parts
  const schema::column_type* make_type() {
    using enum schema::type_kind;
    schema::column_type type{.kind = schema::type_kind(below(16))};
    if (one_in(2)) type.kind = one_in(2) ? integer : text;
    if (type.kind == varchar) type.length = schema::u16(20 + below(3) * 20);
    if (type.kind == numeric) {
      type.length = 12;
      type.scale = schema::u16(below(3));
      type.storage = one_in(4) ? schema::sqlite_storage::real : schema::sqlite_storage::text;
    }
    if (type.kind == enumeration) type.enumeration = any(enumerations_);
    return keep(types_, type);
  }
  const schema::default_value* make_default(const schema::column_type& type) {
    using enum schema::type_kind;
    using schema::value_kind;
    const auto written = [&](const char* value) {
      return keep(defaults_,
                  schema::default_value{.kind = value_kind::text,
                                        .text = value,
                                        .size = schema::u32(std::char_traits<char>::length(value))});
    };
    const auto sql = [&](const char* value) {
      return keep(defaults_,
                  schema::default_value{.kind = value_kind::expression, .expression = expression(value)});
    };
    switch (type.kind) {
    case boolean:
      return keep(defaults_, schema::default_value{.kind = value_kind::boolean, .integer = i64(below(2))});
    case smallint:
    case integer:
    case bigint:
      return one_in(4) ? sql("1 + 2")
                       : keep(defaults_,
                              schema::default_value{.kind = value_kind::integer, .integer = i64(below(90))});
    case real:
    case double_precision:
    case numeric: return written("12.5");
    case schema::type_kind::text:
    case varchar: return one_in(4) ? sql("lower('ABC')") : written("it's");
    case bytes: return written("\x01z");
    case date: return one_in(2) ? sql("CURRENT_DATE") : written("2026-11-22");
    case timestamp: return one_in(2) ? sql("now()") : written("2026-11-22T10:30:00");
    case timestamptz: return one_in(2) ? sql("now()") : written("2026-11-22T10:30:00Z");
    case uuid: return one_in(2) ? sql("gen_random_uuid()") : written("0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f11");
    case json: return written("{\"a\": 1}");
    case enumeration: return written(any(labels_)->data);
    }
    return nullptr;
  }
  std::string condition_on(schema::name column, schema::type_kind kind) {
    using enum schema::type_kind;
    const std::string c = quoted(column);
    switch (kind) {
    case boolean: return c + " OR " + c + " IS NULL OR NOT " + c;
    case smallint:
    case integer:
    case bigint: return one_in(2) ? c + " >= 0" : c + " BETWEEN -5 AND 1000000 OR " + c + " IN (7, 8)";
    case real:
    case double_precision:
    case numeric: return c + " > -1000.5";
    case text:
    case varchar: return one_in(2) ? "length(" + c + ") > 0" : c + " <> 'no' AND " + c + " NOT LIKE 'x%'";
    case date: return c + " > '2000-01-01'";
    case timestamp: return c + " > ('2000-01-01T00:00:00')";
    case timestamptz: return "coalesce(" + c + ", '2001-01-01T00:00:00Z') > '2000-01-01T00:00:00Z'";
    default: return c + " IS NOT NULL";
    }
  }

  const schema::part* make_column(schema::name id, bool is_key) {
    const auto* type = make_type();
    if (is_key)
      type = keep(types_, schema::column_type{.kind = one_in(3) ? schema::type_kind::uuid
                                                                : schema::type_kind::bigint});
    schema::part p{.kind = schema::part_kind::column, .id = id, .type = type};
    int next = 0;
    const auto attribute = [&](schema::attribute a) { p.attributes[next++] = keep(attributes_, a); };
    using enum schema::attribute_kind;
    if (is_key) {
      attribute({.kind = primary_key});
      if (type->kind == schema::type_kind::bigint && one_in(2)) attribute({.kind = identity});
      return keep(parts_, p);
    }
    if (!one_in(3)) attribute({.kind = nullable});
    if (one_in(3)) attribute({.kind = schema::attribute_kind::default_value, .value = make_default(*type)});
    if (one_in(6)) attribute({.kind = unique});
    if (one_in(5)) attribute({.kind = check, .expression = expression(condition_on(id, type->kind))});
    if (one_in(5)) {
      if (const auto list = tables(); !list.empty()) {
        const auto target = pick(list);
        for (auto o : objects_of(target, false))
          if (line_->objects[o].kind == schema::part_kind::primary_key && line_->objects[o].key_count == 1) {
            p.type = line_->last_column(line_->keys[line_->objects[o].first_key].column).type;
            attribute({.kind = references,
                       .table = line_->last_name(target),
                       .on_delete = schema::referential_action(below(3)),
                       .on_update = schema::referential_action(below(3))});
          }
      }
    }
    return keep(parts_, p);
  }

  schema::key make_key(schema::table_id t) {
    const auto c = pick(columns_of(t));
    return {.column = line_->last_column(c).id};
  }
  const schema::part* make_constraint(schema::table_id t) {
    schema::part p{.kind = schema::part_kind::check};
    if (one_in(2)) p.id = any(objects_);
    const auto& some = line_->last_column(pick(columns_of(t)));
    switch (below(4)) {
    case 0:
      p.kind = schema::part_kind::unique;
      p.keys = one_in(2) ? keys({make_key(t), make_key(t)}) : keys({make_key(t)});
      p.key_count = schema::u16(key_lists_.back().size());
      break;
    case 1: {
      const auto target = pick(tables());
      p.kind = schema::part_kind::foreign_key;
      p.target = line_->last_name(target);
      p.target_keys = keys({make_key(target)});
      p.keys = keys({make_key(t)});
      p.key_count = 1;
      p.on_delete = schema::referential_action(below(4));
      break;
    }
    case 2:
      if (one_in(3)) {
        p.kind = schema::part_kind::primary_key;
        p.keys = keys({make_key(t)});
        p.key_count = 1;
        break;
      }
      [[fallthrough]];
    default: {
      const auto& other = line_->last_column(pick(columns_of(t)));
      p.expression = expression("(" + condition_on(some.id, some.type->kind) + ") OR " +
                                condition_on(other.id, other.type->kind));
    }
    }
    return keep(parts_, p);
  }
  const schema::part* make_index(schema::table_id t) {
    schema::part p{.kind = schema::part_kind::index, .unique = one_in(4)};
    if (one_in(2)) p.id = any(objects_);
    std::vector<schema::key> list{make_key(t)};
    if (one_in(2)) list.push_back(make_key(t));
    if (one_in(3)) list[0].descending = true;
    const auto& some = line_->last_column(pick(columns_of(t)));
    if (one_in(3) &&
        (some.type->kind == schema::type_kind::text || some.type->kind == schema::type_kind::varchar))
      list.push_back({.expression = expression("lower(" + quoted(some.id) + ")")});
    p.key_count = schema::u16(list.size());
    p.keys = keys(std::move(list));
    if (one_in(3)) p.expression = expression(condition_on(some.id, some.type->kind));
    return keep(parts_, p);
  }
  const schema::attribute* make_change(const schema::column_span& c) {
    using enum schema::attribute_kind;
    switch (below(5)) {
    case 0: return keep(attributes_, schema::attribute{.kind = set_not_null});
    case 1: return keep(attributes_, schema::attribute{.kind = drop_not_null});
    case 2: return keep(attributes_, schema::attribute{.kind = drop_default});
    case 3: return keep(attributes_, schema::attribute{.kind = set_default, .value = make_default(*c.type)});
    default: {
      const auto* to = make_type();
      if (!one_in(6))
        for (int i = 0; i < 30 && !schema::converts_freely(*c.type, *to); ++i) to = make_type();
      return keep(attributes_, schema::attribute{.kind = set_type, .type = to});
    }
    }
  }

  // -- operations
  using op = schema::operation_kind;
  const schema::operation* make(schema::operation o) {
    o.assumed_safe = assumed_safe_;
    return keep(operations_, o);
  }

  const schema::operation* make_operation() {
    const auto list = tables();
    if (list.empty() || one_in(list.size() < 4 ? 4 : 16)) return make_table();
    const auto t = pick(list);
    const schema::name table = line_->last_name(t);
    const auto standing = columns_of(t);
    const auto column = [&] { return line_->last_column(pick(standing)).id; };
    switch (below(16)) {
    case 0: return make({.kind = op::rename_table, .table = table, .to = any(names_)});
    case 1: return one_in(2) ? make({.kind = op::drop_table, .table = table}) : nullptr;
    case 2:
    case 3:
    case 4:
      return make({.kind = op::add_column,
                   .table = table,
                   .parts = parts({make_column(any(columns_), false)}),
                   .part_count = 1});
    case 5: return make({.kind = op::drop_column, .table = table, .from = column()});
    case 6:
    case 7: return make({.kind = op::rename_column, .table = table, .from = column(), .to = any(columns_)});
    case 8:
    case 9: {
      const auto& c = line_->last_column(pick(standing));
      changes_.push_back({make_change(c)});
      if (one_in(3)) changes_.back().push_back(make_change(c));
      return make({.kind = op::alter_column,
                   .table = table,
                   .from = c.id,
                   .changes = changes_.back().data(),
                   .change_count = schema::u16(changes_.back().size())});
    }
    case 10:
    case 11:
      return make({.kind = op::add_constraint,
                   .table = table,
                   .parts = parts({make_constraint(t)}),
                   .part_count = 1});
    case 12: {
      const auto found = objects_of(t, false);
      if (found.empty()) return nullptr;
      const schema::name from = name_of_object(pick(found));
      return one_in(3)
                 ? make({.kind = op::rename_constraint, .table = table, .from = from, .to = any(objects_)})
                 : make({.kind = op::drop_constraint, .table = table, .from = from});
    }
    case 13:
      return make(
          {.kind = op::create_index, .table = table, .parts = parts({make_index(t)}), .part_count = 1});
    case 14: {
      const auto found = objects_of(t, true);
      if (found.empty()) return nullptr;
      const schema::name from = name_of_object(pick(found));
      return one_in(2) ? make({.kind = op::rename_index, .from = from, .to = any(objects_)})
                       : make({.kind = op::drop_index, .from = from});
    }
    default: return make_enumeration_change();
    }
  }
  const schema::operation* make_table() {
    std::vector<const schema::part*> list{make_column(any(columns_), !one_in(6))};
    for (std::size_t i = below(4); i > 0; --i) list.push_back(make_column(any(columns_), false));
    const auto count = schema::u16(list.size());
    return make({.kind = op::create_table,
                 .table = any(names_),
                 .parts = parts(std::move(list)),
                 .part_count = count});
  }
  const schema::operation* make_enumeration_change() {
    const schema::name which = any(enumerations_);
    label_lists_.push_back({any(labels_)});
    if (line_->find_enumeration(which) < 0) {
      for (const auto& label : labels_)
        if (&label != label_lists_.back()[0] && one_in(2)) label_lists_.back().push_back(&label);
      return make({.kind = op::create_enumeration,
                   .from = which,
                   .labels = label_lists_.back().data(),
                   .label_count = schema::u16(label_lists_.back().size())});
    }
    if (one_in(4)) return make({.kind = op::drop_enumeration, .from = which});
    return make({.kind = op::add_value,
                 .from = which,
                 .labels = label_lists_.back().data(),
                 .label_count = 1,
                 .before = one_in(2) ? any(labels_) : nullptr});
  }

  using i64 = schema::i64;

  std::mt19937_64 random_;
  schema::text_view assumed_safe_;
  std::deque<schema::identifier> names_, columns_, objects_, enumerations_, labels_, made_names_;
  std::deque<schema::short_name> object_names_;
  std::deque<schema::column_type> types_;
  std::deque<schema::default_value> defaults_;
  std::deque<schema::attribute> attributes_;
  std::deque<schema::part> parts_;
  std::deque<std::vector<const schema::part*>> part_lists_;
  std::deque<std::vector<schema::key>> key_lists_;
  std::deque<std::vector<const schema::attribute*>> changes_;
  std::deque<std::vector<schema::name>> label_lists_;
  std::deque<std::string> texts_;
  std::deque<std::unique_ptr<schema::sql::expression_parser<64>>> parsers_;
  std::deque<schema::sql::expression> expressions_;
  std::deque<schema::operation> operations_;
  std::deque<std::vector<const schema::operation*>> lists_;
  std::deque<schema::migration_definition> definitions_;
  std::vector<const schema::migration_definition*> pointers_;
  std::size_t count_{};
  std::unique_ptr<fuzzed_timeline> line_ = std::make_unique<fuzzed_timeline>();
};

/// The steps of a generated history for a backend, rendered at run time.
class rendered_history {
public:
  /// History is a generated_history, or made by hand with the same members.
  template <class History>
  rendered_history(const History& history, schema::backend target) : target_(target) {
    using writer = schema::script_writer<4'000'000, 20'000>;
    using places = schema::scripts::direction_places<60>;
    const auto out = std::make_unique<writer>();
    const auto kept = std::make_unique<schema::kept_texts<fuzzed_timeline>>();
    const auto up = std::make_unique<places>(), down = std::make_unique<places>();
    schema::rendering<fuzzed_timeline, writer> r{history.line(), *out, *kept, target};
    schema::scripts::write_direction(r, false, *up);
    schema::scripts::write_direction(r, true, *down);
    if (!writer::room.holds(out->needed())) throw std::length_error("a generated history that is too long");
    words_.assign(out->words, out->words + out->size / schema::word_bytes + 1);
    statements_.resize(out->count);
    schema::scripts::list_statements(*out, words_.data(), statements_.data());
    schema::u64 sum = schema::checksum_version;
    for (schema::u32 i = 0; i < history.size(); ++i) {
      schema::step_text step;
      step.version = history.migrations()[i]->version;
      step.checksum = sum = schema::checksum_of(*history.migrations()[i], sum);
      step.up = {statements_.data() + up->first[i], up->count[i], up->rebuilds[i], false};
      step.down = {statements_.data() + down->first[i], down->count[i], down->rebuilds[i],
                   schema::is_step_irreversible(history.line(), i)};
      steps_.push_back(step);
    }
  }
  schema::program program() const { return {target_, steps_.data(), schema::u32(steps_.size())}; }

private:
  schema::backend target_;
  std::vector<schema::text_word> words_;
  std::vector<schema::statement_text> statements_;
  std::vector<schema::step_text> steps_;
};

} // namespace test
