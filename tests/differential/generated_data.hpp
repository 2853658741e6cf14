// Random data statements and conversions over the tables of a timeline.
#pragma once

#include <tests/differential/columns_of_chance.hpp>
#include <tests/differential/generated_expression.hpp>
#include <tests/differential/generated_parts.hpp>

#include <map>

namespace test {

/// What a data statement does to rows, by ids.
struct data_effect {
  schema::sql::statement_kind kind{};
  schema::table_id table{-1};
  std::vector<schema::column_id> columns; ///< update: what it assigns
};

/// Names the columns of a table as it stands now, or with one of another type; notes which.
class table_names : public expression_names {
public:
  table_names(const fuzzed_timeline& line, schema::table_id table, std::set<schema::column_id>& read,
              std::string prefix = {})
      : line_(line), table_(table), read_(read), prefix_(std::move(prefix)),
        chance_(columns_of_chance(line)) {}
  table_names& retyped(schema::column_id column, schema::type_kind kind) {
    retyped_ = column;
    kind_ = kind;
    return *this;
  }

  std::string column(schema::value_type type, std::size_t choice) const override {
    std::vector<schema::column_id> fitting;
    for (auto c = line_.tables[table_].first_column; c >= 0; c = line_.columns[c].next)
      if (line_.columns[c].alive.holds(line_.now) && !chance_.contains(c) &&
          schema::value_type_of(c == retyped_ ? kind_ : line_.last_column(c).type->kind) == type)
        fitting.push_back(c);
    if (fitting.empty()) return {};
    const auto c = fitting[choice % fitting.size()];
    read_.insert(c);
    return prefix_ + quoted(line_.last_column(c).id);
  }
  std::string label(std::size_t choice) const override {
    std::vector<std::string> all{"'low'"};
    for (schema::i32 l = 0; l < line_.label_count; ++l)
      if (line_.labels[l].text->view().find('\'') == schema::text_view::npos)
        all.push_back("'" + std::string(line_.labels[l].text->view()) + "'");
    return all[choice % all.size()];
  }

private:
  const fuzzed_timeline& line_;
  schema::table_id table_;
  std::set<schema::column_id>& read_;
  std::string prefix_;
  std::set<schema::column_id> chance_;
  schema::column_id retyped_{-1};
  schema::type_kind kind_{};
};

class data_generator : public part_generator {
public:
  using part_generator::part_generator;

  /// What a statement that was made here does; null for one that was not.
  const data_effect* effect_of(const schema::sql::statement* s) const {
    const auto found = effects_.find(s);
    return found == effects_.end() ? nullptr : &found->second;
  }

protected:
  /// Changes rows of a table, with a way back or without.
  const schema::operation* make_data(schema::table_id t) {
    schema::operation o{.kind = schema::operation_kind::data};
    switch (below(4)) {
    case 0: {
      const auto from = any(readable());
      const auto number = next_number();
      o.up = insert(t, from, number);
      if (!o.up) return nullptr;
      if (!one_in(4)) o.down = remove(t, quoted(&mark) + " >= " + number);
      break;
    }
    case 1:
      o.up = remove(t, condition(t));
      if (one_in(4)) o.down = insert(t, any(readable()), next_number());
      break;
    default:
      o.up = update(t);
      if (!o.up) return nullptr;
      if (one_in(2)) o.down = update(t);
    }
    o.irreversible = !o.down && one_in(12);
    return values_.operation(o);
  }

  /// A change to any type by an expression, and back by another.
  const schema::attribute* make_conversion(schema::table_id t, schema::column_id c) {
    const auto& was = *line_->last_column(c).type;
    const auto* to = make_type();
    table_names before(*line_, t, reads_), after(*line_, t, reads_);
    after.retyped(c, to->kind);
    schema::attribute a{.kind = schema::attribute_kind::set_type,
                        .expression = values_.expression(expression(before, value_of(*to))),
                        .type = to};
    a.irreversible = one_in(12);
    if (!a.irreversible) a.reverse = values_.expression(expression(after, value_of(was)));
    return values_.attribute(a);
  }

  std::string expression(const expression_names& names, schema::value_type type) {
    expression_generator generate(random_(), names);
    std::string text = generate.write(type);
    while (may_index_a_scalar(text)) text = generate.write(type);
    return text;
  }

  /// No expression is of an enumeration: a text becomes one.
  schema::value_type value_of(const schema::column_type& type) {
    if (type.kind == schema::type_kind::enumeration && one_in(2)) return schema::value_type::text;
    return schema::value_type_of(type.kind);
  }

  std::set<schema::column_id> reads_; ///< what statements, conversions and queries read

private:
  /// More than any mark so far, each time: sums of two are no third.
  std::string next_number() { return std::to_string(100'000ull << inserts_++ % 40); }
  const schema::sql::statement* note(std::string sql, data_effect effect) {
    const auto* made = values_.statement(std::move(sql));
    effects_[made] = std::move(effect);
    return made;
  }
  std::string condition(schema::table_id t) {
    table_names names(*line_, t, reads_);
    std::string text = expression(names, schema::value_type::boolean);
    if (one_in(4)) {
      const auto other = any(readable());
      table_names others(*line_, other, reads_, "q.");
      text = std::string(one_of({"EXISTS", "NOT EXISTS"})) + " (SELECT 1 FROM " +
             quoted(line_->last_name(other)) + " AS q WHERE " +
             expression(others, schema::value_type::boolean) + ")";
    }
    return text;
  }
  std::string named(schema::table_id t) { return quoted(line_->last_name(t)); }

  const schema::sql::statement* remove(schema::table_id t, const std::string& where) {
    return note("DELETE FROM " + named(t) + " WHERE " + where,
                {.kind = schema::sql::statement_kind::delete_rows, .table = t, .columns = {}});
  }
  const schema::sql::statement* update(schema::table_id t) {
    auto all = changing_columns_of(t);
    const auto chance = columns_of_chance(*line_);
    std::erase_if(all, [&](schema::column_id c) {
      return chance.contains(c) || (line_->last_column(c).generated && !one_in(20));
    });
    if (all.empty()) return nullptr;
    data_effect effect{.kind = schema::sql::statement_kind::update, .table = t, .columns = {any(all)}};
    if (const auto second = any(all); second != effect.columns[0]) effect.columns.push_back(second);
    const bool joins = one_in(4);
    const auto other = any(readable());
    table_names own(*line_, t, reads_), others(*line_, other, reads_, "q.");
    const expression_names& names = joins ? others : own;
    std::string sql = "UPDATE " + named(t) + " SET ";
    for (const auto c : effect.columns)
      sql += (c == effect.columns[0] ? "" : ", ") + quoted(line_->last_column(c).id) + " = " +
             expression(names, value_of(*line_->last_column(c).type));
    if (joins)
      sql += " FROM " + named(other) + " AS q WHERE q." + quoted(&mark) + " = " +
             quoted_own(line_->last_name(t)) + "." + quoted(&mark) + one_of({" - 1", " - 2", " + 2", " + 3"});
    else if (!one_in(4))
      sql += " WHERE " + condition(t);
    return note(std::move(sql), std::move(effect));
  }
  /// The rows of a table once more, their marks moved on.
  const schema::sql::statement* insert(schema::table_id t, schema::table_id from, const std::string& number) {
    table_names names(*line_, from, reads_);
    std::string into = quoted(&mark), what = quoted(&mark) + " + " + number;
    const auto chance = columns_of_chance(*line_);
    for (const auto c : changing_columns_of(t)) {
      const auto& span = line_->last_column(c);
      if (span.identity || span.generated || chance.contains(c))
        continue; // an omitted one that must be given is refused
      const bool is_required = !span.nullable && !span.value;
      if (!is_required && one_in(2)) continue;
      into += ", " + quoted(span.id);
      what += ", " + (span.type->kind == schema::type_kind::bigint ? quoted(&mark) + " + " + number
                                                                   : expression(names, value_of(*span.type)));
    }
    return note("INSERT INTO " + named(t) + " (" + into + ") SELECT " + what + " FROM " + named(from) +
                    (one_in(2) ? "" : " WHERE " + condition(from)),
                {.kind = schema::sql::statement_kind::insert, .table = t, .columns = {}});
  }

  std::size_t inserts_{};
  std::map<const schema::sql::statement*, data_effect> effects_;
};

} // namespace test
