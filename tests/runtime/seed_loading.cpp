// Loading seeds: what is written, and what is left alone.
#include "seed_run.hpp"

#include <chrono>

namespace {

using namespace test;

const text_file shelves{"shelves", "id,label\n1,novels\n2,poems\n"};
const text_file books{"books", "id,shelf_id,position,title,added_at,views!\n"
                               "b0000000-0000-4000-8000-000000000001,1,1,One,@now-3d,5\n"
                               "B0000000-0000-4000-8000-000000000002,1,2,Two,@now+2h30m,0\n"};
const text_file members{"members", "id,name,guide_id\n5,Eve,7\n7,Gus,\n"};
const text_file loans{"loans", "book_id,member_id\nb0000000-0000-4000-8000-000000000002,5\n"};
const std::vector<text_file> all{shelves, books, members, loans};

TEMPLATE_TEST_CASE("seeding again changes nothing", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  CHECK(at.seeded(all) == "shelves +2 ~0 =0; books +2 ~0 =0; members +2 ~0 =0; loans +1 ~0 =0");
  const std::string before = exported(at.session());
  at.options.now = noon + 86'400'000; // instants are relative to the first seeding
  CHECK(at.seeded(all) == "shelves +0 ~0 =2; books +0 ~0 =2; members +0 ~0 =2; loans +0 ~0 =1");
  CHECK(exported(at.session()) == before);
  CHECK(before.find("2026-01-07T12:00:00.000Z") != std::string::npos);
  CHECK(before.find("2026-01-10T14:30:00.000Z") != std::string::npos);
  CHECK(at.ask("SELECT seeded_at FROM schema_seeds WHERE set_name = 'base'") == "2026-01-10T12:00:00.000Z");
}

TEMPLATE_TEST_CASE("an edited row is updated, a column with ! is not", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  at.seeded(all);
  schema::native::run(at.session(), "UPDATE books SET views = 77");
  const text_file edited{"books", "id,shelf_id,position,title,added_at,views!\n"
                                  "b0000000-0000-4000-8000-000000000001,1,1,Uno,@now-3d,9\n"
                                  "b0000000-0000-4000-8000-000000000002,1,2,Two,@now+2h30m,0\n"};
  CHECK(at.seeded({shelves, edited, members, loans}) ==
        "shelves +0 ~0 =2; books +0 ~1 =1; members +0 ~0 =2; loans +0 ~0 =1");
  CHECK(at.ask("SELECT title FROM books WHERE position = 1") == "Uno");
  CHECK(at.ask("SELECT sum(views) FROM books") == "154");
}

TEMPLATE_TEST_CASE("a row that left its file stays until it is pruned", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  at.seeded(all);
  schema::native::run(at.session(), "INSERT INTO shelves VALUES (9, 'mine')");
  const std::vector<text_file> fewer{{"shelves", "id,label\n1,novels\n"},
                                     {"books", "id,shelf_id,position,title,added_at\n"
                                               "b0000000-0000-4000-8000-000000000001,1,1,One,@now-3d\n"},
                                     {"members", "id,name,guide_id\n"}};
  CHECK(at.seeded(fewer) ==
        "shelves +0 ~0 =1 left 1; books +0 ~0 =1 left 1; members +0 ~0 =0 left 2; loans +0 ~0 =0 left 1");
  CHECK(at.ask("SELECT count(*) FROM loans") == "1");
  at.options.prune = true;
  CHECK(at.seeded(fewer) == "shelves +0 ~0 =1 -1; books +0 ~0 =1 -1; members +0 ~0 =0 -2; loans +0 ~0 =0 -1");
  CHECK(at.seeded(fewer) == "shelves +0 ~0 =1; books +0 ~0 =1; members +0 ~0 =0");
  CHECK(at.ask("SELECT count(*) FROM shelves") == "2"); // 9 was never a seed
  CHECK(at.ask("SELECT count(*) FROM members") == "0");
}

TEMPLATE_TEST_CASE("what others refer to can't be pruned, and then nothing is", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  at.seeded(all);
  schema::native::run(at.session(), "INSERT INTO loans (book_id, member_id) VALUES "
                                    "('b0000000-0000-4000-8000-000000000001', 7)");
  at.options.prune = true;
  const std::string said = at.seeded({shelves, books, {"members", "id,name\n"}, loans});
  CHECK(said.find("the rows that left members can't be pruned; nothing was written") == 0);
  CHECK(at.ask("SELECT count(*) FROM members") == "2");
}

TEMPLATE_TEST_CASE("rows swap unique values, and take those of rows that go", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  at.seeded(all);
  const text_file swapped{"books", "id,shelf_id,position,title,added_at,views!\n"
                                   "b0000000-0000-4000-8000-000000000001,1,2,One,@now-3d,5\n"
                                   "b0000000-0000-4000-8000-000000000002,1,1,Two,@now+2h30m,0\n"};
  const text_file crossed{"shelves", "id,label\n1,poems\n2,novels\n"};
  CHECK(at.seeded({crossed, swapped, members, loans}) ==
        "shelves +0 ~2 =0; books +0 ~2 =0; members +0 ~0 =2; loans +0 ~0 =1");
  CHECK(at.ask("SELECT title FROM books WHERE position = 1") == "Two");
  CHECK(at.ask("SELECT label FROM shelves WHERE id = 1") == "poems");
  at.options.prune = true; // the third takes the place of the first
  CHECK(at.seeded({crossed,
                   {"books", "id,shelf_id,position,title\n"
                             "b0000000-0000-4000-8000-000000000003,1,2,Three\n"
                             "b0000000-0000-4000-8000-000000000002,1,1,Two\n"}}) ==
        "shelves +0 ~0 =2; books +1 ~0 =1 -1; loans +0 ~0 =0 -1; members +0 ~0 =0 -2");
}

TEMPLATE_TEST_CASE("numbers that the database gives go on behind the seeds", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  at.seeded(all);
  schema::native::run(at.session(), "INSERT INTO members (name) VALUES ('next')");
  CHECK(at.ask("SELECT id FROM members WHERE name = 'next'") == "8");
  at.seeded({{"members", "id,name\n3,Low\n"}});
  schema::native::run(at.session(), "INSERT INTO members (name) VALUES ('after')");
  CHECK(at.ask("SELECT id FROM members WHERE name = 'after'") == "9");
}

TEMPLATE_TEST_CASE("tables that refer to each other are written in two steps", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const std::vector<text_file> files{{"teams", "id,captain_id\n1,11\n2,\n"},
                                     {"players", "id,team_id\n11,1\n12,1\n"}};
  CHECK(at.seeded(files) == "teams +2 ~0 =0; players +2 ~0 =0");
  CHECK(at.ask("SELECT captain_id FROM teams WHERE id = 1") == "11");
  CHECK(at.seeded(files) == "teams +0 ~0 =2; players +0 ~0 =2");
  CHECK(at.seeded({{"teams", "id,captain_id\n1,12\n2,\n"}, files[1]}) == "teams +0 ~1 =1; players +0 ~0 =2");
}

TEMPLATE_TEST_CASE("a row has one set", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const text_set one{"one", {{"shelves", "id,label\n1,novels\n"}}};
  const text_set two{"two", {{"shelves", "id,label\n1,poems\n2,maps\n"}}};
  CHECK(at.seeded({one, two}) == "shelves +1 ~0 =0; shelves +1 ~0 =0 elsewhere 1");
  CHECK(at.seeded({two}) == "shelves +0 ~0 =1 elsewhere 1");
  CHECK(at.seeded({two, one}) == "shelves +0 ~0 =1 elsewhere 1; shelves +0 ~0 =1");
  CHECK(at.ask("SELECT label FROM shelves WHERE id = 1") == "novels");
  at.options.prune = true; // the row goes over to the other set
  CHECK(at.seeded({text_set{"one", {{"shelves", "id,label\n"}}}, two}) ==
        "shelves +0 ~0 =0; shelves +0 ~1 =1");
  CHECK(at.ask("SELECT label FROM shelves WHERE id = 1") == "poems");
}

TEMPLATE_TEST_CASE("a dry run says what it would do, and does nothing", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const bool sqlite = TestType::target == schema::backend::sqlite;
  const std::string count = sqlite ? "SELECT count(*) FROM sqlite_master" : "SELECT count(*) FROM pg_class";
  const std::string before = at.ask(count);
  at.options.dry_run = true;
  CHECK(at.seeded(all) == "shelves +2 ~0 =0; books +2 ~0 =0; members +2 ~0 =0; loans +1 ~0 =0");
  CHECK(exported(at.session()).empty());
  CHECK(at.ask(count) == before);
  schema::native::run(at.session(), "INSERT INTO members (name) VALUES ('first')");
  CHECK(at.ask("SELECT id FROM members") == "1");
}

TEMPLATE_TEST_CASE("the password is asked for when the row is new, and only then", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const std::vector<text_file> files{{"members", "id,name,password!\n1,Ada,@admin-password\n2,@@dmin,\n"}};
  int asked = 0;
  at.options.admin_password = [&] { return ++asked, std::string("correct horse"); };
  CHECK(at.seeded(files) == "members +2 ~0 =0");
  CHECK(asked == 1);
  const std::string hash = at.ask("SELECT password FROM members WHERE id = 1");
  CHECK(hash.rfind("$y$", 0) == 0);
  crypt_data work{};
  CHECK(hash == crypt_r("correct horse", hash.c_str(), &work));
  CHECK(at.ask("SELECT name FROM members WHERE id = 2") == "@dmin");
  CHECK(at.seeded(files) == "members +0 ~0 =2");
  CHECK(asked == 1);
  CHECK(at.ask("SELECT password FROM members WHERE id = 1") == hash);
  schema::native::run(at.session(), "DELETE FROM members");
  at.options.admin_password = [] { return std::string(); };
  CHECK(at.seeded(files) == "the admin's password is empty");
  CHECK(at.ask("SELECT count(*) FROM members") == "0");
}

TEST_CASE("both backends hold the same rows") {
  if (!postgresql_database::available()) return;
  library_database<sqlite_database> one;
  library_database<postgresql_database> two;
  const std::vector<text_file> files{
      shelves,
      members,
      loans,
      {"books",
       "id,shelf_id,position,title,bound,in_print,price,weight,pages,cover,tags,printed,read_at,added_at,"
       "views\n"
       "b0000000-0000-4000-8000-000000000002,1,1,\"a,\"\"b\"\"\n\tc\\n\",e-book,false,-0.50,0.1,-32768,"
       "\\x00FF0a,"
       "\"{\"\"b\"\":[1.50,1e3],\"\"aa\"\":null,\"\"a\"\":\"\"\\u00e9\"\"}\",2024-02-29,2025-01-01T10:00,"
       "2025-01-01T00:30:00.5+05:30,9223372036854775807\n"
       "b0000000-0000-4000-8000-000000000003,1,2,\"\",paper,true,,1e-7,,,[],,,@now,-9223372036854775808\n"
       "b0000000-0000-4000-8000-000000000004,2,1,\xC3\xA9\xF0\x9F\x98\x80,paper,true,123456.78,,0,\\x,"
       "\"\"\"\"\"\",@now+1d,"
       "@now-1s,@now,0\n"}};
  CHECK(one.seeded(files) == "shelves +2 ~0 =0; books +3 ~0 =0; members +2 ~0 =0; loans +1 ~0 =0");
  CHECK(two.seeded(files) == "shelves +2 ~0 =0; books +3 ~0 =0; members +2 ~0 =0; loans +1 ~0 =0");
  const std::string rows = exported(one.session());
  CHECK(rows == exported(two.session()));
  CHECK(rows.find("|e-book|0|-0.50|0.1|-32768|00ff0a|{\"a\": \"\xC3\xA9\", \"b\": [1.50, 1000], \"aa\": "
                  "null}|2024-02-29|"
                  "2025-01-01T10:00:00.000|2024-12-31T19:00:00.500Z|9223372036854775807") !=
        std::string::npos);
  CHECK(one.seeded(files) == "shelves +0 ~0 =2; books +0 ~0 =3; members +0 ~0 =2; loans +0 ~0 =1");
  CHECK(two.seeded(files) == "shelves +0 ~0 =2; books +0 ~0 =3; members +0 ~0 =2; loans +0 ~0 =1");
}

TEST_CASE("JSON has the text that PostgreSQL gives jsonb, and both refuse the same") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection{database.url()};
  const std::string texts[] = {
      R"({"b":1,"aa":2,"a":3,"b":1e3,"\u0062":7,"":0})",
      R"([1.50,-0,-0.0,1.5e-3,1E2,12.34e1,0.5e1,1e0,0e5,-1.0E+2,0.00])",
      R"("\u00e9\u0041\/\u001f\ud83d\ude00\b\f\n\r\t\"\\")", R"( { } )",
      R"([ [ ] , {"x" : null } , true,false ])", R"({"\u00e9":1,"zz":2,"\n":3,"\"":4})",
      "12345678901234567890.12345678901234567890", "\"\x7f\"",
      // refused
      "", "[", "[1,]", "{\"a\":1,}", "01", "+1", "1.", ".5", "1e", "nul", "\"\\u0000\"", "\"\\ud800\"",
      "\"\\udc00\"", "\"\\x\"", "\"\t\"", "{a:1}", "1 2", "'a'", "NaN", "{\"a\" 1}", "-", "tru", "truex"};
  for (const auto& text : texts) {
    seed::json_text json;
    std::string mine, theirs;
    if (!json.read(text, mine)) mine = "refused";
    try {
      theirs = value(connection.session(), "SELECT " + schema::native::literal(text) + "::jsonb::text");
    } catch (const schema::native_error&) {
      theirs = "refused";
    }
    INFO(text);
    CHECK(mine == theirs);
  }
}

TEMPLATE_TEST_CASE("many rows, and a cell of a megabyte", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  std::string text = "id,name,guide_id\n1,\"" + std::string(1 << 20, 'x') + "\",2\n";
  for (int i = 2; i < 20000; ++i) text += fmt::format("{},member {},{}\n", i, i, i + 1); // guides come later
  text += "20000,last,\n";
  CHECK(at.seeded({{"members", text}}) == "members +20000 ~0 =0");
  CHECK(at.ask("SELECT length(name) FROM members WHERE id = 1") == "1048576");
  CHECK(at.seeded({{"members", text}}) == "members +0 ~0 =20000");
}

} // namespace
