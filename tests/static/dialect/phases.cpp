#include <schema/dialect/script.hpp>
#include <schema/dsl/migration.hpp>
#include <tests/static/verify.hpp>

namespace phased {
using namespace schema::dsl;

struct m1
    : migration<1, "a table", create_table<"t", column<"id", integer>, column<"n", integer, nullable>>> {};
struct m2 : migration<2, "an index", create_index<"t", index_on<"n">>> {};
struct m3 : migration<3, "a key", add_constraint<"t", primary_key_on<"id">>> {};
struct m4 : migration<4, "a check", add_constraint<"t", check<"n > 0">>> {};
struct m5 : migration<5, "not null", alter_column<"t", "n", set_not_null>> {};
struct m6 : migration<6, "null", alter_column<"t", "n", drop_not_null>> {};
struct m7 : migration<7, "no check", drop_constraint<"t", "t_n_check">> {};
struct m8 : migration<8, "no key", drop_constraint<"t", "t_pkey">> {};
struct m9 : migration<9, "no index", drop_index<"t_n_idx">> {};

struct m10 : migration<10, "two operations", create_index<"t", index_on<"n">>, drop_index<"t_n_idx">> {};
struct m11 : migration<11, "assumed safe", assume_safe<"few rows", create_index<"t", index_on<"n">>>> {};
struct m12 : migration<12, "a type too", alter_column<"t", "n", set_type<bigint>, set_not_null>> {};
struct m13 : migration<13, "a default too", alter_column<"t", "n", set_default<1>, drop_not_null>> {};
struct m14 : migration<14, "a column", add_column<"t", column<"m", integer, nullable>>> {};
struct m15
    : migration<15, "a script",
                execute<up<postgresql<"DROP INDEX t_n_idx">>, irreversible, effects<drop_index<"t_n_idx">>>> {
};
struct history : migrations<m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15> {};

constexpr const auto& line = schema::timeline_of<history>;
static_assert(line.found.is_sound());
} // namespace phased

using namespace schema;
using schema::tests::opaque;

namespace {

constexpr safe_form up(u32 version) { return safe_form_of(phased::line, version - 1, false); }
constexpr safe_form down(u32 version) { return safe_form_of(phased::line, version - 1, true); }

constexpr const program& on_postgresql = program_of<phased::history, backend::postgresql>;
constexpr const program& on_sqlite = program_of<phased::history, backend::sqlite>;

} // namespace

TEST_CASE("an operation alone in its migration has a safe form") {
  SCHEMA_VERIFY(up(opaque(2u)) == safe_form::build_index && down(opaque(2u)) == safe_form::drop_index);
  SCHEMA_VERIFY(up(opaque(3u)) == safe_form::attach_key && down(opaque(3u)) == safe_form::drop_key);
  SCHEMA_VERIFY(up(opaque(4u)) == safe_form::validate && down(opaque(4u)) == safe_form::drop_constraint);
  SCHEMA_VERIFY(up(opaque(5u)) == safe_form::not_null && down(opaque(5u)) == safe_form::drop_not_null);
  SCHEMA_VERIFY(up(opaque(6u)) == safe_form::drop_not_null && down(opaque(6u)) == safe_form::not_null);
  SCHEMA_VERIFY(up(opaque(7u)) == safe_form::drop_constraint && down(opaque(7u)) == safe_form::validate);
  SCHEMA_VERIFY(up(opaque(8u)) == safe_form::drop_key && down(opaque(8u)) == safe_form::attach_key);
  SCHEMA_VERIFY(up(opaque(9u)) == safe_form::drop_index && down(opaque(9u)) == safe_form::build_index);
}

TEST_CASE("among others, assumed safe, or with another change it stands as it is written") {
  SCHEMA_VERIFY(up(opaque(1u)) == safe_form::none && down(opaque(1u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(10u)) == safe_form::none && down(opaque(10u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(11u)) == safe_form::none && down(opaque(11u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(12u)) == safe_form::none && down(opaque(12u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(13u)) == safe_form::none && down(opaque(13u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(14u)) == safe_form::none && down(opaque(14u)) == safe_form::none);
  SCHEMA_VERIFY(up(opaque(15u)) == safe_form::none);
}

TEST_CASE("what makes something has phases, and of what removes it an index alone") {
  for (u32 i = 0; i < on_postgresql.count; ++i)
    for (const bool is_down : {false, true}) {
      const safe_form form = safe_form_of(phased::line, i, is_down);
      const script_text& script = is_down ? on_postgresql.steps[i].down : on_postgresql.steps[i].up;
      INFO(i + 1 << (is_down ? " down" : " up"));
      CHECK((phase_count(script) > 0) == has_phases(form));
      u32 cleanups = 0;
      for (u32 s = 0; s < script.count; ++s) {
        const statement_role role = script.statements[s].role;
        cleanups += is_cleanup(role);
        CHECK(is_phase(role) == (s < phase_count(script)));
      }
      // Assumed safe, it has no phases and is a cleanup of those that it may have had.
      CHECK(cleanups == (form != safe_form::none || i + 1 == 11));
      if (cleanups) CHECK(is_cleanup(script.statements[0].role));
    }
}

TEST_CASE("SQLite has no phases") {
  for (u32 i = 0; i < on_sqlite.count; ++i)
    for (const script_text* script : {&on_sqlite.steps[i].up, &on_sqlite.steps[i].down})
      for (u32 s = 0; s < script->count; ++s) {
        const statement_role role = script->statements[s].role;
        CHECK((role == statement_role::sql || !is_sql(role)));
      }
}

TEST_CASE("a cleanup runs after an interruption alone, what it does the work of without one") {
  using enum statement_role;
  for (const auto role : {cleanup, cleanup_phase, cleanup_concurrently})
    CHECK((runs(role, true) && !runs(role, false) && is_cleanup(role) && is_sql(role)));
  for (const auto role : {uninterrupted, uninterrupted_concurrently})
    CHECK((!runs(role, true) && runs(role, false) && !is_cleanup(role) && is_sql(role)));
  for (const auto role : {sql, phase, concurrently, keep_objects, restore_objects})
    CHECK((runs(role, true) && runs(role, false) && !is_cleanup(role)));
  for (const auto role : {concurrently, cleanup_concurrently, uninterrupted_concurrently})
    CHECK((is_concurrent(role) && is_phase(role)));
  for (const auto role : {phase, cleanup_phase}) CHECK((!is_concurrent(role) && is_phase(role)));
  for (const auto role : {sql, cleanup, uninterrupted, keep_objects, restore_objects})
    CHECK((!is_concurrent(role) && !is_phase(role)));
  CHECK_FALSE((is_sql(keep_objects) || is_sql(restore_objects)));
}
