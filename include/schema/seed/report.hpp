// Floor 6. What a seeding did.
#pragma once

#include <boost/hana/define_struct.hpp>

#include <string>
#include <vector>

namespace schema::seed {

/// Rows by what became of them. Boost.Hana reflects it: the members are the columns of what a program prints.
struct row_counts {
  BOOST_HANA_DEFINE_STRUCT(row_counts, (std::size_t, inserted), (std::size_t, updated),
                           (std::size_t, unchanged),
                           (std::size_t, pruned)); // deleted, since the files no longer hold them

  std::size_t changes() const { return inserted + updated + pruned; }
};

/// What was done for one table of one set.
struct table_report {
  std::string set, table;
  row_counts rows{};
  std::size_t elsewhere{}; ///< rows that another set wrote: left as they are
  std::size_t left{};      ///< rows that left the file and stay, since nobody asked to prune
};

struct seed_report {
  std::vector<table_report> tables; ///< parents first
};

} // namespace schema::seed
