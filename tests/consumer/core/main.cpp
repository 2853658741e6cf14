// A service that believes in the tables of the LMS and never opens a database itself.
#include <schema/lms.hpp>

namespace shop {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", integer, primary_key>, column<"note", text, nullable>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<1, "orders",
                create_table<"orders", column<"id", integer, primary_key>, column<"note", text, nullable>>> {
};
struct history : migrations<m0001> {};

static_assert(schema::proven<history, tables>);
} // namespace shop

int main() { return shop::tables::schema_table_count == 1 ? 0 : 1; }
