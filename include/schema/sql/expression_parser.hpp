// Floor 1. Reads an expression into a flat tree, by precedence: PostgreSQL's manual, 4.1.6. Who parses
// includes sql/parser.hpp: a statement's expressions hold selects, which statement_reader.hpp reads.
#pragma once

#include <schema/sql/expression.hpp>
#include <schema/sql/functions.hpp>
#include <schema/sql/lexer.hpp>

#include <initializer_list>

namespace schema::sql {

/// How deep parentheses, calls and the like may nest.
inline constexpr u32 most_nesting = 64;
/// How high a tree may be; a chain of operators grows it by one an operator.
inline constexpr u32 most_height = 128;

/// How tight operators bind, loosest first. SQLite groups differently (|| above *, IS and LIKE level with =),
/// so an operand that is itself an operation is rendered in parentheses there.
enum class binding : u8 {
  none,
  logical_or,
  logical_and,
  logical_not,
  is,
  comparison,
  like,
  other,
  additive,
  multiplicative,
  sign,
  cast
};

namespace parsing {

/// What a token is to an expression.
struct operation {
  binary_operator symbol{};
  binding level{}; ///< how tight it binds
  keyword word{};
};

/// Operators of one byte, and operators that are words.
struct operation_table {
  operation by_byte[128]{};
  operation by_word[u8(keyword::where) + 1]{}; ///< of every keyword
};

inline constexpr operation_table operations = [] {
  operation_table t;
  t.by_byte[u8('=')] = {binary_operator::equal, binding::comparison};
  t.by_byte[u8('<')] = {binary_operator::less, binding::comparison};
  t.by_byte[u8('>')] = {binary_operator::greater, binding::comparison};
  t.by_byte[u8('+')] = {binary_operator::add, binding::additive};
  t.by_byte[u8('-')] = {binary_operator::subtract, binding::additive};
  t.by_byte[u8('*')] = {binary_operator::multiply, binding::multiplicative};
  t.by_byte[u8('/')] = {binary_operator::divide, binding::multiplicative};
  t.by_byte[u8('%')] = {binary_operator::modulo, binding::multiplicative};
  for (u32 i = 0; i <= u8(keyword::where); ++i) t.by_word[i].word = keyword(i);
  t.by_word[u8(keyword::logical_and)] = {binary_operator::logical_and, binding::logical_and,
                                         keyword::logical_and};
  t.by_word[u8(keyword::logical_or)] = {binary_operator::logical_or, binding::logical_or,
                                        keyword::logical_or};
  for (keyword word : {keyword::is, keyword::is_null, keyword::not_null})
    t.by_word[u8(word)].level = binding::is;
  for (keyword word : {keyword::logical_not, keyword::in, keyword::between, keyword::like})
    t.by_word[u8(word)].level = binding::like;
  return t;
}();

/// Operators of several bytes.
constexpr operation find_operation(const char* text, const token& t) {
  using enum binary_operator;
  const char a = text[t.begin];
  const char b = text[t.begin + 1];
  if (t.size == 2) {
    if (b == '=' && a == '<') return {less_equal, binding::comparison};
    if (b == '=' && a == '>') return {greater_equal, binding::comparison};
    if ((a == '<' && b == '>') || (a == '!' && b == '=')) return {not_equal, binding::comparison};
    if (a == '|' && b == '|') return {concatenate, binding::other};
    if (a == '-' && b == '>') return {json_get, binding::other};
    if (a == ':' && b == ':') return {none, binding::cast};
    return {};
  }
  return t.size == 3 && a == '-' ? operation{json_get_text, binding::other} : operation{};
}

} // namespace parsing

/// What a text is: an expression, or a data statement or a query, whose expressions may hold selects.
enum class grammar : u8 { expression, statement, query };

template <class Parser> struct statement_reader;

/// Parses on construction; it is the expression then, and the storage of its tree. Children stand before
/// their parents. Of a statement it keeps the tokens as well.
template <u32 Capacity> struct expression_parser : expression {
  static constexpr u32 most_bytes = Capacity < 64      ? 64
                                    : Capacity < 32768 ? Capacity
                                                       : longest_text; ///< while compiling
  static constexpr u32 most_words = most_bytes / word_bytes + 2;
  using words_of_text = literal_words<most_words>; ///< zeros behind the last byte

  node tree[Capacity]{};
  token list[Capacity]{};
  u32 token_count{};
  bool is_tidy{true}; ///< nothing but one blank stands between any two tokens, and none is cast to json

  constexpr expression_parser() = default;
  /// Reads `sql`, which outlives it. While compiling `words` are its bytes, with room for one word and a half
  /// behind them; at run time none are looked at.
  constexpr expression_parser(const char* sql, u32 length, const words_of_text& words,
                              grammar of = grammar::expression, bool has_words = true)
      : expression{.text = sql, .size = length, .nodes = tree}, words_(words), has_words_(has_words),
        is_statement_(of != grammar::expression), is_query_(of == grammar::query) {
    if (length > longest_text) {
      fault = syntax_fault::too_long;
      return;
    }
    advance();
    const i16 top = read_all();
    words_ = {}; // or the constant would keep them
    hash = hash_;
    node_count = made_;
    if (top < 0) return;
    if (fault != syntax_fault::none) return;
    if (now_.kind != token_kind::end)
      refuse_here();
    else if (node_count > most_height && is_too_high())
      fault = syntax_fault::too_deep;
    else
      root = top;
  }

private:
  friend struct statement_reader<expression_parser>;

  words_of_text words_{};
  bool has_words_{};
  token now_{};
  u64 hash_{hash_seed};     ///< so far; a member of the base would cost g++ another level at each store
  u16 made_{};              ///< nodes
  u32 depth_{};             ///< of the select at hand
  parsing::operation is_{}; ///< the token at hand
  bool is_statement_{};     ///< or a query
  bool is_query_{};
  bool may_aggregate_{}; ///< in a select list, HAVING and ORDER BY
  bool aggregates_{};    ///< the select at hand does

  constexpr i16 read_all() {
    if (!is_statement_) return read(binding::logical_or, 0);
    statement_reader<expression_parser> reader{*this};
    return is_query_ ? reader.read_query() : reader.read();
  }
  constexpr bool is_select() const { return is_.word == keyword::select || is_.word == keyword::with; }

  /// Reads the next token, finds what it is to SQL and hashes it; find_keyword and mix stand here in full,
  /// for a call costs as much as all of their work.
  constexpr void advance() {
    const u32 behind = now_.begin + now_.size;
    const bool is_close = read_token(words_, has_words_, text, size, behind, now_);
    if (is_statement_) note_token(behind, is_close);
    if (now_.symbol > 0) {
      is_ = parsing::operations.by_byte[u8(now_.symbol)];
    } else if (now_.kind == token_kind::word) {
      const u64 word = now_.hash;
      u32 i = u32(word >> 20) & words::slot_mask, place = u32(words::slots[i]);
      while (place != 0 && words::hashes[place] != word) {
        i = (i + 1) & words::slot_mask;
        place = u32(words::slots[i]);
      }
      if (place == 0)
        is_ = {};
      else
        is_ = parsing::operations.by_word[u8(words::meaning_at(place))];
    } else if (now_.kind == token_kind::symbol) {
      is_ = parsing::find_operation(text, now_);
    } else {
      is_ = {};
      if (now_.kind == token_kind::end) return;
    }
    hash_ = now_.kind != token_kind::quoted_word ? (hash_ ^ now_.hash) * hash_prime
                                                 : hash_token(hash_, view(), now_);
  }

  /// Keeps a token of a statement. What one of the backends has not, or reads otherwise, is bad there; the
  /// `;` behind a statement is its end.
  constexpr void note_token(u32 behind, bool is_close) {
    const u32 gap = is_close ? 0 : now_.begin - behind;
    if (gap != 0 && behind != 0 && (gap > 1 || text[behind] != ' ')) is_tidy = false;
    if (gap >= 8)
      if (const u32 nested = lexing::nested_comment(text, behind, now_.begin); nested != 0) {
        now_ = {token_kind::bad, u16(nested - 1), u16(now_.begin - nested + 1), 0, '\0'};
        refuse(syntax_fault::not_supported, now_);
        return;
      }
    if (now_.kind != token_kind::word) {
      if (now_.kind == token_kind::end || now_.kind == token_kind::bad) return;
      if (now_.symbol == ';') {
        read_token(words_, has_words_, text, size, now_.begin + 1, now_);
        if (now_.kind != token_kind::end) refuse(syntax_fault::many_statements, now_);
        return;
      }
      if (now_.symbol ? bytes.is_foreign[u8(now_.symbol)] : !is_shared(now_)) {
        refuse(syntax_fault::not_supported, now_);
        now_.kind = token_kind::bad;
        return;
      }
    }
    if (token_count < Capacity)
      list[token_count++] = now_;
    else
      refuse(syntax_fault::too_long, now_);
  }

  /// Whether both backends read alike what is neither a word nor a symbol of one byte.
  constexpr bool is_shared(const token& t) const {
    const char a = text[t.begin];
    const char b = t.size > 1 ? text[t.begin + 1] : '\0';
    switch (t.kind) {
    case token_kind::string: return a == '\'';
    case token_kind::dollar_text: return false;
    case token_kind::number: return b != 'x' && b != 'X';
    case token_kind::symbol: return a != '=' && (a == '!' || !bytes.is_foreign[u8(a)]);
    default: return true;
    }
  }

  constexpr bool at(char symbol) const { return now_.symbol == symbol; }

  constexpr i16 refuse(syntax_fault why, const token& t) {
    if (fault == syntax_fault::none) {
      fault = why;
      fault_begin = t.begin;
      fault_size = t.size;
    }
    return -1;
  }

  /// Refuses the token at hand, which can't stand here.
  constexpr i16 refuse_here() {
    if (now_.kind == token_kind::end) return refuse(syntax_fault::ended_early, now_);
    if (now_.kind == token_kind::bad) return refuse(syntax_fault::bad_token, now_);
    bool is_known =
        is_.word == keyword::unlike_sqlite || is_.word == keyword::select || is_.word == keyword::distinct;
    if (now_.kind == token_kind::word)
      is_known = is_known || now_.hash == word_at || now_.hash == word_over || now_.hash == word_filter;
    if (now_.kind == token_kind::symbol)
      is_known = !at('(') && !at(')') && !at(',') && !at(';') && is_.level == binding::none;
    return refuse(is_known ? syntax_fault::not_supported : syntax_fault::unexpected, now_);
  }

  constexpr i16 refuse_unless_failed() { return fault == syntax_fault::none ? refuse_here() : i16(-1); }

  constexpr bool pass(char symbol) {
    if (!at(symbol)) {
      refuse_here();
      return false;
    }
    advance();
    return true;
  }

  constexpr bool pass(keyword word) {
    if (is_.word != word) {
      refuse_here();
      return false;
    }
    advance();
    return true;
  }

  constexpr i16 make(node_kind kind, const token& t, i16 first = -1, binary_operator operation = {}) {
    if (made_ >= Capacity || made_ >= 32767) return refuse(syntax_fault::too_long, t);
    tree[made_] = {kind, operation, t.begin, t.size, first, -1, t.hash};
    return i16(made_++);
  }
  constexpr i16 make(node_kind kind, u32 begin, u32 length, u64 name_hash, i16 first) {
    return make(kind, {token_kind::end, u16(begin), u16(length), name_hash, '\0'}, first);
  }

  constexpr bool is_too_high() const {
    u16 height[Capacity]{};
    for (u32 i = 0; i < node_count; ++i) {
      for (i16 child = nodes[i].first; child >= 0; child = nodes[child].next)
        if (height[i] <= height[child]) height[i] = u16(height[child] + 1);
      if (height[i] >= most_height) return true;
    }
    return false;
  }

  /// An operand and the operators behind it that bind at least as tight as `loosest`. `depth`, of what stands
  /// around it, is handed down: a count in a member would be stored twice for every operand.
  constexpr i16 read(binding loosest, u32 depth) {
    if (++depth > most_nesting) return refuse(syntax_fault::too_deep, now_);
    i16 left = -1;
    if (now_.kind == token_kind::word && is_.word == keyword::none) {
      left = make(node_kind::column, now_);
      advance();
      if (left >= 0 && (now_.symbol == '(' || now_.symbol == '.' || now_.kind == token_kind::string))
        left = read_called(left, depth);
    } else
      left = read_operand(depth);
    binding refused{}; // a < b < c: comparisons do not chain
    while (left >= 0 && is_.level >= loosest) {
      if (is_.level == refused) {
        left = refuse(syntax_fault::unexpected, now_);
        break;
      }
      refused = binding::none;
      if (is_.symbol != binary_operator::none) {
        const i16 made = left;
        const binary_operator symbol = is_.symbol;
        const binding level = is_.level;
        const token sign = now_;
        advance();
        const i16 right = read(binding(u8(level) + 1), depth);
        if (level == binding::comparison) refused = binding::comparison;
        left = right < 0 ? i16(-1) : make(node_kind::binary, sign, made, symbol);
        if (right >= 0) tree[made].next = right;
      } else if (is_.level == binding::is)
        left = read_is(left, refused, depth);
      else if (is_.level == binding::like) {
        left = read_membership(left, depth);
        refused = binding::like;
      } else {
        advance();
        left = read_type(left);
      }
    }
    return left;
  }

  /// What was taken for a column is a function, or a name or a value of a kind that is not carried.
  constexpr i16 read_called(i16 column, u32 depth) {
    if (is_statement_)
      if (at('.')) return statement_reader<expression_parser>{*this}.read_qualified(column);
    const node& n = nodes[column];
    const token t{token_kind::word, n.begin, n.size, n.hash, '\0'};
    --made_;
    return now_.symbol == '(' ? read_call(t, depth) : refuse(syntax_fault::not_supported, t);
  }

  constexpr i16 read_is(i16 left, binding& refused, u32 depth) {
    const token sign = now_;
    const keyword first = is_.word;
    advance();
    if (first == keyword::is_null) return make(node_kind::is_null, sign, left);
    if (first == keyword::not_null) return make(node_kind::is_not_null, sign, left);
    const bool negated = is_.word == keyword::logical_not;
    if (negated) advance();
    const keyword what = is_.word;
    if (what == keyword::distinct) {
      advance();
      if (!pass(keyword::from)) return -1;
      const i16 right = read(binding::comparison, depth);
      if (right < 0) return -1;
      refused = binding::is;
      tree[left].next = right;
      return make(negated ? node_kind::is_not_distinct : node_kind::is_distinct, sign, left);
    }
    node_kind kind{};
    if (what == keyword::null)
      kind = negated ? node_kind::is_not_null : node_kind::is_null;
    else if (what == keyword::true_value)
      kind = negated ? node_kind::is_not_true : node_kind::is_true;
    else if (what == keyword::false_value)
      kind = negated ? node_kind::is_not_false : node_kind::is_false;
    else if (now_.kind == token_kind::word)
      return refuse(syntax_fault::not_supported, now_);
    else
      return refuse_here();
    advance();
    return make(kind, sign, left);
  }

  /// [NOT] BETWEEN, IN, LIKE.
  constexpr i16 read_membership(i16 left, u32 depth) {
    const token sign = now_;
    const bool negated = is_.word == keyword::logical_not;
    if (negated) advance();
    const keyword what = is_.word;
    if (what == keyword::between) {
      advance();
      const i16 low = read(binding::other, depth);
      if (low < 0 || !pass(keyword::logical_and)) return -1;
      const i16 high = read(binding::other, depth);
      if (high < 0) return -1;
      tree[left].next = low;
      tree[low].next = high;
      return make(negated ? node_kind::not_between : node_kind::between, sign, left);
    }
    if (what == keyword::in) {
      advance();
      if (!pass('(')) return -1;
      if (is_statement_)
        if (is_select()) {
          const i16 inside = statement_reader<expression_parser>{*this}.read_enclosed(depth);
          if (inside < 0) return -1;
          tree[left].next = inside;
          return make(negated ? node_kind::not_in : node_kind::in, sign, left);
        }
      i16 first = -1;
      if (read_list(left, first, depth) == 0) return refuse_unless_failed();
      return make(negated ? node_kind::not_in : node_kind::in, sign, left);
    }
    if (what != keyword::like) return refuse_here();
    advance();
    const i16 pattern = read(binding::other, depth);
    if (pattern < 0) return -1;
    tree[left].next = pattern;
    return make(negated ? node_kind::not_like : node_kind::like, sign, left);
  }

  /// a, b, …) chained behind `last`; `first` is set to the first one. Returns how many, 0 with a fault.
  constexpr u32 read_list(i16 last, i16& first, u32 depth) {
    for (u32 count = 1;; ++count) {
      const i16 one = read(binding::logical_or, depth);
      if (one < 0) return 0;
      if (last >= 0)
        tree[last].next = one;
      else
        first = one;
      last = one;
      if (at(',')) {
        advance();
        continue;
      }
      return pass(')') ? count : 0;
    }
  }

  constexpr i16 read_operand(u32 depth) {
    const token t = now_;
    switch (t.kind) {
    case token_kind::word: return read_reserved(t, depth);
    case token_kind::number:
      if (t.size > 1 && (text[t.begin + 1] == 'x' || text[t.begin + 1] == 'X')) break;
      advance();
      return make(node_kind::number, t);
    case token_kind::string:
      if (text[t.begin] != '\'') break;
      advance();
      return make(node_kind::string, t);
    case token_kind::dollar_text: break;
    case token_kind::quoted_word:
      advance();
      if (is_statement_)
        if (at('.'))
          return statement_reader<expression_parser>{*this}.read_qualified(make(node_kind::column, t));
      if (at('(') || at('.')) return refuse(syntax_fault::not_supported, t);
      return make(node_kind::column, t);
    case token_kind::symbol:
      if (at('(')) return read_parenthesis(t, depth);
      if (at('-') || at('+')) {
        advance();
        const i16 of = read(binding::sign, depth);
        return of < 0 || text[t.begin] == '+' ? of : make(node_kind::negate, t, of);
      }
      return refuse_here();
    default: return refuse_here();
    }
    return refuse(syntax_fault::not_supported, t);
  }

  constexpr i16 read_parenthesis(const token& open, u32 depth) {
    advance();
    if (is_statement_)
      if (is_select()) {
        const i16 select = statement_reader<expression_parser>{*this}.read_enclosed(depth);
        return select < 0 ? select : make(node_kind::subquery, open, select);
      }
    const i16 inside = read(binding::logical_or, depth);
    if (inside < 0) return -1;
    if (at(',')) return refuse(syntax_fault::not_supported, now_); // a row
    const u32 end = now_.begin + now_.size;
    if (!pass(')')) return -1;
    return make(node_kind::parenthesis, open.begin, end - open.begin, 0, inside);
  }

  /// A word that SQL knows; not each of them is reserved.
  constexpr i16 read_reserved(const token& t, u32 depth) {
    const keyword word = is_.word;
    const bool is_name = !sql::is_reserved(t.hash);
    advance();
    if (is_statement_)
      if (t.hash == word_exists && at('(')) {
        advance();
        const i16 select = statement_reader<expression_parser>{*this}.read_enclosed(depth);
        return select < 0 ? select : make(node_kind::exists, t, select);
      }
    switch (word) {
    case keyword::null: return make(node_kind::null, t);
    case keyword::true_value:
    case keyword::false_value: return make(node_kind::boolean, t);
    case keyword::current_timestamp:
    case keyword::current_date:
      return at('(') ? refuse(syntax_fault::not_supported, t)
                     : note_volatile(make(node_kind::current_time, t));
    case keyword::select:
    case keyword::with:
    case keyword::unsupported_value: return refuse(syntax_fault::not_supported, t);
    case keyword::logical_not: {
      const i16 of = read(binding::logical_not, depth);
      return of < 0 ? of : make(node_kind::logical_not, t, of);
    }
    case keyword::case_of: return read_case(t, depth);
    case keyword::cast: return read_cast(depth);
    default: break;
    }
    if (!is_name) return refuse(at('(') ? syntax_fault::not_supported : syntax_fault::reserved_word, t);
    if (at('(')) return read_call(t, depth);
    if (at('.') || now_.kind == token_kind::string) return refuse(syntax_fault::not_supported, t);
    return make(node_kind::column, t);
  }

  constexpr i16 read_call(const token& t, u32 depth) {
    const int place = find_function_at(t.hash);
    if (place < 0) {
      const bool is_syntax = t.hash == word_extract || t.hash == word_position || t.hash == word_overlay ||
                             t.hash == word_substring || t.hash == word_row;
      return refuse(is_syntax ? syntax_fault::not_supported : syntax_fault::unknown_function, t);
    }
    const function& known = functions[place];
    if (known.is_aggregate) {
      if (is_statement_)
        if (may_aggregate_) return statement_reader<expression_parser>{*this}.read_aggregate(t, depth);
      return refuse(syntax_fault::aggregate, t);
    }
    advance();
    i16 first = -1;
    u32 count = 0;
    if (at(')'))
      advance();
    else if ((count = read_list(-1, first, depth)) == 0)
      return refuse_unless_failed();
    if (count < known.minimum || count > known.maximum) return refuse(syntax_fault::wrong_argument_count, t);
    if (is_.word == keyword::none && now_.kind == token_kind::word) return refuse_here(); // OVER, FILTER
    const i16 made = make(node_kind::call, t, first);
    return known.is_volatile ? note_volatile(made) : made;
  }

  constexpr i16 note_volatile(i16 made) {
    if (volatile_node < 0) volatile_node = made;
    return made;
  }

  constexpr i16 read_cast(u32 depth) {
    if (!pass('(')) return -1;
    const i16 of = read(binding::logical_or, depth);
    if (of < 0 || !pass(keyword::as)) return -1;
    const i16 made = read_type(of);
    return made < 0 || !pass(')') ? i16(-1) : made;
  }

  /// The type of a cast: its words, and numbers in parentheses.
  constexpr i16 read_type(i16 of) {
    const token t = now_;
    if (t.kind != token_kind::word) return refuse_here();
    char words[32]{}; // of a name of several, with one space between them
    u32 length = 0, end = t.begin + t.size;
    u64 type = t.hash;
    advance();
    while (now_.kind == token_kind::word &&
           (now_.hash == word_precision || now_.hash == word_varying || now_.hash == word_without ||
            now_.hash == word_with || now_.hash == word_time || now_.hash == word_zone)) {
      if (length == 0)
        for (; length < t.size && length < sizeof(words); ++length) words[length] = text[t.begin + length];
      if (length < sizeof(words)) words[length++] = ' ';
      for (u32 i = 0; i < now_.size && length < sizeof(words); ++i) words[length++] = text[now_.begin + i];
      type = hash_name({words, length});
      end = now_.begin + now_.size;
      advance();
    }
    const int place = find_cast_type_at(type);
    if (place < 0)
      return refuse(syntax_fault::unknown_type, {token_kind::word, t.begin, u16(end - t.begin), type, '\0'});
    if (at('(')) {
      if (cast_types[place].modifiers == 0) return refuse(syntax_fault::not_supported, now_);
      u32 count = 0;
      do {
        advance();
        if (now_.kind != token_kind::number || ++count > cast_types[place].modifiers) return refuse_here();
        advance();
      } while (at(','));
      end = now_.begin + now_.size;
      if (!pass(')')) return -1;
    }
    if (type == word_json) is_tidy = false;
    return make(node_kind::cast, t.begin, end - t.begin, type, of);
  }

  constexpr i16 read_case(const token& t, u32 depth) {
    i16 first = -1, last = -1;
    if (is_.word != keyword::when) {
      const token start = now_;
      const i16 operand = read(binding::logical_or, depth);
      if (operand < 0) return -1;
      first = last = make(node_kind::case_operand, start.begin, 0, 0, operand);
      if (first < 0) return -1;
    }
    if (is_.word != keyword::when) return refuse_here();
    while (is_.word == keyword::when || is_.word == keyword::otherwise) {
      const token start = now_;
      const bool is_arm = is_.word == keyword::when;
      advance();
      const i16 condition = read(binding::logical_or, depth);
      if (condition < 0) return -1;
      if (is_arm) {
        if (!pass(keyword::then)) return -1;
        const i16 value = read(binding::logical_or, depth);
        if (value < 0) return -1;
        tree[condition].next = value;
      }
      const i16 arm = make(is_arm ? node_kind::case_arm : node_kind::case_else, start, condition);
      if (arm < 0) return -1;
      if (last >= 0)
        tree[last].next = arm;
      else
        first = arm;
      last = arm;
      if (!is_arm) break;
    }
    return pass(keyword::end) ? make(node_kind::case_when, t, first) : i16(-1);
  }
};

/// A text has at most as many nodes as bytes. Few sizes, so that few parsers are instantiated.
constexpr u32 most_nodes(u32 size) {
  u32 nodes = 512;
  while (nodes < size && nodes < 32768) nodes *= 8;
  return nodes;
}

/// The words of a literal, as many as the parser of it has; read_token reads none on clang.
template <u32 Count, std::size_t N>
consteval literal_words<Count> words_for([[maybe_unused]] const fixed_string<N>& sql) {
#ifdef __clang__
  return {};
#else
  return __builtin_bit_cast(literal_words<Count>, padded_literal<Count, N>{sql});
#endif
}

/// Parses at run time (fuzzers, tests); the expression points into `storage` and `sql`.
template <u32 Capacity>
constexpr expression parse_expression(text_view sql, expression_parser<Capacity>& storage,
                                      grammar of = grammar::expression) {
  const u32 size = sql.size() <= longest_text ? u32(sql.size()) : longest_text + 1;
  bool compiling = __builtin_is_constant_evaluated(); // of a const one the answer would be yes
  typename expression_parser<Capacity>::words_of_text words{};
  if (compiling) words = words_in<sizeof(words) / word_bytes>(sql);
  storage = expression_parser<Capacity>(sql.data(), size, words, of, compiling);
  storage.nodes = storage.tree;
  return storage;
}

/// The expression in a literal, parsed once.
template <fixed_string Sql>
inline constexpr expression_parser<most_nodes(Sql.size)> expression_of{
    Sql.data, Sql.size, words_for<expression_parser<most_nodes(Sql.size)>::most_words>(Sql)};

} // namespace schema::sql
