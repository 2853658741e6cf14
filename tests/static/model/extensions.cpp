// Extensions: a name that stands or does not, in the history and in the tables.
#include <tests/static/model/folded.hpp>

#include <schema/dialect/declared.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

struct m0001 : migration<1, "one", create_table<"t", column<"id", integer, primary_key>>,
                         create_extension<"pgcrypto">> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations> constexpr rule broken_by() {
  return schema::history_fault_of<after<Operations...>>.broken;
}
template <class Operation> using meant = assume_safe<"a test", Operation>;

struct t : table<"t", column<"id", integer, primary_key>> {};
struct crypto : extension<"pgcrypto"> {};
struct trigrams : extension<"pg_trgm"> {};
struct level : enumeration<"pgcrypto", "easy"> {};
template <class... Tables> struct declared : schema::tables<t, Tables...> {};
template <class History, class... Tables> constexpr rule differs() {
  return schema::proof<History, declared<Tables...>>::first.broken;
}
template <class... Operations> struct alone : migrations<then<Operations...>> {};

} // namespace

TEST_CASE("it is made once, and goes once") {
  static_assert(broken_by<>() == rule::none);
  static_assert(broken_by<create_extension<"pgcrypto">>() == rule::extension_exists);
  static_assert(broken_by<create_extension<"pgcrypto", nothing_to_undo>>() == rule::extension_exists);
  static_assert(broken_by<create_extension<"pg_trgm">>() == rule::none);
  static_assert(broken_by<create_extension<"Uuid ossp">>() == rule::name_refused);
  static_assert(broken_by<create_extension<quoted<"uuid-ossp">>>() == rule::none);
  static_assert(broken_by<meant<drop_extension<"hstore">>>() == rule::no_such_extension);
  static_assert(broken_by<meant<drop_extension<"pgcrypto">>, create_extension<"pgcrypto">>() == rule::none);
  static_assert(broken_by<meant<drop_extension<"pgcrypto">>, meant<drop_extension<"pgcrypto">>>() ==
                rule::no_such_extension);
  static_assert(broken_by<create_enumeration<"pgcrypto", "a">>() == rule::none); // a namespace of their own
  SUCCEED();
}

TEST_CASE("it is folded at run time as well") {
  verify_history<after<create_extension<"hstore">, meant<drop_extension<"pgcrypto">>>>([](const auto& line) {
    const schema::identifier gone = schema::make_identifier(schema::text_view("pgcrypto")),
                             there = schema::make_identifier(schema::text_view("hstore"));
    return line.found.is_sound() && schema::extension_at(line, &gone, 2) == 2 &&
           schema::extension_at(line, &gone, 3) == 2 && schema::extension_at(line, &gone, 4) == 0 &&
           schema::extension_at(line, &there, 2) == 0 && schema::extension_at(line, &there, 4) == 3;
  });
  SUCCEED();
}

TEST_CASE("programs may call what it brings") {
  static_assert(broken_by<drop_extension<"pgcrypto">>() == rule::breaks_running_programs);
  static_assert(broken_by<create_extension<"hstore">, drop_extension<"hstore">>() == rule::none);
  SUCCEED();
}

TEST_CASE("the tables declare it") {
  static_assert(schema::proven<after<>, declared<crypto>>);
  static_assert(schema::agrees<after<>, declared<crypto>>);
  static_assert(differs<after<>>() == rule::tables_lack_extension);
  static_assert(differs<after<>, crypto, trigrams>() == rule::history_lacks_extension);
  static_assert(differs<after<>, crypto, crypto>() == rule::declared_twice);
  static_assert(differs<after<create_extension<"pg_trgm">>, crypto, crypto>() == rule::declared_twice);
  static_assert(differs<after<create_extension<"pg_trgm">>, trigrams, crypto>() == rule::none);
  static_assert(differs<alone<create_table<"t", column<"id", integer, primary_key>>,
                              create_enumeration<"pgcrypto", "easy">>,
                        crypto>() == rule::tables_lack_enumeration);
  static_assert(differs<alone<create_table<"t", column<"id", integer, primary_key>>,
                              create_enumeration<"pgcrypto", "easy">, create_extension<"pgcrypto">>,
                        crypto, level>() == rule::none);
  static_assert(differs<alone<create_table<"t", column<"id", integer, primary_key>>>, crypto>() ==
                rule::history_lacks_extension);
  SUCCEED();
}

TEST_CASE("what stays on the way back is another definition") {
  using schema::checksums_of;
  static_assert(checksums_of<alone<create_extension<"a">>>.values[0] !=
                checksums_of<alone<create_extension<"a", nothing_to_undo>>>.values[0]);
  static_assert(checksums_of<alone<create_extension<"a">>>.values[0] !=
                checksums_of<alone<create_extension<"b">>>.values[0]);
  SUCCEED();
}

TEST_CASE("declared tables begin with it on PostgreSQL") {
  const auto& script = schema::declared_script_of<declared<crypto>, schema::backend::postgresql>;
  CHECK(script.count == 2);
  CHECK(std::string(script.statements[0].sql) == "CREATE EXTENSION IF NOT EXISTS \"pgcrypto\"");
  CHECK(schema::declared_script_of<declared<crypto>, schema::backend::sqlite>.count == 1);
}
