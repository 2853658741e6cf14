// Seeds that the compiler checks, against what databases do: what it accepts loads on both, and what it
// refuses they refuse. The same constexpr functions run here over rows that are made up.
#include "database.hpp"

#include <schema/dialect/declared.hpp>
#include <schema/dsl.hpp>
#include <schema/lms/seeds.hpp>
#include <schema/runtime.hpp>
#include <schema/seed/loader.hpp>

#include <random>

namespace app {
using namespace schema::dsl;

struct colour : enumeration<"colour", "red", "green", "blue"> {};

template <schema::name_literal Name, schema::fixed_string Check>
using checked =
    table<Name, column<"id", integer, primary_key>, column<"a", integer>, column<"b", integer, nullable>,
          column<"t", text>, column<"u", text, nullable>, column<"f", double_precision, nullable>,
          column<"n", numeric<8, 2, on_sqlite<real>>, nullable>, column<"flag", boolean, nullable>,
          column<"c", colour, default_to<"red">>, column<"x", timestamptz>,
          column<"y", timestamptz, nullable>, check<Check>>;

#define SCHEMA_CHECKS(X)                                                                                     \
  X(c01, "a > 0")                                                                                            \
  X(c02, "a BETWEEN -1 AND b")                                                                               \
  X(c03, "a + b * 2 <= 7 OR b IS NULL")                                                                      \
  X(c04, "b IN (1, 2, 3) AND a NOT IN (0, 2)")                                                               \
  X(c05, "NOT (a = b) OR flag")                                                                              \
  X(c06, "flag IS TRUE OR a < 0")                                                                            \
  X(c07, "flag IS NOT FALSE AND b IS NOT NULL")                                                              \
  X(c08, "a IS DISTINCT FROM b")                                                                             \
  X(c09, "length(t) BETWEEN 1 AND 5")                                                                        \
  X(c10, "lower(t) = t")                                                                                     \
  X(c11, "trim(t) = t AND t <> ''")                                                                          \
  X(c12, "trim(t, 'abc') = ''")                                                                              \
  X(c13, "t LIKE 'a%' OR t LIKE '_b_'")                                                                      \
  X(c14, "t NOT LIKE '%c'")                                                                                  \
  X(c15, "coalesce(u, t) <> 'abc'")                                                                          \
  X(c16, "nullif(t, u) IS NOT NULL")                                                                         \
  X(c17, "u IS NULL OR t || u <> 'abcabc'")                                                                  \
  X(c18, "strpos(t, 'b') > 0 OR octet_length(t) < 3")                                                        \
  X(c19, "replace(t, 'b', 'bb') <> 'abbc'")                                                                  \
  X(c20, "substr(t, 1, 1) = 'a' OR substr(t, 2) = ''")                                                       \
  X(c21, "CASE WHEN a > 1 THEN b > 1 WHEN a < 0 THEN flag ELSE t <> '' END")                                 \
  X(c22, "CASE c WHEN 'red' THEN a > 0 ELSE b IS NULL OR b > 0 END")                                         \
  X(c23, "c = 'red' OR c IN ('green') OR a > 0")                                                             \
  X(c24, "x < y OR y IS NULL")                                                                               \
  X(c25, "y >= x AND x > '2025-01-01T00:00:00Z'")                                                            \
  X(c26, "abs(a) = a AND sign(b) >= 0")                                                                      \
  X(c27, "greatest(a, b) > 1 AND least(a, b, 3) < 2")                                                        \
  X(c28, "a / 2 = 1 OR a % 2 = 1")                                                                           \
  X(c29, "f > 0.5 OR f IS NULL")                                                                             \
  X(c30, "f * 2 <= 4")                                                                                       \
  X(c31, "n >= 1.5 AND n < 100")                                                                             \
  X(c32, "(flag IS NULL) = (b IS NULL)")                                                                     \
  X(c33, "-a < 1 AND NULL IS NULL")                                                                          \
  X(c34, "upper(coalesce(u, 'q')) <> 'ABC' AND CAST(a AS bigint) < 3")

#define SCHEMA_TABLE(NAME, CHECK)                                                                            \
  struct NAME : checked<#NAME, CHECK> {};
SCHEMA_CHECKS(SCHEMA_TABLE)
#undef SCHEMA_TABLE

/// For rows that are wrong in other ways.
struct shelves : table<"shelves", column<"id", integer, primary_key>, column<"label", varchar<5>, unique>,
                       column<"kind", colour, default_to<"red">>, unique_index_on<expr("lower(label)")>> {};
/// Keys that defaults and generated columns give.
struct tags : table<"tags", column<"id", integer, primary_key>, column<"label", text>,
                    column<"key", text, generated<"lower(label)">, unique>,
                    column<"rank", integer, default_expr<"1 + 1">>,
                    column<"code", uuid, unique, default_expr<"gen_random_uuid()">>,
                    unique_on<"label", "rank">, check<"length(key) < 5">> {};
struct books
    : table<"books", column<"id", uuid, primary_key>,
            column<"shelf_id", integer, references<"shelves", "id">>, column<"open", boolean, nullable>,
            column<"pages", smallint, nullable>, column<"price", numeric<4, 1, on_sqlite<real>>, nullable>,
            column<"tags", json, nullable>, column<"day", date, nullable>,
            column<"at", timestamptz, nullable>, check<"pages > 0">> {};

#define SCHEMA_LIST(NAME, CHECK) NAME,
struct tables : schema::tables<colour, SCHEMA_CHECKS(SCHEMA_LIST) shelves, tags, books> {};
#undef SCHEMA_LIST
} // namespace app

namespace {

namespace seed = schema::seed;
using schema::rule;

/// 2026-01-10T12:00:00Z.
constexpr schema::i64 noon = 1'768'046'400'000;

const seed::database_facts& facts() { return seed::seed_facts<app::tables>(); }

/// What the compiler would say of files: the first rule that is broken.
struct judged {
  struct file {
    seed::seed_constant constant;
    seed::read_rows<4000, 16> read;
    seed::seed_rows rows;
  };
  std::vector<std::unique_ptr<file>> files;
  std::vector<const seed::seed_rows*> all;

  rule add(const std::string& path, const std::string& content) {
    const seed::seed_constant constant(path, content);
    auto made = std::make_unique<file>(file{constant, {facts(), constant}, {}});
    if (!made->read.found.is_sound()) return made->read.found.broken;
    made->rows = {&made->constant,   &facts().tables[made->read.table],
                  made->read.table,  {made->read.columns, made->read.column_count},
                  made->read.values, made->read.row_count};
    all.push_back(&made->rows);
    files.push_back(std::move(made));
    return rule::none;
  }
  rule find() const {
    const seed::list_view<const seed::seed_rows*> every{all.data(), schema::u32(all.size())};
    for (const auto* rows : all) {
      if (const auto f = seed::find_repeated(*rows, -1, rows->table->primary_key, false)) return f.broken;
      for (const auto& key : rows->table->unique)
        if (const auto f = seed::find_repeated(*rows, key.id, key.columns, false)) return f.broken;
      for (const auto& reference : rows->table->references)
        if (const auto f = seed::find_dangling(*rows, reference, every, false)) return f.broken;
      for (const auto& check : rows->table->checks)
        if (const auto f = seed::find_violated(*rows, check, false)) return f.broken;
      for (const auto& index : rows->table->indexes)
        if (const auto f = seed::find_repeated(*rows, index, false)) return f.broken;
    }
    return rule::none;
  }
};

rule judge(const std::string& table, const std::string& content) {
  judged set;
  const rule broken = set.add(table + ".csv", content);
  return broken != rule::none ? broken : set.find();
}

/// What a database says to files; empty when it takes them.
std::string load(soci::session& session, const std::string& table, const std::string& content) {
  seed::fault_list faults;
  std::vector<seed::seed_set> sets(1);
  sets[0].name = table;
  sets[0].files.push_back(seed::make_file(table + ".csv", table, content, faults));
  seed::seed_options options;
  options.now = noon;
  try {
    seed::load(session, facts(), sets, options, faults);
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

/// The tables, as the library makes them.
template <class Database> struct shop {
  Database database;
  schema::connection connection{database.url()};

  shop() {
    constexpr schema::script_text script = schema::declared_script_of<app::tables, Database::target>;
    for (schema::u32 i = 0; i < script.count; ++i)
      schema::native::run(session(), std::string_view(script.statements[i].sql));
  }
  soci::session& session() { return connection.session(); }
};

class row_maker {
public:
  static constexpr std::string_view header = "id,a,b,t,u,f,n,flag,c,x,y\n";
  std::string row(int id) {
    return fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", id, pick({"-1", "0", "1", "2", "3", "100"}),
                       pick({"", "-1", "0", "1", "2", "3"}),
                       pick({"\"\"", "a", "abc", "Abc", " b", "cab",
                             "\xC3\xA9"
                             "b",
                             "\"a\"\"c\""}),
                       pick({"", "abc", "\"\"", "B"}), pick({"", "0.5", "0.1", "2", "3e0", "-1.25"}),
                       pick({"", "1.5", "1.49", "99.99", "100"}), pick({"", "true", "false"}),
                       pick({"red", "green", "blue"}),
                       pick({"@now-1d", "@now", "2025-03-01T00:00:00Z", "2024-12-31T23:30:00-01:00"}),
                       pick({"", "@now", "@now-2d", "2025-03-01T01:00:00+01:00"}));
  }

private:
  std::string_view pick(std::initializer_list<std::string_view> from) {
    return from.begin()[random_() % from.size()];
  }
  std::mt19937 random_{20260110};
};

} // namespace

TEMPLATE_TEST_CASE("a CHECK that is decided is decided as a database does", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  shop<TestType> at;
  row_maker make;
  int id = 0, taken = 0, refused = 0, open = 0;
  for (const auto& table : facts().tables) {
    const std::string name{std::string_view(table.name)};
    if (name[0] != 'c' || name.size() != 3) continue;
    std::string sound(row_maker::header);
    int wrong = 0;
    for (int i = 0; i < 60; ++i) {
      const std::string row = make.row(++id), file = std::string(row_maker::header) + row;
      const rule broken = judge(name, file);
      INFO(name << ": " << row);
      if (broken == rule::none) {
        sound += row;
        ++taken;
      } else if (broken == rule::seed_check_undecided) {
        ++open;
      } else if (++refused, ++wrong <= 6) {
        REQUIRE(broken == rule::seed_check_violated);
        REQUIRE_THAT(load(at.session(), name, file),
                     Catch::Matchers::Contains("the database refuses this row"));
      }
    }
    INFO(sound);
    REQUIRE(load(at.session(), name, sound) == "");
  }
  CHECK(taken > 600);
  CHECK(refused > 300);
  CHECK(open < taken / 3);
}

namespace {

struct wrong_rows {
  rule broken;
  std::string table, content;
  bool sqlite_too{true};
};

const std::string shelf = "INSERT INTO shelves (id, label) VALUES (1, 'one')";
constexpr std::string_view book = "b0000000-0000-4000-8000-000000000001,1,";

/// Rows as one INSERT each, every cell a literal: what is between the database and the file is left out.
std::string refusal(soci::session& session, const std::string& table, const std::string& content) {
  seed::csv_reader in{content};
  std::string columns;
  seed::csv_cell cell;
  const auto text = [&] {
    std::string out;
    cell.append_to(out);
    return out;
  };
  in.next_row();
  while (in.next_cell(cell)) columns += (columns.empty() ? "" : ", ") + schema::native::identifier(text());
  try {
    while (in.next_row()) {
      std::string values;
      while (in.next_cell(cell))
        values += (values.empty() ? "" : ", ") + (cell.is_null() ? "NULL" : schema::native::literal(text()));
      schema::native::run(session, fmt::format("INSERT INTO {} ({}) VALUES ({})",
                                               schema::native::identifier(table), columns, values));
    }
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

std::vector<wrong_rows> every_kind() {
  const auto one = [](const std::string& column, const std::string& value) {
    return "id,shelf_id," + column + "\n" + std::string(book) + value + "\n";
  };
  using enum rule;
  return {
      {seed_cell_count_differs, "shelves", "id,label\n2,two,3\n"},
      {seed_no_such_table, "shelfs", "id,label\n2,two\n"},
      {seed_no_such_column, "shelves", "id,lable\n2,two\n"},
      {seed_column_twice, "shelves", "id,label,id\n2,two,2\n", false}, // SQLite takes the first
      {seed_column_missing, "shelves", "id\n2\n"},
      {seed_value_not_of_type, "shelves", "id,label\nx,two\n"},
      {seed_value_not_of_type, "books", one("open", "maybe")},
      {seed_value_not_of_type, "books", one("pages", "40000"), false}, // SQLite's INTEGER has 64 bits
      {seed_value_not_of_type, "books", one("price", "1000"), false},
      {seed_value_not_of_type, "books", one("tags", "{")},
      {seed_value_not_of_type, "books", one("day", "2026-02-32")},
      {seed_value_not_of_type, "books", one("day", "2026-02-30")},
      {seed_value_not_of_type, "books", one("at", "yesterday morning")},
      {seed_value_not_of_type, "books", "id,shelf_id\nb0000000-0000-4000-8000-00000000000,1\n", false},
      {seed_text_too_long, "shelves", "id,label\n2,sixsix\n"},
      {seed_label_unknown, "shelves", "id,label,kind\n2,two,mauve\n"},
      {seed_null_in_not_null, "shelves", "id,label\n2,\n"},
      {seed_key_repeated, "shelves", "id,label\n2,two\n2,three\n"},
      {seed_key_repeated, "shelves", "id,label\n2,two\n3,two\n"},
      {seed_key_repeated, "shelves", "id,label\n2,two\n3,Two\n"},
      {seed_reference_missing, "books", "id,shelf_id\nb0000000-0000-4000-8000-000000000001,9\n"},
      {seed_check_violated, "books", one("pages", "0")},
      {seed_column_generated, "tags", "id,label,key\n1,a,a\n"},
      {seed_key_repeated, "tags", "id,label\n1,a\n2,A\n"},
      {seed_check_violated, "tags", "id,label\n1,a\n2,abcdef\n"},
  };
}

} // namespace

TEMPLATE_TEST_CASE("each kind of wrong row is refused by a database as well", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  {
    shop<TestType> at; // a row with nothing wrong is taken, so that what follows is refused for what is wrong
    schema::native::run(at.session(), shelf);
    CHECK(refusal(at.session(), "books", "id,shelf_id,pages\n" + std::string(book) + "1\n") == "");
    CHECK(refusal(at.session(), "tags", "id,label\n1,a\n2,b\n") == "");
    CHECK(refusal(at.session(), "shelves", "id,label,kind\n2,two,green\n") == "");
  }
  for (const auto& kind : every_kind()) {
    shop<TestType> at;
    schema::native::run(at.session(), shelf);
    INFO(kind.table << ": " << kind.content);
    judged set;
    REQUIRE(set.add("shelves.csv", "id,label\n1,one\n") == rule::none);
    rule broken = set.add(kind.table + ".csv", kind.content);
    if (broken == rule::none) broken = set.find();
    CHECK(broken == kind.broken);
    if (TestType::target == schema::backend::postgresql || kind.sqlite_too)
      CHECK(refusal(at.session(), kind.table, kind.content) != "");
    CHECK(load(at.session(), kind.table, kind.content) != "");
  }
}

TEMPLATE_TEST_CASE("what defaults and generated columns give is reckoned with", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  shop<TestType> at;
  const std::string sound = "id,label\n1,a\n2,b\n";
  CHECK(judge("tags", sound) == rule::none);
  CHECK(load(at.session(), "tags", sound) == "");
  // How other letters fold is the database's.
  CHECK(judge("tags", "id,label\n1,a\n2,\xC3\x84\n") == rule::seed_check_undecided);
}

TEST_CASE("the seeds of the LMS are those of its files") {
  seed::fault_list faults;
  for (const std::string name : {"baseline", "demo"}) {
    const auto constant = seed::find_set(lms::seeds::all(), name, faults);
    const auto files = seed::read_set(SCHEMA_SEED_DATA, name, faults);
    REQUIRE(constant.files.size() == files.files.size());
    for (std::size_t i = 0; i < files.files.size(); ++i) {
      CHECK(constant.files[i]->table == files.files[i]->table);
      CHECK(constant.files[i]->content == files.files[i]->content);
      CHECK(constant.files[i]->path == "seed_data/" + name + "/" + files.files[i]->table + ".csv");
    }
  }
  CHECK(faults.empty());
  CHECK_THROWS_WITH(seed::find_set(lms::seeds::all(), "demos", faults),
                    "this program has no set 'demos'; did you mean 'demo'?");
}
