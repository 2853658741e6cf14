#include <schema/sql/lexer.hpp>
#include <tests/static/verify.hpp>

#include <string>

using namespace schema;
using sql::token;
using sql::token_kind;
using tests::opaque;

namespace {

constexpr token nth(std::string_view text, u32 n) {
  u32 position = 0;
  token t = sql::next_token(text, position);
  while (n-- > 0) t = sql::next_token(text, position);
  return t;
}

constexpr bool is(std::string_view text, u32 n, token_kind kind, std::string_view expected) {
  const token t = nth(text, n);
  return t.kind == kind && text.substr(t.begin, t.size) == expected;
}

/// Both ways to read are one lexer.
constexpr bool agree(std::string_view text) {
  const auto words = words_in<10>(text);
  token r{};
  for (u32 position = 0;;) {
    const token t = sql::next_token(text, position);
    sql::read_token(words, true, text.data(), u32(text.size()), r.begin + r.size, r);
    if (t.kind != r.kind || t.begin != r.begin || t.size != r.size || t.hash != r.hash) return false;
    if (t.symbol != r.symbol || (t.symbol != 0) != (t.kind == token_kind::symbol && t.size == 1))
      return false;
    if (t.begin + t.size != position) return false; // the reader goes on from there
    if (t.kind == token_kind::end) return true;
  }
}

} // namespace

TEST_CASE("words are folded for their hash, quoted words too") {
  SCHEMA_VERIFY(is(opaque("Price_2 > 0"), 0, token_kind::word, "Price_2"));
  SCHEMA_VERIFY(nth(opaque("Price"), 0).hash == hash_name("price"));
  SCHEMA_VERIFY(nth(opaque("\"Price\""), 0).hash == hash_name("price"));
  SCHEMA_VERIFY(nth(opaque("\"Due_at$2\""), 0).hash == nth(opaque("due_AT$2"), 0).hash);
  SCHEMA_VERIFY(nth(opaque("\"Due \"\"at_\"\"\""), 0).hash == hash_name("due \"at_\""));
  SCHEMA_VERIFY(is(opaque("\"a \"\"b\"\" c\" d"), 0, token_kind::quoted_word, "\"a \"\"b\"\" c\""));
  SCHEMA_VERIFY(nth(opaque("\"a\"\"b\""), 0).hash == hash_name("a\"b"));
  SCHEMA_VERIFY(is(opaque("gr\xC3\xB6\xC3\x9F"
                          "e = 1"),
                   0, token_kind::word,
                   "gr\xC3\xB6\xC3\x9F"
                   "e"));
  SCHEMA_VERIFY(is(opaque("\"a"), 0, token_kind::bad, "\"a"));
  SCHEMA_VERIFY(is(opaque("\"\""), 0, token_kind::bad, "\"\""));
}

TEST_CASE("numbers end where they end, and junk behind them is bad") {
  SCHEMA_VERIFY(is(opaque("12 "), 0, token_kind::number, "12"));
  SCHEMA_VERIFY(is(opaque("1.50)"), 0, token_kind::number, "1.50"));
  SCHEMA_VERIFY(is(opaque(".5"), 0, token_kind::number, ".5"));
  SCHEMA_VERIFY(is(opaque("1.5e-10+1"), 0, token_kind::number, "1.5e-10"));
  SCHEMA_VERIFY(is(opaque("0xFF"), 0, token_kind::number, "0xFF"));
  SCHEMA_VERIFY(nth(opaque("12a"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque("1e"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque("1_000"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque("0x"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque(".5x"), 0).kind == token_kind::bad);
}

TEST_CASE("strings double their marks; E'' knows backslashes") {
  SCHEMA_VERIFY(is(opaque("'it''s' x"), 0, token_kind::string, "'it''s'"));
  SCHEMA_VERIFY(is(opaque("''"), 0, token_kind::string, "''"));
  SCHEMA_VERIFY(is(opaque("'a\\' b"), 0, token_kind::string, "'a\\'"));
  SCHEMA_VERIFY(is(opaque("E'a\\' b' c"), 0, token_kind::string, "E'a\\' b'"));
  SCHEMA_VERIFY(is(opaque("x'FF'"), 0, token_kind::string, "x'FF'"));
  SCHEMA_VERIFY(is(opaque("'abc"), 0, token_kind::bad, "'abc"));
  SCHEMA_VERIFY(nth(opaque("E'abc\\"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque(std::string_view("'a\0b'", 5)), 0).kind == token_kind::bad);
}

TEST_CASE("texts in dollars") {
  SCHEMA_VERIFY(is(opaque("$$a ' b$$ c"), 0, token_kind::dollar_text, "$$a ' b$$"));
  SCHEMA_VERIFY(is(opaque("$x$a $$ b$x$ c"), 0, token_kind::dollar_text, "$x$a $$ b$x$"));
  SCHEMA_VERIFY(nth(opaque("$x$a $$ b"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(is(opaque("$12 + 1"), 0, token_kind::symbol, "$12"));
  SCHEMA_VERIFY(is(opaque("$1$2"), 0, token_kind::symbol, "$1"));
  SCHEMA_VERIFY(is(opaque("$"), 0, token_kind::symbol, "$"));
}

TEST_CASE("comments are skipped and may nest") {
  SCHEMA_VERIFY(is(opaque("-- a\n b"), 0, token_kind::word, "b"));
  SCHEMA_VERIFY(nth(opaque("-- a"), 0).kind == token_kind::end);
  SCHEMA_VERIFY(is(opaque("/* a /* b */ c */ d"), 0, token_kind::word, "d"));
  SCHEMA_VERIFY(is(opaque("1/**/+2"), 1, token_kind::symbol, "+"));
  SCHEMA_VERIFY(nth(opaque("a /* /* */"), 1).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque("/*/"), 0).kind == token_kind::bad);
}

TEST_CASE("the longest symbol is taken") {
  SCHEMA_VERIFY(is(opaque("->> a"), 0, token_kind::symbol, "->>"));
  SCHEMA_VERIFY(is(opaque("->a"), 0, token_kind::symbol, "->"));
  SCHEMA_VERIFY(is(opaque("<=1"), 0, token_kind::symbol, "<="));
  SCHEMA_VERIFY(is(opaque("<>1"), 0, token_kind::symbol, "<>"));
  SCHEMA_VERIFY(is(opaque("!=1"), 0, token_kind::symbol, "!="));
  SCHEMA_VERIFY(is(opaque("||a"), 0, token_kind::symbol, "||"));
  SCHEMA_VERIFY(is(opaque("::int"), 0, token_kind::symbol, "::"));
  SCHEMA_VERIFY(is(opaque("=-1"), 0, token_kind::symbol, "="));
  SCHEMA_VERIFY(is(opaque("(a)"), 2, token_kind::symbol, ")"));
  SCHEMA_VERIFY(nth(opaque("`"), 0).kind == token_kind::bad);
  SCHEMA_VERIFY(nth(opaque("\\"), 0).kind == token_kind::bad);
}

TEST_CASE("the quick reader and the whole lexer agree") {
  SCHEMA_VERIFY(agree(opaque("a >= 0 AND b<>-1 OR \"c\" = 'it''s' || d->>'e'")));
  SCHEMA_VERIFY(agree(opaque("  a\t/* b */ -- c\n * (1.5 + .5e1, 12x) e'f' ::g / 2 <h")));
  SCHEMA_VERIFY(agree(opaque("a/*b*/-1-- c")));
  SCHEMA_VERIFY(agree(
      opaque("a234567890123456 a23456789012345 a2345678901234  Abcdefghijklmnopqrstuvwxyz_0123456789")));
  SCHEMA_VERIFY(agree(
      opaque("1234567890123456 123456789012345 12345678901234567890 12345678901234567a 1234567890123456.5")));
  SCHEMA_VERIFY(agree(
      opaque("abcdefghijklmno$p abcdefghijklmnop$ abcdefghijklmno\xC3\xB6 e'a' _'b'                     c")));
  SCHEMA_VERIFY(agree(opaque("")));
  SCHEMA_VERIFY(agree(opaque("<")));
  SCHEMA_VERIFY(agree(opaque("a!=b <=c>=d==e!f|g||h:i::j:=k<<l>>m->n->>o=>p<>")));
  SCHEMA_VERIFY(agree(opaque("a <")));
  // every pair of bytes, and every pair behind and before a word
  bool all = true;
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      const std::string pair{char(a), char(b)};
      all = all && agree(pair) && agree("a" + pair) && agree("1" + pair + "2 ") && agree(" <" + pair);
    }
  CHECK(all);
}

TEST_CASE("the tables of bytes have each in its place") {
  using sql::byte_kind;
  const auto is_one_of = [](u32 c, std::string_view any) {
    return c < 128 && any.find(char(c)) != std::string_view::npos;
  };
  for (u32 c = 0; c < 256; ++c) {
    INFO("byte " << c);
    const bool is_capital = c >= 'A' && c <= 'Z', is_digit = c >= '0' && c <= '9';
    const bool is_letter = is_capital || (c >= 'a' && c <= 'z') || c >= 128;
    const byte_kind kind = is_letter || c == '_'               ? byte_kind::word
                           : is_digit                          ? byte_kind::digit
                           : is_one_of(c, " \t\n\r\f\v")       ? byte_kind::space
                           : is_one_of(c, ",;[]?@#~^&+*%{}()") ? byte_kind::single
                           : is_one_of(c, "-/<>=!|:")          ? byte_kind::operation
                           : c == '\''                         ? byte_kind::quote
                           : c == '"'                          ? byte_kind::mark
                           : c == '$'                          ? byte_kind::dollar
                           : c == '.'                          ? byte_kind::dot
                                                               : byte_kind::bad;
    CHECK(sql::bytes.kind.of[c] == kind);
    const bool stands_in_words = is_letter || is_digit || c == '_' || c == '$';
    CHECK(sql::bytes.folded[c] == (!stands_in_words ? 0 : is_capital ? c + ('a' - 'A') : c));
    CHECK(bool(sql::bytes.is_foreign[c]) == is_one_of(c, "[]{}#^@?:$!"));
  }
}
