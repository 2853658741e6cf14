#include <schema/sql/words.hpp>
#include <schema/text/identifier.hpp>
#include <tests/static/verify.hpp>

using namespace schema;

TEST_CASE("every word has its hash") {
  struct entry {
    const char* word;
    u64 hash;
  };
#define SCHEMA_WORD(NAME, HASH) entry{#NAME, HASH},
  constexpr entry words[] = {SCHEMA_SQL_WORDS(SCHEMA_WORD)};
#undef SCHEMA_WORD
  for (const entry& w : words) {
    INFO(w.word << " has the hash 0x" << std::hex << std::uppercase << hash_name(schema::text_view(w.word)));
    CHECK(w.hash == hash_name(schema::text_view(w.word)));
  }
  SCHEMA_VERIFY(u64(sql::word_select) == hash_name(tests::opaque("SELECT")));
}
