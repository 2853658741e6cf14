// Steps that PostgreSQL carries out in phases: killed at any of them, they are found and carried on, up or
// down. The steps are those of tests/golden/safe_forms, one for each safe form and its way back.
#include "../golden/assumed_safe/history.hpp"
#include "../golden/safe_forms/history.hpp"
#include "client.hpp"
#include "introspection/agreement.hpp"
#include "process.hpp"

#include <csignal>
#include <cstring>

using namespace test;
using schema::direction;

namespace {

using steps = golden_safe_forms::history;

constexpr const schema::program& whole = schema::program_of<steps, schema::backend::postgresql>;

const schema::step_text& step_of(schema::u64 version) { return *schema::find_step(whole, version); }

/// The program, but that one step sleeps before one of its statements; behind the last one too.
class sleeping {
public:
  sleeping(schema::u64 version, direction way, schema::u32 before) {
    static constexpr std::string_view sql = "SELECT pg_sleep(60)";
    std::memcpy(words_, sql.data(), sql.size());
    for (schema::u32 i = 0; i < whole.count; ++i) {
      steps_.push_back(whole.steps[i]);
      if (whole.steps[i].version != version) continue;
      schema::script_text& script = way == direction::up ? steps_.back().up : steps_.back().down;
      const auto role = before <= schema::phase_count(script) && schema::phase_count(script)
                            ? schema::statement_role::phase
                            : schema::statement_role::sql;
      statements_.assign(script.statements, script.statements + script.count);
      statements_.insert(statements_.begin() + before,
                         {schema::constant_text(words_, 0, schema::u32(sql.size())), 0, role, {}});
      script.statements = statements_.data();
      script.count = schema::u32(statements_.size());
    }
  }
  sleeping(const sleeping&) = delete;
  sleeping& operator=(const sleeping&) = delete;
  schema::program program() const { return {whole.target, steps_.data(), schema::u32(steps_.size())}; }

private:
  schema::text_word words_[2]{};
  std::vector<schema::statement_text> statements_;
  std::vector<schema::step_text> steps_;
};

/// A database with the history at a version, and what is asked of it again and again.
class stand {
public:
  std::string url() const { return database_.url(); }
  soci::session& session() { return connection_.session(); }
  schema::migrator migrator() { return {session(), whole}; }

  /// Whether the catalogue is what the model says of a version.
  void check_is_at(schema::u64 version) {
    const auto& line = schema::timeline_of<steps>;
    const auto model_facts = model(line, line.last_instants[version], schema::backend::postgresql).facts();
    CHECK(difference(model_facts, catalogue_of(session()).facts) == "");
    for (const auto& status : migrator().status())
      CHECK(status.state == (status.version <= version ? schema::migration_state::applied
                                                       : schema::migration_state::pending));
    CHECK(value(session(), "SELECT count(*) FROM lessons") == "3");
  }
  schema::migration_state state_of(schema::u64 version) { return migrator().status().at(version - 1).state; }
  void bring_to(schema::u64 version) {
    migrator().up(version);
    migrator().down_to(version);
  }
  /// Kills a migrator while it sleeps, or waits for a transaction of ours, and waits until its backend is
  /// gone.
  void kill_at(pid_t child, const char* waiting_for) {
    const std::string others = "datname = current_database() AND pid <> pg_backend_pid()";
    const auto count = [&](const std::string& which) {
      return value(session(), "SELECT count(*) FROM pg_stat_activity WHERE " + which);
    };
    const std::string waits = others + " AND wait_event = " + schema::native::literal(waiting_for);
    for (int i = 0; i < 1000 && count(waits) == "0"; ++i) usleep(5'000);
    CHECK(count(waits) == "1");
    kill(child, SIGKILL);
    CHECK(WIFSIGNALED(wait_for(child)));
    // The server would find out within half a second.
    schema::native::query(session(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + waits);
    for (int i = 0; i < 1000 && count(waits) != "0"; ++i) usleep(5'000);
  }
  /// Has a migrator killed before a statement of a step.
  void interrupt(schema::u64 version, direction way, schema::u32 before) {
    const sleeping broken(version, way, before);
    const pid_t child = in_process([&] {
      schema::connection connection(url());
      schema::migrator(connection.session(), broken.program())
          .run({.way = way, .to = way == direction::up ? version : version - 1});
    });
    kill_at(child, "PgSleep");
  }

private:
  postgresql_database database_;
  schema::connection connection_{database_.url()};
};

/// One interruption, or one after the other, then the last way to its end.
void check_carries_on(stand& at, schema::u64 version, direction first, schema::u32 before, direction last,
                      bool twice) {
  INFO("migration " << version << (first == direction::up ? " up" : " down") << ", killed before statement "
                    << before << (twice ? " and again" : "") << ", then "
                    << (last == direction::up ? "up" : "down"));
  at.bring_to(first == direction::up ? version - 1 : version);
  at.interrupt(version, first, before);
  CHECK(at.state_of(version) == schema::migration_state::interrupted);
  if (twice) {
    const schema::script_text& script = script_of(step_of(version), last);
    at.interrupt(version, last, std::min(before, script.count));
    CHECK(at.state_of(version) == schema::migration_state::interrupted);
  }
  const auto done = at.migrator().run({.way = last, .to = last == direction::up ? version : version - 1});
  CHECK(done.size() == 1);
  at.check_is_at(last == direction::up ? version : version - 1);
}

/// Every place at which a step of phases can be killed.
template <class Visit> void each_interruption(Visit&& visit) {
  for (schema::u64 version = 2; version <= whole.count; ++version)
    for (const direction way : {direction::up, direction::down}) {
      const schema::script_text& script = script_of(step_of(version), way);
      if (schema::phase_count(script) == 0) continue;
      for (schema::u32 before = 1; before <= script.count; ++before) visit(version, way, before);
    }
}

} // namespace

TEST_CASE("a step of phases that is killed before any statement is carried on, up and down") {
  if (!postgresql_database::available()) return;
  stand at;
  schema::u32 count = 0;
  each_interruption([&](schema::u64 version, direction way, schema::u32 before) {
    for (const direction last : {direction::up, direction::down})
      check_carries_on(at, version, way, before, last, false);
    ++count;
  });
  CHECK(count == 50);
}

TEST_CASE("a step of phases that is killed twice is carried on, up and down") {
  if (!postgresql_database::available()) return;
  stand at;
  each_interruption([&](schema::u64 version, direction way, schema::u32 before) {
    for (const direction last : {direction::up, direction::down})
      check_carries_on(at, version, way, before, last, true);
  });
}

TEST_CASE("an interrupted step that is assumed safe since then is carried on in one transaction") {
  if (!postgresql_database::available()) return;
  constexpr const schema::program& assumed =
      schema::program_of<golden_assumed_safe::history, schema::backend::postgresql>;
  stand at;
  each_interruption([&](schema::u64 version, direction way, schema::u32 before) {
    for (const direction last : {direction::up, direction::down}) {
      INFO("migration " << version << (way == direction::up ? " up" : " down") << ", killed before statement "
                        << before << ", then " << (last == direction::up ? "up" : "down"));
      at.bring_to(way == direction::up ? version - 1 : version);
      at.interrupt(version, way, before);
      schema::migrator(at.session(), assumed)
          .run({.way = last, .to = last == direction::up ? version : version - 1});
      at.check_is_at(last == direction::up ? version : version - 1);
    }
  });
}

TEST_CASE("a plan of phases is a script for psql, one that begins with an interrupted step too") {
  if (!postgresql_database::available()) return;
  stand at;
  CHECK(feed(at, schema::plan(whole)));
  at.check_is_at(whole.count);
  CHECK(feed(at, schema::plan(whole, {.way = direction::down, .to = 1})));
  at.check_is_at(1);
  for (const schema::u64 version : {2u, 4u, 6u, 8u})
    for (const direction last : {direction::up, direction::down}) {
      at.bring_to(version - 1);
      at.interrupt(version, direction::up, 2);
      const auto script =
          at.migrator().dry_run({.way = last, .to = last == direction::up ? version : version - 1});
      INFO(script);
      CHECK(feed(at, script));
      at.check_is_at(last == direction::up ? version : version - 1);
    }
  at.bring_to(1);
  at.interrupt(2, direction::up, 2);
  CHECK(feed(at, at.migrator().dry_run_redo()));
  at.check_is_at(2);
}

TEST_CASE("an interrupted migration that the program has not, or has otherwise, is refused") {
  if (!postgresql_database::available()) return;
  stand at;
  at.bring_to(1);
  at.interrupt(2, direction::up, 2);
  const auto refusal_of = [&](const schema::program& program) {
    try {
      schema::migrator(at.session(), program).up();
    } catch (const schema::migration_refused& refused) {
      return refused.reason;
    }
    return schema::migration_refusal::busy;
  };
  CHECK(refusal_of({whole.target, whole.steps, 1}) == schema::migration_refusal::version_unknown);
  schema::step_text edited[] = {whole.steps[0], whole.steps[1]};
  ++edited[1].checksum;
  CHECK(refusal_of({whole.target, edited, 2}) == schema::migration_refusal::checksum_changed);
  CHECK(schema::migrator(at.session(), {whole.target, edited, 2}).status()[1].state ==
        schema::migration_state::changed);
  at.migrator().redo();
  at.check_is_at(2);
}
