// Floor 4. The proof: the history is sound, and it ends in the declared tables.
#pragma once

#include <schema/model/agreement.hpp>
#include <schema/rules/danger.hpp>
#include <schema/rules/new_label.hpp>
#include <schema/rules/pins.hpp>
#include <schema/rules/rebuild.hpp>
#include <schema/rules/refused.hpp>
#include <schema/rules/sentence.hpp>
#include <schema/rules/verdict.hpp>

namespace schema {

/// In the tables nothing comes before or after: what exists already is declared twice.
constexpr finding as_declared(finding f) {
  switch (f.broken) {
  case rule::table_exists:
  case rule::column_exists:
  case rule::constraint_exists:
  case rule::index_exists:
  case rule::enumeration_exists:
  case rule::extension_exists:
  case rule::view_exists:
  case rule::function_exists:
  case rule::trigger_exists:
  case rule::label_exists: f.broken = rule::declared_twice; break;
  default: break;
  }
  return f;
}

/// What the rules over the dialects find in a sound history: constants of their own, since an evaluation has
/// a limit of steps on clang.
template <class History>
inline constexpr finding rebuild_fault_of = find_rebuild_fault(timeline_of<History>,
                                                               History::schema_migrations);
template <class History>
inline constexpr finding new_label_use_of = find_new_label_use(timeline_of<History>,
                                                               History::schema_migrations);
template <class History> inline constexpr finding pin_fault_of = find_pin_fault<History>();
template <class History>
inline constexpr finding danger_of = find_danger(timeline_of<History>, History::schema_migrations);
template <class History>
inline constexpr finding refused_of = find_refused(timeline_of<History>, History::schema_migrations);

/// What SQLite can't be given, of a history that is for it.
template <class History> constexpr finding find_sqlite_fault() {
  if constexpr (is_for_postgresql_alone<History>)
    return {};
  else if constexpr (!rebuild_fault_of<History>.is_sound())
    return rebuild_fault_of<History>;
  else
    return refused_of<History>;
}
template <class History> inline constexpr finding sqlite_fault_of = find_sqlite_fault<History>();

/// The first fault of a history by itself.
template <class History> constexpr finding find_history_fault() {
  if constexpr (!pin_fault_of<History>.is_sound())
    return pin_fault_of<History>;
  else if constexpr (!timeline_of<History>.found.is_sound())
    return timeline_of<History>.found;
  else if constexpr (!sqlite_fault_of<History>.is_sound())
    return sqlite_fault_of<History>;
  else if constexpr (!new_label_use_of<History>.is_sound())
    return new_label_use_of<History>;
  else
    return danger_of<History>;
}

template <class History> inline constexpr finding history_fault_of = find_history_fault<History>();

/// Every finding of a history and its tables. The first fault of either ends the search; differences are told
/// up to five at once.
template <class History, class Tables> constexpr finding_list find_faults() {
  finding_list out;
  if constexpr (!history_fault_of<History>.is_sound()) {
    out.add(history_fault_of<History>);
  } else if constexpr (!agrees<History, Tables>) {
    const auto& declared = declared_timeline_of<Tables>;
    if (!declared.found.is_sound())
      out.add(as_declared(declared.found));
    else
      out = compare(timeline_of<History>, declared);
  }
  return out;
}

template <class History, class Tables> struct search {
  static constexpr finding_list found = find_faults<History, Tables>();
};

/// In the place of tables: that every migration up to a version is pinned.
template <u64 Version> struct pins_until {};

template <class History, u64 Version> struct search<History, pins_until<Version>> {
  static constexpr finding_list found = [] {
    finding_list out;
    if (const finding f = find_missing_pin<History>(Version); !f.is_sound()) out.add(f);
    return out;
  }();
};

/// What the compiler found: `verdict` is `verdict::sound`, or the first fault with its facts.
template <class History, class Tables> struct proof {
  static constexpr const finding_list& found = search<History, Tables>::found;
  static constexpr const finding& first = found.items[0];

  static constexpr auto judge() {
    if constexpr (first.is_sound())
      return verdict::lifted<verdict::sound>{};
    else
      return verdict::lift<found>();
  }
  using type = typename decltype(judge())::type;
};

/// The verdict on a history and its tables as a type; a test can name it without an error.
template <class History, class Tables> using verdict_of = typename proof<History, Tables>::type;

template <u32> struct counted {};

/// How many parts declared tables have, groups as one: each of them is read.
template <class Tables>
inline constexpr u32 part_count = [] {
  u32 count = 0;
  for (u32 i = 0; i < Tables::schema_table_count; ++i)
    for (u16 p = 0; p < Tables::schema_tables[i]->part_count; ++p)
      count += Tables::schema_tables[i]->parts[p] != nullptr;
  return count;
}();

template <class History>
concept readable_history = requires {
  typename counted<history_shape<History>::value.migrations>;
};
template <class Tables>
concept readable_tables = requires {
  typename counted<part_count<Tables>>;
};
template <class History, class Tables>
concept searchable = requires {
  typename counted<search<History, Tables>::found.count>;
};

/// Whether the declarations are C++ at all. Where they are not, the compiler has said so; going on would bury
/// its words under errors in the library.
template <class History, class Tables>
concept readable = readable_history<History> && readable_tables<Tables> && searchable<History, Tables>;

/// Two layers, so that the error stands at the user's own line and shows the verdict.
template <class Verdict>
concept holds = verdict::is_same_v<Verdict, verdict::sound>;

#if __cpp_static_assert >= 202306L

/// The finding as the text of a static_assert.
template <class History, class Tables> struct proof_sentence {
  static constexpr const finding& first = proof<History, Tables>::first;
  static constexpr text_view pattern = [] {
    if constexpr (first.is_sound())
      return "";
    else
      return verdict::rule_facts<first.broken>::sentence;
  }();
  static constexpr u32 length = [] {
    text_writer<0> out;
    write_sentence(out, first, pattern);
    write_further(out, proof<History, Tables>::found);
    return out.size;
  }();
  static constexpr text_writer<length> text = [] {
    text_writer<length> out;
    write_sentence(out, first, pattern);
    write_further(out, proof<History, Tables>::found);
    return out;
  }();
  constexpr std::size_t size() const { return length; }
  constexpr const char* data() const { return text.data; }
};

template <class History, class Tables> struct asserted_proof {
  static_assert(proof<History, Tables>::first.is_sound(), proof_sentence<History, Tables>());
  static constexpr bool value = true; // the sentence above is the one error
};

/// Whether a history is sound and ends in the tables: static_assert(schema::proven<history, tables>).
/// Not a concept here: it would add lines to the error, and the sentence says all.
template <class History, class Tables> inline constexpr bool proven = false;
template <class History, class Tables>
requires readable<History, Tables>
inline constexpr bool proven<History, Tables> = asserted_proof<History, Tables>::value;

/// Whether every migration up to a version, the released ones, has a pin; that it is right is proven by
/// `proven`: static_assert(schema::pinned_until<history, 7>).
template <class History, u64 Version> inline constexpr bool pinned_until = false;
template <class History, u64 Version>
requires readable_history<History>
inline constexpr bool pinned_until<History, Version> = asserted_proof<History, pins_until<Version>>::value;

#else

/// Whether a history is sound and ends in the tables: static_assert(schema::proven<history, tables>).
template <class History, class Tables>
concept proven = readable<History, Tables> && holds<verdict_of<History, Tables>>;

/// Whether every migration up to a version, the released ones, has a pin; that it is right is proven by
/// `proven`: static_assert(schema::pinned_until<history, 7>).
template <class History, u64 Version>
concept pinned_until = readable_history<History> && holds<verdict_of<History, pins_until<Version>>>;

#endif

} // namespace schema
