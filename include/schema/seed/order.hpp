// Floor 6. In which order tables, and the rows of one, are written: what is referred to comes first.
#pragma once

#include <schema/seed/check.hpp>

namespace schema::seed {

/// A way to write all tables.
struct write_order {
  std::vector<u32> tables; ///< indexes, parents first
  /// References that close a circle: their columns stay NULL until all rows are there. [table][reference]
  std::vector<std::vector<bool>> deferred;
  /// A table of a circle that no nullable column opens; no_index when there is none.
  u32 stuck{no_index};
};

namespace detail {

/// Whether a reference can wait: one of its columns may be NULL.
inline bool can_wait(const table_facts& table, const reference_facts& reference) {
  for (u32 c : reference.columns)
    if (table.columns[c].nullable) return true;
  return false;
}

} // namespace detail

/// The order for all tables of a database. A table that refers to itself needs nothing: both databases look
/// at references when a statement ends.
inline write_order order_of(const database_facts& facts) {
  const u32 count = u32(facts.tables.size());
  write_order order;
  std::vector<bool> placed(count, false);
  for (const auto& table : facts.tables) order.deferred.emplace_back(table.references.size(), false);
  const auto is_ready = [&](u32 t, bool let_wait) {
    const table_facts& table = facts.tables[t];
    for (const auto& r : table.references)
      if (r.table != t && !placed[r.table] && !(let_wait && detail::can_wait(table, r))) return false;
    return true;
  };
  while (order.tables.size() < count) {
    u32 next = no_index;
    for (int let_wait = 0; let_wait < 2 && next == no_index; ++let_wait)
      for (u32 t = 0; t < count && next == no_index; ++t)
        if (!placed[t] && is_ready(t, let_wait)) next = t;
    if (next == no_index) {
      for (u32 t = 0; t < count; ++t)
        if (!placed[t]) {
          if (order.stuck == no_index) order.stuck = t;
          order.tables.push_back(t);
        }
      return order;
    }
    const auto& references = facts.tables[next].references;
    for (std::size_t r = 0; r < references.size(); ++r)
      order.deferred[next][r] = references[r].table != next && !placed[references[r].table];
    placed[next] = true;
    order.tables.push_back(next);
  }
  return order;
}

/// The rank of each row when those come first that other rows of the same file refer to; a circle is cut
/// somewhere. Both databases take any order, but SQLite searches the whole table for every row while one
/// refers to nothing yet.
inline std::vector<std::size_t> ranks_of(const checked_file& file, const table_facts& table) {
  const std::size_t rows = file.rows();
  std::vector<std::vector<std::size_t>> parents(rows);
  for (const auto& reference : table.references) {
    const auto columns = file.find_all(reference.columns), targets = file.find_all(reference.targets);
    if (reference.table != file.table || columns.empty() || targets.empty()) continue;
    std::unordered_map<std::string, std::size_t> by_key;
    for (std::size_t row = 0; row < rows; ++row) by_key.emplace(detail::key_text(file, row, targets), row);
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string key = detail::key_text(file, row, columns);
      if (const auto at = by_key.find(key); !key.empty() && at != by_key.end())
        parents[row].push_back(at->second);
    }
  }
  constexpr std::size_t none = ~std::size_t(0);
  std::vector<std::size_t> ranks(rows, none), path;
  std::vector<bool> seen(rows, false);
  std::size_t next = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    path.push_back(row);
    while (!path.empty()) { // a chain can be longer than a stack of calls
      const std::size_t at = path.back();
      seen[at] = true;
      while (!parents[at].empty() && seen[parents[at].back()]) parents[at].pop_back();
      if (!parents[at].empty()) {
        path.push_back(parents[at].back());
      } else {
        if (ranks[at] == none) ranks[at] = next++;
        path.pop_back();
      }
    }
  }
  return ranks;
}

} // namespace schema::seed
