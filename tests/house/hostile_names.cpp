// A user's tables may bear any name, also those that a member or a type of ours bears.
#include <schema/dsl/migration.hpp>
#if __has_include(<schema/dsl.hpp>)
#include <schema/dsl.hpp>
#endif

namespace hostile {
using namespace schema::dsl;

struct definition : table<"definition", column<"id", integer, primary_key>> {};
struct all : table<"all", column<"id", integer, primary_key>> {};
struct name : table<"name", column<"id", integer, primary_key>> {};
struct data : table<"data", column<"id", integer, primary_key>> {};
struct type : table<"type", column<"id", integer, primary_key>> {};
struct list : table<"list", column<"id", integer, primary_key>> {};
struct labels : table<"labels", column<"id", integer, primary_key>> {};
struct key : table<"key", column<"id", integer, primary_key>> {};
struct item : table<"item", column<"id", integer, primary_key>> {};
struct columns : table<"columns", column<"id", integer, primary_key>> {};
struct text : table<"text", column<"id", integer, primary_key>, column<"text", schema::dsl::text>> {};
struct operations : table<"operations", column<"id", integer, primary_key>> {};
struct kind : table<"kind", column<"id", integer, primary_key>> {};

struct tables : schema::tables<definition, all, name, data, type, list, labels, key, item, columns, text,
                               operations, kind> {};

struct m0001
    : migration<1, "tables with hostile names",
                create_table<"definition", column<"id", integer, primary_key>>,
                create_table<"all", column<"id", integer, primary_key>>,
                create_table<"name", column<"id", integer, primary_key>>,
                create_table<"data", column<"id", integer, primary_key>>,
                create_table<"type", column<"id", integer, primary_key>>,
                create_table<"list", column<"id", integer, primary_key>>,
                create_table<"labels", column<"id", integer, primary_key>>,
                create_table<"key", column<"id", integer, primary_key>>,
                create_table<"item", column<"id", integer, primary_key>>,
                create_table<"columns", column<"id", integer, primary_key>>,
                create_table<"text", column<"id", integer, primary_key>, column<"text", schema::dsl::text>>,
                create_table<"operations", column<"id", integer, primary_key>>,
                create_table<"kind", column<"id", integer, primary_key>>> {};

struct history : migrations<m0001> {};
} // namespace hostile

static_assert(hostile::tables::schema_table_count == 13);
static_assert(hostile::tables::schema_tables[0]->table->view() == "definition");
#if __has_include(<schema/dsl.hpp>)
static_assert(schema::proven<hostile::history, hostile::tables>);
#endif
