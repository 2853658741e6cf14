// Random operations over the tables of a timeline; most of them are sound.
#pragma once

#include <tests/differential/generated_routines.hpp>

namespace test {

class operation_generator : public routine_generator {
public:
  explicit operation_generator(std::uint64_t seed, schema::text_view assumed_safe = {})
      : routine_generator(seed), assumed_safe_(assumed_safe) {}

protected:
  using op = schema::operation_kind;
  const schema::operation* make(schema::operation o) {
    o.assumed_safe = assumed_safe_;
    return values_.operation(o);
  }
  const schema::operation* make_with(op kind, schema::name table, const schema::part* p) {
    return p ? make({.kind = kind, .table = table, .parts = values_.list(std::vector{p}), .part_count = 1})
             : nullptr;
  }
  const schema::operation* make_change_of(schema::name table, schema::name column,
                                          std::vector<const schema::attribute*> changes) {
    const auto count = schema::u16(changes.size());
    return make({.kind = op::alter_column,
                 .table = table,
                 .from = column,
                 .changes = values_.list(std::move(changes)),
                 .change_count = count});
  }

  /// Null now and then.
  const schema::operation* make_operation() {
    const auto list = tables();
    if (list.empty() || one_in(list.size() < 4 ? 4 : 16)) return make_table();
    const auto t = any(list);
    const schema::name table = line_->last_name(t);
    const auto standing = changing_columns_of(t);
    if (standing.empty()) return make_with(op::add_column, table, make_column(any(columns_), false));
    const auto column = [&] { return line_->last_column(any(standing)).id; };
    switch (below(postgresql_alone ? 49 : 43)) {
    case 0: return make({.kind = op::rename_table, .table = table, .to = make_new_name(table)});
    case 1: return one_in(2) ? make({.kind = op::drop_table, .table = table}) : nullptr;
    case 2:
    case 3:
    case 4: return make_with(op::add_column, table, make_column(any(columns_), false));
    case 5: return make({.kind = op::drop_column, .table = table, .from = column()});
    case 6:
    case 7: return make({.kind = op::rename_column, .table = table, .from = column(), .to = any(columns_)});
    case 8:
    case 9: {
      const auto& c = line_->last_column(any(standing));
      std::vector changes{make_change(c)};
      if (one_in(3)) changes.push_back(make_change(c));
      return make_change_of(table, c.id, std::move(changes));
    }
    case 10: {
      if (assumed_safe_.data()) return nullptr;
      const auto c = any(standing);
      std::vector changes{make_conversion(t, c)};
      if (one_in(3)) changes.push_back(make_change(line_->last_column(c)));
      return make_change_of(table, line_->last_column(c).id, std::move(changes));
    }
    case 11:
    case 12: return make_with(op::add_constraint, table, may_be_unproven(make_constraint(t)));
    case 13: {
      const auto found = objects_of(t, false);
      if (found.empty()) return nullptr;
      const schema::name from = name_of_object(any(found));
      return one_in(3)
                 ? make({.kind = op::rename_constraint, .table = table, .from = from, .to = any(objects_)})
                 : make({.kind = op::drop_constraint, .table = table, .from = from});
    }
    case 14: return make_with(op::create_index, table, make_index(t));
    case 15: {
      const auto found = objects_of(t, true);
      if (found.empty()) return make_with(op::create_index, table, make_index(t));
      const schema::name from = index_beside(table, name_of_object(any(found))->view());
      return one_in(2) ? make({.kind = op::rename_index,
                               .from = from,
                               .to = index_beside(table, any(objects_)->view())})
                       : make({.kind = op::drop_index, .from = from});
    }
    case 16:
    case 17:
    case 18:
    case 19: return assumed_safe_.data() ? nullptr : make_data(t);
    case 20:
    case 21:
    case 22:
    case 23: return make_view_operation();
    case 24:
    case 25: return make_with(op::add_column, table, make_generated(t));
    case 26: return make_deferral_change();
    case 27:
    case 28: return make_label_change();
    case 29:
    case 30: return make_validation();
    case 31: return make_comment_change(t);
    case 36: return make_extension_change();
    case 43:
    case 44: return make_schema_change();
    case 45:
    case 46:
    case 47:
    case 48: return make({.kind = op::rename_table, .table = table, .to = make_new_place(table)});
    case 32:
    case 33:
    case 34:
    case 35:
    case 37:
    case 38:
    case 39: {
      if (assumed_safe_.data()) return nullptr;
      const auto made = make_routine_operation();
      return made.kind == op::execute ? nullptr : make(made);
    }
    default: return make_enumeration_change();
    }
  }
  const schema::operation* make_view_operation() {
    const auto list = views();
    if (list.empty() || one_in(2))
      return make(make_view(op::create_view, any_standing(one_in(10) ? names_ : views_)));
    const auto view = any(list);
    if (schema::folding::is_materialized(*line_, view) && !one_in(10)) return make_materialized_change(view);
    return make(one_in(3) ? schema::operation{.kind = op::drop_view, .from = line_->last_name(view)}
                          : make_replacement(view));
  }
  const schema::operation* make_materialized_change(schema::table_id view) {
    const auto id = line_->last_name(view);
    switch (below(3)) {
    case 0: return make({.kind = op::drop_view, .from = id, .terms = schema::materialized});
    case 1: return make({.kind = op::refresh_view, .from = id, .terms = schema::materialized});
    default: return make_with(op::create_index, id, make_index(view));
    }
  }
  /// A name in the same schema, for the most part.
  schema::name make_new_name(schema::name table) {
    auto to = any(names_);
    while (!(to->place() == table->place()) && !one_in(40)) to = any(names_);
    return to;
  }
  /// The same name in another schema, or in the default one.
  schema::name make_new_place(schema::name table) {
    std::vector<std::string> list;
    for (const auto place : places_)
      if (!(place->view() == table->place()) && (stands(place->view()) || one_in(12)))
        list.emplace_back(place->view());
    if (table->is_pair()) list.emplace_back();
    if (list.empty() || !schema::is_half_of_pair(table->own())) return make_new_name(table);
    return values_.placed(any(list), std::string(table->own()));
  }
  const schema::operation* make_schema_change() {
    const auto place = any(places_);
    return make({.kind = stands(place->view()) ? op::drop_schema : op::create_schema, .from = place});
  }
  const schema::operation* make_extension_change() {
    const auto id = values_.identifier(one_of({"citext", "pg_trgm"}));
    if (one_in(3)) return make({.kind = op::drop_extension, .from = id});
    return make({.kind = op::create_extension,
                 .from = id,
                 .terms = one_in(4) ? schema::left_there : schema::key_terms(0)});
  }
  const schema::operation* make_deferral_change() {
    std::vector<schema::object_id> keys;
    for (schema::object_id o = 0; o < line_->object_count; ++o)
      if (line_->objects[o].alive.holds(line_->now) &&
          line_->objects[o].kind == schema::part_kind::foreign_key)
        keys.push_back(o);
    if (keys.empty()) return nullptr;
    const auto o = any(keys);
    return make({.kind = op::alter_constraint,
                 .table = line_->last_name(line_->objects[o].table),
                 .from = name_of_object(o),
                 .terms = schema::key_terms(below(3))});
  }
  /// Without actions of foreign keys: SQLite carries them out from the proof on alone.
  const schema::part* may_be_unproven(const schema::part* p) {
    if (!p || !one_in(2)) return p;
    const bool acts = p->on_delete != schema::referential_action::no_action;
    if (p->kind != schema::part_kind::check && (p->kind != schema::part_kind::foreign_key || acts)) return p;
    schema::part unproven = *p;
    unproven.terms |= schema::not_valid_term;
    return values_.part(unproven);
  }
  const schema::operation* make_validation() {
    std::vector<schema::object_id> all;
    for (schema::object_id o = 0; o < line_->object_count; ++o)
      if (line_->objects[o].alive.holds(line_->now) && schema::is_not_valid(line_->objects[o].terms))
        all.push_back(o);
    if (all.empty()) return nullptr;
    const auto o = any(all);
    return make({.kind = op::validate_constraint,
                 .table = line_->last_name(line_->objects[o].table),
                 .from = name_of_object(o)});
  }
  const schema::operation* make_comment_change(schema::table_id t) {
    const auto* said = values_.attribute(make_comment(true));
    return make({.kind = op::set_comment,
                 .table = line_->last_name(t),
                 .from = one_in(3) ? nullptr : line_->last_column(any(columns_of(t))).id,
                 .changes = values_.list(std::vector{said}),
                 .change_count = 1});
  }
  const schema::operation* make_label_change() {
    return make({.kind = op::rename_value,
                 .from = any(enumerations_),
                 .labels = values_.list(std::vector{any(labels_), any(labels_)}),
                 .label_count = 2});
  }
  const schema::operation* make_table() {
    const auto* bigint = values_.type({.kind = schema::type_kind::bigint});
    std::vector<const schema::part*> list{make_column(any(columns_), !one_in(6))};
    for (std::size_t i = below(4); i > 0; --i) list.push_back(make_column(any(columns_), false));
    list.push_back(values_.part({.kind = schema::part_kind::column, .id = &mark, .type = bigint}));
    if (one_in(4)) list.push_back(make_generated(names_of_parts(list)));
    if (one_in(4)) {
      schema::part p{.kind = schema::part_kind::comment};
      p.attributes[0] = values_.attribute(make_comment());
      p.id = p.attributes[0]->id;
      list.push_back(values_.part(p));
    }
    return make_table(any_standing(names_), std::move(list));
  }
  const schema::operation* make_table(schema::name id, std::vector<const schema::part*> list) {
    const auto count = schema::u16(list.size());
    return make(
        {.kind = op::create_table, .table = id, .parts = values_.list(std::move(list)), .part_count = count});
  }
  const schema::operation* make_enumeration(schema::name id, std::vector<schema::name> labels) {
    const auto count = schema::u16(labels.size());
    return make({.kind = op::create_enumeration,
                 .from = id,
                 .labels = values_.list(std::move(labels)),
                 .label_count = count});
  }
  const schema::operation* make_enumeration_change() {
    const schema::name which = any_standing(enumerations_), label = any(labels_);
    if (line_->find_enumeration(which) < 0) {
      std::vector list{label};
      for (const auto other : labels_)
        if (other != label && one_in(2)) list.push_back(other);
      return make_enumeration(which, std::move(list));
    }
    if (one_in(4)) return make({.kind = op::drop_enumeration, .from = which});
    return make_label(which, label, one_in(2) ? any(labels_) : nullptr);
  }
  const schema::operation* make_label(schema::name of, schema::name label, schema::name before) {
    return make({.kind = op::add_value,
                 .from = of,
                 .labels = values_.list(std::vector{label}),
                 .label_count = 1,
                 .before = before});
  }

  schema::text_view assumed_safe_;
};

} // namespace test
