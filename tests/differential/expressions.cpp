// Expressions are true: what the type checker accepts, both databases prepare, with the type that it says,
// and work out to the same values; what it refuses, PostgreSQL refuses as well, but for the rules that are
// stricter on purpose. SCHEMA_DIFFERENTIAL_COUNT and SCHEMA_DIFFERENTIAL_SEED ask for more of them, and for
// others.
#include <schema/dialect/expression.hpp>
#include <schema/dialect/refusal.hpp>
#include <schema/dsl.hpp>
#include <schema/runtime.hpp>
#include <tests/differential/generated_expression.hpp>
#include <tests/differential/setting.hpp>
#include <tests/runtime/database.hpp>

#include <map>
#include <memory>
#include <optional>

namespace everything {
using namespace schema::dsl;

struct m0001
    : migration<1, "a column of every type", create_enumeration<"mood", "sad", "glad">,
                create_table<"everything", column<"id", uuid, primary_key>, column<"flag", boolean>,
                             column<"small", smallint>, column<"whole", integer>, column<"big", bigint>,
                             column<"short_float", real>, column<"long_float", double_precision>,
                             column<"exact", numeric<12, 2, on_sqlite<text>>>, column<"words", text>,
                             column<"code", varchar<20>>, column<"data", bytes>, column<"day", date>,
                             column<"local_at", timestamp>, column<"at", timestamptz>, column<"extra", json>,
                             column<"mood", enumeration<"mood">>>> {};
struct history : migrations<m0001> {};
} // namespace everything

namespace {

using schema::value_type;

/// Room for the history, and for one expression more.
struct roomy {
  static constexpr schema::shape value = [] {
    schema::shape s = schema::history_shape<everything::history>::value;
    s.bindings += 4096;
    return s;
  }();
};
using timeline = schema::timeline<schema::fixed_storage<roomy>>;

std::string_view name_of(schema::rule broken) {
  switch (broken) {
  case schema::rule::type_mismatch: return "type_mismatch";
  case schema::rule::condition_not_boolean: return "condition_not_boolean";
  case schema::rule::literal_not_of_type: return "literal_not_of_type";
  case schema::rule::argument_type_differs: return "argument_type_differs";
  case schema::rule::no_such_cast: return "no_such_cast";
  case schema::rule::no_such_label: return "no_such_label";
  case schema::rule::constant_out_of_range: return "constant_out_of_range";
  case schema::rule::division_by_zero: return "division_by_zero";
  default: return "another rule";
  }
}

/// Where the library is stricter than PostgreSQL on purpose. What it refuses and PostgreSQL takes stands
/// here, or the test fails.
struct stricter {
  std::string_view rule, one, other; ///< the types, in any order; other is empty for one alone
  std::string_view reason;
};
constexpr std::string_view other_text = "||: SQLite writes the value otherwise";
constexpr std::string_view as_text =
    "times are texts of several forms on SQLite, which would be compared as they stand";
constexpr std::string_view date_sum = "SQLite adds no days to a date";
constexpr std::string_view modulo = "%: SQLite cuts both sides to whole numbers first";
constexpr std::string_view with_a_row = "PostgreSQL prepares it, and fails when it works it out";
constexpr stricter on_purpose[] = {
    {"type_mismatch", "boolean", "text", other_text},
    {"type_mismatch", "bytes", "text", "|| and LIKE of bytes: a blob is no text on SQLite"},
    {"type_mismatch", "date", "text", other_text},
    {"type_mismatch", "double precision", "text", other_text},
    {"type_mismatch", "json", "text", other_text},
    {"type_mismatch", "numeric", "text", other_text},
    {"type_mismatch", "real", "text", other_text},
    {"type_mismatch", "timestamp", "text", other_text},
    {"type_mismatch", "timestamptz", "text", other_text},
    {"type_mismatch", "json", "integer", "- takes an element out of json; SQLite would subtract"},
    {"type_mismatch", "numeric", "numeric", modulo},
    {"type_mismatch", "numeric", "integer", modulo},
    {"type_mismatch", "numeric", "smallint", modulo},
    {"type_mismatch", "numeric", "bigint", modulo},
    {"type_mismatch", "json", "json", "|| of json merges objects; SQLite would join the texts"},
    {"type_mismatch", "bytes", "bytes", "|| of blobs is a text on SQLite"},
    {"type_mismatch", "date", "timestamp", as_text},
    {"type_mismatch", "date", "timestamptz", as_text},
    {"type_mismatch", "timestamp", "timestamptz", as_text},
    {"type_mismatch", "date", "integer", date_sum},
    {"type_mismatch", "date", "smallint", date_sum},
    {"type_mismatch", "date", "date", "SQLite has no difference of dates"},
    {"type_mismatch", "timestamp", "timestamp", "SQLite has no interval"},
    {"type_mismatch", "timestamptz", "timestamptz", "SQLite has no interval"},
    {"argument_type_differs", "bytes", "", "SQLite cuts and trims a blob as a text"},
    {"literal_not_of_type", "bytes", "", "a text literal is no blob on SQLite"},
    {"literal_not_of_type", "date", "", "PostgreSQL cuts the time off; SQLite compares the text"},
    {"literal_not_of_type", "timestamp", "",
     "PostgreSQL drops the zone of a literal; SQLite reckons with it"},
    {"literal_not_of_type", "integer", "", "written without marks a number is one on both"},
    {"no_such_cast", "json", "", "SQLite reads the text of json; take it out with ->> first"},
    {"constant_out_of_range", "smallint", "", with_a_row},
    {"constant_out_of_range", "integer", "", with_a_row},
    {"constant_out_of_range", "bigint", "", with_a_row},
    {"division_by_zero", "", "", with_a_row},
    {"refusal", "", "",
     "casts that SQLite does not check, patterns that are no literals (dialect/refusal.hpp)"}};

bool is_on_purpose(std::string_view why) {
  const auto colon = why.find(": ");
  const std::string_view rule = why.substr(0, colon);
  std::string types(colon == std::string_view::npos ? "" : why.substr(colon + 2));
  for (std::size_t at; (at = types.find("a string literal")) != std::string::npos;)
    types.replace(at, 16, "text");
  for (const auto& s : on_purpose) {
    if (rule != s.rule) continue;
    const std::string a(s.one), b(s.other);
    if (types == (b.empty() ? a : a + " and " + b) || types == b + " and " + a) return true;
  }
  return false;
}

/// What the library says of an expression in a CHECK of the table.
class judge {
public:
  judge() {
    schema::fold_migrations(line_, everything::history::schema_migrations,
                            everything::history::schema_migration_count);
    bindings_ = line_.binding_count;
  }

  struct verdict {
    bool accepted{};
    std::string why;
    value_type type{};
    std::string on_sqlite;
    bool in_index{}; ///< it may stand in an index
  };

  verdict ask(const std::string& text) {
    const auto e = schema::sql::parse_expression(text, *storage_);
    line_.binding_count = bindings_;
    line_.found = {};
    schema::bound_expression bound;
    if (!schema::bind(line_, 0, &e, bound)) return refused();
    schema::type_checker<timeline> types{line_, 0, bound};
    if (!types.run()) return refused();
    if (schema::find_refusal(line_, bound, line_.now, schema::expression_place::check).reason !=
        schema::refusal_reason::none)
      return {false, "refusal", {}, {}};
    const bool is_stable = e.volatile_node < 0;
    verdict v{true,
              {},
              line_.types[std::size_t(bound.first_binding + e.root)],
              {},
              is_stable && types.is_immutable()};
    auto out = std::make_unique<writer>();
    schema::rendering<timeline, writer> r{line_, *out, *kept_, schema::backend::sqlite};
    schema::write_expression(r, bound, line_.now);
    v.on_sqlite = std::string(out->text());
    return v;
  }

private:
  using writer = schema::script_writer<20'000, 4>;

  verdict refused() const {
    return {false,
            std::string(name_of(line_.found.broken)) + ": " + std::string(line_.found.other.view()),
            {},
            {}};
  }

  timeline line_{};
  std::unique_ptr<schema::kept_texts<timeline>> kept_ = std::make_unique<schema::kept_texts<timeline>>();
  std::unique_ptr<schema::sql::expression_parser<4096>> storage_ =
      std::make_unique<schema::sql::expression_parser<4096>>();
  schema::i32 bindings_{};
};

/// PostgreSQL's word on a text: the name of its type, or its error.
class postgresql_judge {
public:
  explicit postgresql_judge(soci::session& session) : handle_(schema::native::postgresql_handle(session)) {}

  struct verdict {
    bool accepted{};
    std::string said; ///< the type's OID, or the error
  };

  verdict ask(const std::string& text) {
    using result = schema::native::detail::result_handle;
    const std::string sql = "SELECT (" + text + ") FROM everything";
    const result prepared(PQprepare(handle_, "", sql.c_str(), 0, nullptr));
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) return {false, PQerrorMessage(handle_)};
    const result described(PQdescribePrepared(handle_, ""));
    return {true, std::to_string(PQftype(described.get(), 0))};
  }

private:
  PGconn* handle_;
};

std::string oid_of(value_type type, const std::string& mood) {
  switch (type) {
  case value_type::boolean: return "16";
  case value_type::smallint: return "21";
  case value_type::integer: return "23";
  case value_type::bigint: return "20";
  case value_type::real: return "700";
  case value_type::double_precision: return "701";
  case value_type::numeric: return "1700";
  case value_type::bytes: return "17";
  case value_type::date: return "1082";
  case value_type::timestamp: return "1114";
  case value_type::timestamptz: return "1184";
  case value_type::uuid: return "2950";
  case value_type::json: return "3802";
  case value_type::enumeration: return mood;
  default: return "25";
  }
}

constexpr const char* varchar_oid = "1043"; ///< a varchar is a text

void apply(soci::session& session, schema::backend target) {
  schema::migrator(session, schema::steps_of<everything::history>(target)).up();
}

/// Three rows, one in each backend's spelling.
void fill(soci::session& session, schema::backend target) {
  const bool sqlite = target == schema::backend::sqlite;
  const auto row = [&](std::string_view id, bool flag, std::string_view between, std::string_view behind) {
    schema::native::run(session, fmt::format("INSERT INTO everything VALUES ('{}', {}, {}, {}, {})", id,
                                             sqlite ? (flag ? "1" : "0") : (flag ? "TRUE" : "FALSE"), between,
                                             sqlite ? "x'00ff'" : "'\\x00ff'", behind));
  };
  row("0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f11", true, "3, 17, 3000000001, 1.5, 2.25, '12.25', 'abc', 'a'",
      "'2026-11-22', '2026-11-22T10:30:00.000', '2026-11-22T10:30:00.000Z', '{\"key\": \"x\"}', 'sad'");
  row("0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f12", false, "-2, -5, -1, -0.5, -7.75, '-0.50', '', 'Hello'",
      "'2025-01-01', '2025-01-01T00:00:00.000', '2025-01-01T00:00:00.000Z', '{\"key\": 5}', 'glad'");
  row("0b5dd5b4-1c3a-4d6e-9a52-6f3c0a7f1f13", true, "0, 100, 0, 0, 2.5, '0.00', 'a_b%c', 'aXb'",
      "'2024-02-29', '2024-02-29T23:59:59.999', '2024-02-29T23:59:59.999Z', '{\"a\": [1]}', 'sad'");
}

/// Whether values of a type have one text on both backends, given PostgreSQL's `as_on_sqlite`.
bool has_one_text(value_type type) {
  switch (type) {
  case value_type::real:
  case value_type::double_precision:
  case value_type::numeric:
  case value_type::bytes:
  case value_type::json: return false;
  default: return true;
  }
}
std::string as_on_sqlite(const std::string& text, value_type type) {
  switch (type) {
  case value_type::boolean: return "(" + text + ")::integer";
  case value_type::timestamp: return "to_char(" + text + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.MS')";
  case value_type::timestamptz:
    return "to_char((" + text + ") AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
  default: return "(" + text + ")";
  }
}

/// The values of an expression in the rows, one after the other; absent where the database fails: it divides
/// by zero, a number overflows.
std::optional<std::string> values(soci::session& session, const std::string& text) {
  try {
    std::string line;
    for (const auto& row :
         schema::native::query(session, "SELECT " + text + " FROM everything ORDER BY everything.id"))
      line += row[0].value_or("null") + "|";
    return line;
  } catch (const schema::native_error&) {
    return std::nullopt;
  }
}

/// SQLite reckons numerics as doubles, whose fifteen digits it gives, and real as well, of which PostgreSQL
/// keeps six.
bool is_beyond_doubles(const std::string& text, const std::string& values) {
  const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
  const bool is_short = has("short_float") || has("AS real");
  if (is_short && (has("big") || has("3000000000"))) return true;
  std::size_t digits = 0;
  for (char c : values)
    if ((digits = schema::is_digit(c) ? digits + 1 : 0) > (is_short ? 6 : 15)) return true;
  return false;
}

/// PostgreSQL leaves out what constants decide before it asks whether an expression is immutable.
bool may_be_folded(const std::string& text) {
  for (const char* word : {"CASE", " AND ", " OR ", "coalesce"})
    if (text.find(word) != std::string::npos) return true;
  return false;
}

/// The database's error when it makes an index of an expression; empty when it does. The index goes again.
std::string refuses_index(soci::session& session, const std::string& text) {
  std::string error;
  schema::native::run(session, "BEGIN");
  try {
    schema::native::run(session, "CREATE INDEX tried ON everything ((" + text + "))");
  } catch (const schema::native_error& refused) {
    // In a row it may divide by zero or overflow: that is no refusal.
    if (refused.code.rfind("22", 0) != 0) error = refused.what();
  }
  schema::native::run(session, "ROLLBACK");
  return error;
}

std::string prepare_on_sqlite(soci::session& session, const std::string& text) {
  sqlite3_stmt* raw = nullptr;
  const std::string sql = "SELECT (" + text + ") FROM everything";
  const int code =
      sqlite3_prepare_v2(schema::native::sqlite_handle(session), sql.c_str(), int(sql.size()), &raw, nullptr);
  const schema::native::detail::statement_handle statement(raw);
  return code == SQLITE_OK ? "" : sqlite3_errmsg(schema::native::sqlite_handle(session));
}

} // namespace

TEST_CASE("what the checker accepts both databases take with its type and value; what it refuses PostgreSQL "
          "refuses") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database postgresql;
  test::sqlite_database sqlite;
  schema::connection on_postgresql{postgresql.url()}, on_sqlite{sqlite.url()};
  apply(on_postgresql.session(), schema::backend::postgresql);
  apply(on_sqlite.session(), schema::backend::sqlite);
  fill(on_postgresql.session(), schema::backend::postgresql);
  fill(on_sqlite.session(), schema::backend::sqlite);
  const std::string mood = test::value(on_postgresql.session(), "SELECT 'mood'::regtype::oid::text");

  const std::size_t wanted = test::setting("SCHEMA_DIFFERENTIAL_COUNT", 500);
  const std::size_t seed = test::setting("SCHEMA_DIFFERENTIAL_SEED", 1);
  test::expression_generator generate(seed);
  judge ours;
  postgresql_judge theirs(on_postgresql.session());
  std::size_t accepted = 0, compared = 0, indexed = 0, mutated = 0, failures = 0;
  std::map<std::string, std::size_t> stricter_by;
  const auto fail = [&](const std::string& what, const std::string& text, const std::string& said) {
    if (++failures <= 40) UNSCOPED_INFO(what << ": " << text << "\n    " << said);
  };

  while (accepted < wanted || mutated < wanted / 10) {
    const bool is_sound = accepted < wanted;
    const value_type type = generate.any_type();
    std::string text = generate.write(type);
    if (!is_sound) {
      if (generate.operands() == 0) continue;
      text = generate.write(type, int(generate.below(std::size_t(generate.operands()))));
    }
    const auto us = ours.ask(text);
    const auto them = theirs.ask(text);
    if (us.accepted) {
      ++accepted;
      if (!them.accepted)
        fail("PostgreSQL refuses", text, them.said);
      else if (them.said != oid_of(us.type, mood) &&
               !(us.type == value_type::text && them.said == varchar_oid))
        fail("PostgreSQL has another type", text,
             them.said + " for " + std::string(schema::type_name(us.type)));
      const std::string error = prepare_on_sqlite(on_sqlite.session(), us.on_sqlite);
      if (!error.empty()) fail("SQLite refuses", us.on_sqlite, error);
      if (accepted % 10 == 0 && them.accepted) { // an index costs more than a SELECT
        ++indexed;
        const std::string refused = refuses_index(on_postgresql.session(), text);
        if (refused.empty() != us.in_index && (us.in_index || !may_be_folded(text)))
          fail(us.in_index ? "PostgreSQL takes no index of" : "the library alone takes no index of", text,
               refused);
        if (us.in_index)
          if (const std::string no = refuses_index(on_sqlite.session(), us.on_sqlite); !no.empty())
            fail("SQLite takes no index of", us.on_sqlite, no);
      }
      if (!has_one_text(us.type) || !them.accepted || !error.empty()) continue;
      const auto meant = values(on_postgresql.session(), as_on_sqlite(text, us.type));
      if (!meant || is_beyond_doubles(text, *meant) || test::may_index_a_scalar(text)) continue;
      ++compared;
      const auto got = values(on_sqlite.session(), "(" + us.on_sqlite + ")");
      if (got != meant)
        fail("other values", text,
             *meant + " on PostgreSQL, on SQLite " + got.value_or("an error") + " by " + us.on_sqlite);
    } else {
      if (!is_sound) ++mutated;
      if (!them.accepted) continue;
      ++stricter_by[us.why];
      if (!is_on_purpose(us.why)) fail("refused by the library alone, " + us.why, text, "");
    }
  }
  fmt::print(
      "seed {}: {} accepted, the values of {} compared, {} tried as an index; {} of another type refused\n",
      seed, accepted, compared, indexed, mutated);
  for (const auto& [why, count] : stricter_by) fmt::print("  by the library alone, {}: {}\n", why, count);
  CHECK(compared > wanted / 4); // what is left out of the comparison is told in benchmarks/README.md
  CHECK(indexed > wanted / 20);
  CHECK(failures == 0);
}
