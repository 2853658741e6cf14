// Floor 2. A timeline folded at run time, by the same functions, from migrations that are known only then.
// The one header of the core floors with a <vector>; no door of them includes it.
#pragma once

#include <schema/model/collation.hpp>
#include <schema/model/fold.hpp>
#include <schema/model/fold_routine.hpp>
#include <schema/model/routine_comparison.hpp>
#include <schema/model/schemas.hpp>

#include <vector>

namespace schema {

/// The members of fixed_storage on the heap, as large as a shape that was measured at run time.
struct dynamic_storage {
  static constexpr bool renames_labels = true, defers_keys = true, has_methods = true,
                        alters_constraints = true, materializes = true, has_extensions = true,
                        has_schemas = true, asks_sqlite = true, has_traits = true, has_routines = true;

  explicit dynamic_storage(const shape& room)
      : tables(room.tables + 1), table_spans(room.table_spans + 1), columns(room.columns + 1),
        column_spans(room.column_spans + 1), retypings(room.retypings + 1), objects(room.objects + 1),
        object_spans(room.object_spans + 1), keys(room.keys + 1),
        bindings(room.bindings + room.statement_nodes + 1), types(room.bindings + room.statement_nodes + 1),
        enumerations(room.enumerations + 1), labels(room.labels + 1), routines(room.routines + 1),
        traits(room.traits + 1), first_traits(room.tables + 1),
        collations(room.bindings + room.statement_nodes + 1), instants(room.instants + 1),
        last_instants(room.migrations + 1), entries(names_of(room) + 1),
        name_buckets(bucket_count(names_of(room))), column_buckets(bucket_count(room.columns)),
        name_mask(bucket_count(names_of(room)) - 1), column_mask(bucket_count(room.columns) - 1) {}

  std::vector<table_life> tables;
  std::vector<table_span> table_spans;
  std::vector<column_life> columns;
  std::vector<column_span> column_spans;
  std::vector<retyping> retypings;
  std::vector<object_life> objects;
  std::vector<object_span> object_spans;
  std::vector<bound_key> keys;
  std::vector<column_id> bindings;
  std::vector<value_type> types;
  std::vector<enumeration_life> enumerations;
  std::vector<label_life> labels;
  std::vector<routine_life> routines;
  i32 routine_count{};
  u32 routine_bytes{}; ///< of the texts that were read
  std::vector<trait_span> traits;
  std::vector<i32> first_traits;
  std::vector<const attribute*> collations;
  std::vector<instant_record> instants;
  std::vector<u32> last_instants; ///< of migration i - 1; [0] is 0, before everything
  std::vector<name_entry> entries;
  std::vector<i32> name_buckets;
  std::vector<i32> column_buckets;
  u32 name_mask, column_mask;

private:
  static constexpr u32 names_of(const shape& room) {
    return room.tables + room.objects + room.enumerations + room.routines;
  }
};

using dynamic_timeline = timeline<dynamic_storage>;

/// Folds a history at run time; a fault is the timeline's finding. What the migrations point to outlives the
/// timeline.
inline dynamic_timeline fold_history(const migration_definition* const* migrations, u32 count) {
  dynamic_timeline line{dynamic_storage(measure(migrations, count))};
  fold_migrations(line, migrations, count);
  return line;
}

/// Folds declared tables at run time.
inline dynamic_timeline fold_declared(const operation* const* tables, u32 count) {
  dynamic_timeline line{dynamic_storage(measure(tables, count))};
  fold_tables(line, tables, count);
  return line;
}

} // namespace schema
