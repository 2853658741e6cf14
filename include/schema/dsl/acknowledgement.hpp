// Floor 3. What a person says about an operation that they know better than the compiler. None of it is part
// of the checksum: a released migration may be given its acknowledgement later.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/text/fixed_string.hpp>

namespace schema::dsl {

/// The operation throws data away, and is meant to: drop_column<"events", "summary", loses_data>.
struct loses_data {
  static constexpr const sql::expression* up = nullptr;
  static constexpr const sql::expression* down = nullptr;
  static constexpr bool is_irreversible = false;
};

/// Whether a thing is said in a list: is_said<loses_data, Said…>.
template <class What, class... Said> inline constexpr bool is_said = (__is_same(What, Said) || ... || false);

constexpr operation acknowledged(operation o, text_view reason) {
  o.assumed_safe = reason;
  return o;
}

/// An operation that the rules of safety would refuse, and why it does no harm here:
/// assume_safe<"no release reads it", drop_column<"events", "summary", loses_data>>.
/// The library carries it out as it stands, in the transaction of its migration. A reason of blanks is
/// refused.
template <fixed_string Reason, class Operation> struct assume_safe {
  static constexpr operation schema_definition = acknowledged(Operation::schema_definition, Reason.view());
};

} // namespace schema::dsl
