#include <schema/sql/keywords.hpp>
#include <schema/text/identifier.hpp>
#include <tests/static/sql/slots.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using sql::keyword;
using tests::opaque;

namespace {
constexpr keyword find(schema::text_view word) { return sql::find_keyword(hash_name(word)); }
} // namespace

TEST_CASE("a reserved word is found in any case, another is not") {
  SCHEMA_VERIFY(sql::is_reserved(hash_name(opaque("order"))));
  SCHEMA_VERIFY(sql::is_reserved(hash_name(opaque("ORDER"))));
  SCHEMA_VERIFY(sql::is_reserved(hash_name(opaque("user"))));
  SCHEMA_VERIFY(sql::is_reserved(hash_name(opaque("index"))));
  SCHEMA_VERIFY(!sql::is_reserved(hash_name(opaque("position"))));
  SCHEMA_VERIFY(!sql::is_reserved(hash_name(opaque("orders"))));
  SCHEMA_VERIFY(!sql::is_reserved(hash_name(opaque("title"))));
  SCHEMA_VERIFY(!sql::is_reserved(hash_name(opaque(""))));
}

TEST_CASE("a word that the parser acts upon says what it is") {
  SCHEMA_VERIFY(find(opaque("And")) == keyword::logical_and);
  SCHEMA_VERIFY(find(opaque("between")) == keyword::between);
  SCHEMA_VERIFY(find(opaque("null")) == keyword::null);
  SCHEMA_VERIFY(find(opaque("group")) == keyword::other);
  SCHEMA_VERIFY(find(opaque("title")) == keyword::none);
}

TEST_CASE("every meaning is that of its word") {
  const struct {
    const char* word;
    keyword meaning;
  } known[] = {{"and", keyword::logical_and},
               {"as", keyword::as},
               {"case", keyword::case_of},
               {"cast", keyword::cast},
               {"collate", keyword::unlike_sqlite},
               {"distinct", keyword::distinct},
               {"else", keyword::otherwise},
               {"from", keyword::from},
               {"in", keyword::in},
               {"into", keyword::into},
               {"is", keyword::is},
               {"isnull", keyword::is_null},
               {"join", keyword::join},
               {"not", keyword::logical_not},
               {"notnull", keyword::not_null},
               {"or", keyword::logical_or},
               {"select", keyword::select},
               {"then", keyword::then},
               {"using", keyword::using_tables},
               {"when", keyword::when},
               {"where", keyword::where},
               {"with", keyword::with},
               {"between", keyword::between},
               {"delete", keyword::delete_rows},
               {"escape", keyword::unlike_sqlite},
               {"exists", keyword::unsupported_value},
               {"insert", keyword::insert},
               {"update", keyword::update},
               {"any", keyword::unsupported_value},
               {"array", keyword::unsupported_value},
               {"current_date", keyword::current_date},
               {"current_time", keyword::unsupported_value},
               {"current_timestamp", keyword::current_timestamp},
               {"end", keyword::end},
               {"false", keyword::false_value},
               {"ilike", keyword::unlike_sqlite},
               {"like", keyword::like},
               {"localtime", keyword::unsupported_value},
               {"localtimestamp", keyword::unsupported_value},
               {"null", keyword::null},
               {"overlaps", keyword::unlike_sqlite},
               {"similar", keyword::unlike_sqlite},
               {"some", keyword::unsupported_value},
               {"true", keyword::true_value}};
  CHECK(sizeof(known) / sizeof(known[0]) + 1 == sizeof(sql::words::meanings));
  for (const auto& k : known) {
    INFO(k.word);
    CHECK(find(schema::text_view(k.word)) == k.meaning);
  }
}

TEST_CASE("the slots lead to every word") {
  constexpr u32 mask = sql::words::slot_mask, count = sizeof(sql::words::hashes) / sizeof(u64);
  static_assert(sizeof(sql::words::slots) == mask + 2, "and the zero behind a literal");
  static_assert(count <= 128, "a slot is a char");
  char wanted[mask + 1]{};
  for (u32 place = 1; place < count; ++place) {
    u32 i = u32(sql::words::hashes[place] >> 20) & mask;
    while (wanted[i] != 0) i = (i + 1) & mask;
    wanted[i] = char(place);
  }
  CHECK(tests::shown_slots(sql::words::slots, mask + 1) == tests::shown_slots(wanted, mask + 1));
}
