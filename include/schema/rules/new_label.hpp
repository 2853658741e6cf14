// Floor 4. PostgreSQL takes a label that was added to an enumeration only once it is committed (manual, ALTER
// TYPE): the migration that adds it can't use it, unless it made the enumeration as well.
#pragma once

#include <schema/model/fold.hpp>

namespace schema {

/// A use of a label by an operation, looked for in all that it holds. SQL is searched for the label as a
/// literal: what type a literal takes there is not asked.
struct label_use {
  name enumeration{}, label{};
  bool found{};
  name column{};    ///< whose default or type it is
  text_view text{}; ///< the SQL that it stands in
  u16 begin{}, size{};

  constexpr void look(text_view sql, u16 from, u16 length) {
    if (found || !sql::is_literal_of(sql.substr(from, length), label->view())) return;
    found = true;
    text = sql;
    begin = from;
    size = length;
  }
  constexpr void look(const sql::expression* e) {
    if (!e) return;
    for (u16 i = 0; i < e->node_count; ++i)
      if (e->nodes[i].kind == sql::node_kind::string) look(e->view(), e->nodes[i].begin, e->nodes[i].size);
  }
  constexpr void look(const sql::statement* s) {
    if (!s) return;
    for (u16 i = 0; i < s->token_count; ++i)
      if (s->tokens[i].kind == sql::token_kind::string)
        look(s->view(), s->tokens[i].begin, s->tokens[i].size);
  }
  constexpr void look(const default_value* value, name of) {
    if (!value) return;
    look(value->expression);
    if (found || value->kind != value_kind::text || value->view() != label->view()) return;
    found = true;
    column = of;
  }
  constexpr void look(const part& p) {
    const bool is_of_it =
        p.kind == part_kind::column && p.type->enumeration && same_name(p.type->enumeration, enumeration);
    for (const attribute* a : p.attributes) {
      if (!a) break;
      if (is_of_it) look(a->value, p.id);
      look(a->expression);
    }
    look(p.expression);
    for (u16 k = 0; k < p.key_count; ++k) look(p.keys[k].expression);
  }
  /// Going up: on the way down the label goes, and nothing comes that could use it.
  constexpr void look(const operation& o) {
    each_part(o.parts, o.part_count, [&](const part& p) {
      look(p);
      return !found;
    });
    for (u16 i = 0; i < o.change_count; ++i) {
      const attribute& a = *o.changes[i];
      look(a.value, o.from);
      look(a.expression);
      if (found || a.kind != attribute_kind::set_type || !a.type->enumeration) continue;
      if (!same_name(a.type->enumeration, enumeration)) continue;
      found = true; // rows may hold its text
      column = o.from;
    }
    look(o.up);
  }
};

/// The first use of a label in the migration of a sound history that adds it.
template <class Timeline>
constexpr finding find_new_label_use(const Timeline& line, const migration_definition* const* migrations) {
  for (u32 added = 1; added < line.now; ++added) {
    const instant_record& record = line.instants[added];
    if (record.done->kind != operation_kind::add_value) continue;
    const enumeration_life& enumeration = line.enumerations[record.enumeration];
    if (line.instants[enumeration.alive.from].migration == record.migration) continue;
    for (u32 at = added + 1; at <= line.now && line.instants[at].migration == record.migration; ++at) {
      const instant_record& later = line.instants[at];
      // It is called so before the operation that may use it.
      label_use use{enumeration.id, line.label_text(record.label, at - 1)};
      use.look(*later.done);
      if (!use.found) continue;
      finding f{.broken = rule::label_not_committed,
                .table = enumeration.id,
                .object = use.label,
                .version = migrations[record.migration]->version,
                .operation = later.ordinal,
                .text = use.text.data(),
                .text_size = u32(use.text.size()),
                .begin = use.begin,
                .size = use.size};
      if (use.column) f.other = use.column;
      return f;
    }
  }
  return {};
}

} // namespace schema
