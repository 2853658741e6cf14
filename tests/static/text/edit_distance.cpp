// The nearest existing name to a misspelt one.
#include <catch2/catch.hpp>

#include <schema/text/edit_distance.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using tests::opaque;

namespace {

constexpr short_name nearest_of(schema::text_view wanted, std::initializer_list<schema::text_view> offered) {
  nearest_name nearest{wanted};
  for (auto each : offered) nearest.offer(each);
  return nearest.best;
}

constexpr schema::text_view words[] = {"", "a", "lessons", "lesson", "events", "release_at", "relase_at"};

} // namespace

TEST_CASE("the distance counts what is put in, taken out and exchanged") {
  SCHEMA_VERIFY(edit_distance(opaque("lessons"), opaque("lessons")) == 0);
  SCHEMA_VERIFY(edit_distance(opaque("relase_at"), opaque("release_at")) == 1);
  SCHEMA_VERIFY(edit_distance(opaque("titel"), opaque("title")) == 2);
  SCHEMA_VERIFY(edit_distance(opaque("kitten"), opaque("sitting")) == 3);
  SCHEMA_VERIFY(edit_distance(opaque(""), opaque("slug")) == 4);
  SCHEMA_VERIFY(edit_distance(opaque("Title"), opaque("title")) == 0);
}

TEST_CASE("the distance is a metric") {
  SCHEMA_VERIFY([] {
    for (auto a : words)
      for (auto b : words) {
        if (edit_distance(a, b) != edit_distance(b, a)) return false;
        if ((edit_distance(a, b) == 0) != (a == b)) return false;
        for (auto c : words)
          if (edit_distance(a, c) > edit_distance(a, b) + edit_distance(b, c)) return false;
      }
    return true;
  }());
}

TEST_CASE("a misspelt name always gets the nearest, the first of equally near ones") {
  SCHEMA_VERIFY(nearest_of(opaque("relase_at"), {"title", "release_at", "updated_at"}).view() ==
                "release_at");
  SCHEMA_VERIFY(nearest_of(opaque("x"), {"ab", "cd"}).view() == "ab");
  SCHEMA_VERIFY(nearest_of(opaque("nothing_like_it"), {"title"}).view() == "title");
  SCHEMA_VERIFY(nearest_of(opaque("title"), {}).empty());
}

TEST_CASE("a text longer than a name can be is infinitely far") {
  static constexpr schema::text_view long_text =
      "a23456789_123456789_123456789_123456789_123456789_123456789_1234";
  SCHEMA_VERIFY(edit_distance(opaque(long_text), opaque("a")) == ~0u);
  SCHEMA_VERIFY(nearest_of(opaque(long_text), {"title"}).empty());
}
