// Floor 1. Reads an expression into a flat tree, by precedence: PostgreSQL's manual, 4.1.6.
#pragma once

#include <schema/sql/expression.hpp>
#include <schema/sql/functions.hpp>
#include <schema/sql/lexer.hpp>

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

struct operation {
  binary_operator symbol{};
  binding level{};
};

constexpr operation find_operation(const char* text, const token& t) {
  using enum binary_operator;
  const char a = text[t.begin];
  if (t.size == 1) {
    if (a == '=') return {equal, binding::comparison};
    if (a == '<') return {less, binding::comparison};
    if (a == '>') return {greater, binding::comparison};
    if (a == '+') return {add, binding::additive};
    if (a == '-') return {subtract, binding::additive};
    if (a == '*') return {multiply, binding::multiplicative};
    if (a == '/') return {divide, binding::multiplicative};
    if (a == '%') return {modulo, binding::multiplicative};
    return {};
  }
  const char b = text[t.begin + 1];
  if (t.size == 2) {
    if (a == '<' && b == '=') return {less_equal, binding::comparison};
    if (a == '>' && b == '=') return {greater_equal, binding::comparison};
    if ((a == '<' && b == '>') || (a == '!' && b == '=')) return {not_equal, binding::comparison};
    if (a == '|' && b == '|') return {concatenate, binding::other};
    if (a == '-' && b == '>') return {json_get, binding::other};
    if (a == ':' && b == ':') return {none, binding::cast};
    return {};
  }
  return t.size == 3 && a == '-' ? operation{json_get_text, binding::other} : operation{};
}

} // namespace parsing

/// Parses on construction; afterwards it is the storage of the tree. Children stand before their parents.
template <u32 Capacity> struct expression_parser {
  node nodes[Capacity]{};
  u16 node_count{};
  i16 root{-1};
  u64 hash{hash_seed};
  syntax_fault fault{};
  u16 fault_begin{};
  u16 fault_size{};

  constexpr expression_parser() = default;
  constexpr explicit expression_parser(std::string_view sql) : text_(sql.data()), size_(u32(sql.size())) {
    if (sql.size() > longest_text) {
      fault = syntax_fault::too_long;
      return;
    }
    advance();
    const i16 top = read(binding::logical_or);
    if (top < 0) return;
    if (now_.kind != token_kind::end)
      refuse_here();
    else if (node_count > most_height && is_too_high())
      fault = syntax_fault::too_deep;
    else
      root = top;
  }

  /// The tree over `sql`, which is the text that was parsed; it points into this object.
  constexpr expression over(std::string_view sql) const {
    return {sql.data(), u32(sql.size()), nodes, node_count, root, hash, fault, fault_begin, fault_size};
  }

private:
  const char* text_{};
  u32 size_{};
  u32 position_{};
  u32 depth_{};
  token now_{};
  keyword word_{};
  reserved_by reserved_{};

  constexpr void advance() {
    now_ = next_token({text_, size_}, position_);
    word_ = keyword::none;
    if (now_.kind == token_kind::word) {
      const keyword_entry& entry = find_keyword(now_.hash);
      word_ = entry.word;
      reserved_ = entry.reserved;
    }
    if (now_.kind != token_kind::end) hash = hash_token(hash, {text_, size_}, now_);
  }

  constexpr bool at(char symbol) const {
    return now_.kind == token_kind::symbol && now_.size == 1 && text_[now_.begin] == symbol;
  }

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
    bool is_known = word_ == keyword::unlike_sqlite || word_ == keyword::select || word_ == keyword::distinct;
    if (now_.kind == token_kind::word)
      is_known = is_known || now_.hash == "at"_word || now_.hash == "over"_word || now_.hash == "filter"_word;
    if (now_.kind == token_kind::symbol)
      is_known = !at('(') && !at(')') && !at(',') && !at(';') &&
                 parsing::find_operation(text_, now_).level == binding::none;
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
    if (word_ != word) {
      refuse_here();
      return false;
    }
    advance();
    return true;
  }

  constexpr i16 make(node_kind kind, u32 begin, u32 size, u64 name_hash = 0, i16 first = -1) {
    if (node_count >= Capacity || node_count >= 32767)
      return refuse(syntax_fault::too_long, {token_kind::end, u16(begin), u16(size), 0});
    node& n = nodes[node_count];
    n.kind = kind;
    n.begin = u16(begin);
    n.size = u16(size);
    n.hash = name_hash;
    n.first = first;
    return i16(node_count++);
  }
  constexpr i16 make(node_kind kind, const token& t, i16 first = -1) {
    return make(kind, t.begin, t.size, t.hash, first);
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

  /// An operand and the operators behind it that bind at least as tight as `loosest`.
  constexpr i16 read(binding loosest) {
    if (++depth_ > most_nesting) return refuse(syntax_fault::too_deep, now_);
    i16 left = read_operand();
    binding refused{}; // a < b < c: comparisons do not chain
    while (left >= 0) {
      parsing::operation operation{};
      if (now_.kind == token_kind::symbol)
        operation = parsing::find_operation(text_, now_);
      else if (word_ != keyword::none)
        operation = find_word_operation();
      if (operation.level == binding::none || operation.level < loosest) break;
      if (operation.level == refused) {
        left = refuse(syntax_fault::unexpected, now_);
        break;
      }
      refused = binding::none;
      switch (operation.level) {
      case binding::is: left = read_is(left, refused); break;
      case binding::like:
        left = read_membership(left);
        refused = binding::like;
        break;
      case binding::cast:
        advance();
        left = read_type(left);
        break;
      case binding::comparison: refused = binding::comparison; [[fallthrough]];
      default: left = read_binary(left, operation);
      }
    }
    --depth_;
    return left;
  }

  constexpr parsing::operation find_word_operation() const {
    switch (word_) {
    case keyword::logical_and: return {binary_operator::logical_and, binding::logical_and};
    case keyword::logical_or: return {binary_operator::logical_or, binding::logical_or};
    case keyword::is:
    case keyword::is_null:
    case keyword::not_null: return {binary_operator::none, binding::is};
    case keyword::logical_not:
    case keyword::in:
    case keyword::between:
    case keyword::like: return {binary_operator::none, binding::like};
    default: return {};
    }
  }

  constexpr i16 read_binary(i16 left, parsing::operation operation) {
    const token sign = now_;
    advance();
    const i16 right = read(binding(u8(operation.level) + 1));
    if (right < 0) return -1;
    nodes[left].next = right;
    const i16 made = make(node_kind::binary, sign, left);
    if (made >= 0) nodes[made].operation = operation.symbol;
    return made;
  }

  constexpr i16 read_is(i16 left, binding& refused) {
    const token sign = now_;
    const keyword first = word_;
    advance();
    if (first == keyword::is_null) return make(node_kind::is_null, sign, left);
    if (first == keyword::not_null) return make(node_kind::is_not_null, sign, left);
    const bool negated = word_ == keyword::logical_not;
    if (negated) advance();
    const keyword what = word_;
    if (what == keyword::distinct) {
      advance();
      if (!pass(keyword::from)) return -1;
      const i16 right = read(binding::comparison);
      if (right < 0) return -1;
      refused = binding::is;
      nodes[left].next = right;
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
  constexpr i16 read_membership(i16 left) {
    const token sign = now_;
    const bool negated = word_ == keyword::logical_not;
    if (negated) advance();
    const keyword what = word_;
    if (what == keyword::between) {
      advance();
      const i16 low = read(binding::other);
      if (low < 0 || !pass(keyword::logical_and)) return -1;
      const i16 high = read(binding::other);
      if (high < 0) return -1;
      nodes[left].next = low;
      nodes[low].next = high;
      return make(negated ? node_kind::not_between : node_kind::between, sign, left);
    }
    if (what == keyword::in) {
      advance();
      if (!pass('(')) return -1;
      if (read_list(left) == 0) return refuse_unless_failed();
      return make(negated ? node_kind::not_in : node_kind::in, sign, left);
    }
    if (what != keyword::like) return refuse_here();
    advance();
    const i16 pattern = read(binding::other);
    if (pattern < 0) return -1;
    nodes[left].next = pattern;
    return make(negated ? node_kind::not_like : node_kind::like, sign, left);
  }

  /// a, b, …) chained behind `last`; `first` is set to the first one. Returns how many, 0 with a fault.
  constexpr u32 read_list(i16 last, i16* first = nullptr) {
    for (u32 count = 1;; ++count) {
      const i16 one = read(binding::logical_or);
      if (one < 0) return 0;
      if (last >= 0)
        nodes[last].next = one;
      else if (first)
        *first = one;
      last = one;
      if (at(',')) {
        advance();
        continue;
      }
      return pass(')') ? count : 0;
    }
  }

  constexpr i16 read_operand() {
    const token t = now_;
    switch (t.kind) {
    case token_kind::word: return read_word(t);
    case token_kind::number:
      if (t.size > 1 && (text_[t.begin + 1] == 'x' || text_[t.begin + 1] == 'X')) break;
      advance();
      return make(node_kind::number, t);
    case token_kind::string:
      if (text_[t.begin] != '\'') break;
      advance();
      return make(node_kind::string, t);
    case token_kind::dollar_text: break;
    case token_kind::quoted_word:
      advance();
      if (at('(') || at('.')) return refuse(syntax_fault::not_supported, t);
      return make(node_kind::column, t);
    case token_kind::symbol:
      if (at('(')) return read_parenthesis(t);
      if (at('-') || at('+')) {
        advance();
        const i16 of = read(binding::sign);
        return of < 0 || text_[t.begin] == '+' ? of : make(node_kind::negate, t, of);
      }
      return refuse_here();
    default: return refuse_here();
    }
    return refuse(syntax_fault::not_supported, t);
  }

  constexpr i16 read_parenthesis(const token& open) {
    advance();
    const i16 inside = read(binding::logical_or);
    if (inside < 0) return -1;
    if (at(',')) return refuse(syntax_fault::not_supported, now_); // a row
    const u32 end = now_.begin + now_.size;
    if (!pass(')')) return -1;
    return make(node_kind::parenthesis, open.begin, end - open.begin, 0, inside);
  }

  constexpr i16 read_word(const token& t) {
    const keyword word = word_;
    const bool is_name = reserved_ == reserved_by::nobody;
    advance();
    switch (word) {
    case keyword::null: return make(node_kind::null, t);
    case keyword::true_value:
    case keyword::false_value: return make(node_kind::boolean, t);
    case keyword::current_timestamp:
    case keyword::current_date:
      return at('(') ? refuse(syntax_fault::not_supported, t) : make(node_kind::current_time, t);
    case keyword::select:
    case keyword::with:
    case keyword::unsupported_value: return refuse(syntax_fault::not_supported, t);
    case keyword::logical_not: {
      const i16 of = read(binding::logical_not);
      return of < 0 ? of : make(node_kind::logical_not, t, of);
    }
    case keyword::case_of: return read_case(t);
    case keyword::cast: return read_cast();
    default: break;
    }
    if (!is_name) return refuse(at('(') ? syntax_fault::not_supported : syntax_fault::reserved_word, t);
    if (at('(')) return read_call(t);
    if (at('.') || now_.kind == token_kind::string) return refuse(syntax_fault::not_supported, t);
    return make(node_kind::column, t);
  }

  constexpr i16 read_call(const token& t) {
    const function* known = find_function(t.hash);
    if (known == nullptr) {
      const bool is_syntax = t.hash == "extract"_word || t.hash == "position"_word ||
                             t.hash == "overlay"_word || t.hash == "substring"_word || t.hash == "row"_word;
      return refuse(is_syntax ? syntax_fault::not_supported : syntax_fault::unknown_function, t);
    }
    if (known->is_aggregate) return refuse(syntax_fault::aggregate, t);
    advance();
    i16 first = -1;
    u32 count = 0;
    if (at(')'))
      advance();
    else if ((count = read_list(-1, &first)) == 0)
      return refuse_unless_failed();
    if (count < known->minimum || count > known->maximum)
      return refuse(syntax_fault::wrong_argument_count, t);
    if (word_ == keyword::none && now_.kind == token_kind::word) return refuse_here(); // OVER, FILTER
    return make(node_kind::call, t, first);
  }

  constexpr i16 read_cast() {
    if (!pass('(')) return -1;
    const i16 of = read(binding::logical_or);
    if (of < 0 || !pass(keyword::as)) return -1;
    const i16 made = read_type(of);
    return made < 0 || !pass(')') ? i16(-1) : made;
  }

  /// The type of a cast: its words, and numbers in parentheses.
  constexpr i16 read_type(i16 of) {
    const token t = now_;
    if (t.kind != token_kind::word) return refuse_here();
    u64 type = t.hash;
    u32 end = t.begin + t.size;
    advance();
    while (now_.kind == token_kind::word &&
           (now_.hash == "precision"_word || now_.hash == "varying"_word || now_.hash == "without"_word ||
            now_.hash == "with"_word || now_.hash == "time"_word || now_.hash == "zone"_word)) {
      type = hash_byte(type, ' ');
      for (u32 i = 0; i < now_.size; ++i) type = hash_byte(type, lower(text_[now_.begin + i]));
      end = now_.begin + now_.size;
      advance();
    }
    const cast_spelling* known = find_cast_type(type);
    if (known == nullptr)
      return refuse(syntax_fault::unknown_type, {token_kind::word, t.begin, u16(end - t.begin), type});
    if (at('(')) {
      if (known->modifiers == 0) return refuse(syntax_fault::not_supported, now_);
      u32 count = 0;
      do {
        advance();
        if (now_.kind != token_kind::number || ++count > known->modifiers) return refuse_here();
        advance();
      } while (at(','));
      end = now_.begin + now_.size;
      if (!pass(')')) return -1;
    }
    return make(node_kind::cast, t.begin, end - t.begin, type, of);
  }

  constexpr i16 read_case(const token& t) {
    i16 first = -1, last = -1;
    if (word_ != keyword::when) {
      const token start = now_;
      const i16 operand = read(binding::logical_or);
      if (operand < 0) return -1;
      first = last = make(node_kind::case_operand, start.begin, 0, 0, operand);
      if (first < 0) return -1;
    }
    if (word_ != keyword::when) return refuse_here();
    while (word_ == keyword::when || word_ == keyword::otherwise) {
      const token start = now_;
      const bool is_arm = word_ == keyword::when;
      advance();
      const i16 condition = read(binding::logical_or);
      if (condition < 0) return -1;
      if (is_arm) {
        if (!pass(keyword::then)) return -1;
        const i16 value = read(binding::logical_or);
        if (value < 0) return -1;
        nodes[condition].next = value;
      }
      const i16 arm = make(is_arm ? node_kind::case_arm : node_kind::case_else, start, condition);
      if (arm < 0) return -1;
      if (last >= 0)
        nodes[last].next = arm;
      else
        first = arm;
      last = arm;
      if (!is_arm) break;
    }
    return pass(keyword::end) ? make(node_kind::case_when, t, first) : i16(-1);
  }
};

/// What a text of this size most likely needs; few sizes, so that few parsers are instantiated.
constexpr u32 likely_nodes(u32 size) {
  u32 nodes = 4;
  while (nodes < size / 4 + 2) nodes *= 2;
  return nodes;
}

/// A text has at most as many nodes as bytes.
constexpr u32 most_nodes(u32 size) {
  u32 nodes = 16;
  while (nodes < size && nodes < 32768) nodes *= 2;
  return nodes;
}

/// Parses at run time (fuzzers, tests); the expression points into `storage` and `sql`.
template <u32 Capacity>
constexpr expression parse_expression(std::string_view sql, expression_parser<Capacity>& storage) {
  storage = expression_parser<Capacity>(sql);
  return storage.over(sql);
}

namespace parsing {

template <fixed_string Sql> inline constexpr expression_parser<likely_nodes(Sql.size)> likely{Sql.view()};
template <fixed_string Sql> inline constexpr expression_parser<most_nodes(Sql.size)> longest{Sql.view()};

template <fixed_string Sql> constexpr expression expression_from() {
  if constexpr (likely<Sql>.fault == syntax_fault::too_long && likely_nodes(Sql.size) < most_nodes(Sql.size))
    return longest<Sql>.over(Sql.view());
  else
    return likely<Sql>.over(Sql.view());
}

} // namespace parsing

/// The expression in a literal, parsed once.
template <fixed_string Sql> inline constexpr expression expression_of = parsing::expression_from<Sql>();

} // namespace schema::sql
