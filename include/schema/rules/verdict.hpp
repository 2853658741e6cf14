// Floor 4. How a finding becomes a type, so that a compile error shows its names.
#pragma once

#include <schema/model/comparison.hpp>
#include <schema/rules/rules.hpp>

namespace schema::verdict {

template <class... Facts> struct fact_list;

/// A fact is added to the list, or left out.
template <bool When, class... Facts> struct chosen {
  template <class Fact> using type = fact_list<Facts..., Fact>;
};
template <class... Facts> struct chosen<false, Facts...> {
  template <class Fact> using type = fact_list<Facts...>;
};

template <class A, class B> inline constexpr bool is_same_v = __is_same(A, B);

/// A type as the value that a function answers.
template <class Verdict> struct lifted { using type = Verdict; };

template <class... Facts> struct fact_list {
  template <bool When, class Fact> using with = typename chosen<When, Facts...>::template type<Fact>;
  template <rule Broken> using verdict = typename rule_facts<Broken>::template type<Facts...>;
};

/// A name of a finding as a template argument.
#define SCHEMA_LIFT(NAME) shown_text<(NAME).size + 1>((NAME).view())

/// How many findings after the first are told by their names: what an error of 2 kB has room for.
constexpr u32 further_told(const finding_list& found) {
  const finding& first = found.items[0];
  const u32 told_already = first.table.size + first.object.size + first.other.size + first.hint.size;
  u32 told = 0, room = told_already < 120 ? 120 - told_already : 0;
  while (told + 1 < most_findings && told + 1 < found.count) {
    const u32 size = found.items[told + 1].path().size;
    if (size > room) break;
    room -= size;
    ++told;
  }
  return told;
}

constexpr short_name path_of(const finding_list& found, u32 i) {
  return i < found.count ? found.items[i].path() : short_name();
}

/// The facts of a finding, in the order that reads best; only what the finding has.
template <const finding_list& Found> constexpr auto lift() {
  constexpr const finding& f = Found.items[0];
  constexpr bool refers =
      f.broken == rule::foreign_key_type_differs || f.broken == rule::foreign_key_target_not_unique;
  constexpr shown_text table_text = SCHEMA_LIFT(f.table);
  constexpr shown_text object_text = SCHEMA_LIFT(f.object);
  constexpr shown_text other_text = SCHEMA_LIFT(f.other);
  constexpr shown_text hint_text = SCHEMA_LIFT(f.hint);
  constexpr bool pins = f.broken == rule::pin_differs || f.broken == rule::pin_missing;
  using named = typename fact_list<>::template with<!f.table.empty(), table<table_text>>::template with<
      !f.object.empty(), name<object_text>>::template with<(f.text != nullptr), at_byte<f.begin>>::
      template with<refers, refers_to<other_text, hint_text>>::template with<
          pins && !f.other.empty(), pinned_as<other_text>>::template with<pins, is_now<hint_text>>::
          template with<!refers && !pins && !f.other.empty(), because_of<other_text>>::template with<
              !refers && !pins && !f.hint.empty(), did_you_mean<hint_text>>;
  constexpr bool at = f.version != 0 || f.broken == rule::version_not_rising;
  using placed = typename named::template with<at, at_migration<f.version>>::template with<
      (f.after != 0), after_migration<f.after>>::template with<(!at && f.broken < rule::history_lacks_table),
                                                               in_the_tables>;
  constexpr u32 further = further_told(Found);
  constexpr short_name path_1 = path_of(Found, 1);
  constexpr shown_text text_1 = SCHEMA_LIFT(path_1);
  constexpr short_name path_2 = path_of(Found, 2);
  constexpr shown_text text_2 = SCHEMA_LIFT(path_2);
  constexpr short_name path_3 = path_of(Found, 3);
  constexpr shown_text text_3 = SCHEMA_LIFT(path_3);
  constexpr short_name path_4 = path_of(Found, 4);
  constexpr shown_text text_4 = SCHEMA_LIFT(path_4);
  using all = typename placed::template with<(further > 0), also<text_1>>::template with<
      (further > 1), also<text_2>>::template with<(further > 2), also<text_3>>::template with<(further > 3),
                                                                                              also<text_4>>;
  return lifted<typename all::template verdict<f.broken>>{};
}

#undef SCHEMA_LIFT

} // namespace schema::verdict
