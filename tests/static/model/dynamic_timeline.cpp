// The timeline that is folded at run time is the compiler's, field by field.
#include <tests/static/model/folded.hpp>

#include <schema/lms.hpp>

namespace {

using namespace schema;

bool same(range a, range b) { return a.from == b.from && a.to == b.to; }
bool same(const bound_expression& a, const bound_expression& b) {
  return a.source == b.source && a.first_binding == b.first_binding;
}
bool same(const table_life& a, const table_life& b) {
  return same(a.alive, b.alive) && a.first_span == b.first_span && a.last_span == b.last_span &&
         a.first_column == b.first_column && a.last_column == b.last_column &&
         a.first_object == b.first_object && a.last_object == b.last_object &&
         a.first_incoming == b.first_incoming;
}
bool same(const table_span& a, const table_span& b) {
  return same(a.alive, b.alive) && a.id == b.id && a.next == b.next;
}
bool same(const column_life& a, const column_life& b) {
  return a.table == b.table && same(a.alive, b.alive) && a.first_span == b.first_span &&
         a.last_span == b.last_span && a.next == b.next;
}
bool same(const column_span& a, const column_span& b) {
  return same(a.alive, b.alive) && a.id == b.id && a.type == b.type && a.enumeration == b.enumeration &&
         a.value == b.value && a.nullable == b.nullable && a.identity == b.identity &&
         a.generated == b.generated && a.retyping == b.retyping && a.next == b.next;
}
bool same(const retyping& a, const retyping& b) {
  return same(a.conversion, b.conversion) && same(a.reverse, b.reverse) && a.irreversible == b.irreversible;
}
bool same(const bound_key& a, const bound_key& b) {
  return a.column == b.column && same(a.expression, b.expression) && a.descending == b.descending;
}
bool same(const object_life& a, const object_life& b) {
  return a.kind == b.kind && a.unique == b.unique && a.table == b.table && same(a.alive, b.alive) &&
         a.first_span == b.first_span && a.last_span == b.last_span && a.derived == b.derived &&
         a.number == b.number && a.first_key == b.first_key && a.key_count == b.key_count &&
         a.target == b.target && a.on_delete == b.on_delete && a.on_update == b.on_update &&
         same(a.expression, b.expression) && a.only_column == b.only_column && a.next == b.next &&
         a.next_incoming == b.next_incoming;
}
bool same(const object_span& a, const object_span& b) {
  return same(a.alive, b.alive) && a.id == b.id && a.next == b.next;
}
bool same(const enumeration_life& a, const enumeration_life& b) {
  return a.id == b.id && same(a.alive, b.alive) && a.first_label == b.first_label;
}
bool same(const label_life& a, const label_life& b) {
  return same(a.alive, b.alive) && a.text == b.text && a.next == b.next;
}
bool same(const instant_record& a, const instant_record& b) {
  return a.done == b.done && a.migration == b.migration && a.ordinal == b.ordinal &&
         a.declared == b.declared && a.table == b.table && a.column == b.column && a.object == b.object &&
         a.enumeration == b.enumeration && a.label == b.label;
}
bool same(const name_entry& a, const name_entry& b) {
  return a.hash == b.hash && a.next == b.next && a.kind == b.kind && a.id == b.id;
}
template <class T> bool same(T a, T b) { return a == b; }

/// The members of an array of the constant timeline against those of a vector, which is as long.
template <class T, std::size_t Size> void check_same(const T (&a)[Size], const std::vector<T>& b) {
  REQUIRE(b.size() == Size);
  for (std::size_t i = 0; i < Size; ++i) CHECK(same(a[i], b[i]));
}

template <class Constant> void check_timeline(const Constant& a, const dynamic_timeline& b) {
  CHECK(a.found.broken == b.found.broken);
  CHECK(a.now == b.now);
  CHECK(a.migration_count == b.migration_count);
  CHECK(a.table_count == b.table_count);
  CHECK(a.table_span_count == b.table_span_count);
  CHECK(a.column_count == b.column_count);
  CHECK(a.column_span_count == b.column_span_count);
  CHECK(a.object_count == b.object_count);
  CHECK(a.object_span_count == b.object_span_count);
  CHECK(a.key_count == b.key_count);
  CHECK(a.binding_count == b.binding_count);
  CHECK(a.enumeration_count == b.enumeration_count);
  CHECK(a.label_count == b.label_count);
  CHECK(a.entry_count == b.entry_count);
  check_same(a.tables, b.tables);
  check_same(a.table_spans, b.table_spans);
  check_same(a.columns, b.columns);
  check_same(a.column_spans, b.column_spans);
  check_same(a.retypings, b.retypings);
  check_same(a.objects, b.objects);
  check_same(a.object_spans, b.object_spans);
  check_same(a.keys, b.keys);
  check_same(a.bindings, b.bindings);
  check_same(a.enumerations, b.enumerations);
  check_same(a.labels, b.labels);
  check_same(a.instants, b.instants);
  check_same(a.last_instants, b.last_instants);
  check_same(a.entries, b.entries);
  check_same(a.name_buckets, b.name_buckets);
  check_same(a.column_buckets, b.column_buckets);
}

} // namespace

TEST_CASE("the LMS folded at run time is the constant timeline") {
  check_timeline(timeline_of<lms::history>,
                 fold_history(lms::history::schema_migrations, lms::history::schema_migration_count));
  check_timeline(declared_timeline_of<lms::tables>,
                 fold_declared(lms::tables::schema_tables, lms::tables::schema_table_count));
}

TEST_CASE("folded in pieces it is the same") {
  using history = lms::history;
  using tables = lms::tables;
  for (const u32 limit : {1u, 7u, 50u, 100'000u}) {
    dynamic_timeline line{
        dynamic_storage(measure(history::schema_migrations, history::schema_migration_count))};
    u32 pieces = 0;
    for (; line.migration_count < history::schema_migration_count; ++pieces)
      fold_migrations(line, history::schema_migrations, history::schema_migration_count, limit);
    check_timeline(timeline_of<history>, line);
    CHECK((pieces == 1) == (limit == 100'000));

    dynamic_timeline declared{dynamic_storage(measure(tables::schema_tables, tables::schema_table_count))};
    const u32 most = 3 * tables::schema_table_count; // one piece a table and phase
    for (u32 i = 0; i <= most; ++i)                  // once more than it takes changes nothing
      fold_tables(declared, tables::schema_tables, tables::schema_table_count, limit);
    check_timeline(declared_timeline_of<tables>, declared);
  }
}

TEST_CASE("and ends in the declared tables") {
  const auto history = fold_history(lms::history::schema_migrations, lms::history::schema_migration_count);
  const auto tables = fold_declared(lms::tables::schema_tables, lms::tables::schema_table_count);
  CHECK(compare(history, tables).count == 0);
  CHECK(compare(history, declared_timeline_of<lms::tables>).count == 0);
  CHECK(compare(timeline_of<lms::history>, tables).count == 0);
}

TEST_CASE("every beginning of the history folds alone") {
  const auto& whole = timeline_of<lms::history>;
  for (u32 count = 0; count <= lms::history::schema_migration_count; ++count) {
    const auto some = fold_history(lms::history::schema_migrations, count);
    REQUIRE(some.found.is_sound());
    CHECK(some.now == whole.last_instants[count]);
    CHECK(tests::same_names(some, some.now, whole, whole.last_instants[count]));
  }
}
