// Floor 4. The rules of safety, of loss and of the way back.
#pragma once

#include <schema/rules/expression_rules.hpp>

namespace schema::verdict {

template <class... Facts> struct reason_missing;
template <> struct rule_facts<rule::reason_missing> {
  template <class... Facts> using type = reason_missing<Facts..., say_why_it_does_no_harm>;
  static constexpr char sentence[] = "assume_safe has an empty reason; say why the operation does no harm";
};

// a dropped table or column, a type that holds less
template <class... Facts> struct data_lost;
template <> struct rule_facts<rule::data_lost> {
  template <class... Facts> using type = data_lost<Facts..., say_loses_data_in_the_step>;
  static constexpr char sentence[] =
      "data of {o} is lost; if that is meant, write loses_data in the operation";
};

// programs of the version before run while a migration is carried out, and after it until they are replaced
template <class... Facts> struct breaks_running_programs;
template <> struct rule_facts<rule::breaks_running_programs> {
  template <class... Facts>
  using type = breaks_running_programs<Facts..., add_a_new_one_and_drop_the_old_one_later_or_assume_safe>;
  static constexpr char sentence[] = "programs that still run use {o} as it was, before {x}; add a new one "
                                     "and drop the old one later, or assume_safe with the reason";
};

// PostgreSQL 15, ALTER TABLE, Notes: all rows are written anew under ACCESS EXCLUSIVE
template <class... Facts> struct rewrites_table;
template <> struct rule_facts<rule::rewrites_table> {
  template <class... Facts>
  using type = rewrites_table<Facts..., add_a_new_column_and_fill_it_in_pieces_or_assume_safe>;
  static constexpr char sentence[] = "for {o} PostgreSQL writes all rows anew and locks everybody out "
                                     "meanwhile; add a new column and fill it "
                                     "in pieces, or assume_safe with the reason";
};

// PostgreSQL 15, 13.3 and ALTER TABLE
template <class... Facts> struct scans_under_lock;
template <> struct rule_facts<rule::scans_under_lock> {
  template <class... Facts>
  using type =
      scans_under_lock<Facts..., add_it_alone_and_what_reads_rows_in_later_migrations_or_assume_safe>;
  static constexpr char sentence[] = "for {o} PostgreSQL reads all rows while nobody can write; add the "
                                     "column by itself and its constraints "
                                     "in later migrations, or assume_safe with the reason";
};

// indexes CONCURRENTLY, constraints NOT VALID and then validated: outside of the transaction of a migration
template <class... Facts> struct safe_form_not_alone;
template <> struct rule_facts<rule::safe_form_not_alone> {
  template <class... Facts>
  using type = safe_form_not_alone<Facts..., put_it_alone_in_a_migration_of_its_own_or_assume_safe>;
  static constexpr char sentence[] =
      "beside other operations {o} keeps programs waiting; alone in a migration it is carried out without "
      "that. Put it in one of its own, or assume_safe with the reason";
};

// PostgreSQL 15, REFRESH MATERIALIZED VIEW: without CONCURRENTLY nobody reads it meanwhile
template <class... Facts> struct readers_wait;
template <> struct rule_facts<rule::readers_wait> {
  template <class... Facts>
  using type = readers_wait<Facts..., give_it_a_unique_index_on_columns_or_assume_safe>;
  static constexpr char sentence[] =
      "nobody reads the materialized view while it is refreshed; give it a unique index on columns, without "
      "where, so that it is refreshed CONCURRENTLY, or assume_safe with the reason";
};

// ADD COLUMN … NOT NULL without a value is refused by a table with rows; so is one value for a unique column
template <class... Facts> struct no_way_back;
template <> struct rule_facts<rule::no_way_back> {
  template <class... Facts> using type = no_way_back<Facts..., set_default_before_it_or_say_irreversible>;
  static constexpr char sentence[] = "down can't bring {o} back to a table that has rows; set a default "
                                     "before it is dropped, or say irreversible";
};

template <class... Facts> struct script_missing;
template <> struct rule_facts<rule::script_missing> {
  template <class... Facts>
  using type = script_missing<Facts..., write_a_script_for_that_backend_or_irreversible>;
  static constexpr char sentence[] =
      "the execute has no script {o} for {x}, which would be left out; write one, an empty one if nothing is "
      "to be done there, or irreversible";
};

// PostgreSQL 15: VACUUM, CREATE INDEX CONCURRENTLY, CREATE DATABASE are refused in a transaction block
template <class... Facts> struct script_not_in_transaction;
template <> struct rule_facts<rule::script_not_in_transaction> {
  template <class... Facts>
  using type = script_not_in_transaction<Facts..., leave_transactions_to_the_migrator_or_assume_safe>;
  static constexpr char sentence[] = "{o} can't stand in the transaction of a migration, which the migrator "
                                     "begins and ends";
};

template <class... Facts> struct script_not_safe;
template <> struct rule_facts<rule::script_not_safe> {
  template <class... Facts>
  using type = script_not_safe<Facts..., use_the_operations_of_the_library_or_assume_safe>;
  static constexpr char sentence[] =
      "{o} throws data away, breaks programs that run or keeps them waiting; use the operations of the "
      "library, or assume_safe with the reason";
};

// 2,147,483,647 numbers, those of rows that were refused or deleted among them
template <class... Facts> struct identity_runs_out;
template <> struct rule_facts<rule::identity_runs_out> {
  template <class... Facts> using type = identity_runs_out<Facts..., use_bigint_or_assume_safe>;
  static constexpr char sentence[] = "the numbers of {o} run out, and a wider type later writes all rows "
                                     "anew; use bigint, or assume_safe with the reason";
};

} // namespace schema::verdict
