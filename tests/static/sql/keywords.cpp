#include <schema/sql/keywords.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using sql::keyword;
using sql::reserved_by;
using tests::opaque;

namespace {
constexpr const sql::keyword_entry& find(schema::text_view word) {
  return sql::find_keyword(hash_name(word));
}
} // namespace

TEST_CASE("a word says who reserves it") {
  SCHEMA_VERIFY(find(opaque("order")).reserved == reserved_by::both);
  SCHEMA_VERIFY(find(opaque("user")).reserved == reserved_by::postgresql);
  SCHEMA_VERIFY(find(opaque("index")).reserved == reserved_by::sqlite);
  SCHEMA_VERIFY(find(opaque("position")).reserved == reserved_by::nobody);
  SCHEMA_VERIFY(sql::is_reserved(opaque("ORDER")));
  SCHEMA_VERIFY(!sql::is_reserved(opaque("orders")));
  SCHEMA_VERIFY(!sql::is_reserved(opaque("title")));
  SCHEMA_VERIFY(!sql::is_reserved(opaque("")));
}

TEST_CASE("a word that the parser acts upon keeps who reserves it") {
  SCHEMA_VERIFY(find(opaque("And")).word == keyword::logical_and);
  SCHEMA_VERIFY(find(opaque("and")).reserved == reserved_by::both);
  SCHEMA_VERIFY(find(opaque("between")).reserved == reserved_by::sqlite);
  SCHEMA_VERIFY(find(opaque("null")).word == keyword::null);
  SCHEMA_VERIFY(find(opaque("group")).word == keyword::other);
  SCHEMA_VERIFY(find(opaque("title")).word == keyword::none);
}

TEST_CASE("every word of the lists is found") {
  bool all = true;
  for (const auto& w : sql::words::list)
    all = all && find(w.text).reserved == w.by && find(w.text).word == w.word;
  CHECK(all);
}
