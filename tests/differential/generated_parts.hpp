// Random parts of tables: columns, constraints, indexes, changes of columns.
#pragma once

#include <tests/differential/history_values.hpp>

#include <random>

namespace test {

/// The column by which a row is known for its whole life: every generated table has one.
inline constexpr schema::identifier mark = schema::make_identifier(schema::text_view("row_mark"));

/// A timeline that grows, and parts made at random that could come next.
class part_generator {
public:
  explicit part_generator(std::uint64_t seed) : random_(seed) {
    for (const char* plain :
         {"a", "b", "loans", "order", "x_1", "a_name_that_is_long_enough_to_be_clipped_when_derived"})
      names_.push_back(values_.identifier(plain));
    for (const char* quoted : {"Order Details", "weird\"name", "größe"})
      names_.push_back(values_.identifier(quoted));
    for (const char* column : {"id", "y", "title", "select", "from_there", "other_id", "flag", "in\"side",
                               "Amount Due", "another_name_that_is_long_enough_to_be_clipped_when_derived"})
      columns_.push_back(values_.identifier(column));
    for (const char* object : {"c1", "c2", "i1", "i2", "Named Thing"})
      objects_.push_back(values_.identifier(object));
    for (const char* view :
         {"v1", "v2", "Shown \"Things\"", "a_view_whose_name_is_nearly_as_long_as_the_names_may_be"})
      views_.push_back(values_.identifier(view));
    for (const char* kind : {"mood", "level"}) enumerations_.push_back(values_.identifier(kind));
    for (const char* place : {"audit", "side"}) {
      if (!postgresql_alone) break;
      places_.push_back(values_.identifier(place));
      for (const char* own : {"a", "b", "order", "a_name_that_is_long_enough_to_be_clipped_when_derived"})
        names_.push_back(values_.placed(place, own));
      for (const char* view : {"v1", "v3"}) views_.push_back(values_.placed(place, view));
      enumerations_.push_back(values_.placed(place, "mood"));
    }
    if (postgresql_alone) names_.push_back(values_.identifier("audit.dotted")); // in no schema
    for (const char* label : {"low", "high", "it's", "Mixed Case", "none"})
      labels_.push_back(values_.identifier(label));
  }

protected:
  // -- chance
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class List> auto any(const List& list) { return list[below(list.size())]; }
  const char* one_of(std::initializer_list<const char*> list) { return list.begin()[below(list.size())]; }

  /// A name of a list; seldom one in a schema that does not stand.
  schema::name any_standing(const std::vector<schema::name>& list) {
    auto found = any(list);
    while (found->is_pair() && !stands(found->place()) && !one_in(12)) found = any(list);
    return found;
  }
  bool stands(schema::text_view place) const {
    return schema::schema_at(*line_, schema::hash_name(place), line_->now) != 0;
  }

  // -- what stands now
  std::vector<schema::table_id> tables() const {
    std::vector<schema::table_id> list;
    for (schema::table_id t = 0; t < line_->table_count; ++t)
      if (line_->tables[t].alive.holds(line_->now) && !line_->tables[t].is_view) list.push_back(t);
    return list;
  }
  std::vector<schema::table_id> views() const {
    std::vector<schema::table_id> list;
    for (schema::table_id t = 0; t < line_->table_count; ++t)
      if (line_->tables[t].alive.holds(line_->now) && line_->tables[t].is_view) list.push_back(t);
    return list;
  }
  /// Tables, and now and then views: they have the mark, too.
  std::vector<schema::table_id> readable() {
    auto list = views();
    return list.empty() || !one_in(3) ? tables() : list;
  }
  std::vector<schema::column_id> columns_of(schema::table_id t) const {
    std::vector<schema::column_id> list;
    for (auto c = line_->tables[t].first_column; c >= 0; c = line_->columns[c].next)
      if (line_->columns[c].alive.holds(line_->now)) list.push_back(c);
    return list;
  }
  /// Without the mark, which no operation takes.
  std::vector<schema::column_id> changing_columns_of(schema::table_id t) const {
    auto list = columns_of(t);
    std::erase_if(list, [&](schema::column_id c) { return same_name(line_->last_column(c).id, &mark); });
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
  schema::name name_of_object(schema::object_id o) {
    return values_.identifier(std::string(schema::object_name(*line_, o, line_->now).view()));
  }
  /// An index is called with its schema.
  schema::name index_beside(schema::name table, schema::text_view own) {
    return values_.placed(std::string(table->place()), std::string(own));
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
      if (postgresql_alone && one_in(2)) type.storage = schema::sqlite_storage::none;
    }
    if (type.kind == enumeration) type.enumeration = any_standing(enumerations_);
    return values_.type(type);
  }
  const schema::default_value* make_default(const schema::column_type& type) {
    using enum schema::type_kind;
    using schema::value_kind;
    const auto written = [&](const char* text) { return values_.value(std::string(text)); };
    const auto sql = [&](const char* text) { return values_.expression_value(text); };
    switch (type.kind) {
    case boolean: return values_.value({.kind = value_kind::boolean, .integer = schema::i64(below(2))});
    case smallint:
    case integer:
    case bigint:
      return one_in(4) ? sql("1 + 2")
                       : values_.value({.kind = value_kind::integer, .integer = schema::i64(below(90))});
    case real:
    case double_precision: return written("12.5");
    case numeric: return written(type.scale ? "12.5" : "12");
    case schema::type_kind::text:
    case varchar: return one_in(4) ? sql("lower('ABC')") : written("it's");
    case bytes: return written("\x01z");
    case date: return one_in(2) ? sql("CURRENT_DATE") : written("2026-11-22");
    case timestamp: return one_in(2) ? sql("now()") : written("2026-11-22T10:30:00");
    case timestamptz: return one_in(2) ? sql("now()") : written("2026-11-22T10:30:00Z");
    case uuid: return one_in(2) ? sql("gen_random_uuid()") : written("0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f11");
    case json: return written("{\"a\": 1}");
    case enumeration: return written(std::string(any(labels_)->view()).c_str());
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
      type = values_.type({.kind = one_in(3) ? schema::type_kind::uuid : schema::type_kind::bigint});
    schema::part p{.kind = schema::part_kind::column, .id = id, .type = type};
    int next = 0;
    const auto attribute = [&](schema::attribute a) { p.attributes[next++] = values_.attribute(a); };
    using enum schema::attribute_kind;
    if (is_key) {
      attribute({.kind = primary_key});
      if (type->kind == schema::type_kind::bigint && one_in(2)) attribute(make_identity());
      return values_.part(p);
    }
    if (postgresql_alone && type->kind == schema::type_kind::bigint && one_in(2)) {
      attribute(make_identity());
      return values_.part(p);
    }
    if (!one_in(3)) attribute({.kind = nullable});
    if (one_in(3)) attribute({.kind = schema::attribute_kind::default_value, .value = make_default(*type)});
    if (one_in(6)) attribute({.kind = unique});
    if (one_in(5)) attribute({.kind = check, .expression = values_.expression(condition_on(id, type->kind))});
    if (one_in(5)) {
      if (const auto list = tables(); !list.empty()) {
        const auto target = any(list);
        for (auto o : objects_of(target, false))
          if (line_->objects[o].kind == schema::part_kind::primary_key && line_->objects[o].key_count == 1) {
            p.type = line_->last_column(line_->keys[line_->objects[o].first_key].column).type;
            attribute({.kind = references,
                       .table = line_->last_name(target),
                       .on_delete = schema::referential_action(below(5)),
                       .on_update = schema::referential_action(below(5)),
                       .terms = make_deferral()});
          }
      }
    }
    if (is_text(p.type->kind) && one_in(3)) attribute(make_collation());
    if (one_in(6)) attribute(make_comment());
    return values_.part(p);
  }
  static bool is_text(schema::type_kind kind) {
    return kind == schema::type_kind::text || kind == schema::type_kind::varchar;
  }
  /// Numbered from 1 on, or by options.
  schema::attribute make_identity() {
    schema::attribute a{.kind = schema::attribute_kind::identity};
    if (!one_in(2)) return a;
    a.value = values_.value({.kind = schema::value_kind::integer,
                             .integer = schema::i64(one_in(3) ? 1 : 1000 * (1 + below(9))),
                             .text = ""});
    a.terms = schema::key_terms(one_in(2) ? 20 : a.value->integer == 1 ? 5 : 0);
    return a;
  }
  /// The two databases agree in a few of them; what is compared by another is no column to compare.
  schema::attribute make_collation() {
    static constexpr const char* pairs[][2] = {
        {"C", "BINARY"}, {"C", "BINARY"}, {"POSIX", "BINARY"}, {"C", "NOCASE"}, {"POSIX", "RTRIM"}};
    const auto& pair = pairs[below(std::size(pairs))];
    return {.kind = schema::attribute_kind::collation,
            .id = values_.identifier(pair[0]),
            .table = values_.identifier(postgresql_alone && one_in(2) ? "" : pair[1])};
  }
  schema::attribute make_comment(bool may_be_none = false) {
    return {.kind = schema::attribute_kind::comment,
            .id = values_.identifier(may_be_none && one_in(3)
                                         ? ""
                                         : one_of({"what it is for", "it's \"said\"",
                                                   "größer, and longer than any name may be: "
                                                   "sixty-four bytes and a few"}))};
  }

  schema::key make_key(schema::table_id t) {
    const auto c = any(columns_of(t));
    return {.column = line_->last_column(c).id};
  }
  const schema::key* make_keys(schema::table_id t, schema::u16 count) {
    std::vector<schema::key> all;
    while (all.size() < count) all.push_back(make_key(t));
    return values_.list(std::move(all));
  }
  schema::key_terms make_deferral() { return one_in(2) ? 0 : schema::key_terms(below(3)); }
  const schema::part* make_constraint(schema::table_id t) {
    schema::part p{.kind = schema::part_kind::check};
    if (one_in(2)) p.id = any(objects_);
    const auto& some = line_->last_column(any(columns_of(t)));
    switch (below(4)) {
    case 0:
      p.kind = schema::part_kind::unique;
      p.key_count = one_in(2) ? 2 : 1;
      p.keys = make_keys(t, p.key_count);
      break;
    case 1: {
      const auto target = any(tables());
      p.kind = schema::part_kind::foreign_key;
      p.target = line_->last_name(target);
      p.target_keys = make_keys(target, 1);
      p.key_count = 1;
      p.keys = make_keys(t, 1);
      if (p.keys[0].column->view() == mark.view()) return nullptr; // an action would take rows their mark
      p.on_delete = schema::referential_action(below(5));
      p.terms = make_deferral();
      break;
    }
    case 2:
      if (one_in(3)) {
        p.kind = schema::part_kind::primary_key;
        p.key_count = 1;
        p.keys = make_keys(t, 1);
        break;
      }
      [[fallthrough]];
    default: {
      const auto& other = line_->last_column(any(columns_of(t)));
      p.expression = values_.expression("(" + condition_on(some.id, some.type->kind) + ") OR " +
                                        condition_on(other.id, other.type->kind));
    }
    }
    return values_.part(p);
  }
  const schema::part* make_index(schema::table_id t) {
    schema::part p{.kind = schema::part_kind::index, .unique = one_in(4)};
    if (one_in(2)) p.id = any(objects_);
    std::vector<schema::key> list{make_key(t)};
    if (one_in(2)) list.push_back(make_key(t));
    if (one_in(3)) list[0].descending = true;
    const auto& some = line_->last_column(any(columns_of(t)));
    if (one_in(3) &&
        (some.type->kind == schema::type_kind::text || some.type->kind == schema::type_kind::varchar))
      list.push_back({.expression = values_.expression("lower(" + quoted(some.id) + ")")});
    if (one_in(5)) p.terms = make_method(t, list);
    p.key_count = schema::u16(list.size());
    p.keys = values_.list(std::move(list));
    if (one_in(3)) p.expression = values_.expression(condition_on(some.id, some.type->kind));
    return values_.part(p);
  }
  /// What PostgreSQL's indexes can do besides; SQLite's are as they are.
  schema::key_terms make_method(schema::table_id t, std::vector<schema::key>& list) {
    const auto method = one_in(2) ? schema::index_method::btree : schema::index_method(below(4));
    if (method == schema::index_method::btree || one_in(20)) list.push_back(make_key(t));
    if (method == schema::index_method::btree) return 1 << schema::included_shift;
    if (!one_in(10)) list.resize(1);
    return schema::key_terms(schema::u8(method) << schema::method_shift);
  }
  const schema::attribute* make_change(const schema::column_span& c) {
    using enum schema::attribute_kind;
    switch (below(6)) {
    case 5:
      if (is_text(c.type->kind))
        return values_.attribute(one_in(3) ? schema::attribute{.kind = collation} : make_collation());
      [[fallthrough]];
    case 0: return values_.attribute({.kind = set_not_null});
    case 1: return values_.attribute({.kind = drop_not_null});
    case 2: return values_.attribute({.kind = drop_default});
    case 3: return values_.attribute({.kind = set_default, .value = make_default(*c.type)});
    default: {
      const auto* to = make_type();
      if (!one_in(6))
        for (int i = 0; i < 30 && !schema::converts_freely(*c.type, *to); ++i) to = make_type();
      return values_.attribute({.kind = set_type, .type = to});
    }
    }
  }

  std::mt19937_64 random_;
  history_values values_;
  std::vector<schema::name> names_, columns_, objects_, views_, enumerations_, labels_, places_;
  std::unique_ptr<fuzzed_timeline> line_ = std::make_unique<fuzzed_timeline>();
};

} // namespace test
