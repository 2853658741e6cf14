// Floor 3. Types of columns, as people write them.
#pragma once

#include <schema/dsl/literals.hpp>

namespace schema::dsl {

struct boolean {
  static constexpr column_type schema_type{type_kind::boolean};
};
struct smallint {
  static constexpr column_type schema_type{type_kind::smallint};
}; ///< 16 bits
struct integer {
  static constexpr column_type schema_type{type_kind::integer};
}; ///< 32 bits
struct bigint {
  static constexpr column_type schema_type{type_kind::bigint};
}; ///< 64 bits
struct real {
  static constexpr column_type schema_type{type_kind::real};
}; ///< IEEE 754, 32 bits
struct double_precision {
  static constexpr column_type schema_type{type_kind::double_precision};
}; ///< 64 bits
struct text {
  static constexpr column_type schema_type{type_kind::text};
};
struct bytes {
  static constexpr column_type schema_type{type_kind::bytes};
};
struct date {
  static constexpr column_type schema_type{type_kind::date};
};
struct timestamp {
  static constexpr column_type schema_type{type_kind::timestamp};
}; ///< without time zone
struct timestamptz {
  static constexpr column_type schema_type{type_kind::timestamptz};
}; ///< an instant
struct uuid {
  static constexpr column_type schema_type{type_kind::uuid};
};
struct json {
  static constexpr column_type schema_type{type_kind::json};
};

/// Text of at most Length characters.
template <u16 Length> struct varchar {
  static_assert(Length > 0, "varchar<n>: n is at least 1; for text without a limit write text");
  static constexpr column_type schema_type{type_kind::varchar, Length};
};

/// What SQLite, whose STRICT tables have no exact numeric, keeps a numeric as.
template <class Storage> struct on_sqlite;
template <> struct on_sqlite<text> { static constexpr sqlite_storage storage = sqlite_storage::text; };
template <> struct on_sqlite<integer> { static constexpr sqlite_storage storage = sqlite_storage::integer; };
template <> struct on_sqlite<real> { static constexpr sqlite_storage storage = sqlite_storage::real; };

/// Postgresql alone unless it says how SQLite keeps it: numeric<10, 2, on_sqlite<text>>.
struct not_on_sqlite {
  static constexpr sqlite_storage storage = sqlite_storage::none;
};
template <u16 Precision, u16 Scale = 0, class Storage = not_on_sqlite> struct numeric {
  static_assert(Precision > 0 && Precision <= 1000 && Scale <= Precision,
                "numeric<precision, scale>: precision from 1 to 1000, scale at most precision");
  static constexpr column_type schema_type{type_kind::numeric, Precision, Scale, nullptr, Storage::storage};
};

/// With labels, the declaration of an enumeration, a member of tables<…>; as the type of a column, also
/// without.
template <name_literal Name, fixed_string... Labels> struct enumeration {
  static constexpr column_type schema_type{.kind = type_kind::enumeration,
                                           .enumeration = &identifier_of<Name>};
  static constexpr name labels[sizeof...(Labels) + 1] = {
      &identifier_of<name_literal<sizeof(Labels.data)>(Labels.data, true)>...};
  static constexpr operation schema_definition{.kind = operation_kind::create_enumeration,
                                               .from = &identifier_of<Name>,
                                               .labels = labels,
                                               .label_count = u16(sizeof...(Labels))};
};

} // namespace schema::dsl
