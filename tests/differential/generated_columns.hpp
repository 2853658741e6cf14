// Random generated columns.
#pragma once

#include <tests/differential/generated_data.hpp>

namespace test {

/// Names the columns of a table that is not made yet.
class names_of_parts : public expression_names {
public:
  explicit names_of_parts(const std::vector<const schema::part*>& parts) : parts_(parts) {}

  std::string column(schema::value_type type, std::size_t choice) const override {
    std::vector<schema::name> fitting;
    for (const auto* p : parts_) {
      const auto c = schema::decode_column(*p);
      const bool gives_itself =
          c.identity || (c.value && c.value->expression && is_of_chance(*c.value->expression));
      if (!gives_itself && schema::value_type_of(c.type->kind) == type) fitting.push_back(c.id);
    }
    return fitting.empty() ? std::string() : quoted(fitting[choice % fitting.size()]);
  }

private:
  const std::vector<const schema::part*>& parts_;
};

class column_generator : public data_generator {
public:
  using data_generator::data_generator;

protected:
  /// A column worked out from others, or from itself or a constant now and then.
  const schema::part* make_generated(const expression_names& names) {
    const auto* type = make_type();
    const auto id = any(columns_);
    schema::part p{.kind = schema::part_kind::column, .id = id, .type = type};
    std::vector<schema::attribute> all{
        {.kind = schema::attribute_kind::generated,
         .value = values_.expression_value(expression(names, value_of(*type)))}};
    if (!one_in(4)) all.push_back({.kind = schema::attribute_kind::nullable});
    if (one_in(8)) all.push_back({.kind = schema::attribute_kind::unique});
    if (one_in(8))
      all.push_back({.kind = schema::attribute_kind::check,
                     .expression = values_.expression(condition_on(id, type->kind))});
    for (std::size_t i = 0; i < all.size(); ++i) p.attributes[i] = values_.attribute(all[i]);
    return values_.part(p);
  }
  const schema::part* make_generated(schema::table_id t) {
    return make_generated(table_names(*line_, t, reads_));
  }
};

} // namespace test
