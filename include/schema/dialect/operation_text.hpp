// Floor 3. What an operation is, for people: `rename_column lessons.title name`.
#pragma once

#include <schema/dialect/script_writer.hpp>
#include <schema/model/fold.hpp>

namespace schema {

/// In the order of operation_kind.
inline constexpr text_view operation_words[] = {"create_table",
                                                "drop_table",
                                                "rename_table",
                                                "add_column",
                                                "drop_column",
                                                "rename_column",
                                                "alter_column",
                                                "add_constraint",
                                                "drop_constraint",
                                                "rename_constraint",
                                                "create_index",
                                                "drop_index",
                                                "rename_index",
                                                "create_enumeration",
                                                "drop_enumeration",
                                                "add_value",
                                                "data",
                                                "execute",
                                                "create_view",
                                                "replace_view",
                                                "drop_view",
                                                "rename_value",
                                                "alter_constraint",
                                                "validate_constraint",
                                                "refresh_materialized_view",
                                                "create_extension",
                                                "drop_extension",
                                                "set_comment",
                                                "create_function",
                                                "replace_function",
                                                "drop_function",
                                                "create_trigger",
                                                "drop_trigger",
                                                "create_schema",
                                                "drop_schema"};

/// Describes the operation at an instant.
template <class Line, class Out> constexpr void describe_operation(const Line& line, u32 at, Out& out) {
  const instant_record& record = line.instants[at];
  const operation& o = *record.done;
  if (o.terms == materialized && folding::is_of_view(o.kind))
    out << folding::view_word(o);
  else
    out << operation_words[u8(o.kind)];
  switch (o.kind) {
  case operation_kind::create_table:
  case operation_kind::drop_table: out << " " << o.table; break;
  case operation_kind::set_comment:
    out << " " << o.table;
    if (o.from) out << "." << o.from;
    break;
  case operation_kind::rename_table: out << " " << o.table << " " << o.to; break;
  case operation_kind::add_column: out << " " << o.table << "." << o.parts[0]->id; break;
  case operation_kind::drop_column:
  case operation_kind::alter_column:
  case operation_kind::alter_constraint:
  case operation_kind::validate_constraint:
  case operation_kind::drop_constraint: out << " " << o.table << "." << o.from; break;
  case operation_kind::rename_column:
  case operation_kind::rename_constraint: out << " " << o.table << "." << o.from << " " << o.to; break;
  case operation_kind::add_constraint:
    out << " " << o.table << ".";
    out << object_name(line, record.object, at).view();
    break;
  case operation_kind::create_index:
    out << " ";
    out << object_name(line, record.object, at).view();
    break;
  case operation_kind::rename_index: out << " " << o.from << " " << o.to; break;
  case operation_kind::drop_index:
  case operation_kind::create_enumeration:
  case operation_kind::drop_enumeration:
  case operation_kind::create_view:
  case operation_kind::replace_view:
  case operation_kind::refresh_view:
  case operation_kind::create_extension:
  case operation_kind::drop_extension:
  case operation_kind::create_schema:
  case operation_kind::drop_schema:
  case operation_kind::drop_view:
  case operation_kind::create_function:
  case operation_kind::replace_function:
  case operation_kind::drop_function:
  case operation_kind::drop_trigger: out << " " << o.from; break;
  case operation_kind::create_trigger: out << " " << o.table << "." << o.from; break;
  case operation_kind::add_value: out << " " << o.from << "." << o.labels[0]; break;
  case operation_kind::rename_value: out << " " << o.from << "." << o.labels[0] << " " << o.labels[1]; break;
  case operation_kind::data:
    switch (o.up->kind) {
    case sql::statement_kind::insert: out << " insert"; break;
    case sql::statement_kind::update: out << " update"; break;
    case sql::statement_kind::delete_rows: out << " delete"; break;
    default: break;
    }
    out << " " << o.up->tree->at(o.up->target());
    break;
  default: break;
  }
}

} // namespace schema
