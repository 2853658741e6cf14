// Random functions and triggers. What a trigger does to rows is the same on both databases, and told by what
// it says that it uses: it writes a row to another table, or a column of the new row, or nothing.
#pragma once

#include <tests/differential/generated_views.hpp>

namespace test {

/// How far the mark of a row that a trigger writes is from that of the row for which it does.
inline constexpr schema::i64 mark_of_trigger = 30'000'001;

class routine_generator : public view_generator {
public:
  explicit routine_generator(std::uint64_t seed) : view_generator(seed) {
    for (const char* id : {"touch", "Counts \"Up\"", "noted"}) functions_.push_back(values_.identifier(id));
    for (const char* id : {"fires", "Fires Too", "a_trigger_with_a_name_that_is_nearly_as_long_as_any"})
      triggers_.push_back(values_.identifier(id));
  }

protected:
  /// Pairs of a table and a column, or of null and a function.
  using used_names = std::vector<schema::name>;
  /// What a function of triggers does, and a trigger's text on SQLite.
  struct trigger_body {
    std::string statement; ///< empty: nothing
    used_names uses;
    schema::table_id on{-1}, into{-1}; ///< the one table that it is for; the table that it writes to
  };

  std::vector<schema::i32> routines(bool triggers) const {
    std::vector<schema::i32> list;
    for (schema::i32 r = 0; r < line_->routine_count; ++r)
      if (line_->routines[r].alive.to == schema::forever && line_->routines[r].is_trigger() == triggers)
        list.push_back(r);
    return list;
  }

  schema::operation make_routine(schema::operation_kind kind, schema::name id, std::string sql,
                                 used_names uses) {
    const auto count = schema::u16(uses.size());
    return {.kind = kind,
            .from = id,
            .labels = values_.list(std::move(uses)),
            .label_count = count,
            .scripts = {{values_.routine(std::move(sql), false)}}};
  }
  schema::operation make_trigger(schema::name id, schema::name table, std::string postgresql,
                                 std::string sqlite, used_names uses) {
    const auto count = schema::u16(uses.size());
    return {.kind = schema::operation_kind::create_trigger,
            .table = table,
            .from = id,
            .labels = values_.list(std::move(uses)),
            .label_count = count,
            .scripts = {
                {values_.routine(std::move(postgresql), true), values_.routine(std::move(sqlite), true)}}};
  }

  /// One that comes, is replaced or goes; of kind execute when what stands gives no occasion.
  schema::operation make_routine_operation() {
    using op = schema::operation_kind;
    const auto standing = routines(false), fired = routines(true);
    switch (below(8)) {
    case 0:
    case 1: return make_function(op::create_function, any(functions_));
    case 2:
    case 3:
    case 4: return make_trigger();
    case 5:
      if (standing.empty()) break;
      return make_function_replacement(line_->routines[any(standing)]);
    case 6:
      if (fired.empty()) break;
      return {.kind = op::drop_trigger, .from = line_->routines[any(fired)].made->from};
    default:
      if (standing.empty()) break;
      return {.kind = op::drop_function, .from = line_->routines[any(standing)].made->from};
    }
    return {.kind = op::execute};
  }

  schema::operation make_function(schema::operation_kind kind, schema::name id) {
    if (!tables().empty() && !one_in(3)) return make_trigger_function(kind, id, make_body());
    const std::string head = "CREATE FUNCTION " + quoted(id) + "(n bigint) RETURNS bigint ";
    const auto others = routines(false);
    switch (below(3)) {
    case 0:
      if (others.empty()) break;
      if (const auto& other = line_->routines[any(others)]; !other.returns_trigger)
        return make_routine(kind, id,
                            head + "LANGUAGE sql AS $$ SELECT " + quoted(other.made->from) + "(n) * 2 $$",
                            {nullptr, other.made->from});
      break;
    case 1: {
      const auto list = readable();
      if (list.empty()) break;
      const auto read = line_->last_name(any(list));
      return make_routine(kind, id,
                          head + "LANGUAGE sql AS $$ SELECT count(*) FROM " + quoted(read) +
                              " WHERE row_mark > n $$",
                          {read, &mark});
    }
    default: break;
    }
    return make_routine(kind, id,
                        head + one_of({"LANGUAGE sql AS 'SELECT n + 1'",
                                       "LANGUAGE plpgsql IMMUTABLE AS $body$ BEGIN RETURN n; END $body$"}),
                        {});
  }
  schema::operation make_trigger_function(schema::operation_kind kind, schema::name id, trigger_body body) {
    const auto made =
        make_routine(kind, id,
                     "CREATE FUNCTION " + quoted(id) + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " +
                         body.statement + (body.statement.empty() ? "" : "; ") +
                         one_of({"RETURN NULL; END $$", "RETURN NULL; /* no row */ END; $$"}),
                     body.uses);
    bodies_[made.scripts[0][0]] = std::move(body);
    return made;
  }
  /// Triggers that call it do the same on SQLite, and go on.
  schema::operation make_function_replacement(const schema::routine_life& of) {
    using op = schema::operation_kind;
    const auto id = of.made->from;
    const auto body = bodies_.find(of.made->scripts[0][0]);
    bool is_called = false;
    for (const auto r : routines(true)) is_called = is_called || schema::calls(*line_->routines[r].made, id);
    if (body == bodies_.end() || (!is_called && one_in(4))) return make_function(op::replace_function, id);
    return make_trigger_function(op::replace_function, id, body->second);
  }

  /// Those of other texts stand aside: a constraint may refuse their row all the same.
  trigger_body make_body() {
    const auto t = any(tables());
    const auto table = line_->last_name(t);
    switch (below(3)) {
    case 0: {
      for (const auto c : columns_of(t)) {
        const auto& span = line_->last_column(c);
        if (span.generated || span.identity || same_name(span.id, &mark) || one_in(3)) continue;
        const char* const value = constant_of(span.type->kind);
        if (value)
          return {"UPDATE " + quoted(table) + " SET " + quoted(span.id) + " = " + value +
                      " WHERE row_mark = NEW.row_mark",
                  {table, span.id, table, &mark},
                  t,
                  -1};
      }
      break;
    }
    case 1:
      for (const auto c : columns_of(t)) {
        const auto& span = line_->last_column(c);
        if (!span.nullable && !span.value && !span.identity && !same_name(span.id, &mark)) return {};
      }
      return {"INSERT INTO " + quoted(table) + " (row_mark) VALUES (NEW.row_mark + " +
                  std::to_string(mark_of_trigger) + ")",
              {table, &mark},
              -1,
              t};
    default: break;
    }
    return {};
  }
  static const char* constant_of(schema::type_kind kind) {
    switch (kind) {
    case schema::type_kind::integer:
    case schema::type_kind::bigint: return "7";
    case schema::type_kind::text:
    case schema::type_kind::varchar: return "'written'";
    case schema::type_kind::boolean: return "TRUE";
    default: return nullptr;
    }
  }

  /// Tables that are written to came later than the one that fires: no trigger fires itself.
  schema::operation make_trigger() {
    auto standing = routines(false);
    std::erase_if(standing,
                  [&](schema::i32 r) { return !bodies_.contains(line_->routines[r].made->scripts[0][0]); });
    if (standing.empty()) return {.kind = schema::operation_kind::execute};
    const auto& function = *line_->routines[any(standing)].made;
    const auto& body = bodies_.at(function.scripts[0][0]);
    auto list = tables();
    std::erase_if(list, [&](schema::table_id t) {
      return (body.on >= 0 && body.on != t) || (body.into >= 0 && body.into <= t);
    });
    if (list.empty()) return {.kind = schema::operation_kind::execute};
    const auto t = any(list);
    const auto table = line_->last_name(t), id = any(triggers_);
    const bool does_nothing = body.statement.empty();
    const std::string when =
        std::string(does_nothing ? one_of({" AFTER INSERT ON ", " AFTER DELETE ON ", " AFTER UPDATE ON "})
                                 : " AFTER INSERT ON ") +
        quoted(table);
    used_names uses = body.uses;
    for (const schema::name one : {table, schema::name(&mark), schema::name(nullptr), function.from})
      uses.push_back(one);
    return make_trigger(id, table,
                        does_nothing && one_in(6)
                            ? std::string()
                            : "CREATE TRIGGER " + quoted(id) + when + " FOR EACH ROW EXECUTE FUNCTION " +
                                  quoted(function.from) + "()",
                        "CREATE TRIGGER " + quoted(id) + when + " BEGIN " +
                            (does_nothing ? "SELECT 1" : body.statement) + "; END",
                        std::move(uses));
  }

  std::vector<schema::name> functions_, triggers_;

private:
  std::map<const schema::sql::script*, trigger_body> bodies_;
};

} // namespace test
