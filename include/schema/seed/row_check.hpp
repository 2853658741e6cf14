// Floor 6. Rows of a program's seeds against each other and against the CHECKs of their tables.
#pragma once

#include <schema/seed/evaluator.hpp>
#include <schema/seed/rows.hpp>

namespace schema::seed {

/// Whether the database gives each row another value.
constexpr bool is_given_anew(const column_facts& column) {
  if (column.identity) return true;
  if (column.generated || !column.worked_out) return false;
  const sql::expression& source = column.worked_out.source;
  return source.nodes[source.inside(source.root)].hash == sql::word_gen_random_uuid;
}

/// One row, for an evaluator. Texts that are made for it go into `texts`.
struct seed_row {
  const seed_rows& rows;
  u32 row;
  text_arena& texts;

  constexpr plain_value value(u32 column) const {
    const u32 i = rows.find(column);
    return i == no_index ? left_out(rows.table->columns[column]) : rows.value(row, i);
  }

private:
  /// The value of a column that a file leaves out.
  constexpr plain_value left_out(const column_facts& column) const {
    if (column.identity) return make_state(value_state::unknown);
    if (!column.has_default) return make_state(value_state::null);
    const default_value& given = column.value;
    plain_value out = make_value(value_type_of(column.type.kind));
    switch (given.kind) {
    case value_kind::null: return make_state(value_state::null);
    case value_kind::boolean:
    case value_kind::integer: out.number = given.integer; return out;
    case value_kind::expression: return work_out(column);
    case value_kind::text: break;
    }
    if (is_textual(out.type)) {
      out.text = given.view();
      if (out.text.find('"') == text_view::npos) return out; // a file doubles its marks
      return make_state(value_state::unknown);
    }
    csv_cell cell;
    cell.raw = std::string_view(given.view());
    cell_reader<no_text> reader;
    if (reader.read(column, cell, cell_text(cell), out) == cell_fault::none) return out;
    return make_state(value_state::unknown);
  }

  /// Only what stays as it is when it goes into its column.
  constexpr plain_value work_out(const column_facts& column) const {
    evaluator<seed_row> expression(column.worked_out, *this);
    plain_value v = expression.result();
    const value_type type = value_type_of(column.type.kind);
    const bool fits = v.type == type && (is_integer(type) || type == value_type::boolean ||
                                         (type == value_type::text && column.type.kind == type_kind::text));
    if (v.is_known() && fits && v.text.find('"') == text_view::npos) {
      v.text = texts.joined(v.text, {}); // the expression's texts go with it
      return v;
    }
    if (v.is_null()) return v;
    return make_state(column.nullable ? value_state::undecided : value_state::unknown);
  }
};

/// What tells keys apart quickly: equal values have equal ones.
constexpr u64 hash_of(const plain_value& v) {
  u64 hash = (hash_seed ^ u64(v.number)) * hash_prime;
  hash = (hash ^ u64(v.number >> 64)) * hash_prime;
  if (is_textual(v.type))
    for (char c : v.text) hash = (hash ^ u8(c)) * hash_prime;
  return hash ^ hash >> 32;
}

/// Keys of rows, to find one by its values.
class key_table {
public:
  /// `most` keys of `width` values each.
  constexpr key_table(u32 most, u32 width) : width_(width) {
    u32 slots = 4;
    while (slots < most * 2) slots *= 2;
    mask_ = slots - 1;
    slots_ = new u32[slots]{};
    keys_ = new plain_value[most * width + 1]{};
    rows_ = new u32[most + 1]{};
  }
  key_table(const key_table&) = delete;
  key_table& operator=(const key_table&) = delete;
  constexpr ~key_table() {
    delete[] slots_;
    delete[] keys_;
    delete[] rows_;
  }

  /// Adds a key of which all is known; returns the row that has the same one already, else no_index.
  constexpr u32 add(const plain_value* key, u32 row) {
    u32 slot = 0;
    const u32 same = find(key, slot);
    if (same != no_index) return same;
    for (u32 i = 0; i < width_; ++i) keys_[count_ * width_ + i] = key[i];
    rows_[count_] = row;
    slots_[slot] = ++count_;
    return no_index;
  }
  constexpr bool holds(const plain_value* key) const {
    u32 slot = 0;
    return find(key, slot) != no_index;
  }

private:
  constexpr u32 find(const plain_value* key, u32& slot) const {
    u64 hash = 0;
    for (u32 i = 0; i < width_; ++i) hash = hash * 31 + hash_of(key[i]);
    for (slot = u32(hash) & mask_; slots_[slot] != 0; slot = (slot + 1) & mask_) {
      const plain_value* const other = keys_ + (slots_[slot] - 1) * width_;
      bool same = true;
      for (u32 i = 0; same && i < width_; ++i) same = compare(key[i], other[i]) == order::equal;
      if (same) return rows_[slots_[slot] - 1];
    }
    return no_index;
  }

  u32 width_, mask_{}, count_{};
  u32* slots_{};
  plain_value* keys_{};
  u32* rows_{};
};

inline constexpr u32 most_key_columns = 32; ///< PostgreSQL's INDEX_MAX_KEYS

/// A fault that is yet without its names: it is about a constraint or an index, or about columns.
struct row_fault {
  rule broken{};
  object_id object{-1};
  column_indexes columns;
  u32 row{}, column{no_index}; ///< in the file
  u32 other_row{no_index};     ///< the same key
  u32 target{no_index};        ///< the table that is referred to

  constexpr explicit operator bool() const { return broken != rule::none; }
};

enum class key_state : u8 { taken, distinct, open };

/// `distinct`: NULL, or given anew to each row; `open`: it could be the same as another.
constexpr key_state state_of(const seed_row& row, u32 column, const plain_value& value) {
  if (value.is_known()) return value.type == value_type::json ? key_state::open : key_state::taken;
  const bool is_left_out = row.rows.find(column) == no_index;
  const bool anew = is_left_out && is_given_anew(row.rows.table->columns[column]);
  return value.is_null() || anew ? key_state::distinct : key_state::open;
}

/// Takes the values of a row's key.
constexpr key_state take_key(const seed_row& row, column_indexes columns, plain_value* key) {
  key_state state = key_state::taken;
  for (u32 i = 0; i < columns.count; ++i) {
    key[i] = row.value(columns[i]);
    const key_state part = state_of(row, columns[i], key[i]);
    if (part == key_state::distinct) state = part;
    if (part == key_state::open && state == key_state::taken) state = part;
  }
  return state;
}

/// The first of the columns that the file has.
constexpr u32 first_in_file(const seed_rows& rows, column_indexes columns) {
  for (const u32 c : columns)
    if (const u32 i = rows.find(c); i != no_index) return i;
  return no_index;
}

/// The first key that stands twice, or is not decided: then it holds when it is left to the database.
constexpr row_fault find_repeated(const seed_rows& rows, object_id id, column_indexes columns, bool is_left) {
  if (columns.count > most_key_columns || rows.count < 2) return {};
  key_table keys(rows.count, columns.count);
  text_arena texts;
  plain_value key[most_key_columns];
  for (u32 row = 0; row < rows.count; ++row) {
    const key_state state = take_key({rows, row, texts}, columns, key);
    if (state == key_state::distinct || (state == key_state::open && is_left)) continue;
    if (state == key_state::open)
      return {rule::seed_check_undecided, id, {}, row, first_in_file(rows, columns)};
    if (const u32 same = keys.add(key, row); same != no_index)
      return {rule::seed_key_repeated, -1, columns, row, first_in_file(rows, columns), same};
  }
  return {};
}

/// The first row that refers to none. `all` are the rows of the set and of those that it builds upon.
constexpr row_fault find_dangling(const seed_rows& rows, const reference_facts& reference,
                                  list_view<const seed_rows*> all, bool is_left) {
  u32 most = 0;
  for (const seed_rows* other : all)
    if (other->table_index == reference.table) most += other->count;
  if (reference.columns.count > most_key_columns) return {};
  key_table targets(most, reference.columns.count);
  text_arena texts;
  plain_value key[most_key_columns];
  for (const seed_rows* other : all)
    if (other->table_index == reference.table)
      for (u32 row = 0; row < other->count; ++row)
        if (take_key({*other, row, texts}, reference.targets, key) == key_state::taken) targets.add(key, row);
  for (u32 row = 0; row < rows.count; ++row) {
    const key_state state = take_key({rows, row, texts}, reference.columns, key);
    bool has_null = false;
    for (u32 i = 0; i < reference.columns.count; ++i) has_null = has_null || key[i].is_null();
    const u32 column = first_in_file(rows, reference.columns);
    if (has_null || (state == key_state::taken && targets.holds(key))) continue;
    if (state == key_state::taken)
      return {rule::seed_reference_missing, -1, reference.columns, row, column, no_index, reference.table};
    if (!is_left) return {rule::seed_check_undecided, reference.id, {}, row, column};
  }
  return {};
}

/// The first column of the file that an expression names.
constexpr u32 column_in(const seed_rows& rows, const condition_facts& condition) {
  for (u16 i = 0; i < condition.source.node_count; ++i)
    if (condition.columns[i] != no_index)
      if (const u32 c = rows.find(condition.columns[i]); c != no_index) return c;
  return no_index;
}

/// The first row of which a CHECK is false, or not decided: then it holds when it is left to the database.
constexpr row_fault find_violated(const seed_rows& rows, const check_facts& check, bool is_left) {
  for (u32 row = 0; row < rows.count; ++row) {
    text_arena texts;
    const seed_row at{rows, row, texts};
    const plain_value v = evaluator<seed_row>(check.condition, at).result();
    const bool decided = v.is_known() || v.is_null();
    if (decided ? v.is_known() && v.number == 0 : !is_left)
      return {decided ? rule::seed_check_violated : rule::seed_check_undecided,
              check.id,
              {},
              row,
              column_in(rows, check.condition)};
  }
  return {};
}

/// The first two rows of which a unique index on expressions, or with a predicate, is the same; or a row of
/// which that is not decided.
constexpr row_fault find_repeated(const seed_rows& rows, const index_facts& index, bool is_left) {
  const u32 width = index.keys.count;
  if (width > most_key_columns || rows.count < 2) return {};
  key_table keys(rows.count, width);
  text_arena texts;
  plain_value key[most_key_columns];
  for (u32 row = 0; row < rows.count; ++row) {
    const seed_row at{rows, row, texts};
    key_state state = key_state::taken;
    u32 column = no_index;
    if (index.predicate) {
      const plain_value v = evaluator<seed_row>(index.predicate, at).result();
      if (v.is_null() || (v.is_known() && v.number == 0)) continue;
      if (!v.is_known()) state = key_state::open;
    }
    for (u32 i = 0; i < width; ++i) {
      const index_key_facts& part = index.keys[i];
      key_state found = key_state::taken;
      if (part.column != no_index) {
        key[i] = at.value(part.column);
        found = state_of(at, part.column, key[i]);
      } else {
        evaluator<seed_row> expression(part.expression, at);
        key[i] = expression.result();
        if (is_textual(key[i].type))
          key[i].text = texts.joined(key[i].text, {}); // the expression's go with it
        found = key[i].is_known()  ? key_state::taken
                : key[i].is_null() ? key_state::distinct
                                   : key_state::open;
      }
      if (found == key_state::distinct || state == key_state::taken) state = found;
      if (state == key_state::distinct) break;
      const u32 in_file = part.column != no_index ? rows.find(part.column) : column_in(rows, part.expression);
      if (column == no_index) column = in_file;
    }
    if (state == key_state::distinct || (state == key_state::open && is_left)) continue;
    if (state == key_state::open) return {rule::seed_check_undecided, index.id, {}, row, column};
    if (const u32 same = keys.add(key, row); same != no_index)
      return {rule::seed_key_repeated, index.id, {}, row, column, same};
  }
  return {};
}

} // namespace schema::seed
