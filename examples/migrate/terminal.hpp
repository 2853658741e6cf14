// Output that people read: aligned, coloured only on a terminal and without NO_COLOR (https://no-color.org).
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace migrate {

enum class colour { plain, green, yellow, red, faint };

inline bool on_terminal() { return isatty(STDOUT_FILENO) == 1; }

inline bool coloured() {
  const char* no_color = std::getenv("NO_COLOR");
  return on_terminal() && (!no_color || !*no_color);
}

inline std::string paint(colour how, std::string_view text) {
  constexpr std::string_view codes[] = {"", "32", "33", "31", "2"};
  if (how == colour::plain || !coloured()) return std::string(text);
  return fmt::format("\033[{}m{}\033[0m", codes[int(how)], text);
}

/// Places that a text takes on a terminal: one for each code point of UTF-8.
inline std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return width;
}

/// Columns of text; numbers stand at the right.
class text_table {
public:
  struct cell {
    std::string text;
    colour how{colour::plain};
    bool right{};
  };

  void add(std::vector<cell> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i].text));
    }
    std::string all;
    for (const auto& row : rows_) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string blanks(widths[i] - width_of(row[i].text), ' ');
        if (i) line += "  ";
        line +=
            row[i].right ? blanks + paint(row[i].how, row[i].text) : paint(row[i].how, row[i].text) + blanks;
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      all += line + '\n';
    }
    return all;
  }

private:
  std::vector<std::vector<cell>> rows_;
};

inline void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

} // namespace migrate
