// Floor 6. Files of seeds as constants of a program: what schema_add_seeds (CMake) writes.
#pragma once

#include <schema/text/fixed_string.hpp>

namespace schema::seed {

/// A file. Its name without .csv is the table's.
struct seed_constant {
  text_view path; ///< as the build names it
  text_view table;
  text_view content;
  u32 most_cells{}; ///< at least as many cells as the file has

  /// `most_cells` of 0 counts them; a build that has counted spares the compiler that.
  constexpr seed_constant(text_view path_, text_view content_, u32 most_cells_ = 0)
      : path(path_), table(stem(path_)), content(content_),
        most_cells(most_cells_ ? most_cells_ : count(content_)) {}

private:
  static constexpr text_view stem(text_view path) {
    std::size_t begin = path.size(), end = path.size();
    while (begin > 0 && path[begin - 1] != '/') --begin;
    for (std::size_t i = begin; i < path.size(); ++i)
      if (path[i] == '.') end = i;
    return path.substr(begin, end - begin);
  }
  static constexpr u32 count(text_view content) {
    u32 cells = 1;
    for (char c : content) cells += c == ',' || c == '\n';
    return cells;
  }
};

/// The sets that a program can load: schema::seed::sets<lms::seeds::baseline, lms::seeds::demo>. A set is a
/// type with a `seed_name` and its `seed_files`.
template <class... Sets> struct sets {};

/// Option of seeds_fit: rows of the set may refer to those of these sets, which are loaded with it or before
/// it.
template <class... Sets> struct upon {};

/// Option of seeds_fit: CHECKs and unique indexes that are not decided before there is a database, as
/// table.name.
template <fixed_string... Names> struct left_to_database {};

} // namespace schema::seed
