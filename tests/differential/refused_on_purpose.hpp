// What the fold refuses and a database takes: every rule that may, and why.
#pragma once

#include <tests/differential/history_values.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace test {

/// The name of a rule, as the compiler spells it.
template <schema::rule Rule> constexpr std::string_view spelt_rule() {
  const std::string_view text = __PRETTY_FUNCTION__;
  const auto begin = text.find("rule::", text.find("Rule = ")) + 6;
  return text.substr(begin, text.find_first_of(";]", begin) - begin);
}
inline constexpr std::size_t rule_count = std::size_t(schema::rule::labels_differ) + 1;
inline constexpr auto rule_names = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array{spelt_rule<schema::rule(I)>()...};
}
(std::make_index_sequence<rule_count>());

/// Where the library is stricter than a database on purpose. What it refuses and a database takes stands
/// here, or the test fails.
struct stricter {
  schema::rule broken;
  const char* taken_by; ///< P: PostgreSQL alone, S: SQLite alone, B: both
  const char* why;

  constexpr bool allows(bool postgresql, bool sqlite) const {
    return std::string_view(taken_by).find(postgresql ? (sqlite ? 'B' : 'P') : 'S') != std::string_view::npos;
  }
};
using schema::rule;

inline constexpr const char* by_type = "SQLite asks for no type; which types PostgreSQL would take stands in "
                                       "expressions.cpp, one by one";
inline constexpr const char* follows = "derived names go along with a rename, where the databases leave them "
                                       "and so find them free; SQLite has no "
                                       "enumerations and asks for no names of constraints";
inline constexpr const char* at_a_row = "fails where there is a row";

inline constexpr stricter on_purpose[] = {
    {rule::name_refused, "PSB",
     "pg_ is PostgreSQL's own, sqlite_ SQLite's; a long name is clipped in silence"},
    {rule::name_taken, "PSB", follows},
    {rule::index_exists, "PSB", follows},
    {rule::table_without_columns, "P", "SQLite has no such table"},
    {rule::column_exists, "PS", "SQLite folds case, PostgreSQL does not; SQLite renames to the same name"},
    {rule::no_such_column, "S", "a name in double marks that is no column is a text to SQLite"},
    {rule::constraint_exists, "PSB", follows},
    {rule::view_exists, "P", "PostgreSQL tells names of two cases apart"},
    {rule::not_a_table, "P", "rows of a simple view are changed through it, on PostgreSQL alone"},
    {rule::view_column_unnamed, "PSB", "each gives it a name of its own"},
    {rule::index_method_refused, "S", "SQLite has one way to keep an index"},
    {rule::not_on_sqlite, "P", "PostgreSQL alone has materialized views"},
    {rule::trigger_exists, "P", "PostgreSQL asks for a name per table"},
    {rule::moved_and_renamed, "P", "there is a statement for each"},
    {rule::function_exists, "P", "PostgreSQL tells functions apart by their arguments, too"},
    {rule::no_such_function, "S", "SQLite has no functions of a history"},
    {rule::text_missing, "P", "what SQLite is to have is said, be it nothing"},
    {rule::text_makes_another, "PSB", "the text is run as it stands"},
    {rule::use_not_declared, "PSB", "no database looks into a text before it runs"},
    {rule::no_such_enumeration, "S", "SQLite has no enumerations"},
    {rule::no_such_label, "SB",
     "plain SQL has no CHECK of labels on SQLite; elsewhere it fails where there is a row"},
    {rule::primary_key_nullable, "PSB",
     "PostgreSQL makes the column NOT NULL in silence, SQLite keeps its NULLs"},
    {rule::identity_without_primary_key, "PS",
     "SQLite numbers its key alone, of any type kept as an integer"},
    {rule::identity_with_default, "S", "SQLite numbers the row and never looks at the default"},
    {rule::identity_nullable, "P", "PostgreSQL makes the column NOT NULL in silence"},
    {rule::identity_not_on_sqlite, "B", "SQLite numbers one by one, and takes any number that is given"},
    {rule::identity_begins_beyond_type, "S", "SQLite has no types of integers"},
    {rule::collation_not_of_text, "PSB",
     "SQLite lets any column have one, PostgreSQL forgets it with the text"},
    {rule::collation_not_on_sqlite, "P", "the collations of PostgreSQL are no collations of SQLite"},
    {rule::collations_mixed, "PSB",
     "SQLite takes the left one; PostgreSQL asks when it comes to compare: collations.cpp"},
    {rule::numeric_without_sqlite_storage, "P", "a STRICT table has no exact numeric"},
    {rule::foreign_key_target_missing, "S", "SQLite looks for the table when there is a row"},
    {rule::foreign_key_type_differs, "PSB",
     "integers of two sizes compare, until one outgrows the other; SQLite compares numerics as it keeps "
     "them"},
    {rule::not_valid_in_vain, "PSB", "PostgreSQL takes it for valid, SQLite knows nothing else"},
    {rule::valid_already, "P", "a proof of what is proven does nothing"},
    {rule::still_referenced, "PSB",
     "PostgreSQL drops a key of several columns with one of them; SQLite leaves "
     "what refers to a table dangling, and keeps expressions of another type"},
    {rule::not_null_without_default, "PSB", at_a_row},
    {rule::default_type_differs, "PSB",
     "'now' would be the instant of the step; else SQLite keeps what "
     "PostgreSQL converts or refuses"},
    {rule::generated_from_generated, "S", "SQLite works them out in their order"},
    {rule::generated_from_constants, "PSB",
     "SQLite has one collation; PostgreSQL leaves out what it never needs"},
    {rule::generated_assigned, "S",
     "an action of a foreign key, which SQLite asks about when there is a row"},
    {rule::generated_altered, "PSB",
     "PostgreSQL takes another type; to drop what is not there is nothing to SQLite"},
    {rule::generated_in_primary_key, "P", "SQLite has no such key"},
    {rule::conversion_missing, "SB", "SQLite asks the rows alone"},
    {rule::reverse_conversion_missing, "PSB", "what is taken gives other values back than there were"},
    {rule::syntax_error, "P", "PostgreSQL's alone: ::, ILIKE"},
    {rule::reserved_word_unquoted, "P", "user is the session's on PostgreSQL"},
    {rule::unknown_function, "PS", "one database has the function"},
    {rule::volatile_function, "PSB",
     "a CHECK of the time is true of no backup; SQLite fails at the first row"},
    {rule::index_not_immutable, "PSB",
     "SQLite has no settings of a session; PostgreSQL leaves out what constants decide"},
    {rule::type_mismatch, "PSB", by_type},
    {rule::condition_not_boolean, "S", by_type},
    {rule::literal_not_of_type, "PSB", "literals have one form, in which SQLite compares them"},
    {rule::argument_type_differs, "PSB", by_type},
    {rule::no_such_cast, "PSB", by_type},
    {rule::conversion_type_differs, "PSB",
     "SQLite asks for no type; PostgreSQL writes times and json as texts "
     "of its own"},
    {rule::source_named_twice, "PS",
     "PostgreSQL tells tables of two schemas apart, until their name is used; SQLite asks by then alone"},
    {rule::column_not_grouped, "PSB",
     "SQLite takes the value of any row; PostgreSQL follows a primary key to its row"},
    {rule::value_type_differs, "PSB", "what both convert by assignment, in forms of their own"},
    {rule::null_into_not_null, "PSB", at_a_row},
    {rule::required_column_missing, "PSB", at_a_row},
    {rule::update_reads_itself, "PSB", "SQLite sees the rows that it has changed already"},
    {rule::cast_not_checked, "PSB", "SQLite's cast of any text is 0"},
    {rule::like_pattern_computed, "PSB", "LIKE folds case on SQLite"},
    {rule::labels_ordered, "PSB", "SQLite orders labels as texts"},
    {rule::json_compared, "PSB", "SQLite compares the texts of json"},
    {rule::constant_out_of_range, "PSB",
     "PostgreSQL works it out with the first row, SQLite's integers hold it; what may be beyond is refused "
     "too"},
    {rule::division_by_zero, "PSB",
     "PostgreSQL fails at the first row, it is NULL on SQLite; what may be zero is refused too"},
    {rule::json_key_not_plain, "PSB", "SQLite takes it for a path"},
    {rule::not_on_both_backends, "PSB", "they group, divide or spell otherwise"},
    {rule::numeric_scale_on_integer, "PSB", "SQLite would keep no digit behind the point"},
    {rule::rebuild_with_referential_action, "P", "PostgreSQL builds no table anew"},
    {rule::label_not_committed, "S", "SQLite has no enumerations"},
    {rule::declared_twice, "PSB", "a second key that is the first, another type at once, a column set twice"},
};

constexpr bool is_on_purpose(rule broken, bool postgresql, bool sqlite) {
  for (const stricter& one : on_purpose)
    if (one.broken == broken)
      return one.allows(postgresql, sqlite) || (postgresql_alone && one.allows(true, true));
  return false;
}

/// The rules that a history alone can break: versions and pins apart, and what compares it with tables.
inline constexpr rule first_tried = rule::name_refused, last_tried = rule::declared_twice;

/// Those of them that no maker of generated_faults.hpp breaks.
inline constexpr rule not_made[] = {
    rule::readers_wait,
    rule::reason_missing,
    rule::data_lost,
    rule::breaks_running_programs,
    rule::rewrites_table,
    rule::scans_under_lock,
    rule::safe_form_not_alone,
    rule::no_way_back,
    rule::script_missing,
    rule::script_not_in_transaction,
    rule::script_not_safe,
    rule::identity_runs_out, // of safety: no database would refuse them
    rule::no_such_version,
    rule::table_gone,
    rule::column_gone,
    rule::column_holds_other_values,
    rule::column_may_be_null,
    rule::column_takes_no_null,
    rule::column_must_be_filled,
    rule::constraint_may_refuse,
    rule::key_gone, // of programs of another version, which are no step
};
/// What histories for both databases do not break: they have none.
inline constexpr rule of_schemas[] = {rule::schema_exists, rule::no_such_schema, rule::moved_and_renamed};
/// What histories of PostgreSQL alone do not break, for it is of SQLite, or lies in a script for it.
inline constexpr rule of_sqlite[] = {
    rule::numeric_without_sqlite_storage,
    rule::collation_not_on_sqlite,
    rule::update_reads_itself,
    rule::cast_not_checked,
    rule::like_pattern_computed,
    rule::labels_ordered,
    rule::json_key_not_plain,
    rule::not_on_both_backends,
    rule::numeric_scale_on_integer,
    rule::rebuild_with_referential_action,
    rule::not_on_sqlite,
};
constexpr bool is_made(rule broken) {
  if (broken == rule::identity_nullable && !postgresql_alone) return false;    // it is of the primary key
  if (broken == rule::view_of_another_kind && !postgresql_alone) return false; // there is one kind
  for (const rule one : of_sqlite)
    if (one == broken && postgresql_alone) return false;
  for (const rule one : of_schemas)
    if (one == broken && !postgresql_alone) return false;
  for (const rule one : not_made)
    if (one == broken) return false;
  return broken >= first_tried && broken <= last_tried;
}

} // namespace test
