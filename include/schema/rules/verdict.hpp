// Floor 4. How a finding becomes a type, so that a compile error shows its names.
#pragma once

#include <schema/model/comparison.hpp>
#include <schema/rules/rules.hpp>

#include <type_traits>

namespace schema::verdict {

template <class... Facts> struct fact_list {
  template <bool When, class Fact>
  using with = typename std::conditional_t<When, std::type_identity<fact_list<Facts..., Fact>>,
                                           std::type_identity<fact_list<Facts...>>>::type;
  template <rule Broken> using verdict = typename rule_facts<Broken>::template type<Facts...>;
};

/// A name of a finding as a template argument.
#define SCHEMA_LIFT(NAME) fixed_string<(NAME).size + 1>((NAME).view(), 0)

/// The facts of a finding, in the order that reads best; only what the finding has.
template <const finding_list& Found> constexpr auto lift() {
  constexpr const finding& f = Found.items[0];
  constexpr bool refers =
      f.broken == rule::foreign_key_type_differs || f.broken == rule::foreign_key_target_not_unique;
  constexpr fixed_string table_text = SCHEMA_LIFT(f.table);
  constexpr fixed_string object_text = SCHEMA_LIFT(f.object);
  constexpr fixed_string other_text = SCHEMA_LIFT(f.other);
  constexpr fixed_string hint_text = SCHEMA_LIFT(f.hint);
  using named = typename fact_list<>::template with<!f.table.empty(), table<table_text>>::template with<
      !f.object.empty(), name<object_text>>::template with<(f.text != nullptr), at_byte<f.begin>>::
      template with<refers, refers_to<other_text, hint_text>>::template with<
          !refers && !f.other.empty(), because_of<other_text>>::template with<!refers && !f.hint.empty(),
                                                                              did_you_mean<hint_text>>;
  if constexpr (f.version != 0)
    return std::type_identity<
        typename named::template with<true, at_migration<f.version>>::template verdict<f.broken>>{};
  else
    return std::type_identity<typename named::template with<(f.broken < rule::declared_twice),
                                                            in_the_tables>::template verdict<f.broken>>{};
}

#undef SCHEMA_LIFT

} // namespace schema::verdict
