// What a timeline says stands at an instant, in the lines of catalogue.hpp. Spelt out here once more, apart
// from the dialects: what they get wrong is to be seen.
#pragma once

#include "catalogue.hpp"

#include <array>

#include <schema/model/derived_name.hpp>
#include <schema/model/schemas.hpp>
#include <schema/model/view_reading.hpp>

namespace test {

template <class Line> class model {
public:
  model(const Line& line, schema::u32 instant, schema::backend target)
      : line_(line), instant_(instant), target_(target) {}

  std::set<std::string> facts() {
    schema::each_schema(line_, instant_, [&](schema::name id) { fact("schema {}", id->view()); });
    for (schema::table_id t = 0; t < line_.table_count; ++t)
      if (line_.tables[t].alive.holds(instant_)) line_.tables[t].is_view ? view(t) : table(t);
    for (schema::enumeration_id e = 0; !is_sqlite() && e < line_.enumeration_count; ++e)
      if (line_.enumerations[e].alive.holds(instant_))
        fact("enumeration {}: {}", line_.enumerations[e].id->view(), joined(labels(e)));
    if constexpr (Line::has_routines)
      for (int i = 0; i < line_.routine_count; ++i) {
        const auto& routine = line_.routines[i];
        if (routine.alive.holds(instant_) && routine.text(target_))
          fact("{} {}", routine.is_trigger() ? "trigger" : "function", routine.made->from->view());
      }
    return std::move(found_);
  }

  /// Calls `visit(table, column, span)` for every column that stands.
  template <class Visit> void each_column(Visit&& visit) const {
    for (schema::column_id c = 0; c < line_.column_count; ++c)
      if (line_.columns[c].alive.holds(instant_) && !line_.tables[line_.columns[c].table].is_view)
        visit(line_.table_name(line_.columns[c].table, instant_)->view(), c, line_.column_at(c, instant_));
  }

  std::vector<std::string> labels(schema::enumeration_id e) const {
    std::vector<std::string> list;
    for (auto l = line_.enumerations[e].first_label; l >= 0; l = line_.labels[l].next)
      if (line_.labels[l].alive.holds(instant_)) list.emplace_back(line_.label_text(l, instant_)->view());
    return list;
  }

private:
  bool is_sqlite() const { return target_ == schema::backend::sqlite; }
  template <class... Values> void fact(fmt::format_string<Values...> text, Values&&... values) {
    found_.insert(fmt::format(text, std::forward<Values>(values)...));
  }

  /// As format_type() spells them.
  std::string postgresql_type(const schema::column_type& type) const {
    using enum schema::type_kind;
    switch (type.kind) {
    case boolean: return "boolean";
    case smallint: return "smallint";
    case integer: return "integer";
    case bigint: return "bigint";
    case real: return "real";
    case double_precision: return "double precision";
    case numeric: return fmt::format("numeric({},{})", type.length, type.scale);
    case text: return "text";
    case varchar: return fmt::format("character varying({})", type.length);
    case bytes: return "bytea";
    case date: return "date";
    case timestamp: return "timestamp without time zone";
    case timestamptz: return "timestamp with time zone";
    case uuid: return "uuid";
    case json: return "jsonb";
    case enumeration:
      return type.enumeration->is_plain || type.enumeration->is_pair()
                 ? std::string(type.enumeration->view())
                 : schema::native::identifier(type.enumeration->view());
    }
    return "?";
  }

  bool is_sole_key(schema::column_id c) const {
    for (auto o = line_.tables[line_.columns[c].table].first_object; o >= 0; o = line_.objects[o].next) {
      const auto& object = line_.objects[o];
      if (object.alive.holds(instant_) && object.kind == schema::part_kind::primary_key)
        return object.key_count == 1 && line_.keys[object.first_key].column == c;
    }
    return false;
  }

  std::string sqlite_type(schema::column_id c, const schema::column_span& span) const {
    using enum schema::type_kind;
    const auto& type = *span.type;
    switch (type.kind) {
    case boolean:
    case smallint:
    case integer:
    case bigint: return is_sole_key(c) && !span.identity ? "INT" : "INTEGER"; // INTEGER would number the rows
    case real:
    case double_precision: return "REAL";
    case bytes: return "BLOB";
    case numeric:
      return type.storage == schema::sqlite_storage::text   ? "TEXT"
             : type.storage == schema::sqlite_storage::real ? "REAL"
                                                            : "INTEGER";
    default: return "TEXT";
    }
  }

  /// What SQLite's storage can't keep alone.
  static bool has_domain(const schema::column_type& type) {
    using enum schema::type_kind;
    switch (type.kind) {
    case bigint:
    case real:
    case double_precision:
    case text:
    case bytes: return false;
    case numeric: return type.storage != schema::sqlite_storage::real;
    default: return true;
    }
  }

  void table(schema::table_id t) {
    const auto table = line_.table_name(t, instant_)->view();
    fact("table {}", table);
    comment(table, t, -1);
    for (auto c = line_.tables[t].first_column; c >= 0; c = line_.columns[c].next)
      if (line_.columns[c].alive.holds(instant_)) column(table, c, line_.column_at(c, instant_));
    for (auto o = line_.tables[t].first_object; o >= 0; o = line_.objects[o].next)
      if (line_.objects[o].alive.holds(instant_)) object(table, o, line_.objects[o]);
  }

  void view(schema::table_id t) {
    std::vector<std::string> columns;
    for (auto c = line_.tables[t].first_column; c >= 0; c = line_.columns[c].next)
      if (line_.columns[c].alive.holds(instant_))
        columns.emplace_back(line_.column_name(c, instant_)->view());
    const auto name = line_.table_name(t, instant_)->view();
    fact("view {} ({})", name, joined(columns));
    if (!schema::folding::is_materialized(line_, t)) return;
    fact("relation of kind m {}", name);
    for (auto o = line_.tables[t].first_object; o >= 0; o = line_.objects[o].next)
      if (line_.objects[o].alive.holds(instant_)) object(name, o, line_.objects[o]);
  }

  void column(std::string_view table, schema::column_id c, const schema::column_span& span) {
    const auto name = span.id->view();
    const bool has_default = span.value && !span.generated && span.value->kind != schema::value_kind::null;
    fact("column {}.{} {}{}{}{}{}", table, name,
         is_sqlite() ? sqlite_type(c, span) : postgresql_type(*span.type), span.nullable ? "" : " not null",
         span.identity ? " identity" : "", has_default ? " default" : "", span.generated ? " generated" : "");
    comment(fmt::format("{}.{}", table, name), line_.columns[c].table, c);
    if (const auto* said =
            line_.trait_at(schema::attribute_kind::collation, line_.columns[c].table, c, instant_);
        said && (!is_sqlite() || said->table->view() != "BINARY"))
      fact("collation {}.{} {}", table, name, (is_sqlite() ? said->table : said->id)->view());
    if (is_sqlite() && has_domain(*span.type)) fact("domain {}.{}", table, name);
    if (is_sqlite() && span.enumeration >= 0)
      fact("labels {}.{}: {}", table, name, joined(labels(span.enumeration)));
    if (const auto* said =
            line_.trait_at(schema::attribute_kind::identity, line_.columns[c].table, c, instant_);
        said && !is_sqlite())
      fact("numbers {}.{} from {}, {} at once", table, name, said->value->integer,
           said->terms ? said->terms : 1);
    if (!is_sqlite() && span.identity) {
      const auto own = line_.table_name(line_.columns[c].table, instant_)->own();
      fact("sequence {}{} of {}.{}", table.substr(0, table.size() - own.size()), sequence(own, name), table,
           name);
    }
  }

  /// SQLite keeps none.
  void comment(std::string_view path, schema::table_id t, schema::column_id c) {
    const auto* said = line_.trait_at(schema::attribute_kind::comment, t, c, instant_);
    if (said && !is_sqlite()) fact("comment {}: {}", path, said->id->view());
  }

  /// PostgreSQL's makeObjectName: the longer half gives way, no UTF-8 character is cut.
  static std::string sequence(std::string_view table, std::string_view column) {
    std::size_t halves[2] = {table.size(), column.size()};
    while (halves[0] + halves[1] + 5 > 63) --halves[halves[0] > halves[1] ? 0 : 1];
    const auto clipped = [](std::string_view text, std::size_t size) {
      while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
      return std::string(text.substr(0, size));
    };
    return clipped(table, halves[0]) + "_" + clipped(column, halves[1]) + "_seq";
  }

  std::string keys(int first, int count) const {
    std::vector<std::string> list;
    for (int i = first; i < first + count; ++i) {
      const auto& key = line_.keys[schema::u32(i)];
      list.push_back((key.column < 0 ? std::string("<expression>")
                                     : std::string(line_.column_name(key.column, instant_)->view())) +
                     (key.descending ? " desc" : ""));
    }
    return joined(list);
  }

  void object(std::string_view table, schema::object_id id, const schema::object_life& o) {
    const auto full = schema::object_name(line_, id, instant_);
    const auto name = full.view();
    const auto own = keys(o.first_key, o.key_count);
    if (is_sqlite() && schema::is_not_valid(o.terms)) return; // it stands from its proof on
    const char* const valid = schema::is_not_valid(o.terms) ? " not valid" : "";
    constexpr char actions[] = {'a', 'r', 'c', 'n', 'd'};
    switch (o.kind) {
    case schema::part_kind::primary_key: fact("primary key {}.{} ({})", table, name, own); break;
    case schema::part_kind::unique: fact("unique {}.{} ({})", table, name, own); break;
    case schema::part_kind::foreign_key:
      fact("foreign key {}.{} ({}) to {} ({}) delete {} update {}{}{}", table, name, own,
           line_.table_name(o.target, instant_)->view(), keys(o.first_key + o.key_count, o.key_count),
           actions[schema::u8(o.on_delete)], actions[schema::u8(o.on_update)],
           std::array{"", " deferrable", " deferred"}[schema::u8(schema::deferral_of(o.terms))], valid);
      break;
    case schema::part_kind::check: fact("check {}.{}{}", table, name, valid); break;
    case schema::part_kind::index:
      fact("index {}.{}{} ({}){}{}{}", table, name, o.unique ? " unique" : "",
           keys(o.first_key, o.key_count - schema::included_of(o.terms)),
           is_sqlite() || !schema::included_of(o.terms)
               ? ""
               : " include (" +
                     keys(o.first_key + o.key_count - schema::included_of(o.terms),
                          schema::included_of(o.terms)) +
                     ")",
           is_sqlite() ? ""
                       : std::array{"", " hash", " gin", " brin"}[schema::u8(schema::method_of(o.terms))],
           o.expression ? " where" : "");
      break;
    default: fact("an object of an unknown kind: {}", name);
    }
  }

  const Line& line_;
  schema::u32 instant_;
  schema::backend target_;
  std::set<std::string> found_;
};

/// The text of a default, of a label what it is called at an instant.
template <class Line>
std::string default_text(const Line& line, const schema::column_span& c, schema::u32 instant) {
  return std::string(c.enumeration >= 0 ? line.label_text(c.value_binding, instant)->view()
                                        : c.value->view());
}

/// A default that is a value, as SQL in which its backend brings it to the form that the type has there.
template <class Line>
std::string default_sql(const Line& line, const schema::column_span& c, schema::u32 instant,
                        schema::backend target) {
  using enum schema::type_kind;
  const bool is_sqlite = target == schema::backend::sqlite;
  const auto& v = *c.value;
  if (v.kind == schema::value_kind::boolean)
    return is_sqlite ? (v.integer ? "1" : "0") : (v.integer ? "true" : "false");
  std::string value =
      v.kind == schema::value_kind::integer ? fmt::format("{}", v.integer) : default_text(line, c, instant);
  if (c.type->kind == bytes) {
    std::string hex;
    for (char byte : value) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return is_sqlite ? "x'" + hex + "'" : "decode('" + hex + "', 'hex')";
  }
  value = schema::native::literal(value);
  if (!is_sqlite) {
    constexpr const char* types[] = {"bool",        "int2", "int4",  "int8",  "float4", "float8",
                                     "numeric",     "text", "text",  "bytea", "date",   "timestamp",
                                     "timestamptz", "uuid", "jsonb", "text"};
    return "CAST(" + value + " AS " + types[schema::u8(c.type->kind)] + ")";
  }
  switch (c.type->kind) {
  case real:
  case double_precision: return "CAST(" + value + " AS real)";
  case numeric: return fmt::format("printf('%.{}f', {})", c.type->scale, value);
  case uuid: return "lower(" + value + ")";
  case date: return "strftime('%Y-%m-%d', " + value + ")";
  case timestamp: return "strftime('%Y-%m-%dT%H:%M:%f', " + value + ")";
  case timestamptz: return "strftime('%Y-%m-%dT%H:%M:%fZ', " + value + ")";
  default: return value;
  }
}

/// Column by column, the defaults that are values and no expressions.
template <class Line>
std::map<std::string, std::string> value_defaults(const Line& line, schema::u32 instant,
                                                  schema::backend target) {
  std::map<std::string, std::string> values;
  model<Line>(line, instant, target).each_column([&](auto table, auto, const schema::column_span& c) {
    if (c.value && c.value->kind != schema::value_kind::expression &&
        c.value->kind != schema::value_kind::null)
      values[fmt::format("default {}.{}", table, c.id->view())] = default_sql(line, c, instant, target);
  });
  return values;
}

} // namespace test
