// Random views over the tables and views of a timeline.
#pragma once

#include <tests/differential/generated_columns.hpp>

#include <schema/sql/query.hpp>

namespace test {

class view_generator : public column_generator {
public:
  using column_generator::column_generator;

protected:
  /// What a query is put together from.
  struct query_text {
    std::string items, from, where, behind;

    std::string sql() const {
      return "SELECT " + items + " FROM " + from + (where.empty() ? "" : " WHERE " + where) + behind;
    }
  };

  /// create_view or replace_view. The columns are called as the query calls them.
  schema::operation make_view(schema::operation_kind kind, schema::name id, std::string sql) {
    const auto* query = values_.query(std::move(sql));
    std::vector<schema::name> columns;
    if (query->fault == schema::sql::syntax_fault::none)
      for (auto item = schema::sql::first_item(query->tree->nodes, query->tree->root); item >= 0;
           item = schema::sql::next_item(query->tree->nodes, item))
        columns.push_back(column_name(*query->tree, schema::sql::naming_node(query->tree->nodes, item)));
    const auto count = schema::u16(columns.size());
    return {.kind = kind,
            .from = id,
            .labels = values_.list(std::move(columns)),
            .label_count = count,
            .up = query};
  }
  schema::operation make_view(schema::operation_kind kind, schema::name id) {
    auto text = make_query();
    auto made = make_view(kind, id, text.sql());
    if (postgresql_alone && one_in(2)) make_materialized(made);
    queries_[made.up] = std::move(text);
    return made;
  }
  void make_materialized(schema::operation& made) {
    made.terms = schema::materialized;
    if (!one_in(2)) return;
    const schema::part unique{.kind = schema::part_kind::index,
                              .unique = one_in(2),
                              .keys = values_.list(std::vector<schema::key>{{.column = &mark}}),
                              .key_count = 1};
    made.parts = values_.list(std::vector{values_.part(unique)});
    made.part_count = 1;
  }
  /// A view's query with something more, less or else; another one when there is nothing to keep.
  schema::operation make_replacement(schema::table_id view) {
    const auto& span = line_->table_at(view, line_->now);
    auto text = queries_.at(span.query);
    switch (below(4)) {
    case 0: text.items += ", " + constant_item(); break;
    case 1: text.where = one_of({"", "row_mark > 2", "1 = 1"}); break;
    case 2: // from the end
      if (const auto last = text.items.rfind(", "); last != std::string::npos) text.items.resize(last);
      break;
    default: text = make_query();
    }
    auto made = make_view(schema::operation_kind::replace_view, span.id, text.sql());
    queries_[made.up] = std::move(text);
    return made;
  }

private:
  schema::name column_name(const schema::sql::expression& tree, schema::i16 node) {
    if (node < 0) return values_.identifier("");
    std::string text(schema::sql::name_text(tree, tree.nodes[node]));
    for (auto at = text.find("\"\""); at != std::string::npos; at = text.find("\"\"", at + 1))
      text.erase(at, 1);
    return values_.identifier(text);
  }

  query_text make_query() {
    const auto of = any(readable());
    const std::string table = quoted(line_->last_name(of));
    switch (below(5)) {
    case 0: { // names alone
      table_names names(*line_, of, reads_);
      std::string items = quoted(&mark);
      for (std::size_t i = below(4); i > 0; --i)
        items += ", " + quoted(line_->last_column(any(columns_of(of))).id);
      return {items, table, one_in(2) ? expression(names, schema::value_type::boolean) : "", {}};
    }
    case 1: { // joined
      const auto other = any(readable());
      table_names own(*line_, of, reads_, "p."), others(*line_, other, reads_, "q.");
      return {"p." + quoted(&mark) + item(of, own, "p.") + item(other, others, "q.") +
                  item(other, others, "q."),
              table + " AS p" + one_of({" JOIN ", " LEFT JOIN "}) + quoted(line_->last_name(other)) +
                  " AS q ON q." + quoted(&mark) + " = p." + quoted(&mark) + one_of({"", " + 1", " - 2"}),
              one_in(3) ? expression(own, schema::value_type::boolean) : "",
              {}};
    }
    case 2: { // grouped
      const auto chance = columns_of_chance(*line_);
      const auto by = any(columns_of(of));
      if (chance.contains(by)) break;
      reads_.insert(by);
      const std::string key = quoted(line_->last_column(by).id);
      table_names names(*line_, of, reads_);
      return {"min(" + quoted(&mark) + ") AS " + quoted(&mark) + ", " + key + ", count(*) AS n", table,
              one_in(3) ? expression(names, schema::value_type::boolean) : "", " GROUP BY " + key};
    }
    case 3: { // with another in its condition
      const auto other = any(readable());
      table_names own(*line_, of, reads_, "p."), others(*line_, other, reads_, "q.");
      return {"p." + quoted(&mark) + item(of, own, "p."),
              table + " AS p",
              std::string(one_of({"EXISTS", "NOT EXISTS"})) + " (SELECT 1 FROM " +
                  quoted(line_->last_name(other)) + " AS q WHERE q." + quoted(&mark) + " > p." +
                  quoted(&mark) + " AND " + expression(others, schema::value_type::boolean) + ")",
              {}};
    }
    default: break;
    }
    table_names names(*line_, of, reads_, "p.");
    std::string items = "p." + quoted(&mark);
    for (std::size_t i = below(4); i > 0; --i) items += item(of, names, "p.");
    return {items, table + " AS p", one_in(2) ? expression(names, schema::value_type::boolean) : "", {}};
  }
  std::string constant_item() {
    return one_of({"1 AS one", "'text' AS words", "NULL AS nothing", "row_mark + 1 AS \"after it\""});
  }
  std::string item(schema::table_id of, const table_names& names, const std::string& prefix) {
    const std::string alias = " AS " + quoted(any(columns_));
    if (one_in(2))
      return ", " + prefix + quoted(line_->last_column(any(columns_of(of))).id) + (one_in(3) ? alias : "");
    expression_generator any_of(random_());
    return ", " + expression(names, any_of.any_type()) + alias;
  }

  std::map<const schema::sql::statement*, query_text> queries_;
};

} // namespace test
