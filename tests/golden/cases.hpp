// The golden cases: a folder each, named by what it shows.
#pragma once

#include "add_column/history.hpp"
#include "add_column_with_a_key/history.hpp"
#include "add_column_with_expression_default/history.hpp"
#include "add_constraint/history.hpp"
#include "add_value/history.hpp"
#include "assumed_safe/history.hpp"
#include "changes_of_one_table_are_one_rebuild/history.hpp"
#include "collations/history.hpp"
#include "comments/history.hpp"
#include "create_and_drop_enumeration/history.hpp"
#include "create_index/history.hpp"
#include "create_table/history.hpp"
#include "data/history.hpp"
#include "default_set_and_dropped/history.hpp"
#include "deferred_keys/history.hpp"
#include "drop_column/history.hpp"
#include "drop_column_with_its_constraints/history.hpp"
#include "drop_table/history.hpp"
#include "execute/history.hpp"
#include "expressions/history.hpp"
#include "extensions/history.hpp"
#include "generated_column/history.hpp"
#include "hostile_names/history.hpp"
#include "identity_options/history.hpp"
#include "index_methods/history.hpp"
#include "irreversible/history.hpp"
#include "materialized_views/history.hpp"
#include "not_null_set_and_dropped/history.hpp"
#include "not_valid/history.hpp"
#include "postgresql_alone/history.hpp"
#include "rebuild_of_a_parent_with_identity/history.hpp"
#include "rename_column_that_all_name/history.hpp"
#include "rename_constraint/history.hpp"
#include "rename_index/history.hpp"
#include "rename_table/history.hpp"
#include "rename_value/history.hpp"
#include "safe_forms/history.hpp"
#include "schemas/history.hpp"
#include "set_type_that_needs_no_conversion/history.hpp"
#include "set_type_with_conversion/history.hpp"
#include "triggers/history.hpp"
#include "views/history.hpp"

namespace golden {

/// Calls `visit<History>(folder)` for every case.
template <class Visit> void each_case(Visit&& visit) {
  visit.template operator()<golden_add_column::history>("add_column");
  visit.template operator()<golden_add_column_with_a_key::history>("add_column_with_a_key");
  visit.template operator()<golden_add_column_with_expression_default::history>("add_column_with_expression_default");
  visit.template operator()<golden_add_constraint::history>("add_constraint");
  visit.template operator()<golden_add_value::history>("add_value");
  visit.template operator()<golden_assumed_safe::history>("assumed_safe");
  visit.template operator()<golden_changes_of_one_table_are_one_rebuild::history>("changes_of_one_table_are_one_rebuild");
  visit.template operator()<golden_collations::history>("collations");
  visit.template operator()<golden_comments::history>("comments");
  visit.template operator()<golden_create_and_drop_enumeration::history>("create_and_drop_enumeration");
  visit.template operator()<golden_create_index::history>("create_index");
  visit.template operator()<golden_create_table::history>("create_table");
  visit.template operator()<golden_data::history>("data");
  visit.template operator()<golden_default_set_and_dropped::history>("default_set_and_dropped");
  visit.template operator()<golden_deferred_keys::history>("deferred_keys");
  visit.template operator()<golden_drop_column::history>("drop_column");
  visit.template operator()<golden_drop_column_with_its_constraints::history>("drop_column_with_its_constraints");
  visit.template operator()<golden_drop_table::history>("drop_table");
  visit.template operator()<golden_execute::history>("execute");
  visit.template operator()<golden_expressions::history>("expressions");
  visit.template operator()<golden_extensions::history>("extensions");
  visit.template operator()<golden_generated_column::history>("generated_column");
  visit.template operator()<golden_hostile_names::history>("hostile_names");
  visit.template operator()<golden_identity_options::history>("identity_options");
  visit.template operator()<golden_index_methods::history>("index_methods");
  visit.template operator()<golden_irreversible::history>("irreversible");
  visit.template operator()<golden_materialized_views::history>("materialized_views");
  visit.template operator()<golden_not_null_set_and_dropped::history>("not_null_set_and_dropped");
  visit.template operator()<golden_not_valid::history>("not_valid");
  visit.template operator()<golden_postgresql_alone::history>("postgresql_alone");
  visit.template operator()<golden_rebuild_of_a_parent_with_identity::history>("rebuild_of_a_parent_with_identity");
  visit.template operator()<golden_rename_column_that_all_name::history>("rename_column_that_all_name");
  visit.template operator()<golden_rename_constraint::history>("rename_constraint");
  visit.template operator()<golden_rename_index::history>("rename_index");
  visit.template operator()<golden_rename_table::history>("rename_table");
  visit.template operator()<golden_rename_value::history>("rename_value");
  visit.template operator()<golden_safe_forms::history>("safe_forms");
  visit.template operator()<golden_schemas::history>("schemas");
  visit.template operator()<golden_set_type_that_needs_no_conversion::history>("set_type_that_needs_no_conversion");
  visit.template operator()<golden_set_type_with_conversion::history>("set_type_with_conversion");
  visit.template operator()<golden_triggers::history>("triggers");
  visit.template operator()<golden_views::history>("views");
}

} // namespace golden
