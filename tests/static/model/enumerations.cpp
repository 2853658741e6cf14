// Labels have an order, and new ones are put where they are told to stand.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

struct m0001 : migration<1, "kinds", create_enumeration<"kind", "single", "multiple">> {};
struct m0002 : migration<2, "more of them", add_value<"kind", "essay">,
                         add_value<"kind", "true_false", before<"multiple">>,
                         add_value<"kind", "Free Text", before<"single">>> {};
struct history : migrations<m0001, m0002> {};
struct kind : enumeration<"kind", "Free Text", "single", "true_false", "multiple", "essay"> {};
struct tables : schema::tables<kind> {};

template <class Timeline>
constexpr bool labels_are(const Timeline& line, schema::u32 instant,
                          std::initializer_list<schema::text_view> wanted) {
  schema::i32 l = line.enumerations[0].first_label;
  for (schema::text_view text : wanted) {
    while (l >= 0 && !line.labels[l].alive.holds(instant)) l = line.labels[l].next;
    if (l < 0 || line.label_text(l, instant)->view() != text) return false;
    l = line.labels[l].next;
  }
  while (l >= 0 && !line.labels[l].alive.holds(instant)) l = line.labels[l].next;
  return l < 0;
}

template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations> constexpr rule broken_by() {
  return schema::timeline_of<after<Operations...>>.found.broken;
}

} // namespace

static_assert(schema::proven<history, tables>);

TEST_CASE("labels stand in their order at every instant") {
  verify_history<history>([](const auto& line) {
    return labels_are(line, 1, {"single", "multiple"}) &&
           labels_are(line, 2, {"single", "multiple", "essay"}) &&
           labels_are(line, 3, {"single", "true_false", "multiple", "essay"}) &&
           labels_are(line, 4, {"Free Text", "single", "true_false", "multiple", "essay"});
  });
}

TEST_CASE("an enumeration that a column has stays") {
  using levels = create_table<"levels", column<"id", uuid, primary_key>, column<"is", enumeration<"kind">>>;
  static_assert(broken_by<levels, drop_enumeration<"kind">>() == rule::still_referenced);
  static_assert(broken_by<levels, drop_table<"levels">, drop_enumeration<"kind">>() == rule::none);
  static_assert(broken_by<levels, drop_enumeration<"kinds">>() == rule::no_such_enumeration);
  SUCCEED();
}

TEST_CASE("a label is there once, and the one it stands before is there") {
  static_assert(broken_by<add_value<"kind", "single">>() == rule::label_exists);
  static_assert(broken_by<add_value<"kind", "essay", before<"singel">>>() == rule::no_such_label);
  static_assert(broken_by<create_enumeration<"level", "a", "b", "a">>() == rule::label_exists);
  static_assert(broken_by<create_enumeration<"level", "">>() == rule::name_refused);
  SUCCEED();
}

struct named_anew
    : migration<3, "named anew", assume_safe<"nothing runs", rename_value<"kind", "single", "one">>,
                add_value<"kind", "single">,
                assume_safe<"nothing runs", rename_value<"kind", "one", "just one">>> {};
struct renamed : migrations<m0001, m0002, named_anew> {};

TEST_CASE("a label is called what it was called at an instant, and its old text is free") {
  verify_history<renamed>([](const auto& line) {
    return labels_are(line, 4, {"Free Text", "single", "true_false", "multiple", "essay"}) &&
           labels_are(line, 5, {"Free Text", "one", "true_false", "multiple", "essay"}) &&
           labels_are(line, 6, {"Free Text", "one", "true_false", "multiple", "essay", "single"}) &&
           labels_are(line, 7, {"Free Text", "just one", "true_false", "multiple", "essay", "single"});
  });
  struct now : enumeration<"kind", "Free Text", "just one", "true_false", "multiple", "essay", "single"> {};
  struct before : enumeration<"kind", "Free Text", "one", "true_false", "multiple", "essay", "single"> {};
  struct as_now : schema::tables<now> {};
  struct as_before : schema::tables<before> {};
  static_assert(schema::proven<renamed, as_now>);
  static_assert(schema::find_faults<renamed, as_before>().items[0].broken == rule::labels_differ);
}

TEST_CASE("a label that is renamed is there, and its new text is not") {
  static_assert(broken_by<rename_value<"kind", "singel", "one">>() == rule::no_such_label);
  static_assert(broken_by<rename_value<"kind", "single", "multiple">>() == rule::label_exists);
  static_assert(broken_by<rename_value<"kind", "single", "single">>() == rule::label_exists);
  static_assert(broken_by<rename_value<"kind", "single", "">>() == rule::name_refused);
  static_assert(broken_by<rename_value<"kinds", "single", "one">>() == rule::no_such_enumeration);
  static_assert(
      broken_by<rename_value<"kind", "single", "one">, add_value<"kind", "x", before<"single">>>() ==
      rule::no_such_label);
  SUCCEED();
}

TEST_CASE("what holds a label follows its rename, but for what reads it as a text") {
  using of_kind = column<"sort", enumeration<"kind">, default_to<"single">>;
  using id = column<"id", integer, primary_key>;
  using one = rename_value<"kind", "single", "one">;
  using levels = create_table<"levels", id, of_kind, check<"sort <> 'single'">>;
  // asked again with another type, the literal is still the label, and the default too
  using other = create_enumeration<"other", "one", "multiple">;
  using lacking = create_enumeration<"other", "single", "multiple">;
  using becomes =
      alter_column<"levels", "sort", set_type<enumeration<"other">, conversion<"sort">, irreversible>>;
  using plain = create_table<"levels", id, of_kind>;
  static_assert(broken_by<levels, one, alter_column<"levels", "sort", set_default<"one">>>() == rule::none);
  static_assert(broken_by<levels, one, alter_column<"levels", "sort", set_default<"single">>>() ==
                rule::no_such_label);
  static_assert(broken_by<plain, one, other, becomes>() == rule::none);
  static_assert(broken_by<plain, one, lacking, becomes>() == rule::no_such_label);
  // the default is no longer what is written
  using to_text = alter_column<"levels", "sort", set_type<text, conversion<"sort::text">, irreversible>>;
  static_assert(broken_by<plain, to_text>() == rule::none);
  static_assert(broken_by<plain, one, to_text>() == rule::default_type_differs);
  static_assert(
      broken_by<plain, one,
                alter_column<"levels", "sort", set_type<text, conversion<"sort::text">, irreversible>,
                             set_default<"one">>>() == rule::none);
  // a text
  using as_text = create_table<"levels", id, of_kind, check<"sort::text <> 'single'">>;
  using joined = create_table<"levels", id, of_kind, check<"sort || '' <> 'single'">>;
  static_assert(broken_by<as_text, one>() == rule::still_referenced);
  // a view's text is run as it is written
  using singles = create_view<"singles", "SELECT id FROM levels WHERE sort = 'single'">;
  static_assert(broken_by<levels, singles, one>() == rule::still_referenced);
  static_assert(broken_by<levels, singles, drop_view<"singles">, one>() == rule::none);
  static_assert(broken_by<levels, singles, rename_value<"kind", "multiple", "many">>() == rule::none);
  static_assert(broken_by<levels, create_view<"sorts", "SELECT id, sort FROM levels">, one>() == rule::none);
  static_assert(broken_by<joined, one>() == rule::still_referenced);
  static_assert(broken_by<as_text, drop_column<"levels", "sort">, one>() == rule::none);
  static_assert(broken_by<as_text, create_enumeration<"other", "a">, rename_value<"other", "a", "b">>() ==
                rule::none);
}

TEST_CASE("enumerations share the namespace of tables") {
  static_assert(broken_by<create_table<"kind", column<"id", uuid, primary_key>>>() == rule::name_taken);
  static_assert(broken_by<create_enumeration<"kind", "a">>() == rule::enumeration_exists);
  SUCCEED();
}
