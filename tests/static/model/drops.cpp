// What goes with what is dropped, and what may not go yet.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using quizzes = create_table<"quizzes", column<"id", uuid, primary_key>>;
using questions =
    create_table<"questions", column<"id", uuid, primary_key>,
                 column<"quiz_id", uuid, references<"quizzes", "id">>,
                 column<"position", integer, unique, check<"position > 0">>, column<"text", text>,
                 index_on<expr("lower(text)")>, index_on<"quiz_id", "text">>;

struct m0001 : migration<1, "quizzes", quizzes, questions> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};

/// The rule that the second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::timeline_of<after<Operations...>>.found.broken;
}

} // namespace

TEST_CASE("a column takes along the constraints and indexes that are on it alone") {
  verify_history<after<drop_column<"questions", "position">>>([](const auto& line) {
    return line.found.is_sound() && objects_at(line, 2) == 7 && objects_at(line, 3) == 5 &&
           object_named(line, "questions_position_key", 3) < 0 &&
           object_named(line, "questions_position_check", 3) < 0;
  });
}

TEST_CASE("what is on several columns must go first") {
  static_assert(broken_by<drop_column<"questions", "text">>() == rule::still_referenced);
  static_assert(broken_by<drop_index<"questions_quiz_id_text_idx">, drop_column<"questions", "text">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("a table that others refer to stays, unless it is the only one that does") {
  static_assert(broken_by<drop_table<"quizzes">>() == rule::still_referenced);
  static_assert(broken_by<drop_table<"questions">, drop_table<"quizzes">>() == rule::none);
  static_assert(broken_by<drop_constraint<"questions", "questions_quiz_id_fkey">, drop_table<"quizzes">>() ==
                rule::none);
  static_assert(broken_by<create_table<"nodes", column<"id", uuid, primary_key>,
                                       column<"parent_id", uuid, nullable, references<"nodes", "id">>>,
                          drop_table<"nodes">>() == rule::none);
  SUCCEED();
}

TEST_CASE("a foreign key is tied to the first key that it found") {
  static_assert(broken_by<drop_constraint<"quizzes", "quizzes_pkey">>() == rule::still_referenced);
  // another that came later does not take its place, on PostgreSQL neither
  static_assert(broken_by<create_index<"quizzes", unique_index_on<"id">>,
                          drop_constraint<"quizzes", "quizzes_pkey">>() == rule::still_referenced);
  static_assert(broken_by<create_index<"quizzes", unique_index_on<"id">>, drop_index<"quizzes_id_idx">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("a key is there once, and a column stands in it once") {
  static_assert(broken_by<add_constraint<"questions", unique_on<"position">>>() == rule::declared_twice);
  static_assert(broken_by<alter_column<"questions", "position", set_type<bigint>, set_type<smallint>>>() ==
                rule::declared_twice);
  static_assert(broken_by<add_constraint<"quizzes", unique_on<"id">>>() == rule::declared_twice);
  static_assert(broken_by<add_constraint<"questions", unique_on<"text", "text">>>() == rule::declared_twice);
  static_assert(broken_by<add_constraint<"questions", unique_on<"quiz_id", "position">>,
                          add_constraint<"questions", unique_on<"position", "quiz_id">>>() == rule::none);
  static_assert(broken_by<create_table<"t", column<"a", integer, default_to<1>, default_to<2>>>>() ==
                rule::declared_twice);
  SUCCEED();
}

TEST_CASE("a type changes unless something on the column can't bear it") {
  static_assert(
      broken_by<
          alter_column<"quizzes", "id", set_type<text, conversion<"CAST(id AS text)">, irreversible>>>() ==
      rule::still_referenced);
  static_assert(broken_by<alter_column<"questions", "position", set_type<bigint>>>() == rule::none);
  static_assert(
      broken_by<alter_column<"questions", "position",
                             set_type<text, conversion<"CAST(position AS text)">, irreversible>>>() ==
      rule::still_referenced);
  SUCCEED();
}

TEST_CASE("identity and its primary key go together") {
  static_assert(broken_by<create_table<"t", column<"id", bigint, primary_key, identity>>,
                          drop_constraint<"t", "t_pkey">>() == rule::identity_without_primary_key);
  static_assert(broken_by<create_table<"t", column<"id", bigint, primary_key, identity>>,
                          alter_column<"t", "id", set_default<1>>>() == rule::identity_with_default);
  static_assert(broken_by<create_table<"t", column<"id", text, primary_key, identity>>>() ==
                rule::identity_without_primary_key);
  SUCCEED();
}

TEST_CASE("an operation that fails stops the fold where it stands") {
  verify_history<after<drop_table<"questions">, drop_table<"question">, drop_table<"quizzes">>>(
      [](const auto& line) {
        return line.found.broken == rule::no_such_table && line.found.version == 2 &&
               line.found.operation == 1 && line.now == 4 && line.found.table.view() == "question" &&
               line.found.hint.view() == "quizzes";
      });
}

TEST_CASE("a key names columns, an index also expressions and a predicate") {
  static_assert(broken_by<add_constraint<"questions", unique_on<expr("lower(text)")>>>() ==
                rule::key_not_of_columns);
  static_assert(broken_by<add_constraint<"questions", unique_on<"text", where("position > 3")>>>() ==
                rule::key_not_of_columns);
  static_assert(broken_by<add_constraint<"questions", unique_on<>>>() == rule::key_not_of_columns);
  static_assert(broken_by<create_index<"questions", index_on<>>>() == rule::key_not_of_columns);
  static_assert(broken_by<create_table<"t", column<"a", text>, primary_key_on<expr("lower(a)")>>>() ==
                rule::key_not_of_columns);
  static_assert(
      broken_by<create_index<"questions", unique_index_on<expr("lower(text)"), where("position > 3")>>>() ==
      rule::none);
  SUCCEED();
}
