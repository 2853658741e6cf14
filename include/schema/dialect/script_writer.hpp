// Floor 3. Collects the statements of a script: one text, and where in it each statement stands.
#pragma once

#include <schema/dialect/program.hpp>
#include <schema/text/text_writer.hpp>

namespace schema {

/// How much room a script needs.
struct script_size {
  u32 bytes{}, statements{};
};

struct statement_place {
  u32 begin{}, size{}; ///< of the SQL, or of the table's name, in the text
  u16 operation{};
  statement_role role{};
};

/// With no room it only measures.
template <u32 Bytes, u32 Statements> struct script_writer : text_writer<Bytes> {
  statement_place places[Statements + 1]{};
  u32 count{};
  u32 begun{};
  u16 operation{}; ///< the operation that is being written, by its place in its migration

  constexpr void begin() { begun = this->size; }
  constexpr void end(statement_role role = statement_role::sql) {
    if constexpr (Statements > 0) places[count] = {begun, this->size - begun, operation, role};
    ++count;
  }
  /// A statement that is written by one expression: statement([&] { out << "…"; }).
  template <class Write> constexpr void statement(Write&& write) {
    begin();
    write();
    end();
  }
  /// A place at which the runtime floor acts upon a table.
  constexpr void mark(statement_role role, name table) {
    begin();
    *this << table;
    end(role);
  }
  constexpr void string(std::string_view text) { this->enclosed(text, '\''); }
  constexpr script_size measured() const { return {this->size, count}; }
};

/// What is written, where to and for whom. `Line` is a timeline, `Out` a script_writer.
template <class Line, class Out> struct rendering {
  const Line& line;
  Out& out;
  backend target{};

  constexpr bool is_sqlite() const { return target == backend::sqlite; }
};

} // namespace schema
