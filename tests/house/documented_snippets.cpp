// Nothing documented that is not compiled: every ```cpp block of README.md stands, line by line, in a file of
// examples/, tests/ or include/, which the build compiles. Usage: documented_snippets PROJECT_FOLDER.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

namespace files = std::filesystem;

/// A line without the white space around it: a snippet may be indented otherwise than its source.
std::string trimmed(const std::string& line) {
  const auto begin = line.find_first_not_of(" \t\r");
  return begin == std::string::npos ? "" : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

std::string every_source(const files::path& project) {
  std::string all;
  for (const char* folder : {"examples", "tests", "include"}) {
    if (!files::exists(project / folder)) continue;
    for (const auto& entry : files::recursive_directory_iterator(project / folder)) {
      const auto kind = entry.path().extension();
      if (kind != ".cpp" && kind != ".hpp") continue;
      std::ifstream lines(entry.path());
      all += '\n';
      for (std::string line; std::getline(lines, line);) {
        line = trimmed(line);
        if (!line.empty()) all += line + '\n';
      }
    }
  }
  return all;
}

} // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::cerr << "usage: documented_snippets PROJECT_FOLDER\n", 2;
  const files::path project = arguments[1];
  const auto sources = every_source(project);
  std::ifstream readme(project / "README.md");
  int snippets = 0, faults = 0, number = 0, begin = 0;
  bool inside = false;
  std::string block;
  for (std::string line; std::getline(readme, line);) {
    ++number;
    line = trimmed(line);
    if (!inside && (line == "```cpp" || line == "```c++")) {
      inside = true, begin = number, block = "\n";
    } else if (inside && line == "```") {
      inside = false, ++snippets;
      if (sources.find(block) == std::string::npos)
        ++faults, std::cout << "README.md:" << begin << ": this snippet stands in no source file\n";
    } else if (inside && !line.empty()) {
      block += line + '\n';
    }
  }
  std::cout << snippets << " snippets, " << faults << " not compiled\n";
  return faults == 0 && !inside ? 0 : 1;
}
