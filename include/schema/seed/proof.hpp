// Floor 6. The proof of seeds: the rows of a set that is part of the program fit the declared tables.
#pragma once

#include <schema/rules/proof.hpp>
#include <schema/seed/rules.hpp>
#include <schema/seed/search.hpp>

namespace schema {

namespace seed {

/// file:line:column; of a long path its end.
constexpr auto place_text(const seed_finding& f) {
  constexpr std::size_t most = 120;
  text_writer<most + 24> out;
  const bool is_long = f.path.size() > most;
  if (is_long) out << "..";
  out << f.path.substr(is_long ? f.path.size() - most + 2 : 0);
  if (!f.path.empty()) out << ":" << u64(f.at.line) << ":" << u64(f.at.column);
  return out;
}

} // namespace seed

namespace verdict {

#define SCHEMA_LIFT(NAME) shown_text<(NAME).size + 1>((NAME).view())

/// The facts of a finding, in the order that reads best; only what the finding has.
template <const seed::seed_finding& F> constexpr auto lift_seed() {
  constexpr auto place = seed::place_text(F);
  constexpr shown_text place_shown = SCHEMA_LIFT(place);
  constexpr shown_text table_shown = SCHEMA_LIFT(F.table);
  constexpr shown_text object_shown = SCHEMA_LIFT(F.object);
  constexpr shown_text cell_shown = SCHEMA_LIFT(F.cell);
  constexpr shown_text other_shown = SCHEMA_LIFT(F.other);
  constexpr shown_text hint_shown = SCHEMA_LIFT(F.hint);
  constexpr bool wants = F.broken == rule::seed_value_not_of_type || F.broken == rule::seed_label_unknown;
  using placed = typename fact_list<>::template with<!F.path.empty(), in_file<place_shown>>;
  using named = typename placed::template with<!F.table.empty(), table<table_shown>>::template with<
      !F.object.empty(), name<object_shown>>::template with<F.has_cell, cell<cell_shown>>;
  using all = typename named::template with<wants && !F.other.empty(), wanted<other_shown>>::template with<
      !wants && !F.other.empty(), because_of<other_shown>>::template with<!F.hint.empty(),
                                                                          did_you_mean<hint_shown>>;
  return lifted<typename all::template verdict<F.broken>>{};
}

#undef SCHEMA_LIFT

} // namespace verdict

/// What the compiler found in a set: `type` is verdict::sound, or the first fault with its facts.
template <class Tables, class Set, class... Options> struct seed_proof {
  /// Tables that break a rule of their own have no rows.
  static constexpr finding_list tables = [] {
    finding_list out;
    if (!declared_timeline_of<Tables>.found.is_sound())
      out.add(as_declared(declared_timeline_of<Tables>.found));
    return out;
  }();
  static constexpr const seed::seed_finding& found() {
    return seed::search_of<Tables, Set, Options...>::found;
  }

  static consteval bool is_sound() {
    if constexpr (tables.count > 0)
      return false;
    else
      return found().is_sound();
  }

  static constexpr auto judge() {
    if constexpr (tables.count > 0)
      return verdict::lift<tables>();
    else if constexpr (found().is_sound())
      return verdict::lifted<verdict::sound>{};
    else
      return verdict::lift_seed<seed::search_of<Tables, Set, Options...>::found>();
  }
  using type = typename decltype(judge())::type;
};

/// The verdict on a set as a type; a test can name it without an error.
template <class Tables, class Set, class... Options>
using seed_verdict_of = typename seed_proof<Tables, Set, Options...>::type;

#if __cpp_static_assert >= 202306L

/// The finding as the text of a static_assert.
template <class Proof> struct seed_sentence {
  template <u32 Capacity> static constexpr void write(text_writer<Capacity>& out) {
    if constexpr (Proof::tables.count > 0) {
      write_sentence(out, Proof::tables.items[0],
                     verdict::rule_facts<Proof::tables.items[0].broken>::sentence);
    } else if constexpr (!Proof::found().is_sound()) {
      constexpr const seed::seed_finding& f = Proof::found();
      if (!f.path.empty()) out << seed::place_text(f).view() << ": ";
      finding plain{
          .broken = f.broken, .table = f.table, .object = f.object, .other = f.other, .hint = f.hint};
      write_sentence(out, plain, verdict::rule_facts<f.broken>::sentence);
      if (f.has_cell) out << " (the cell is '" << f.cell.view() << "')";
    }
  }
  static constexpr u32 length = [] {
    text_writer<0> out;
    write(out);
    return out.size;
  }();
  static constexpr text_writer<length> text = [] {
    text_writer<length> out;
    write(out);
    return out;
  }();
  constexpr std::size_t size() const { return length; }
  constexpr const char* data() const { return text.data; }
};

template <class Proof> struct asserted_seeds {
  static_assert(Proof::is_sound(), seed_sentence<Proof>());
  static constexpr bool value = true; // the sentence above is the one error
};

/// Whether the rows of a set fit the tables: static_assert(schema::seeds_fit<lms::tables,
/// lms::seeds::baseline>). Options: seed::upon<set…>, seed::left_to_database<"table.check"…>.
template <class Tables, class Set, class... Options>
inline constexpr bool seeds_fit = asserted_seeds<seed_proof<Tables, Set, Options...>>::value;

#else

/// Whether the rows of a set fit the tables: static_assert(schema::seeds_fit<lms::tables,
/// lms::seeds::baseline>). Options: seed::upon<set…>, seed::left_to_database<"table.check"…>.
template <class Tables, class Set, class... Options>
concept seeds_fit = holds<seed_verdict_of<Tables, Set, Options...>>;

#endif

} // namespace schema
