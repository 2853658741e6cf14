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
    if (l < 0 || line.labels[l].text->view() != text) return false;
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

TEST_CASE("enumerations share the namespace of tables") {
  static_assert(broken_by<create_table<"kind", column<"id", uuid, primary_key>>>() == rule::name_taken);
  static_assert(broken_by<create_enumeration<"kind", "a">>() == rule::enumeration_exists);
  SUCCEED();
}
