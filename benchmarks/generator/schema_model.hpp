// A schema that grows: the generator keeps it beside the migrations that it writes, so that the declared
// tables are its end.
#pragma once

#include <string>
#include <vector>

namespace generator {

inline std::string number(std::size_t value) { return std::to_string(value); }
inline std::string quote(const std::string& text) { return '"' + text + '"'; }

struct column {
  std::string name, type, value{}, more{}; ///< value: its default as C++; more: attributes as C++
  bool nullable{}, alive{true};
};

/// A constraint or an index. Its text names columns of its table by ordinal, {3}, so that renames carry over.
struct object {
  std::string name{}; ///< empty: the derived one
  std::string text;
  bool is_index{}, alive{true};
};

struct table {
  std::string name;
  std::vector<column> columns{};
  std::vector<object> objects{};
  int target{-1}; ///< the table that its first foreign key refers to
  bool alive{true};

  /// Puts today's names of the columns in for their ordinals.
  std::string with_names(const std::string& text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '{') {
        out += text[i];
        continue;
      }
      const std::size_t end = text.find('}', i);
      out += columns[std::stoul(text.substr(i + 1, end - i - 1))].name;
      i = end;
    }
    return out;
  }

  std::string written(const object& o) const {
    const std::string text = with_names(o.text);
    return o.name.empty() ? text : "named<" + quote(o.name) + ", " + text + ">";
  }
};

struct enumeration {
  std::string name;
  std::vector<std::string> labels{};
  bool alive{true};

  std::string list() const {
    std::string out = quote(name);
    for (const auto& label : labels) out += ", " + quote(label);
    return out;
  }
};

struct schema {
  std::vector<table> tables{};
  std::vector<enumeration> enumerations{};

  std::string written(const column& c) const {
    std::string out = "column<" + quote(c.name) + ", " + c.type;
    if (c.nullable) out += ", nullable";
    if (!c.value.empty()) out += ", " + c.value;
    if (!c.more.empty()) out += ", " + replace_table(c.more);
    return out + ">";
  }

  /// [7] in a text stands for today's name of table 7.
  std::string replace_table(const std::string& text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '[') {
        out += text[i];
        continue;
      }
      const std::size_t end = text.find(']', i);
      out += tables[std::stoul(text.substr(i + 1, end - i - 1))].name;
      i = end;
    }
    return out;
  }

  std::string body(const table& t) const {
    std::string out = quote(t.name);
    for (const auto& c : t.columns)
      if (c.alive) out += ",\n    " + written(c);
    for (const auto& o : t.objects)
      if (o.alive) out += ",\n    " + replace_table(t.written(o));
    return out;
  }
};

} // namespace generator
