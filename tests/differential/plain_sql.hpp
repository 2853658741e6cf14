// The SQL of an operation as a person would write it, straight from its plain values: apart from the dialects
// and the timeline's rendering, for what the fold refuses has none.
#pragma once

#include <tests/differential/plain_parts.hpp>

#include <algorithm>

namespace test {

/// Carries operations out on a database as it stands. What SQLite's ALTER can't do is done by building the
/// table anew from the text that SQLite keeps of it.
class plain_sql : plain_parts {
public:
  explicit plain_sql(soci::session& session)
      : plain_parts(schema::backend_of(session) == schema::backend::sqlite), session_(session) {}

  /// Carries out operations that come after an instant. Returns false when the database has nothing to ask
  /// the last one of: SQLite has no enumerations. Throws native_error.
  bool run(const fuzzed_timeline& line, schema::u32 instant,
           const std::vector<const schema::operation*>& operations) {
    line_ = &line;
    instant_ = instant;
    earlier_.clear();
    bool is_asked = true;
    for (const auto* o : operations) {
      is_asked = run(*o);
      earlier_.push_back(o);
    }
    return is_asked;
  }

private:
  bool run(const schema::operation& o) {
    switch (o.kind) {
    case schema::operation_kind::create_table: return create_table(o);
    case schema::operation_kind::drop_table: return send("DROP TABLE " + quoted(o.table));
    case schema::operation_kind::rename_table: return rename_table(o);
    case schema::operation_kind::add_column:
      return is_sqlite_ ? rebuild(o.table, {}, column(*o.parts[0], false)) && add_inline(o)
                        : send("ALTER TABLE " + quoted(o.table) + " ADD COLUMN " + column(*o.parts[0], true));
    case schema::operation_kind::drop_column:
      return alter(o) && send(alter_ + "DROP COLUMN " + quoted(o.from));
    case schema::operation_kind::rename_column:
      return alter(o) && send(alter_ + "RENAME COLUMN " + quoted(o.from) + " TO " + quoted(o.to));
    case schema::operation_kind::alter_column: return alter_column(o);
    case schema::operation_kind::add_constraint:
      return is_sqlite_ ? rebuild(o.table, {}, constraint(*o.parts[0]))
                        : alter(o) && send(alter_ + "ADD " + constraint(*o.parts[0]));
    case schema::operation_kind::drop_constraint:
      return !is_sqlite_ && alter(o) && send(alter_ + "DROP CONSTRAINT " + quoted(o.from));
    case schema::operation_kind::rename_constraint:
      return !is_sqlite_ && alter(o) &&
             send(alter_ + "RENAME CONSTRAINT " + quoted(o.from) + " TO " + quoted(o.to));
    case schema::operation_kind::create_index: return send(index(*o.parts[0], o.table));
    case schema::operation_kind::drop_index: return send("DROP INDEX " + quoted(o.from));
    case schema::operation_kind::rename_index:
      return !is_sqlite_ && send("ALTER INDEX " + quoted(o.from) + " RENAME TO " + quoted_own(o.to));
    case schema::operation_kind::create_schema: return !is_sqlite_ && send("CREATE SCHEMA " + quoted(o.from));
    case schema::operation_kind::drop_schema: return !is_sqlite_ && send("DROP SCHEMA " + quoted(o.from));
    case schema::operation_kind::create_enumeration: return !is_sqlite_ && create_enumeration(o);
    case schema::operation_kind::drop_enumeration: return !is_sqlite_ && send("DROP TYPE " + quoted(o.from));
    case schema::operation_kind::add_value:
      return !is_sqlite_ && send("ALTER TYPE " + quoted(o.from) + " ADD VALUE " + literal(o.labels[0]) +
                                 (o.before ? " BEFORE " + literal(o.before) : ""));
    case schema::operation_kind::data:
      return send(std::string(o.up->view())) && (!o.down || send(std::string(o.down->view())));
    case schema::operation_kind::execute:
      for (const auto& way : o.scripts)
        if (const auto* script = way[is_sqlite_]) send(std::string(script->view()));
      return true;
    case schema::operation_kind::replace_view: send("DROP VIEW " + quoted(o.from)); [[fallthrough]];
    case schema::operation_kind::create_view:
      if (is_sqlite_ && o.terms == schema::materialized) return false;
      send((o.terms == schema::materialized ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ") + quoted(o.from) +
           " AS " + std::string(o.up->view()));
      return send("SELECT * FROM " + quoted(o.from) +
                  " LIMIT 0"); // SQLite asks for nothing before it is read
    case schema::operation_kind::drop_view:
      return send((o.terms == schema::materialized ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") +
                  quoted(o.from));
    case schema::operation_kind::refresh_view: return send("REFRESH MATERIALIZED VIEW " + quoted(o.from));
    case schema::operation_kind::create_extension:
      return !is_sqlite_ && send("CREATE EXTENSION " + quoted(o.from));
    case schema::operation_kind::drop_extension:
      return !is_sqlite_ && send("DROP EXTENSION " + quoted(o.from));
    case schema::operation_kind::replace_function:
      if (is_sqlite_) return false;
      send("DROP FUNCTION " + quoted(o.from));
      [[fallthrough]];
    case schema::operation_kind::create_function:
    case schema::operation_kind::create_trigger: {
      const auto* text = o.scripts[0][is_sqlite_];
      return text && text->size > 0 && send(std::string(text->view()));
    }
    case schema::operation_kind::drop_function: return !is_sqlite_ && send("DROP FUNCTION " + quoted(o.from));
    case schema::operation_kind::drop_trigger:
      return send("DROP TRIGGER " + quoted(o.from) +
                  (is_sqlite_ ? "" : " ON " + quoted(table_of_trigger(o.from))));
    case schema::operation_kind::set_comment:
      return !is_sqlite_ && send((o.from ? "COMMENT ON COLUMN " + quoted(o.table) + "." + quoted(o.from)
                                         : "COMMENT ON TABLE " + quoted(o.table)) +
                                 " IS " + schema::native::literal(o.changes[0]->id->view()));
    case schema::operation_kind::rename_value:
      return !is_sqlite_ && send("ALTER TYPE " + quoted(o.from) + " RENAME VALUE " + literal(o.labels[0]) +
                                 " TO " + literal(o.labels[1]));
    case schema::operation_kind::validate_constraint:
      return !is_sqlite_ && alter(o) && send(alter_ + "VALIDATE CONSTRAINT " + quoted(o.from));
    case schema::operation_kind::alter_constraint:
      return !is_sqlite_ && alter(o) &&
             send(alter_ + "ALTER CONSTRAINT " + quoted(o.from) +
                  (schema::deferral_of(o.terms) == schema::deferral::none ? " NOT DEFERRABLE" : "") +
                  deferral(o.terms));
    default: return false;
    }
  }

  bool send(const std::string& sql) {
    schema::native::run(session_, sql);
    return true;
  }
  bool alter(const schema::operation& o) {
    alter_ = "ALTER TABLE " + quoted(o.table) + " ";
    return true;
  }
  // -- operations
  /// To another schema first, where it is for one.
  bool rename_table(const schema::operation& o) {
    std::string table = quoted(o.table);
    if (!(o.table->place() == o.to->place())) {
      const std::string place = o.to->is_pair() ? quoted(o.to->place()) : "public";
      send("ALTER TABLE " + table + " SET SCHEMA " + place);
      if (o.table->own() == o.to->own()) return true;
      table = place + "." + quoted_own(o.table);
    }
    return send("ALTER TABLE " + table + " RENAME TO " + quoted_own(o.to));
  }
  bool create_table(const schema::operation& o) {
    std::string items;
    for (schema::u16 i = 0; i < o.part_count; ++i)
      if (o.parts[i]->kind != schema::part_kind::index && o.parts[i]->kind != schema::part_kind::comment)
        items += (items.empty() ? "" : ", ") + (o.parts[i]->kind == schema::part_kind::column
                                                    ? column(*o.parts[i], true)
                                                    : constraint(*o.parts[i]));
    send("CREATE TABLE " + quoted(o.table) + " (" + items + ")" + (is_sqlite_ ? " STRICT" : ""));
    for (schema::u16 i = 0; i < o.part_count; ++i)
      if (o.parts[i]->kind == schema::part_kind::index) send(index(*o.parts[i], o.table));
    return true;
  }
  bool create_enumeration(const schema::operation& o) {
    std::string labels;
    for (schema::u16 i = 0; i < o.label_count; ++i) labels += (i ? ", " : "") + literal(o.labels[i]);
    return send("CREATE TYPE " + quoted(o.from) + " AS ENUM (" + labels + ")");
  }
  /// The constraints of an added column, behind all columns.
  bool add_inline(const schema::operation& o) {
    const auto& p = *o.parts[0];
    for (const auto* a : p.attributes) {
      if (!a || !schema::is_object(a->kind)) continue;
      if (a->kind == schema::attribute_kind::primary_key && schema::decode_column(p).identity) continue;
      const std::string own = "(" + quoted(p.id) + ")", sql = inline_constraint(*a);
      rebuild(o.table, {},
              a->kind == schema::attribute_kind::check        ? sql
              : a->kind == schema::attribute_kind::references ? "FOREIGN KEY " + own + " " + sql
                                                              : sql + " " + own);
    }
    return true;
  }

  /// The column that an operation names, as it was made here or as the timeline has it; of no type when there
  /// is none.
  schema::column_span standing(const schema::operation& o) const {
    for (const auto* made : earlier_)
      for (schema::u16 i = 0; i < made->part_count; ++i)
        if (made->parts[i]->kind == schema::part_kind::column && same_name(made->table, o.table) &&
            same_name(made->parts[i]->id, o.from)) {
          const auto c = schema::decode_column(*made->parts[i]);
          const auto all = made->parts[i]->attributes;
          const bool generated = std::any_of(all, all + schema::most_attributes, [](const auto* a) {
            return a && a->kind == schema::attribute_kind::generated;
          });
          return {.id = c.id,
                  .type = c.type,
                  .value = c.value,
                  .nullable = c.nullable,
                  .identity = c.identity,
                  .generated = generated};
        }
    for (schema::column_id c = 0; c < line_->column_count; ++c) {
      const auto& life = line_->columns[c];
      if (life.alive.holds(instant_) && same_name(line_->table_name(life.table, instant_), o.table) &&
          same_name(line_->column_name(c, instant_), o.from))
        return line_->column_at(c, instant_);
    }
    return {};
  }
  /// Of one that is none, the last table.
  schema::name table_of_trigger(schema::name id) const {
    schema::name found = id;
    for (schema::table_id t = 0; t < line_->table_count; ++t)
      if (line_->tables[t].alive.holds(instant_) && !line_->tables[t].is_view)
        found = line_->table_name(t, instant_);
    for (schema::i32 r = 0; r < line_->routine_count; ++r)
      if (const auto& one = line_->routines[r];
          one.is_trigger() && one.alive.holds(instant_) && same_name(one.made->from, id))
        found = line_->table_name(one.table, instant_);
    for (const auto* made : earlier_)
      if (made->kind == schema::operation_kind::create_trigger && same_name(made->from, id))
        found = made->table;
    return found;
  }
  bool alter_column(const schema::operation& o) {
    for (schema::u16 i = 0; i < o.change_count; ++i)
      if (!(is_sqlite_ ? alter_on_sqlite(o, *o.changes[i]) : alter_on_postgresql(o, *o.changes[i])))
        return false;
    return true;
  }
  bool alter_on_postgresql(const schema::operation& o, const schema::attribute& a) {
    const std::string sql = "ALTER TABLE " + quoted(o.table) + " ALTER COLUMN " + quoted(o.from) + " ";
    const auto was = standing(o);
    const auto to = [&](const schema::column_type& t, const schema::sql::expression* e) {
      return send(sql + "TYPE " + type(t) + (e ? " USING (" + text(*e) + ")" : ""));
    };
    switch (a.kind) {
    case schema::attribute_kind::set_not_null: return send(sql + "SET NOT NULL");
    case schema::attribute_kind::drop_not_null: return send(sql + "DROP NOT NULL");
    case schema::attribute_kind::drop_default: return send(sql + "DROP DEFAULT");
    case schema::attribute_kind::collation:
      return was.type && send(sql + "TYPE " + type(*was.type) + collation(a));
    case schema::attribute_kind::set_default:
      return send(sql + "SET DEFAULT " + value(*a.value, was.type ? *was.type : any_));
    default: // there and back
      return to(*a.type, a.expression) && (!was.type || a.irreversible || to(*was.type, a.reverse));
    }
  }
  bool alter_on_sqlite(const schema::operation& o, const schema::attribute& a) {
    const auto was = standing(o);
    if (!was.type) return false;
    schema::column_span is = was;
    const auto write = [&] {
      const bool compares = a.kind == schema::attribute_kind::collation;
      return quoted(is.id) + " " + type(*is.type) + (compares ? collation(a) : "") +
             (is.nullable ? "" : " NOT NULL") + (is.identity ? " PRIMARY KEY AUTOINCREMENT" : "") +
             (was.generated ? generated(*was.value) : "") +
             (is.value && !(was.generated && is.value == was.value) ? " DEFAULT " + value(*is.value, *is.type)
                                                                    : "");
    };
    switch (a.kind) {
    case schema::attribute_kind::set_not_null: is.nullable = false; break;
    case schema::attribute_kind::drop_not_null: is.nullable = true; break;
    case schema::attribute_kind::drop_default: is.value = nullptr; break;
    case schema::attribute_kind::collation: break;
    case schema::attribute_kind::set_default: is.value = a.value; break;
    default:
      is.type = a.type;
      is.value = nullptr;
      rebuild(o.table, quoted(o.from), write(), a.expression);
      if (a.irreversible) return true;
      is = was;
      return rebuild(o.table, quoted(o.from), write(), a.reverse);
    }
    return rebuild(o.table, quoted(o.from), write());
  }

  // -- SQLite
  /// The items between the parentheses of a CREATE TABLE.
  static std::vector<std::string> items_of(const std::string& sql) {
    std::vector<std::string> items{{}};
    int depth = 0;
    char within = 0;
    for (char c : sql) {
      if (within) {
        if (c == within) within = 0;
      } else if (c == '"' || c == '\'') {
        within = c;
      } else if (c == '(' && depth++ == 0) {
        continue;
      } else if (c == ')' && --depth == 0) {
        break;
      } else if (c == ',' && depth == 1) {
        items.emplace_back();
        continue;
      }
      if (depth > 0 && !(items.back().empty() && (c == ' ' || c == '\n'))) items.back() += c;
    }
    return items;
  }
  /// Builds a table anew with an item more, or instead of the column of that name, which is filled from an
  /// expression or else from what it was.
  bool rebuild(schema::name table, const std::string& replaced, const std::string& item,
               const schema::sql::expression* filled = nullptr) {
    const auto found = schema::native::query(
        session_, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = " + literal(table));
    if (found.empty()) throw schema::native_error("1", "no such table");
    const auto indexes = schema::native::query(
        session_, "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = " +
                      literal(table));
    std::string columns, values, items;
    for (const auto& row :
         schema::native::query(session_, "SELECT name FROM pragma_table_info(" + literal(table) + ")")) {
      const std::string column = schema::native::identifier(*row[0]);
      columns += (columns.empty() ? "" : ", ") + column;
      values += (values.empty() ? "" : ", ") + (column == replaced && filled ? text(*filled) : column);
    }
    bool is_column = !replaced.empty() || item[0] == '"', is_put = false;
    for (const auto& one : items_of(*found[0][0])) {
      const bool is_it = !replaced.empty() && one.compare(0, replaced.size() + 1, replaced + " ") == 0;
      if (is_column && replaced.empty() && !is_put && one[0] != '"') {
        items += (items.empty() ? "" : ", ") + item; // a column goes before the constraints
        is_put = true;
      }
      items += (items.empty() ? "" : ", ") + (is_it ? item : one);
    }
    if (replaced.empty() && !is_put) items += ", " + item;
    send("CREATE TABLE \"built anew\" (" + items + ") STRICT");
    send("INSERT INTO \"built anew\" (" + columns + ") SELECT " + values + " FROM " + quoted(table));
    send("DROP TABLE " + quoted(table));
    send("ALTER TABLE \"built anew\" RENAME TO " + quoted(table));
    for (const auto& row : indexes) send(*row[0]);
    return true;
  }

  soci::session& session_;
  std::string alter_;
  std::vector<const schema::operation*> earlier_;
  schema::column_type any_{.kind = schema::type_kind::text};
  const fuzzed_timeline* line_{};
  schema::u32 instant_{};
};

} // namespace test
