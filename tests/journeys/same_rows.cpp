// After seeding at one instant, both backends hold the same rows, cell by cell.
#include "seeded.hpp"

using namespace journeys;

namespace {

/// What a column holds, as the text that SQLite keeps.
std::string canonical(schema::backend target, const schema::seed::column_facts& column) {
  const std::string name = schema::native::identifier(column.name);
  using schema::type_kind;
  if (target == schema::backend::sqlite) {
    if (column.type.kind == type_kind::json) return "json(" + name + ")";
    return "CAST(" + name + " AS text)";
  }
  switch (column.type.kind) {
  case type_kind::boolean: return "CAST(CAST(" + name + " AS integer) AS text)";
  case type_kind::timestamptz:
    return "to_char(" + name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
  case type_kind::json: return "replace(replace(CAST(" + name + " AS text), '\": ', '\":'), ', \"', ',\"')";
  default: return "CAST(" + name + " AS text)";
  }
}

/// A line a row, in the order of the table's key; a cell that was drawn at random is left out.
std::vector<std::string> rows_of(soci::session& sql, const schema::seed::table_facts& table) {
  const auto target = schema::backend_of(sql);
  std::string list, order;
  for (const auto& column : table.columns)
    if (column.name != "password_hash") list += (list.empty() ? "" : ", ") + canonical(target, column);
  for (const auto key : table.primary_key) {
    const std::string name = canonical(target, table.columns[key]);
    order +=
        (order.empty() ? "" : ", ") + (table.columns[key].identity ? "length(" + name + "), " : "") + name;
    if (target == schema::backend::postgresql) order += " COLLATE \"C\"";
  }
  std::vector<std::string> lines;
  for (const auto& row :
       schema::native::query(sql, "SELECT " + list + " FROM " + schema::native::identifier(table.name) +
                                      " ORDER BY " + order)) {
    std::string line{std::string_view(table.name)};
    for (const auto& cell : row) line += "|" + cell.value_or("null");
    lines.push_back(std::move(line));
  }
  return lines;
}

} // namespace

TEST_CASE("both backends hold the same rows") {
  if (!test::postgresql_database::available()) return;
  const auto set = GENERATE(as<std::string>{}, "baseline", "demo");
  constexpr schema::i64 now = 1'767'225'600'000; // 2026-01-01T00:00:00Z
  seeded<test::sqlite_database> one{set, now};
  seeded<test::postgresql_database> other{set, now};

  std::size_t count = 0;
  for (const auto& table : schema::seed::seed_facts<lms::tables>().tables) {
    const auto rows = rows_of(one.session(), table);
    CHECK(rows == rows_of(other.session(), table));
    count += rows.size();
  }
  CHECK(count > 15);
}
