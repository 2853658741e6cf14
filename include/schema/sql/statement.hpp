// Floor 1. A data statement (INSERT, UPDATE, DELETE) or a script as plain values: its tokens and the tables
// it names.
#pragma once

#include <schema/sql/expression.hpp>

namespace schema::sql {

enum class statement_kind : u8 { insert, update, delete_rows, other };

/// A table that a statement names, by its token; `changed` for the target of INSERT, UPDATE, DELETE.
struct table_reference {
  u16 token;
  bool changed;
};

struct statement {
  const char* text{};
  u32 size{};
  const token* tokens{};
  u16 token_count{};
  const table_reference* tables{};
  u16 table_count{};
  statement_kind kind{};
  u64 hash{}; ///< canonical: over tokens, case of words and white space left out
  syntax_fault fault{};
  u16 fault_begin{};
  u16 fault_size{};
  u16 sent_size{}; ///< up to the last token, a closing `;` and comments behind it left out

  constexpr text_view view() const { return {text, size}; }
  constexpr text_view at(const token& t) const { return {text + t.begin, t.size}; }
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
};

} // namespace schema::sql
