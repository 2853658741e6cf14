// A CHECK is to compare two columns whose texts compare otherwise.
// error: verdict::collations_mixed<schema::verdict::table<
// error: {"members"}
// error: {"email = login"}
// error: {"C and und-x-icu"}
// error: at_migration<2>
// error: give_the_columns_one_collation
// sentence: have the collations "C and und-x-icu", of which PostgreSQL takes neither
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members
    : table<"members", column<"id", bigint, primary_key>, column<"email", text, collate<"C">>,
            column<"login", text, collate<"und-x-icu", "NOCASE">>, check<"members_check", "email <> ''">> {};
struct tables : schema::tables<members> {};

struct m0001
    : migration<
          1, "members",
          create_table<"members", column<"id", bigint, primary_key>, column<"email", text, collate<"C">>,
                       column<"login", text, collate<"und-x-icu", "NOCASE">>>> {};
struct m0002
    : migration<2, "second thoughts",
                assume_safe<"few rows", add_constraint<"members", check<"members_check", "email = login">>>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
