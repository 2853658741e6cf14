// Floor 6. Looks through a set of seeds for the first thing that does not fit the declared tables.
#pragma once

#include <schema/model/derived_name.hpp>
#include <schema/seed/row_check.hpp>
#include <schema/text/text_writer.hpp>

#include <utility>

namespace schema::seed {

/// The options of seeds_fit, in any order.
template <class... Options> struct fit_options;
template <> struct fit_options<> {
  using others = upon<>;
  using marks = left_to_database<>;
};
template <class... Sets, class... Rest> struct fit_options<upon<Sets...>, Rest...> : fit_options<Rest...> {
  using others = upon<Sets...>;
};
template <fixed_string... Names, class... Rest>
struct fit_options<left_to_database<Names...>, Rest...> : fit_options<Rest...> {
  using marks = left_to_database<Names...>;
};

namespace detail {

template <class Set> inline constexpr u32 file_count = u32(sizeof(Set::seed_files) / sizeof(seed_constant));

/// The most columns that a table has, and one more, which is wrong in any header.
template <class Tables>
inline constexpr u32 most_columns = [] {
  std::size_t most = 0;
  for (const table_facts& t : seed_facts<Tables>().tables)
    if (t.columns.size() > most) most = t.columns.size();
  return u32(most + 1);
}();

/// A file as it was read. One evaluation a file, and one for each kind of check: clang's have a limit of
/// steps.
template <class Tables, class Set, u32 File>
inline constexpr read_rows<Set::seed_files[File].most_cells, most_columns<Tables>> rows_of{
    seed_facts<Tables>(), Set::seed_files[File]};

template <class Tables, class Set, u32 File>
inline constexpr seed_rows view_of = [] {
  constexpr const auto& rows = rows_of<Tables, Set, File>;
  seed_rows out{&Set::seed_files[File], nullptr, rows.table, {rows.columns, rows.column_count}, rows.values,
                rows.row_count};
  if (rows.table != no_index) out.table = &seed_facts<Tables>().tables[rows.table];
  return out;
}();

/// Whether a mark, table.name, is on an object.
template <class Tables> constexpr bool is_on(text_view mark, object_id id) {
  const auto& line = declared_timeline_of<Tables>;
  const text_view table = line.last_name(line.objects[id].table)->view();
  if (mark.size() <= table.size() || mark[table.size()] != '.' || !(mark.substr(0, table.size()) == table))
    return false;
  return mark.substr(table.size() + 1) == object_name(line, id, line.now).view();
}

/// Whether one of the marks of left_to_database is on an object.
template <class Tables, class Marks> struct marked;
template <class Tables, fixed_string... Names> struct marked<Tables, left_to_database<Names...>> {
  static constexpr bool holds([[maybe_unused]] object_id id) {
    return (is_on<Tables>(Names.view(), id) || ...);
  }
};

template <class Tables, class Marks> constexpr row_fault find_undecided_or_false(const seed_rows& rows) {
  for (const check_facts& check : rows.table->checks)
    if (const row_fault f = find_violated(rows, check, marked<Tables, Marks>::holds(check.id))) return f;
  for (const index_facts& index : rows.table->indexes)
    if (const row_fault f = find_repeated(rows, index, marked<Tables, Marks>::holds(index.id))) return f;
  return {};
}

/// Keys on plain columns.
template <class Tables, class Marks> constexpr row_fault find_repeated_key(const seed_rows& rows) {
  if (const row_fault f = find_repeated(rows, -1, rows.table->primary_key, false)) return f;
  for (const key_facts& key : rows.table->unique)
    if (const row_fault f = find_repeated(rows, key.id, key.columns, marked<Tables, Marks>::holds(key.id)))
      return f;
  return {};
}

template <class Tables, class Marks>
constexpr row_fault find_dangling_row(const seed_rows& rows, list_view<const seed_rows*> all) {
  for (const reference_facts& reference : rows.table->references)
    if (const row_fault f = find_dangling(rows, reference, all, marked<Tables, Marks>::holds(reference.id)))
      return f;
  return {};
}

template <class Tables, class Set, class Marks, u32 File>
inline constexpr row_fault repeated_in = find_repeated_key<Tables, Marks>(view_of<Tables, Set, File>);
template <class Tables, class Set, class Marks, u32 File>
inline constexpr row_fault undecided_in = find_undecided_or_false<Tables, Marks>(view_of<Tables, Set, File>);

/// The names of a fault.
template <class Tables> constexpr seed_finding name_fault(const seed_rows& rows, const row_fault& f) {
  const csv_cell cell = cell_at(*rows.file, f.row, f.column);
  const cell_text decoded(cell);
  seed_finding out;
  out.broken = f.broken;
  out.path = rows.file->path;
  out.at = cell.at;
  out.table = rows.table->name;
  out.cell = clipped(decoded.view());
  out.has_cell = f.column != no_index && !cell.is_null();
  for (const u32 c : f.columns) {
    if (!out.object.empty()) out.object.append(", ");
    out.object.append(rows.table->columns[c].name);
  }
  if (f.object >= 0)
    out.object = object_name(declared_timeline_of<Tables>, f.object, declared_timeline_of<Tables>.now);
  if (f.target != no_index) out.other = seed_facts<Tables>().tables[f.target].name;
  if (f.other_row != no_index) {
    text_writer<24> line;
    line << "line " << u64(cell_at(*rows.file, f.other_row, no_index).at.line);
    out.other = line.view();
  }
  return out;
}

template <class Tables, class Set, class Files> struct files_of;
template <class Tables, class Set, u32... Files>
struct files_of<Tables, Set, std::integer_sequence<u32, Files...>> {
  static constexpr u32 count = sizeof...(Files);
  static constexpr const seed_rows* rows[count] = {&view_of<Tables, Set, Files>...};
  static constexpr const seed_finding* read[count] = {&rows_of<Tables, Set, Files>.found...};

  /// The first file that can't be read; null when there is none.
  static constexpr const seed_finding* unread = [] {
    const seed_finding* out = nullptr;
    for (u32 i = count; i-- > 0;)
      if (!read[i]->is_sound()) out = read[i];
    return out;
  }();

  template <class All, class Marks, u32 File>
  static constexpr row_fault dangling_in = find_dangling_row<Tables, Marks>(view_of<Tables, Set, File>,
                                                                            All::value);

  /// What is wrong between rows. Needs that all files of the set and of `All` can be read.
  template <class All, class Marks> static constexpr seed_finding find() {
    constexpr const row_fault* faults[][3] = {{&repeated_in<Tables, Set, Marks, Files>,
                                               &dangling_in<All, Marks, Files>,
                                               &undecided_in<Tables, Set, Marks, Files>}...};
    for (u32 i = 0; i < count; ++i)
      for (const row_fault* f : faults[i])
        if (*f) return name_fault<Tables>(*rows[i], *f);
    return {};
  }

  /// Whether a mark is on what is not decided in some row.
  template <class All> static constexpr bool is_needed(text_view mark) {
    constexpr rule open = rule::seed_check_undecided;
    for (const seed_rows* file : rows) {
      const table_facts& table = *file->table;
      for (const check_facts& o : table.checks)
        if (is_on<Tables>(mark, o.id) && find_violated(*file, o, false).broken == open) return true;
      for (const index_facts& o : table.indexes)
        if (is_on<Tables>(mark, o.id) && find_repeated(*file, o, false).broken == open) return true;
      for (const key_facts& o : table.unique)
        if (is_on<Tables>(mark, o.id) && find_repeated(*file, o.id, o.columns, false).broken == open)
          return true;
      for (const reference_facts& o : table.references)
        if (is_on<Tables>(mark, o.id) && find_dangling(*file, o, All::value, false).broken == open)
          return true;
    }
    return false;
  }
};

template <class Tables, class Set>
using all_files_of = files_of<Tables, Set, std::make_integer_sequence<u32, file_count<Set>>>;

/// The rows of several sets.
template <class Tables, class... Sets> struct rows_of_sets {
  static constexpr u32 count = (all_files_of<Tables, Sets>::count + ...);
  struct list {
    const seed_rows* data[count];
  };
  static constexpr list all = [] {
    list out{};
    u32 next = 0;
    const auto take = [&](const auto& rows) {
      for (const seed_rows* r : rows) out.data[next++] = r;
    };
    (take(all_files_of<Tables, Sets>::rows), ...);
    return out;
  }();
  static constexpr list_view<const seed_rows*> value{all.data, count};
};

template <class Tables, class Set, class Others, class Marks> struct set_search;
template <class Tables, class Set, class... Others, fixed_string... Names>
struct set_search<Tables, Set, upon<Others...>, left_to_database<Names...>> {
  static constexpr const seed_finding* unread = [] {
    const seed_finding* out = nullptr;
    for (const seed_finding* f : {all_files_of<Tables, Set>::unread, all_files_of<Tables, Others>::unread...})
      if (!out) out = f;
    return out;
  }();
  static constexpr seed_finding found = [] {
    if constexpr (unread) {
      return *unread;
    } else {
      seed_finding out = all_files_of<Tables, Set>::template find<rows_of_sets<Tables, Set, Others...>,
                                                                  left_to_database<Names...>>();
      const auto look = [&](text_view mark) {
        if (!out.is_sound() ||
            all_files_of<Tables, Set>::template is_needed<rows_of_sets<Tables, Set, Others...>>(mark))
          return;
        out.broken = rule::seed_left_in_vain;
        out.object = mark;
      };
      (look(Names.view()), ...);
      return out;
    }
  }();
};

} // namespace detail

/// The first fault of a set whose tables are sound.
template <class Tables, class Set, class... Options>
using search_of = detail::set_search<Tables, Set, typename fit_options<Options...>::others,
                                     typename fit_options<Options...>::marks>;

} // namespace schema::seed
