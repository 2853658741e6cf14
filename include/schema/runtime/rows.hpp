// Floor 5. What a query returns, as text. One list holds all values: a list for each row, of values that may
// be absent, would be three more class templates for every translation unit that includes the runtime.
#pragma once

#include <schema/text/text_view.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace schema::native {

/// A value as text, or null. It views the rows that it came from.
class cell {
public:
  cell(const std::string& text, bool null) : text_(&text), null_(null) {}

  bool has_value() const { return !null_; }
  explicit operator bool() const { return !null_; }
  /// The text; empty for null.
  const std::string& operator*() const { return *text_; }
  /// The text. Throws std::logic_error for null.
  const std::string& value() const {
    if (null_) throw std::logic_error("a value that is null has no text");
    return *text_;
  }
  std::string value_or(std::string_view instead) const { return null_ ? std::string(instead) : *text_; }

  /// Null equals no text.
  friend bool operator==(const cell& value, std::string_view text) {
    return !value.null_ && *value.text_ == text;
  }

private:
  const std::string* text_;
  bool null_;
};

namespace detail {

/// The elements that a list gives by their index, in their order.
template <class List> class index_iterator {
public:
  index_iterator(const List& list, std::size_t at) : list_(&list), at_(at) {}
  auto operator*() const { return (*list_)[at_]; }
  index_iterator& operator++() {
    ++at_;
    return *this;
  }
  bool operator==(const index_iterator& other) const { return at_ == other.at_; }

private:
  const List* list_;
  std::size_t at_;
};

} // namespace detail

class rows;

/// A row; it views the rows that it came from.
class row {
public:
  row(const rows& all, std::size_t first) : all_(&all), first_(first) {}

  std::size_t size() const;
  cell operator[](std::size_t column) const;
  /// Throws std::out_of_range.
  cell at(std::size_t column) const;
  auto begin() const { return detail::index_iterator<row>(*this, 0); }
  auto end() const { return detail::index_iterator<row>(*this, size()); }

private:
  const rows* all_;
  std::size_t first_;
};

/// Rows of one width.
class rows {
public:
  std::size_t columns() const { return columns_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  row operator[](std::size_t index) const { return {*this, index * columns_}; }
  /// Throws std::out_of_range.
  row at(std::size_t index) const {
    if (index >= size_) throw std::out_of_range("a query returned fewer rows than were read");
    return (*this)[index];
  }
  row front() const { return (*this)[0]; }
  auto begin() const { return detail::index_iterator<rows>(*this, 0); }
  auto end() const { return detail::index_iterator<rows>(*this, size_); }

  /// Begins a row of `columns` values, which are then added one by one. Does nothing and returns false when
  /// the rows before it have another width.
  [[nodiscard]] bool add_row(std::size_t columns) {
    if (size_ && columns != columns_) return false;
    columns_ = columns;
    ++size_;
    return true;
  }
  /// Adds a value; no text is null.
  void add(const char* text, std::size_t length) {
    texts_.push_back(text ? std::string(text, length) : std::string());
    nulls_ += text ? ' ' : '0';
  }

private:
  friend class row;
  cell value(std::size_t index) const { return {texts_[index], nulls_[index] == '0'}; }

  std::vector<std::string> texts_; ///< of all rows, one behind the other
  std::string nulls_;              ///< for each of them '0' when it is null
  std::size_t columns_{}, size_{};
};

inline std::size_t row::size() const { return all_->columns(); }
inline cell row::operator[](std::size_t column) const { return all_->value(first_ + column); }
inline cell row::at(std::size_t column) const {
  if (column >= size()) throw std::out_of_range("a query returned fewer columns than were read");
  return (*this)[column];
}

} // namespace schema::native
