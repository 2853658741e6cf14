// Floor 6. A seed set: a folder whose files are tables.
#pragma once

#include <schema/seed/constant.hpp>
#include <schema/seed/fault.hpp>
#include <schema/text/edit_distance.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace schema::seed {

/// The rows of one table. The cells look into `content`: it stays where it is.
struct seed_file {
  std::string path;    ///< for errors, as it was reached
  std::string table;   ///< the file's name
  std::string content; ///< UTF-8
  std::vector<csv_cell> header;
  std::vector<csv_cell> cells; ///< row after row, as many in each as in the header
  std::vector<u32> lines;      ///< where each row begins

  const csv_cell& cell(std::size_t row, std::size_t column) const {
    return cells[row * header.size() + column];
  }
};

struct seed_set {
  std::string name;
  std::vector<std::unique_ptr<seed_file>> files; ///< in the order of their names
};

namespace detail {

inline void split_rows(seed_file& file, fault_list& faults) {
  csv_reader in(file.content);
  csv_cell cell;
  if (in.next_row())
    while (in.next_cell(cell)) file.header.push_back(cell);
  while (in.next_row() && !faults.is_full()) {
    const place begin = in.at();
    const std::size_t before = file.cells.size();
    while (in.next_cell(cell)) file.cells.push_back(cell);
    const std::size_t count = file.cells.size() - before;
    if (in.fault() == csv_fault::none && count == file.header.size()) {
      file.lines.push_back(begin.line);
      continue;
    }
    if (in.fault() == csv_fault::none)
      faults.add(file.path, count > file.header.size() ? file.cells[before + file.header.size()].at : begin,
                 fmt::format("{} cell{}, but the first line names {} column{}", count, count == 1 ? "" : "s",
                             file.header.size(), file.header.size() == 1 ? "" : "s"));
    file.cells.resize(before);
  }
  if (in.fault() != csv_fault::none)
    faults.add(file.path, in.fault_at(), std::string(describe(in.fault())));
  else if (file.header.empty())
    faults.add(file.path, {}, "the file is empty; its first line names the columns");
}

inline bool is_set_name(std::string_view name) {
  for (char c : name)
    if (!is_word_start(lower(c)) && !is_digit(c) && c != '-') return false;
  return !name.empty();
}

/// `path` when it can be listed; what else is there goes into the error.
inline std::filesystem::path set_folder(const std::filesystem::path& from, std::string_view name) {
  std::error_code error;
  if (!std::filesystem::is_directory(from, error))
    throw no_such_set("no such folder of seeds: " + from.string());
  if (is_set_name(name))
    if (auto folder = from / name; std::filesystem::is_directory(folder, error)) return folder;
  nearest_name nearest{name};
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(from, error))
    if (entry.is_directory(error)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  for (const auto& candidate : names) nearest.offer(candidate);
  const std::string hint =
      nearest.best.empty() ? "" : fmt::format("; did you mean '{}'?", nearest.best.view());
  throw no_such_set(fmt::format("there is no set '{}' in {}{}", name, from.string(), hint));
}

} // namespace detail

/// Makes a file of a text.
inline std::unique_ptr<seed_file> make_file(std::string path, std::string table, std::string content,
                                            fault_list& faults) {
  auto file = std::make_unique<seed_file>();
  file->path = std::move(path);
  file->table = std::move(table);
  file->content = std::move(content);
  detail::split_rows(*file, faults);
  return file;
}

/// Reads `<from>/<name>/*.csv`; what is not named so is passed over. What is wrong with a file goes to
/// `faults`. Throws no_such_set, seed_error for one that can't be read.
inline seed_set read_set(const std::filesystem::path& from, std::string_view name, fault_list& faults) {
  const auto folder = detail::set_folder(from, name);
  seed_set set{std::string(name), {}};
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".csv" && entry.is_regular_file(error)) paths.push_back(entry.path());
  if (error) throw seed_error(fmt::format("can't read {}: {}", folder.string(), error.message()));
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) throw seed_error("can't read " + path.string());
    set.files.push_back(make_file(path.generic_string(), path.stem().string(), std::move(content), faults));
  }
  if (set.files.empty())
    throw seed_error(fmt::format("the set '{}' has no .csv file in {}", name, folder.string()));
  return set;
}

namespace detail {

inline seed_set make_set(text_view name, const seed_constant* files, std::size_t count, fault_list& faults) {
  seed_set set{std::string(std::string_view(name)), {}};
  for (std::size_t i = 0; i < count; ++i)
    set.files.push_back(make_file(std::string(std::string_view(files[i].path)),
                                  std::string(std::string_view(files[i].table)),
                                  std::string(std::string_view(files[i].content)), faults));
  return set;
}

} // namespace detail

/// One of the sets that are part of the program, by its name: find_set(lms::seeds::all(), "baseline",
/// faults). What is wrong with a file goes to `faults`. Throws no_such_set.
template <class... Sets> seed_set find_set(sets<Sets...>, std::string_view name, fault_list& faults) {
  seed_set found;
  nearest_name nearest{name};
  const auto look = [&](text_view own, const seed_constant* files, std::size_t count) {
    nearest.offer(own);
    if (own == name) found = detail::make_set(own, files, count, faults);
  };
  (look(Sets::seed_name, Sets::seed_files, std::size(Sets::seed_files)), ...);
  if (!found.files.empty()) return found;
  const std::string hint =
      nearest.best.empty() ? "" : fmt::format("; did you mean '{}'?", nearest.best.view());
  throw no_such_set(fmt::format("this program has no set '{}'{}", name, hint));
}

} // namespace schema::seed
