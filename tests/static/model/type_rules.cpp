// Which defaults fit a type, and which types become another by themselves.
#include <catch2/catch.hpp>

#include <schema/dsl/types.hpp>
#include <schema/model/type_rules.hpp>
#include <tests/static/verify.hpp>

using namespace schema;
using tests::opaque;

namespace {

constexpr default_value number(i64 value) { return {.kind = value_kind::integer, .integer = value}; }
constexpr default_value words(schema::text_view value) {
  return {.kind = value_kind::text, .text = value.data(), .size = u32(value.size())};
}
constexpr default_value truth{.kind = value_kind::boolean, .integer = 1};

template <class Type> constexpr bool fits(const default_value& value) {
  return default_fits(value, Type::schema_type);
}
template <class From, class To, bool OnSqlite = true> constexpr bool refers() {
  return refers_freely(From::schema_type, To::schema_type, OnSqlite);
}
template <class From, class To> constexpr bool converts() {
  return converts_freely(From::schema_type, To::schema_type);
}

constexpr type_kind kinds[] = {type_kind::boolean,     type_kind::smallint, type_kind::integer,
                               type_kind::bigint,      type_kind::real,     type_kind::double_precision,
                               type_kind::numeric,     type_kind::text,     type_kind::varchar,
                               type_kind::bytes,       type_kind::date,     type_kind::timestamp,
                               type_kind::timestamptz, type_kind::uuid,     type_kind::json};

} // namespace

TEST_CASE("integers fit to the last one") {
  SCHEMA_VERIFY(fits<dsl::smallint>(number(opaque(i64(32767)))) &&
                !fits<dsl::smallint>(number(opaque(i64(32768)))));
  SCHEMA_VERIFY(fits<dsl::smallint>(number(opaque(i64(-32768)))) &&
                !fits<dsl::smallint>(number(opaque(i64(-32769)))));
  SCHEMA_VERIFY(fits<dsl::integer>(number(opaque(i64(2147483647)))) &&
                !fits<dsl::integer>(number(opaque(i64(2147483648)))));
  SCHEMA_VERIFY(fits<dsl::bigint>(number(opaque(i64(2147483648)))));
  SCHEMA_VERIFY(fits<dsl::real>(number(opaque(i64(1)))) && !fits<dsl::text>(number(opaque(i64(1)))));
  SCHEMA_VERIFY(!fits<dsl::boolean>(number(opaque(i64(1)))) && fits<dsl::boolean>(truth) &&
                !fits<dsl::integer>(truth));
}

TEST_CASE("varchar counts characters, not bytes") {
  SCHEMA_VERIFY(fits<dsl::varchar<3>>(words(opaque("äöü"))) && !fits<dsl::varchar<3>>(words(opaque("abcd"))));
  SCHEMA_VERIFY(character_count(opaque("größe")) == 5 && character_count(opaque("")) == 0);
}

TEST_CASE("a fraction is written as text") {
  SCHEMA_VERIFY(fits<dsl::real>(words(opaque("0.5"))) && fits<dsl::real>(words(opaque("-12"))));
  SCHEMA_VERIFY(!fits<dsl::real>(words(opaque("1.2.3"))) && !fits<dsl::real>(words(opaque(""))) &&
                !fits<dsl::real>(words(opaque("-"))) && !fits<dsl::real>(words(opaque("one"))));
  SCHEMA_VERIFY(!fits<dsl::integer>(words(opaque("0"))));
  // PostgreSQL would round what is beyond the scale, SQLite would keep or cut it.
  SCHEMA_VERIFY(fits<dsl::numeric<12, 1, dsl::on_sqlite<dsl::text>>>(words(opaque("12.5"))) &&
                fits<dsl::numeric<12, 1, dsl::on_sqlite<dsl::text>>>(words(opaque("12"))) &&
                !fits<dsl::numeric<12, 1, dsl::on_sqlite<dsl::text>>>(words(opaque("12.25"))) &&
                !fits<dsl::numeric<12, 0, dsl::on_sqlite<dsl::real>>>(words(opaque("12.5"))));
}

TEST_CASE("a time or a uuid is written out") {
  SCHEMA_VERIFY(fits<dsl::timestamptz>(words(opaque("2026-01-01"))) &&
                fits<dsl::timestamp>(words(opaque("2026-01-01T10:00:00"))));
  SCHEMA_VERIFY(!fits<dsl::timestamptz>(words(opaque("now()"))) &&
                !fits<dsl::timestamp>(words(opaque("now"))));
  SCHEMA_VERIFY(fits<dsl::date>(words(opaque("2026-01-01"))) && !fits<dsl::date>(words(opaque("today"))) &&
                !fits<dsl::date>(words(opaque("2026-01-01T10:00:00"))));
  SCHEMA_VERIFY(fits<dsl::uuid>(words(opaque("00000000-0000-4000-8000-00000000000A"))) &&
                !fits<dsl::uuid>(words(opaque("gen_random_uuid()"))));
}

TEST_CASE("numbers become numbers and texts texts; all else asks for a conversion") {
  SCHEMA_VERIFY(converts<dsl::smallint, dsl::bigint>() && converts<dsl::bigint, dsl::smallint>());
  SCHEMA_VERIFY(converts<dsl::text, dsl::varchar<9>>() && converts<dsl::varchar<9>, dsl::varchar<8>>());
  SCHEMA_VERIFY(!converts<dsl::text, dsl::integer>() && !converts<dsl::integer, dsl::text>());
  SCHEMA_VERIFY(!converts<dsl::date, dsl::timestamptz>() && !converts<dsl::integer, dsl::boolean>());
  SCHEMA_VERIFY(!converts<dsl::enumeration<"a">, dsl::enumeration<"b">>());
}

TEST_CASE("a foreign key ties numerics that SQLite keeps alike") {
  using dsl::numeric, dsl::on_sqlite;
  SCHEMA_VERIFY(refers<numeric<8, 2, on_sqlite<dsl::text>>, numeric<9, 2, on_sqlite<dsl::text>>>());
  SCHEMA_VERIFY(!refers<numeric<8, 2, on_sqlite<dsl::text>>, numeric<8, 1, on_sqlite<dsl::text>>>());
  SCHEMA_VERIFY(!refers<numeric<8, 2, on_sqlite<dsl::text>>, numeric<8, 2, on_sqlite<dsl::real>>>());
  SCHEMA_VERIFY(refers<numeric<8, 2, on_sqlite<dsl::real>>, numeric<8, 1, on_sqlite<dsl::real>>>());
  SCHEMA_VERIFY(refers<numeric<8, 2, on_sqlite<dsl::text>>, numeric<8, 2, on_sqlite<dsl::real>>, false>());
}

TEST_CASE("to convert freely is reflexive and symmetric, and what may refer may convert") {
  SCHEMA_VERIFY([] {
    for (type_kind a : kinds) {
      if (!converts_freely({a}, {a}) || !refers_freely({a}, {a}, true)) return false;
      for (type_kind b : kinds) {
        if (converts_freely({a}, {b}) != converts_freely({b}, {a})) return false;
        if (refers_freely({a}, {b}, true) && !converts_freely({a}, {b})) return false;
      }
    }
    return true;
  }());
}

namespace {
template <class From, class To> constexpr bool holds() {
  return holds_all(From::schema_type, To::schema_type);
}
} // namespace

TEST_CASE("which type holds every value of another") {
  using namespace schema::dsl;
  static_assert(holds<integer, bigint>() && !holds<bigint, integer>());
  static_assert(holds<varchar<20>, varchar<20>>() && holds<varchar<20>, text>() &&
                !holds<text, varchar<20>>());
  static_assert(!holds<varchar<20>, varchar<19>>());
  static_assert(holds<smallint, real>() && !holds<integer, real>() && holds<integer, double_precision>());
  static_assert(!holds<bigint, double_precision>() && holds<real, double_precision>());
  static_assert(!holds<double_precision, real>() && !holds<double_precision, bigint>());
  static_assert(holds<numeric<8, 2>, numeric<9, 2>>() && holds<numeric<8, 2>, numeric<9, 3>>());
  static_assert(!holds<numeric<8, 2>, numeric<8, 3>>() && !holds<numeric<8, 2>, numeric<8, 1>>());
  static_assert(holds<integer, numeric<12, 2>>() && !holds<integer, numeric<11, 2>>());
  static_assert(holds<numeric<4, 0>, smallint>() && !holds<numeric<5, 0>, smallint>());
  static_assert(!holds<numeric<4, 1>, smallint>() && holds<uuid, uuid>() && !holds<uuid, text>());
  SUCCEED();
}
