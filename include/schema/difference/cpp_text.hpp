// Floor 5. Definitions as the C++ that a person would write: what the compiler can't print, ready to paste.
#pragma once

#include <schema/model/routine_comparison.hpp>

#include <string>

namespace schema::difference {

/// Text as a C++ string literal.
inline std::string quote(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// A name as an argument of the vocabulary.
inline std::string name_text(std::string_view text) {
  const identifier id = make_identifier(text);
  return id.fault == name_fault::none ? quote(text) : "quoted<" + quote(text) + ">";
}

/// The same of a name that may be in a schema.
inline std::string name_text(name id) { return id->is_pair() ? quote(id->view()) : name_text(id->view()); }

inline std::string cpp_type(const column_type& type) {
  constexpr const char* names[] = {
      "boolean", "smallint", "integer", "bigint", "real",      "double_precision", "",
      "text",    "",         "bytes",   "date",   "timestamp", "timestamptz",      "uuid",
      "json",    ""};
  switch (type.kind) {
  case type_kind::varchar: return "varchar<" + std::to_string(type.length) + ">";
  case type_kind::numeric: {
    constexpr const char* storages[] = {"", ", on_sqlite<text>", ", on_sqlite<integer>", ", on_sqlite<real>"};
    return "numeric<" + std::to_string(type.length) + ", " + std::to_string(type.scale) +
           storages[u8(type.storage)] + ">";
  }
  case type_kind::enumeration: return "enumeration<" + name_text(type.enumeration) + ">";
  default: return names[u8(type.kind)];
  }
}

/// The value of default_to<…> and set_default<…>, or the text of default_expr<…>.
inline std::string value_text(const default_value& value) {
  switch (value.kind) {
  case value_kind::boolean: return value.integer ? "true" : "false";
  case value_kind::integer: return std::to_string(value.integer);
  case value_kind::expression: return quote(value.expression->view());
  default: return quote(value.view());
  }
}

inline std::string action_text(const char* event, referential_action action) {
  constexpr const char* names[] = {"no_action", "restrict", "cascade", "set_null", "set_default"};
  if (action == referential_action::no_action) return "";
  return std::string(", ") + event + "::" + names[u8(action)];
}

/// A function or a trigger as the vocabulary has it, without what makes it: its name, table, texts and uses.
inline std::string routine_text(const operation& made) {
  std::string out = name_text(made.from);
  if (made.table) out += ", " + name_text(made.table);
  constexpr const char* backends[backend_count] = {"postgresql", "sqlite"};
  for (u32 b = 0; b < backend_count; ++b)
    if (const sql::script* s = made.scripts[0][b])
      out += std::string(",\n    ") + backends[b] + "<" + quote(s->view()) + ">";
  for (u16 i = 0; i < made.label_count;) {
    const name table = made.labels[i];
    out += table ? ", uses<" + name_text(table) : std::string(", calls<");
    const char* before = table ? ", " : "";
    do {
      if (made.labels[i + 1]) out += before + name_text(made.labels[i + 1]->view());
      before = ", ";
      i += 2;
    } while (i < made.label_count && made.labels[i - 1] && made.labels[i] == table && made.labels[i + 1]);
    out += ">";
  }
  return out;
}

/// Writes parts of declared tables from the timeline that they were folded into.
template <class Timeline> class part_writer {
public:
  explicit part_writer(const Timeline& line) : line_(line) {}

  /// A column with the constraints that can stand in it, but those that `waits` keeps for later.
  template <class Waits> std::string column(column_id id, Waits&& waits) const {
    const column_span& c = line_.column_at(id, line_.now);
    std::string out = "column<" + name_text(c.id->view()) + ", " + cpp_type(*c.type);
    if (c.nullable) out += ", nullable";
    if (c.identity) out += ", " + identity(id);
    if (c.value)
      out += (c.generated                               ? ", generated<"
              : c.value->kind == value_kind::expression ? ", default_expr<"
                                                        : ", default_to<") +
             value_text(*c.value) + ">";
    out += collation("collate", id) + comment(line_.columns[id].table, id);
    for (object_id o = line_.tables[line_.columns[id].table].first_object; o >= 0; o = line_.objects[o].next)
      if (stands_in(o) == id && !waits(o)) out += ", " + attribute(o);
    return out + ">";
  }
  std::string column(column_id id) const {
    return column(id, [](object_id) { return false; });
  }

  /// The collation of a column as an argument of `word`, behind a comma; empty for none.
  std::string collation(const std::string& word, column_id column) const {
    const auto* said =
        line_.trait_at(attribute_kind::collation, line_.columns[column].table, column, line_.now);
    return said ? ", " + word + "<" + quote(said->id->view()) + ", " + quote(said->table->view()) + ">" : "";
  }

  std::string identity(column_id column) const {
    const auto* said =
        line_.trait_at(attribute_kind::identity, line_.columns[column].table, column, line_.now);
    if (!said) return "identity";
    std::string options;
    if (said->value->integer != 1) options = "start_with<" + std::to_string(said->value->integer) + ">";
    if (said->terms) options += (options.empty() ? "cache<" : ", cache<") + std::to_string(said->terms) + ">";
    return "identity_options<" + options + ">";
  }

  /// The comment of a table (column -1) or a column, behind a comma; empty for none.
  std::string comment(table_id table, column_id column) const {
    const auto* said = line_.trait_at(attribute_kind::comment, table, column, line_.now);
    return said ? ", comment<" + quote(said->id->view()) + ">" : "";
  }

  /// The column that a constraint can stand in: its only one, when its name is derived; -1 otherwise.
  column_id stands_in(object_id id) const {
    const object_life& o = line_.objects[id];
    if (!o.derived || o.kind == part_kind::index || is_not_valid(o.terms)) return -1;
    if (o.kind == part_kind::check) return o.only_column;
    return o.key_count == 1 ? line_.keys[o.first_key].column : -1;
  }

  /// A constraint or an index as a part of its table.
  std::string object(object_id id) const {
    const object_life& o = line_.objects[id];
    const std::string given =
        line_.given_name(id, line_.now) ? name_text(object_name(line_, id, line_.now).view()) : "";
    std::string out;
    switch (o.kind) {
    case part_kind::primary_key: out = "primary_key_on<" + keys(o, 0) + ">"; break;
    case part_kind::unique: out = "unique_on<" + keys(o, 0) + ">"; break;
    case part_kind::foreign_key:
      out = "foreign_key<columns<" + keys(o, 0) + ">, references_on<" + target(o) + ", " +
            keys(o, o.key_count) + actions(o) + ">>";
      break;
    case part_kind::check: out = "check<" + quote(o.expression.source->view()) + ">"; break;
    default:
      out = (o.unique ? "unique_index_on<" : "index_on<") + keys(o, 0) + method(o) +
            (o.expression ? ", where(" + quote(o.expression.source->view()) + ")" : "") + ">";
    }
    if (!given.empty()) out = "named<" + given + ", " + out + ">";
    return is_not_valid(o.terms) ? "not_valid<" + out + ">" : out;
  }

private:
  const Timeline& line_;

  std::string attribute(object_id id) const {
    const object_life& o = line_.objects[id];
    switch (o.kind) {
    case part_kind::primary_key: return "primary_key";
    case part_kind::unique: return "unique";
    case part_kind::foreign_key: return "references<" + target(o) + ", " + keys(o, 1) + actions(o) + ">";
    default: return "check<" + quote(o.expression.source->view()) + ">";
    }
  }
  std::string target(const object_life& o) const { return name_text(line_.table_name(o.target, line_.now)); }
  static std::string actions(const object_life& o) {
    constexpr const char* deferrals[] = {"", ", deferrable", ", initially_deferred"};
    return action_text("on_delete", o.on_delete) + action_text("on_update", o.on_update) +
           deferrals[u8(deferral_of(o.terms))];
  }
  static const char* method(const object_life& o) {
    constexpr const char* methods[] = {"", ", index_method::hash", ", index_method::gin",
                                       ", index_method::brin"};
    return methods[u8(method_of(o.terms))];
  }
  std::string keys(const object_life& o, u16 first) const {
    std::string out;
    for (u16 i = 0; i < o.key_count; ++i) {
      const bound_key& k = line_.keys[o.first_key + first + i];
      std::string one = k.column >= 0 ? name_text(line_.column_name(k.column, line_.now)->view())
                                      : "expr(" + quote(k.expression.source->view()) + ")";
      if (k.descending) one.insert(0, "desc(").append(")");
      if (i >= o.key_count - included_of(o.terms)) one.insert(0, "include(").append(")");
      out += (i ? ", " : "") + one;
    }
    return out;
  }
};

} // namespace schema::difference
