// Seeds that are refused: file:line:column and a message, and nothing is written.
#include "seed_run.hpp"

#include <fstream>

namespace {

using namespace test;

/// What checking one file without a database says; empty when all is well.
std::string check(const std::string& table, const std::string& text) {
  seed::fault_list faults;
  const auto file = seed::make_file(table + ".csv", table, text, faults);
  seed::check_file(seed::seed_facts<library::tables>(), *file, noon, faults);
  try {
    faults.refuse();
  } catch (const seed::seed_refused& refused) {
    return refused.what();
  }
  return {};
}

/// A book whose last column is the one that is asked about.
std::string book(const std::string& column, const std::string& cell) {
  return check("books", "id,shelf_id,position,title," + column +
                            "\nb0000000-0000-4000-8000-000000000001,1,1,One," + cell + "\n");
}

TEST_CASE("a file's name and its first line") {
  CHECK(check("shelfs", "id\n") == "shelfs.csv:1:1: there is no table 'shelfs'; did you mean 'shelves'?");
  CHECK(check("shelves", "") == "shelves.csv:1:1: the file is empty; its first line names the columns");
  CHECK(check("shelves", "id,lable\n") ==
        "shelves.csv:1:4: shelves has no column 'lable'; did you mean 'label'?");
  CHECK(check("shelves", "id,label,id\n") == "shelves.csv:1:10: the column id is named twice");
  CHECK(check("shelves", "label\n") ==
        "shelves.csv:1:1: the column id is missing: rows are told apart by the primary key of shelves");
  CHECK(check("shelves", "id\n") ==
        "shelves.csv:1:1: the column label is missing: it is NOT NULL and has no default");
  CHECK(check("shelves", "id!,label\n") ==
        "shelves.csv:1:1: a column of the primary key tells rows apart: it takes no !");
  CHECK(check("notes", "line\n") == "notes.csv:1:1: notes has no primary key to tell its rows apart");
  CHECK(check("members", "name\n").find("the column id is missing") != std::string::npos);
}

TEST_CASE("rows of the wrong shape") {
  CHECK(check("shelves", "id,label\n1\n") == "shelves.csv:2:1: 1 cell, but the first line names 2 columns");
  CHECK(check("shelves", "id,label\n1,a,b\n") ==
        "shelves.csv:2:5: 3 cells, but the first line names 2 columns");
  CHECK(check("shelves", "id,label\n1,\"a\n2,b\n") ==
        "shelves.csv:2:3: the quotation mark that opens here is never closed");
  CHECK(check("shelves", "id,label\n1,a\"\n") ==
        "shelves.csv:2:4: a quotation mark inside a cell: put the cell in quotation marks and double it");
  CHECK(check("shelves", std::string("id,label\n1,a\0\n", 14)) ==
        "shelves.csv:2:4: a zero byte can't stand in a text");
  CHECK(check("shelves", "id,label\n1,\xC3\n") == "shelves.csv:2:3: not UTF-8");
}

TEST_CASE("cells that don't fit their column") {
  CHECK(book("pages", "32768") == "books.csv:2:46: pages: '32768' does not fit into smallint");
  CHECK(book("pages", "12a") == "books.csv:2:46: pages: '12a' is no whole number");
  CHECK(book("pages", "\"\"") ==
        "books.csv:2:46: pages: an empty text is no smallint; a cell without quotation marks is NULL");
  CHECK(book("views", "9223372036854775808") ==
        "books.csv:2:46: views: '9223372036854775808' does not fit into bigint");
  CHECK(book("in_print", "yes") == "books.csv:2:46: in_print: 'yes' is neither true nor false");
  CHECK(book("price", "1.005") == "books.csv:2:46: price: '1.005' does not fit into numeric(8,2)");
  CHECK(book("price", "1234567") == "books.csv:2:46: price: '1234567' does not fit into numeric(8,2)");
  CHECK(book("price", "1e3") == "books.csv:2:46: price: '1e3' is no decimal number");
  CHECK(book("weight", "nan") == "books.csv:2:46: weight: 'nan' is no number");
  CHECK(book("weight", "1e999") == "books.csv:2:46: weight: '1e999' does not fit into double precision");
  CHECK(book("bound", "ebook") ==
        "books.csv:2:46: bound: 'ebook' is no label of binding; did you mean 'e-book'?");
  CHECK(book("cover", "\\x0") ==
        "books.csv:2:46: cover: bytes are written \\x and two hexadecimal digits for each");
  CHECK(book("tags", "\"{\"\"a\"\":}\"") ==
        "books.csv:2:46: tags: no JSON: no value begins like this (character 6)");
  CHECK(book("printed", "2025-02-30") ==
        "books.csv:2:46: printed: '2025-02-30' is no date: write 2025-03-01");
  CHECK(book("added_at", "2025-02-03T10:00") ==
        "books.csv:2:46: added_at: '2025-02-03T10:00' is no timestamptz: write "
        "2025-03-01T09:00:00Z, with a zone and at most milliseconds");
  CHECK(
      book("added_at", "@now+3w") ==
      "books.csv:2:46: added_at: '@now+3w' is no instant: write @now, @now-3d or @now+2h30m (units d h m s)");
  CHECK(book("added_at", "@now+300000d") == ""); // the year 2847
  CHECK(book("views", "") == "books.csv:2:46: views: NULL, but the column is NOT NULL");
  CHECK(check("shelves", "id,label\n1,\n") ==
        "shelves.csv:2:3: label: NULL, but the column is NOT NULL; the empty text is written \"\"");
  CHECK(check("shelves", "id,label\n1,12345678901\n") ==
        "shelves.csv:2:3: label: 11 characters do not fit into varchar(10)");
  CHECK(
      check(
          "shelves",
          "id,label\n1,\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\n") ==
      "");
  CHECK(check("shelves", "id,label\n1,@now\n") ==
        "shelves.csv:2:3: label: a text that begins with @ is written with two of them");
  CHECK(check("loans", "book_id,member_id\nb0000000-0000-4000-8000-00000000000g,1\n") ==
        "loans.csv:2:1: book_id: 'b0000000-0000-4000-8000-00000000000g' is no uuid");
  CHECK(check("members", "id,name,password\n1,a,@admin-password\n") ==
        "members.csv:2:5: password: @admin-password needs a column that is written on insert only: end its "
        "name in the "
        "first line with !");
}

TEST_CASE("keys that stand twice") {
  CHECK(check("shelves", "id,label\n1,a\n2,b\n01,c\n") == "shelves.csv:4:1: the same id as in line 2");
  CHECK(check("shelves", "id,label\n1,\"a\nb\"\n2,\"a\nb\"\n") ==
        "shelves.csv:4:3: the same label as in line 2");
  CHECK(check("loans", "member_id,book_id\n1,b0000000-0000-4000-8000-000000000001\n1,B0000000-0000-4000-8000-"
                       "000000000001\n") == "loans.csv:3:3: the same book_id, member_id as in line 2");
}

TEST_CASE("twenty faults are told, and that there are more") {
  std::string text = "id,label\n";
  for (int i = 0; i < 30; ++i) text += "x,y\n";
  const std::string said = check("shelves", text);
  CHECK(std::count(said.begin(), said.end(), '\n') == 20);
  CHECK(said.rfind("\nand more of them") != std::string::npos);
  CHECK(said.find("shelves.csv:21:1: ") != std::string::npos);
}

TEST_CASE("hostile JSON") {
  CHECK(book("tags", std::string(100000, '[')).find("nested too deeply") != std::string::npos);
  CHECK(book("tags", "1e99999999999").find("an exponent over 1000") != std::string::npos);
  CHECK(book("tags", "\"\"\"\\ud800\"\"\"").find("half of a surrogate pair") != std::string::npos);
}

TEMPLATE_TEST_CASE("references to rows that are nowhere", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const text_file books{"books", "id,shelf_id,position,title\n"
                                 "b0000000-0000-4000-8000-000000000001,1,1,One\n"
                                 "b0000000-0000-4000-8000-000000000002,3,1,Two\n"};
  const text_file members{"members", "id,name,guide_id\n1,Ada,2\n2,Eve,3\n"};
  const std::string expected =
      "books.csv:3:38: no row of shelves has this id, neither in the files nor in the database\n"
      "members.csv:3:7: no row of members has this id, neither in the files nor in the database";
  CHECK(at.seeded({{"shelves", "id,label\n1,a\n"}, books, members}) == expected);
  CHECK(at.ask("SELECT count(*) FROM shelves") == "0");
  CHECK(at.ask("SELECT count(*) FROM members") == "0");
  schema::native::run(at.session(), "INSERT INTO shelves VALUES (3, 'there')");
  CHECK(at.seeded({{"shelves", "id,label\n1,a\n"}, books}) == "shelves +1 ~0 =0; books +2 ~0 =0");
}

TEMPLATE_TEST_CASE("a unique value that a row of the database has", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  schema::native::run(at.session(), "INSERT INTO shelves VALUES (9, 'mine')");
  CHECK(at.seeded({{"shelves", "id,label\n1,a\n2,mine\n"}}) ==
        "shelves.csv:3:3: another row of shelves in the database has this label already");
  CHECK(at.ask("SELECT count(*) FROM shelves") == "1");
}

TEMPLATE_TEST_CASE("a CHECK names the row, and all is rolled back", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  const std::string said = at.seeded({{"shelves", "id,label\n1,a\n"},
                                      {"books", "id,shelf_id,position,title\n"
                                                "b0000000-0000-4000-8000-000000000001,1,1,One\n"
                                                "b0000000-0000-4000-8000-000000000002,1,0,Two\n"}});
  CHECK(said.find("books.csv:3:1: the database refuses this row: ") == 0);
  CHECK(said.find("books_position_check") != std::string::npos);
  CHECK(exported(at.session()).empty());
  CHECK(at.seeded({{"shelves", "id,label\n1,a\n"}}) ==
        "shelves +1 ~0 =0"); // the connection is as good as before
}

TEMPLATE_TEST_CASE("seeding wants a transaction of its own", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  library_database<TestType> at;
  schema::native::run(at.session(), "BEGIN");
  CHECK(at.seeded({{"shelves", "id,label\n1,a\n"}}) == "seeding needs a transaction of its own; one is open");
}

TEST_CASE("a password comes from somewhere, and is not empty") {
  temporary_folder folder;
  const std::string path = (folder.path() / "password").string();
  CHECK_THROWS_WITH(seed::ask_password(path), "can't read the password file " + path);
  std::ofstream(path) << "\n";
  CHECK_THROWS_WITH(seed::ask_password(path), "the password file " + path + " is empty");
  std::ofstream(path) << "swordfish\r\n";
  CHECK(seed::ask_password(path) == "swordfish");
  CHECK_THROWS_WITH(seed::hash_password(std::string(600, 'x')),
                    "the admin's password is over 511 bytes long");
  CHECK(seed::hash_password("swordfish") != seed::hash_password("swordfish"));
}

TEST_CASE("sets are folders") {
  temporary_folder folder;
  std::filesystem::create_directories(folder.path() / "baseline");
  std::filesystem::create_directories(folder.path() / "demo");
  std::ofstream(folder.path() / "demo" / "shelves.csv") << "id,label\n1,a\n";
  std::ofstream(folder.path() / "demo" / "notes.txt") << "not a table\n";
  seed::fault_list faults;
  CHECK(seed::read_set(folder.path(), "demo", faults).files.size() == 1);
  const auto fault = [&](const std::string& set) -> std::string {
    try {
      seed::read_set(folder.path(), set, faults);
    } catch (const seed::seed_error& error) {
      return error.what();
    }
    return {};
  };
  CHECK(fault("dome").find("there is no set 'dome'") == 0);
  CHECK(fault("dome").find("did you mean 'demo'?") != std::string::npos);
  CHECK(fault("../demo").find("there is no set '../demo'") == 0);
  CHECK(fault("baseline").find("the set 'baseline' has no .csv file") == 0);
  CHECK_THROWS_AS(seed::read_set(folder.path() / "nowhere", "demo", faults), seed::no_such_set);
}

} // namespace
