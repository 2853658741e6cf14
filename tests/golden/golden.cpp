// The SQL of every case, up and down, for both backends, as it stands in tests/golden/<case>/<backend>/. Read the
// difference in review; SCHEMA_REFRESH_GOLDEN=1 writes the files anew.
#include "cases.hpp"

#include <schema/dialect/script.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

/// How a statement stands in its step, when it is not in the step's own transaction.
std::string manner(schema::statement_role role) {
  std::string text;
  if (!schema::runs(role, false)) text += "after an interruption";
  if (!schema::runs(role, true)) text += "not after an interruption";
  if (schema::is_phase(role)) {
    if (!text.empty()) text += ", ";
    text += schema::is_concurrent(role) ? "outside of transactions" : "a transaction of its own";
  }
  return text.empty() ? "" : "-- " + text + ":\n";
}

std::string write_script(const schema::program& steps, bool down) {
  std::string text;
  for (schema::u32 k = 0; k < steps.count; ++k) {
    const schema::step_text& step = steps.steps[down ? steps.count - 1 - k : k];
    const schema::script_text& script = down ? step.down : step.up;
    text += "-- " + std::to_string(step.version) + " " + std::string(step.title);
    text += script.rebuilds ? " (rebuilds)" : "";
    text += script.irreversible ? " (irreversible)\n" : "\n";
    for (schema::u32 i = 0; i < script.count; ++i) {
      const schema::statement_text& statement = script.statements[i];
      if (i == 0 || statement.operation != script.statements[i - 1].operation)
        text += "-- " + std::string(step.operations[statement.operation]) + "\n";
      if (schema::is_sql(statement.role))
        text += manner(statement.role) + std::string(statement.sql) + ";\n";
      else
        text += (statement.role == schema::statement_role::keep_objects ? "-- keep " : "-- restore ") +
                std::string(statement.table) + "\n";
    }
    text += "\n";
  }
  return text;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool refreshes() {
  const char* wish = std::getenv("SCHEMA_REFRESH_GOLDEN");
  return wish && std::string(wish) == "1";
}

void compare(const std::filesystem::path& file, const std::string& text) {
  if (refreshes()) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  INFO(file << " differs; SCHEMA_REFRESH_GOLDEN=1 writes it anew");
  CHECK(read(file) == text);
}

void compare_program(const std::filesystem::path& folder, const schema::program& steps) {
  compare(folder / "up.sql", write_script(steps, false));
  compare(folder / "down.sql", write_script(steps, true));
}

} // namespace

TEST_CASE("every case renders the SQL that stands in its folder") {
  const std::filesystem::path here = std::filesystem::path(SCHEMA_SOURCE_DIR) / "tests" / "golden";
  golden::each_case([&]<class History>(const char* name) {
    CHECK(schema::timeline_of<History>.found.is_sound());
    INFO(name);
    compare_program(here / name / "postgresql", schema::program_of<History, schema::backend::postgresql>);
    if constexpr (schema::has_steps_for<History, schema::backend::sqlite>)
      compare_program(here / name / "sqlite", schema::program_of<History, schema::backend::sqlite>);
  });
}
