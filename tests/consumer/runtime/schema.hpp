// The schema of the consumer, and its history.
#pragma once

#include <schema/dsl.hpp>

namespace shop {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", integer, primary_key>, column<"note", text, nullable>> {};
struct tables : schema::tables<orders> {};

struct m0001 : migration<1, "orders", create_table<"orders", column<"id", integer, primary_key>>> {};
struct m0002 : migration<2, "notes", add_column<"orders", column<"note", text, nullable>>> {};
struct history : migrations<m0001, m0002> {};
static_assert(schema::proven<history, tables>);
} // namespace shop
