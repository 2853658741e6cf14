// Writes migrations that use every operation, and keeps the schema as each leaves it.
#pragma once

#include "schema_model.hpp"

#include <functional>

namespace generator {

/// Types of the columns, with a default for each.
struct type_choice {
  const char *type, *value;
};
inline constexpr type_choice types[] = {
    {"text", "default_to<\"\">"},
    {"integer", "default_to<0>"},
    {"bigint", "default_to<0>"},
    {"boolean", "default_to<false>"},
    {"timestamptz", "default_expr<\"now()\">"},
    {"json", "default_to<\"{}\">"},
    {"varchar<80>", "default_to<\"none\">"},
    {"numeric<10, 2, on_sqlite<text>>", "default_to<\"0.00\">"},
    {"date", "default_expr<\"CURRENT_DATE\">"},
    {"double_precision", "default_to<0>"},
    {"smallint", "default_to<1>"},
};

class history_writer {
public:
  schema now{};
  std::vector<std::string> migrations{};

  /// Whether every migration adds a CHECK and a data statement of its own to what it changes.
  bool is_stated{};

  /// `tables` created two a migration, then one change a migration until there are `count`.
  void write(std::size_t tables, std::size_t columns, std::size_t count) {
    create_enumeration("kind", {"draft", "public"});
    for (std::size_t t = 0; t < tables; ++t) {
      make_table(t, columns);
      if (t % 2 == 1 || t + 1 == tables) finish("create " + number(migrations.size() + 1));
    }
    for (std::size_t change = 0; migrations.size() < count; ++change) {
      write_change(change, (change * 7) % tables);
      finish("change " + number(change));
    }
  }

  /// Adds an operation to the migration at hand.
  void add(const std::string& operation) { operations_.push_back(operation); }

  void finish(const std::string& title) {
    const std::size_t version = migrations.size() + 1;
    if (is_stated) state(version);
    std::string out = "struct m" + number(version) + " : migration<" + number(version) + ", " + quote(title);
    for (const auto& operation : operations_)
      out += ",\n  " + (is_dangerous(operation) ? "assume_safe<\"few rows\", " + operation + ">" : operation);
    migrations.push_back(out + "> {};");
    operations_.clear();
  }

private:
  /// Whether the rules of safety would refuse it without a reason.
  bool is_dangerous(const std::string& operation) const {
    const auto is = [&](const char* kind) { return operation.starts_with(kind); };
    const auto has = [&](const char* word) { return operation.find(word) != std::string::npos; };
    if (is("rename_table<") || is("rename_column<") || (is("add_column<") && has("check<"))) return true;
    if (is("alter_column<") && (has("set_type<") || has("drop_default"))) return true;
    return operations_.size() > 1 &&
           (is("add_constraint<") || is("create_index<") || is("drop_index<") || has("set_not_null"));
  }

  std::vector<std::string> operations_{};
  std::vector<std::size_t> scratch_tables_{};

  void state(std::size_t version) {
    table& t = now.tables[version * 5 % now.tables.size()];
    const std::string& column = t.columns[3].name;
    add_object(t, {.name = fresh("kept", version), .text = "check<\"{3} >= -" + number(version) + "\">"});
    add("data<\"UPDATE " + t.name + " SET " + column + " = abs(" + column + ") + " + number(version) +
        " WHERE " + column + " < 0 AND EXISTS (SELECT 1 FROM " + now.tables[0].name +
        " AS other WHERE other.id = " + t.name + ".parent_id)\">");
  }

  void create_enumeration(const std::string& name, std::vector<std::string> labels) {
    now.enumerations.push_back({.name = name, .labels = std::move(labels)});
    add("create_enumeration<" + now.enumerations.back().list() + ">");
  }

  /// A key, a foreign key, a CHECK and an index in every table; names derived in one of two.
  void make_table(std::size_t t, std::size_t columns) {
    table made{.name = "table_" + number(t), .target = t ? int(t) - 1 : 0};
    const bool key_in_column = t % 4 != 3;
    made.columns.push_back({.name = "id",
                            .type = "uuid",
                            .value = "default_expr<\"gen_random_uuid()\">",
                            .more = key_in_column ? "primary_key" : ""});
    made.columns.push_back(
        {.name = "parent_id",
         .type = "uuid",
         .more = "references<\"[" + number(std::size_t(made.target)) + "]\", \"id\", on_delete::cascade>",
         .nullable = true});
    for (std::size_t c = 2; c < columns; ++c) {
      const type_choice& choice = types[(c - 2) % std::size(types)];
      column one{
          .name = "column_" + number(t) + "_" + number(c), .type = choice.type, .nullable = c % 3 == 0};
      if (c % 4 == 0 || c % 4 == 1) one.value = choice.value;
      if (c + 1 == columns)
        one = {
            .name = "kind_" + number(t), .type = "enumeration<\"kind\">", .value = "default_to<\"draft\">"};
      made.columns.push_back(one);
    }
    if (!key_in_column) made.objects.push_back({.text = "primary_key_on<\"{0}\">"});
    made.objects.push_back({.name = t % 2 ? "" : "table_" + number(t) + "_bounds",
                            .text = "check<\"{3} >= 0 AND {4} < 1000000\">"});
    made.objects.push_back({.name = t % 2 ? "table_" + number(t) + "_recent" : "",
                            .text = "index_on<\"{2}\", desc(\"{6}\")>",
                            .is_index = true});
    if (t % 3 == 0) made.objects.push_back({.text = "unique_on<\"{1}\", \"{3}\">"});
    now.tables.push_back(made);
    add("create_table<" + now.body(now.tables.back()) + ">");
  }

  std::string alter(const table& t, const column& c, const std::string& changes) {
    return "alter_column<" + quote(t.name) + ", " + quote(c.name) + ", " + changes + ">";
  }

  column& add_column(table& t, column c) {
    t.columns.push_back(std::move(c));
    add("add_column<" + quote(t.name) + ", " + now.written(t.columns.back()) + ">");
    return t.columns.back();
  }

  /// A name for what change `n` adds.
  static std::string fresh(const char* what, std::size_t n) { return std::string(what) + "_" + number(n); }

  /// A constraint or an index that an earlier change added and named; the first table that has one.
  object* added(bool is_index, table*& owner) {
    for (table& t : now.tables)
      for (object& o : t.objects)
        if (o.alive && t.alive && o.is_index == is_index && o.name.starts_with("added_")) {
          owner = &t;
          return &o;
        }
    return nullptr;
  }

  void add_object(table& t, object o) {
    t.objects.push_back(o);
    const std::string verb = o.is_index ? "create_index<" : "add_constraint<";
    add(verb + quote(t.name) + ", " + now.replace_table(t.written(o)) + ">");
  }

  static constexpr std::size_t kinds = 22;

  void write_change(std::size_t n, std::size_t which) {
    table& t = now.tables[which];
    switch (n % kinds) {
    case 0: add_column(t, {.name = fresh("extra", n), .type = "text", .nullable = true}); break;
    case 1: {
      const std::string name = fresh("count", n);
      add_column(t, {.name = name,
                     .type = "integer",
                     .value = "default_to<0>",
                     .more = "check<\"" + name + " >= 0\">"});
      t.columns.back().more.clear(); // from here on an object of the table, whose text follows renames
      t.objects.push_back({.text = "check<\"{" + number(t.columns.size() - 1) + "} >= 0\">"});
      add("data<\"UPDATE " + t.name + " SET " + name + " = 1 WHERE " + name + " = 0\">");
      break;
    }
    case 2: rename_column(t, 3 + n % 4, fresh("renamed", n)); break;
    case 3: retype(t, t.columns[3], "bigint", "set_type<bigint>"); break;
    case 4: {
      column& c = t.columns[4];
      c.value = "default_to<" + number(n) + ">";
      add(alter(t, c, "set_default<" + number(n) + ">"));
      break;
    }
    case 5: {
      column& c = t.columns[9];
      add(alter(t, c, c.nullable ? "set_not_null" : "drop_not_null"));
      c.nullable = !c.nullable;
      break;
    }
    case 6: {
      column& c = add_column(t, {.name = fresh("minutes", n), .type = "text", .nullable = true});
      finish("made " + number(n));
      retype(t, c, "integer",
             "set_type<integer, conversion<\"length(" + c.name + ")\">, reverse_conversion<\"CASE WHEN " +
                 c.name + " > 0 THEN 'some' ELSE 'none' END\">>");
      break;
    }
    case 7: {
      column& c = t.columns[10];
      if (c.alive)
        add("drop_column<" + quote(t.name) + ", " + quote(c.name) +
            (c.nullable || !c.value.empty() ? ", loses_data>" : ", loses_data, irreversible>"));
      else
        add_column(t, {.name = fresh("late", n), .type = "date", .nullable = true});
      c.alive = false;
      break;
    }
    case 8:
    case 10: add_object(t, {.name = fresh("added", n), .text = "check<\"{4} >= 0 OR {4} IS NULL\">"}); break;
    case 9: rename_object(false, fresh("bounded", n)); break;
    case 11: drop_object(false); break;
    case 12:
    case 14:
      add_object(t, {.name = fresh("added", n),
                     .text = "index_on<expr(\"lower({2})\"), where(\"{3} IS NOT NULL\")>",
                     .is_index = true});
      break;
    case 13: rename_object(true, fresh("by_name", n)); break;
    case 15: drop_object(true); break;
    case 16: {
      const std::string name = fresh("renamed_table", n);
      add("rename_table<" + quote(t.name) + ", " + quote(name) + ">");
      t.name = name;
      break;
    }
    case 17: {
      const std::string scratch = fresh("scratch", n);
      add("create_table<" + quote(scratch) +
          ", column<\"id\", bigint, identity, primary_key>, column<\"table_id\", uuid, references<" +
          quote(t.name) + ", \"id\">>, column<\"note\", varchar<200>, unique>>");
      finish("made " + number(n));
      add("drop_table<" + quote(scratch) + ", loses_data>");
      break;
    }
    case 18: {
      const std::string name = fresh("state", n);
      create_enumeration(name, {"open", "closed"});
      add_column(t,
                 {.name = name, .type = "enumeration<" + quote(name) + ">", .value = "default_to<\"open\">"});
      break;
    }
    case 19: {
      enumeration& e = now.enumerations.back();
      const bool in_front = n % 2;
      e.labels.insert(in_front ? e.labels.begin() : e.labels.end(), fresh("label", n));
      add("add_value<" + quote(e.name) + ", " + quote(fresh("label", n)) +
          (in_front ? ", before<" + quote(e.labels[1]) + ">>" : ">"));
      break;
    }
    case 20: {
      const std::string name = fresh("passing", n);
      add("create_enumeration<" + quote(name) + ", \"a\", \"b\">");
      add("drop_enumeration<" + quote(name) + ">");
      add("alter_column<" + quote(t.name) + ", " + quote(t.columns[4].name) + ", drop_default>");
      t.columns[4].value.clear();
      break;
    }
    default:
      add("execute<up<postgresql<\"COMMENT ON TABLE " + t.name + " IS 'change " + number(n) +
          "'\">, sqlite<\"SELECT " + number(n) + "\">>, down<postgresql<\"COMMENT ON TABLE " + t.name +
          " IS NULL\">, sqlite<\"SELECT 0\">>>");
      if (!is_stated) // its CHECK is a rebuild on SQLite, where a DELETE may not count on a cascade
        add("data<\"DELETE FROM " + t.name + " WHERE parent_id IS NULL AND " + t.columns[3].name + " < 0\">");
    }
  }

  void rename_column(table& t, std::size_t c, const std::string& to) {
    add("rename_column<" + quote(t.name) + ", " + quote(t.columns[c].name) + ", " + quote(to) + ">");
    t.columns[c].name = to;
  }

  void retype(table& t, column& c, const std::string& type, const std::string& change) {
    add(alter(t, c, change));
    c.type = type;
  }

  void rename_object(bool is_index, const std::string& to) {
    table* t = nullptr;
    object* o = added(is_index, t);
    if (is_index)
      add("rename_index<" + quote(o->name) + ", " + quote(to) + ">");
    else
      add("rename_constraint<" + quote(t->name) + ", " + quote(o->name) + ", " + quote(to) + ">");
    o->name = to;
  }

  void drop_object(bool is_index) {
    table* t = nullptr;
    object* o = added(is_index, t);
    if (is_index)
      add("drop_index<" + quote(o->name) + ">");
    else
      add("drop_constraint<" + quote(t->name) + ", " + quote(o->name) + ">");
    o->alive = false;
  }
};

} // namespace generator
