// Floor 1. A data statement (INSERT, UPDATE, DELETE), a query or a script as plain values: tokens and tree.
#pragma once

#include <schema/sql/expression.hpp>

namespace schema::sql {

enum class statement_kind : u8 { insert, update, delete_rows, query, other };

struct statement {
  const char* text{};
  u32 size{};
  const token* tokens{};
  u16 token_count{};
  const expression* tree{}; ///< sound when there is no fault; its root is the statement's node
  statement_kind kind{statement_kind::other};
  u64 hash{}; ///< canonical: over tokens, case of words and white space left out
  syntax_fault fault{};
  u16 fault_begin{};
  u16 fault_size{};
  bool is_tidy{};  ///< PostgreSQL takes it as it is: one blank between any two tokens, none is cast to json
  u16 sent_size{}; ///< up to the last token, a closing `;` and comments behind it left out

  constexpr text_view view() const { return {text, size}; }
  constexpr text_view at(const token& t) const { return {text + t.begin, t.size}; }
  /// The table whose rows it changes; a query changes none.
  constexpr const node& target() const {
    i16 i = tree->nodes[tree->root].first;
    while (tree->nodes[i].kind != node_kind::source) i = tree->nodes[i].next;
    return tree->nodes[i];
  }
  /// What a backend is sent.
  constexpr text_view sent() const { return {text, sent_size}; }
};

/// SQL that is handed to one backend as it stands; only its tokens are hashed.
struct script {
  const char* text{};
  u32 size{};
  u64 hash{};
  syntax_fault fault{};
  u16 fault_begin{};
  u16 fault_size{};

  constexpr text_view view() const { return {text, size}; }
  /// What a backend is sent: without the white space and the semicolon at its end.
  constexpr text_view sent() const {
    text_view sent = view();
    while (!sent.empty() &&
           (sent.back() == ';' || sent.back() == ' ' || sent.back() == '\n' || sent.back() == '\t'))
      sent = sent.substr(0, sent.size() - 1);
    return sent;
  }
};

} // namespace schema::sql
