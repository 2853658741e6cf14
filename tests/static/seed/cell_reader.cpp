// What cells are in their columns, at compile time.
#include <schema/dsl.hpp>
#include <schema/seed/cell_reader.hpp>

#include <catch2/catch.hpp>

namespace {

using namespace schema::seed;
namespace dsl = schema::dsl;

template <class Type> constexpr column_facts column() {
  column_facts facts;
  facts.type = Type::schema_type;
  facts.nullable = true;
  return facts;
}

struct reading {
  cell_fault fault;
  plain_value value;
};

template <class Type> constexpr reading read(std::string_view raw, bool quoted = false) {
  csv_cell cell;
  cell.raw = raw;
  cell.quoted = quoted;
  reading out{};
  cell_reader<no_text> reader;
  out.fault = reader.read(column<Type>(), true, cell, cell_text(cell), out.value);
  return out;
}
template <class Type> constexpr cell_fault fault(std::string_view raw) { return read<Type>(raw).fault; }

TEST_CASE("numbers") {
  STATIC_REQUIRE(read<dsl::integer>("-2147483648").value.number == -2147483648LL);
  STATIC_REQUIRE(fault<dsl::integer>("2147483648") == cell_fault::not_fitting);
  STATIC_REQUIRE(read<dsl::bigint>("9223372036854775807").fault == cell_fault::none);
  STATIC_REQUIRE(fault<dsl::bigint>("9223372036854775808") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<dsl::smallint>("1.0") == cell_fault::not_whole);
  STATIC_REQUIRE(fault<dsl::smallint>("-") == cell_fault::not_whole);
  STATIC_REQUIRE(fault<dsl::integer>("+1") == cell_fault::not_whole);
  using money = dsl::numeric<5, 2, dsl::on_sqlite<dsl::text>>;
  STATIC_REQUIRE(read<money>("012.50").value.number == 125);
  STATIC_REQUIRE(read<money>("012.50").value.scale == 1);
  STATIC_REQUIRE(fault<money>("999.99") == cell_fault::none);
  STATIC_REQUIRE(fault<money>("1000") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<money>("0.005") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<money>("1e2") == cell_fault::not_decimal);
  STATIC_REQUIRE(read<dsl::double_precision>("15e-1").value.number == 15);
  STATIC_REQUIRE(read<dsl::double_precision>("2E3").value.number == 2000);
  STATIC_REQUIRE(read<dsl::double_precision>("1e300").value.state == value_state::unknown);
  STATIC_REQUIRE(fault<dsl::double_precision>("1.8e308") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<dsl::real>("3.5e38") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<dsl::real>("1e-40") == cell_fault::not_fitting);
  STATIC_REQUIRE(fault<dsl::real>("0e99999999999") == cell_fault::none);
  STATIC_REQUIRE(fault<dsl::real>("nan") == cell_fault::not_number);
  STATIC_REQUIRE(fault<dsl::real>("1e") == cell_fault::not_number);
}

TEST_CASE("what is no number") {
  STATIC_REQUIRE(read<dsl::uuid>("0000000A-0000-0000-0000-00000000000f").value.number ==
                 read<dsl::uuid>("0000000a-0000-0000-0000-00000000000F").value.number);
  STATIC_REQUIRE(fault<dsl::uuid>("0000000a-0000-0000-0000-00000000000g") == cell_fault::not_uuid);
  STATIC_REQUIRE(fault<dsl::uuid>("0000000a00000-0000-0000-00000000000f") == cell_fault::not_uuid);
  STATIC_REQUIRE(read<dsl::timestamptz>("1970-01-01T01:00:00.5+01:00").value.number == 500);
  STATIC_REQUIRE(read<dsl::timestamptz>("@now-2s").value.number == -2000);
  STATIC_REQUIRE(read<dsl::timestamptz>("@now-2s").value.is_relative);
  STATIC_REQUIRE(fault<dsl::timestamp>("1970-01-01T01:00:00Z") == cell_fault::not_instant);
  STATIC_REQUIRE(fault<dsl::date>("2025-02-29") == cell_fault::not_date);
  STATIC_REQUIRE(fault<dsl::date>("@now+1") == cell_fault::not_relative);
  STATIC_REQUIRE(fault<dsl::boolean>("TRUE") == cell_fault::not_boolean);
  STATIC_REQUIRE(fault<dsl::bytes>("\\x00fF") == cell_fault::none);
  STATIC_REQUIRE(fault<dsl::bytes>("\\x0") == cell_fault::not_bytes);
  STATIC_REQUIRE(read<dsl::json>("{\"\"a\"\": [1, -0.5e3, \"\"\\u00e9\"\"]}", true).fault ==
                 cell_fault::none);
  STATIC_REQUIRE(fault<dsl::json>("{a}") == cell_fault::not_json);
  STATIC_REQUIRE(fault<dsl::json>("1e9999") == cell_fault::not_json);
}

TEST_CASE("texts") {
  STATIC_REQUIRE(read<dsl::text>("a\"\"b", true).value.is_doubled);
  STATIC_REQUIRE(read<dsl::text>("@@home").value.text == "@home");
  STATIC_REQUIRE(read<dsl::text>("@admin-password").value.state == value_state::admin_password);
  STATIC_REQUIRE(fault<dsl::text>("@") == cell_fault::lone_at);
  STATIC_REQUIRE(fault<dsl::varchar<2>>("\xC3\xA9\xC3\xA9") == cell_fault::none);
  STATIC_REQUIRE(fault<dsl::varchar<2>>("@@ab") == cell_fault::too_long);
  STATIC_REQUIRE(read<dsl::varchar<2>>("", true).value.is_known());
  STATIC_REQUIRE(read<dsl::varchar<2>>("").value.is_null());
  STATIC_REQUIRE(read<dsl::integer>("", true).fault == cell_fault::empty);
}

} // namespace
