// Floor 3. Operations: what a migration does.
#pragma once

#include <schema/dsl/acknowledgement.hpp>
#include <schema/dsl/view.hpp>

namespace schema::dsl {

template <name_literal Name, class... Parts> struct create_table {
  static constexpr const part* table_parts[sizeof...(Parts) + 1] = {&Parts::schema_definition...};
  static constexpr operation schema_definition{.kind = operation_kind::create_table,
                                               .table = &identifier_of<Name>,
                                               .parts = table_parts,
                                               .part_count = u16(sizeof...(Parts))};
};

/// There is no way back: `down` refuses before it touches anything.
struct irreversible {
  static constexpr const sql::expression* up = nullptr;
  static constexpr const sql::expression* down = nullptr;
  static constexpr bool is_irreversible = true;
};

/// What a drop may say.
template <class Word>
concept said_of_drop = __is_same(Word, loses_data) || __is_same(Word, irreversible);

/// drop_table<"admin_tokens", loses_data>, and irreversible where there is no way back.
template <name_literal Table, said_of_drop... Said> struct drop_table {
  static constexpr operation schema_definition{.kind = operation_kind::drop_table,
                                               .table = &identifier_of<Table>,
                                               .irreversible = is_said<irreversible, Said...>,
                                               .loses_data = is_said<loses_data, Said...>};
};

template <name_literal From, name_literal To> struct rename_table {
  static constexpr operation schema_definition{
      .kind = operation_kind::rename_table, .table = &identifier_of<From>, .to = &identifier_of<To>};
};

/// A part as the list of one that an operation takes.
template <class Part> inline constexpr const part* single_part[1] = {&Part::schema_definition};

template <name_literal Table, class Column> struct add_column {
  static constexpr operation schema_definition{.kind = operation_kind::add_column,
                                               .table = &identifier_of<Table>,
                                               .parts = single_part<Column>,
                                               .part_count = 1};
};

/// Drops a column with the constraints and indexes that are on it alone:
/// drop_column<"events", "summary", loses_data>, and irreversible where there is no way back.
template <name_literal Table, name_literal Column, said_of_drop... Said> struct drop_column {
  static constexpr operation schema_definition{.kind = operation_kind::drop_column,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Column>,
                                               .irreversible = is_said<irreversible, Said...>,
                                               .loses_data = is_said<loses_data, Said...>};
};

template <name_literal Table, name_literal From, name_literal To> struct rename_column {
  static constexpr operation schema_definition{.kind = operation_kind::rename_column,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<From>,
                                               .to = &identifier_of<To>};
};

/// The value of a converted column, from the columns of its table as they stood before.
template <fixed_string Sql> struct conversion {
  static constexpr const sql::expression* up = &sql::expression_of<Sql>;
  static constexpr const sql::expression* down = nullptr;
  static constexpr bool is_irreversible = false;
};
/// The way back of a conversion.
template <fixed_string Sql> struct reverse_conversion {
  static constexpr const sql::expression* up = nullptr;
  static constexpr const sql::expression* down = &sql::expression_of<Sql>;
  static constexpr bool is_irreversible = false;
};

/// set_type<bigint>, set_type<integer, conversion<"minutes * 60">, reverse_conversion<"minutes / 60">>,
/// set_type<varchar<80>, loses_data>.
template <class Type, class... Ways> struct set_type {
  static constexpr const sql::expression* first_of(bool back) {
    const sql::expression* const all[2][sizeof...(Ways) + 1] = {{Ways::up..., nullptr},
                                                                {Ways::down..., nullptr}};
    for (const sql::expression* e : all[back])
      if (e) return e;
    return nullptr;
  }
  static constexpr attribute schema_definition{.kind = attribute_kind::set_type,
                                               .expression = first_of(false),
                                               .reverse = first_of(true),
                                               .irreversible = (Ways::is_irreversible || ... || false),
                                               .loses_data = is_said<loses_data, Ways...>,
                                               .type = &Type::schema_type};
};
template <value_literal Value> struct set_default {
  static constexpr attribute schema_definition{.kind = attribute_kind::set_default,
                                               .value = &default_value_of<Value>};
};
template <fixed_string Sql> struct set_default_expr {
  static constexpr attribute schema_definition{.kind = attribute_kind::set_default,
                                               .value = &default_expression_of<Sql>};
};
struct drop_default {
  static constexpr attribute schema_definition{.kind = attribute_kind::drop_default};
};
struct set_not_null {
  static constexpr attribute schema_definition{.kind = attribute_kind::set_not_null};
};
struct drop_not_null {
  static constexpr attribute schema_definition{.kind = attribute_kind::drop_not_null};
};

/// set_collation<"C">, or set_collation<"und-x-icu", "NOCASE">, as in collate<…>.
template <name_literal Postgresql, name_literal Sqlite = "">
struct set_collation : collate<Postgresql, Sqlite> {};
/// Back to that of the database.
struct drop_collation {
  static constexpr attribute schema_definition{.kind = attribute_kind::collation};
};

/// alter_column<"lessons", "view_count", set_type<bigint>, set_default<0>>.
template <name_literal Table, name_literal Column, class... Changes> struct alter_column {
  static constexpr const attribute* changes[sizeof...(Changes) + 1] = {&Changes::schema_definition...};
  static constexpr operation schema_definition{.kind = operation_kind::alter_column,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Column>,
                                               .changes = changes,
                                               .change_count = u16(sizeof...(Changes))};
};

template <name_literal Table, class Constraint> struct add_constraint {
  static constexpr operation schema_definition{.kind = operation_kind::add_constraint,
                                               .table = &identifier_of<Table>,
                                               .parts = single_part<Constraint>,
                                               .part_count = 1};
};

/// Proves a constraint that was added not_valid for the rows that stood then:
/// validate_constraint<"lessons", "lessons_duration">. Rows are read beside those who write. SQLite knows no
/// constraint that is not valid: there it begins to stand with this.
template <name_literal Table, name_literal Constraint> struct validate_constraint {
  static constexpr operation schema_definition{.kind = operation_kind::validate_constraint,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Constraint>};
};

template <name_literal Table, name_literal Constraint> struct drop_constraint {
  static constexpr operation schema_definition{.kind = operation_kind::drop_constraint,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Constraint>};
};

template <name_literal Table, name_literal From, name_literal To> struct rename_constraint {
  static constexpr operation schema_definition{.kind = operation_kind::rename_constraint,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<From>,
                                               .to = &identifier_of<To>};
};

/// When a foreign key is checked: alter_constraint<"teams", "teams_captain", initially_deferred>; also
/// deferrable and not_deferrable.
template <name_literal Table, name_literal Constraint, item When> struct alter_constraint {
  static constexpr operation schema_definition{.kind = operation_kind::alter_constraint,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Constraint>,
                                               .terms = When.action};
};

/// set_comment<"lessons", "title", "as it stands on the cover">, or set_comment<"lessons", "what is taught">
/// of the table; an empty text takes the comment away.
template <name_literal Table, name_literal... Texts> struct set_comment;
template <name_literal Table, name_literal Text> struct set_comment<Table, Text> {
  static_assert(is_comment(Text.view()), "set_comment<table, text>: the text has no zero bytes");
  static constexpr const attribute* changes[1] = {&comment_of<Text>};
  static constexpr operation schema_definition{.kind = operation_kind::set_comment,
                                               .table = &identifier_of<Table>,
                                               .changes = changes,
                                               .change_count = 1};
};
template <name_literal Table, name_literal Column, name_literal Text>
struct set_comment<Table, Column, Text> {
  static_assert(is_comment(Text.view()), "set_comment<table, column, text>: the text has no zero bytes");
  static constexpr const attribute* changes[1] = {&comment_of<Text>};
  static constexpr operation schema_definition{.kind = operation_kind::set_comment,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Column>,
                                               .changes = changes,
                                               .change_count = 1};
};

template <name_literal Table, class Index> struct create_index {
  static constexpr operation schema_definition{.kind = operation_kind::create_index,
                                               .table = &identifier_of<Table>,
                                               .parts = single_part<Index>,
                                               .part_count = 1};
};

template <name_literal Index> struct drop_index {
  static constexpr operation schema_definition{.kind = operation_kind::drop_index,
                                               .from = &identifier_of<Index>};
};

template <name_literal From, name_literal To> struct rename_index {
  static constexpr operation schema_definition{
      .kind = operation_kind::rename_index, .from = &identifier_of<From>, .to = &identifier_of<To>};
};

template <name_literal Name, fixed_string... Labels>
struct create_enumeration : enumeration<Name, Labels...> {
  static_assert(sizeof...(Labels) > 0, "create_enumeration<name, labels…>: at least one label");
};

template <name_literal Name> struct drop_enumeration {
  static constexpr operation schema_definition{.kind = operation_kind::drop_enumeration,
                                               .from = &identifier_of<Name>};
};

/// add_value<"kind", "essay"> appends; add_value<"kind", "essay", before<"true_false">> places it.
template <fixed_string Label> struct before {
  static constexpr name label = &identifier_of<name_literal<sizeof(Label.data)>(Label.data, true)>;
};
struct at_the_end {
  static constexpr name label = nullptr;
};

template <name_literal Enumeration, fixed_string Label, class Place = at_the_end> struct add_value {
  static constexpr name labels[1] = {&identifier_of<name_literal<sizeof(Label.data)>(Label.data, true)>};
  static constexpr operation schema_definition{.kind = operation_kind::add_value,
                                               .from = &identifier_of<Enumeration>,
                                               .labels = labels,
                                               .label_count = 1,
                                               .before = Place::label};
};

/// rename_value<"kind", "essay", "free_text">: columns, defaults and literals in constraints follow.
template <name_literal Enumeration, fixed_string From, fixed_string To> struct rename_value {
  static constexpr name labels[2] = {&identifier_of<name_literal<sizeof(From.data)>(From.data, true)>,
                                     &identifier_of<name_literal<sizeof(To.data)>(To.data, true)>};
  static constexpr operation schema_definition{.kind = operation_kind::rename_value,
                                               .from = &identifier_of<Enumeration>,
                                               .labels = labels,
                                               .label_count = 2};
};

/// Text for one backend.
template <fixed_string Sql> struct postgresql {
  static constexpr backend target = backend::postgresql;
  static constexpr const sql::script* script = &sql::script_of<Sql>;
};
template <fixed_string Sql> struct sqlite {
  static constexpr backend target = backend::sqlite;
  static constexpr const sql::script* script = &sql::script_of<Sql>;
};

template <class... Texts> constexpr const sql::script* script_for([[maybe_unused]] backend target) {
  const sql::script* found = nullptr;
  ((Texts::target == target ? void(found = Texts::script) : void()), ...);
  return found;
}

/// down<"DELETE …">: a data statement's way back. down<postgresql<"…">, sqlite<"…">> is execute's.
template <fixed_string Sql = ""> struct undo {
  static constexpr const sql::statement* statement = &sql::statement_of<Sql>;
  static constexpr bool is_irreversible = false;
};
struct nothing_to_undo {
  static constexpr const sql::statement* statement = nullptr;
  static constexpr bool is_irreversible = false;
};
template <class Way> struct data_way : Way {};
template <> struct data_way<irreversible> {
  static constexpr const sql::statement* statement = nullptr;
  static constexpr bool is_irreversible = true;
};

/// Rows changed by one INSERT, UPDATE or DELETE; down does nothing unless it is given undo<"…"> or
/// irreversible.
template <fixed_string Sql, class Way = nothing_to_undo> struct data {
  static constexpr operation schema_definition{.kind = operation_kind::data,
                                               .up = &sql::statement_of<Sql>,
                                               .down = data_way<Way>::statement,
                                               .irreversible = data_way<Way>::is_irreversible};
};

/// up<postgresql<"…">, sqlite<"…">>: a backend that is left out does nothing.
template <class... Texts> struct up {
  static constexpr const sql::script* at(backend target) { return script_for<Texts...>(target); }
};
template <class... Texts> struct down {
  static constexpr const sql::script* at(backend target) { return script_for<Texts...>(target); }
  static constexpr bool is_irreversible = false;
};
template <class Down> struct execute_way : Down {};
template <> struct execute_way<irreversible> {
  static constexpr const sql::script* at(backend) { return nullptr; }
  static constexpr bool is_irreversible = true;
};

/// What a script does to the schema, declared, so that the timeline follows it.
template <class... Operations> struct effects {
  static constexpr const operation* list[sizeof...(Operations) + 1] = {&Operations::schema_definition...};
  static constexpr u16 count = u16(sizeof...(Operations));
};

/// SQL as it stands, for what the vocabulary lacks: execute<up<…>, down<…> or irreversible, effects<…>>.
template <class Up, class Down, class Effects = effects<>> struct execute {
  static constexpr operation schema_definition{
      .kind = operation_kind::execute,
      .scripts = {{Up::at(backend::postgresql), Up::at(backend::sqlite)},
                  {execute_way<Down>::at(backend::postgresql), execute_way<Down>::at(backend::sqlite)}},
      .irreversible = execute_way<Down>::is_irreversible,
      .effects = Effects::list,
      .effect_count = Effects::count};
};

} // namespace schema::dsl
