// Operations that break a rule of functions and triggers, or take away what they use.
#pragma once

#include <tests/differential/generated_view_faults.hpp>

namespace test {

class routine_fault_generator : public view_fault_generator {
public:
  explicit routine_fault_generator(std::uint64_t seed, schema::text_view assumed_safe = {})
      : view_fault_generator(seed, assumed_safe), routines_turn_(seed * 2) {}

protected:
  sequence make_routine_fault() {
    const auto tried = named("tried"), log = named("tried_log"), y = named("y"), f = named("writes"),
               t = named("tried_fires");
    const schema::column_type integer{.kind = type_kind::integer};
    const auto function = [&](op way, const char* sql, used_names uses = {}) {
      return make(make_routine(way, f, sql, std::move(uses)));
    };
    const auto trigger = [&](schema::name on, const char* postgresql, const char* sqlite, used_names uses) {
      return make(make_trigger(t, on, postgresql, sqlite, std::move(uses)));
    };
    static constexpr const char* writes = "CREATE FUNCTION writes() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                          "BEGIN INSERT INTO tried_log (y) VALUES "
                                          "(NEW.y); RETURN NULL; END $$";
    static constexpr const char* fires_on_postgresql =
        "CREATE TRIGGER tried_fires AFTER INSERT ON tried FOR EACH ROW EXECUTE FUNCTION writes()";
    static constexpr const char* fires_on_sqlite = "CREATE TRIGGER tried_fires AFTER INSERT ON tried BEGIN "
                                                   "INSERT INTO tried_log (y) VALUES (NEW.y); END";
    const auto with_tables = [&] {
      return sequence{make_table(tried, {nullable_column("y", integer), nullable_column("z", integer)}),
                      make_table(log, {nullable_column("y", integer), nullable_column("z", integer)})};
    };
    const auto with_function = [&] {
      return behind(with_tables(), function(op::create_function, writes, {log, y}));
    };
    const auto with_trigger = [&](const schema::operation* last) {
      return behind(behind(with_function(), trigger(tried, fires_on_postgresql, fires_on_sqlite,
                                                    {nullptr, f, tried, y, log, y})),
                    last);
    };
    static constexpr const char* adds =
        "CREATE FUNCTION writes(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1'";
    switch (turn(routines_turn_, 21)) {
    case 0:
      return behind(with_function(), function(op::create_function, one_in(2) ? writes : adds, {log, y}));
    case 1: return {make({.kind = op::drop_function, .from = named("nowhere")})};
    case 2: return {function(op::replace_function, adds)};
    case 3:
      return with_trigger(
          one_in(2) ? trigger(tried, fires_on_postgresql, fires_on_sqlite, {nullptr, f, tried, y, log, y})
                    : trigger(log,
                              "CREATE TRIGGER tried_fires AFTER INSERT ON tried_log FOR EACH ROW "
                              "EXECUTE FUNCTION writes()",
                              "CREATE TRIGGER tried_fires AFTER INSERT ON tried_log BEGIN SELECT 1; END",
                              {nullptr, f, log, y}));
    case 4: return {make({.kind = op::drop_trigger, .from = named("nowhere")})};
    case 5: {
      auto made = make_trigger(t, tried, fires_on_postgresql, "", {nullptr, f, tried, y});
      made.scripts[0][1] = nullptr;
      return behind(with_function(), make(made));
    }
    case 6:
      return {function(op::create_function,
                       one_of({"CREATE FUNCTION another() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                               "CREATE FUNCTION writes() RETURNS integer LANGUAGE sql AS 'SELECT 1'; "
                               "SELECT 1"}))};
    case 7:
      return behind(with_function(),
                    trigger(tried, fires_on_postgresql,
                            "CREATE TRIGGER tried_fires AFTER INSERT ON tried_log BEGIN SELECT 1; END",
                            {nullptr, f, tried, y}));
    case 8: return behind(with_tables(), function(op::create_function, writes));
    case 9:
      return behind(with_function(),
                    trigger(tried, fires_on_postgresql, fires_on_sqlite, {nullptr, f, tried, y}));
    case 10: return with_trigger(make({.kind = op::drop_table, .table = log}));
    case 11: return with_trigger(make({.kind = op::drop_column, .table = log, .from = y}));
    case 12:
      return with_trigger(make({.kind = op::rename_column, .table = tried, .from = y, .to = named("x")}));
    case 13: return with_trigger(make({.kind = op::rename_table, .table = log, .to = named("tried_too")}));
    case 14:
      return with_trigger(
          make_change_of(tried, y,
                         {values_.attribute({.kind = attribute_kind::set_type,
                                             .irreversible = true,
                                             .type = values_.type({.kind = type_kind::bigint})})}));
    case 15: return with_trigger(make({.kind = op::drop_function, .from = f}));
    case 16: return with_trigger(function(op::replace_function, adds));
    case 17:
      return {
          function(op::create_function, adds),
          make(make_routine(op::create_function, named("calls_it"),
                            "CREATE FUNCTION calls_it() RETURNS integer LANGUAGE sql AS 'SELECT writes(1)'",
                            {nullptr, f})),
          make({.kind = op::drop_function, .from = f})};
    case 18:
      return behind(
          with_tables(),
          function(op::create_function,
                   "CREATE FUNCTION writes() RETURNS bigint LANGUAGE sql AS 'SELECT wholly FROM tried'",
                   {tried, named("wholly")}));
    case 19:
      return behind(with_tables(),
                    trigger(tried, fires_on_postgresql, fires_on_sqlite, {nullptr, f, tried, y, log, y}));
    default:
      return behind(
          with_tables(),
          make(make_trigger(t, named("nowhere"),
                            "CREATE TRIGGER tried_fires AFTER INSERT ON nowhere FOR EACH ROW EXECUTE "
                            "FUNCTION writes()",
                            "CREATE TRIGGER tried_fires AFTER INSERT ON nowhere BEGIN SELECT 1; END", {})));
    }
  }

private:
  std::size_t routines_turn_;
};

} // namespace test
