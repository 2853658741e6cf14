// Floor 3. Functions and triggers: text for each backend, what it is called and what it uses.
#pragma once

#include <schema/dsl/operations.hpp>
#include <schema/sql/routine_text.hpp>

namespace schema::dsl {

/// What the text of a function or a trigger names: uses<"lessons", "title", "updated_at">, columns of a table
/// or of a view; uses<"lessons">, all of them. While it stands none of that is dropped, renamed or retyped.
template <name_literal Table, name_literal... Columns> struct uses {
  static constexpr u16 count = u16(sizeof...(Columns) ? 2 * sizeof...(Columns) : 2);
  struct list {
    name pairs[count]{};
  };
  static constexpr list used = [] {
    list made;
    const name columns[] = {&identifier_of<Columns>..., nullptr};
    for (u16 i = 0; i < count; i += 2) {
      made.pairs[i] = &identifier_of<Table>;
      made.pairs[i + 1] = columns[i / 2];
    }
    return made;
  }();
};

/// The functions that the text of a function or a trigger calls, of those that the history creates.
template <name_literal... Functions> struct calls {
  static constexpr u16 count = u16(2 * sizeof...(Functions));
  struct list {
    name pairs[count + 1]{};
  };
  static constexpr list used = [] {
    list made;
    const name functions[] = {&identifier_of<Functions>..., nullptr};
    for (u16 i = 0; i < count; i += 2) made.pairs[i + 1] = functions[i / 2];
    return made;
  }();
};

/// What stands behind the name: texts, uses and calls, in any order.
template <class Item>
concept text_for_backend = requires {
  Item::script;
};

/// The text of one backend in an item, read as that of a function or a trigger; null in the others.
template <class Item, bool IsTrigger, backend Target>
inline constexpr const sql::script* routine_in = nullptr;
template <fixed_string Sql, bool IsTrigger>
inline constexpr const sql::script* routine_in<postgresql<Sql>, IsTrigger, backend::postgresql> =
    &sql::routine_of<Sql, IsTrigger>;
template <fixed_string Sql, bool IsTrigger>
inline constexpr const sql::script* routine_in<sqlite<Sql>, IsTrigger, backend::sqlite> =
    &sql::routine_of<Sql, IsTrigger>;

template <bool IsTrigger, class... Items> struct routine_items {
  template <backend Target> static constexpr const sql::script* text() {
    const sql::script* found = nullptr;
    for (const sql::script* s : {routine_in<Items, IsTrigger, Target>..., found})
      if (s) found = s;
    return found;
  }
  template <class Item> static constexpr u16 count_in() {
    if constexpr (text_for_backend<Item>)
      return 0;
    else
      return Item::count;
  }
  static constexpr u16 count = u16((count_in<Items>() + ... + 0));
  struct list {
    name pairs[count + 1]{};
  };
  static constexpr list used = [] {
    list made;
    u16 at = 0;
    [[maybe_unused]] const auto append = [&]<class Item>(const Item*) {
      if constexpr (!text_for_backend<Item>)
        for (u16 i = 0; i < Item::count; ++i) made.pairs[at++] = Item::used.pairs[i];
    };
    (append(static_cast<const Items*>(nullptr)), ...);
    return made;
  }();
};

template <operation_kind Kind, name_literal Name, class... Items> struct function_operation {
  using items = routine_items<false, Items...>;
  static_assert(!items::template text<backend::sqlite>(),
                "SQLite has no functions: postgresql<\"CREATE FUNCTION …\"> alone");
  static constexpr operation schema_definition{.kind = Kind,
                                               .from = &identifier_of<Name>,
                                               .labels = items::used.pairs,
                                               .label_count = items::count,
                                               .scripts = {{items::template text<backend::postgresql>()}}};
};

template <name_literal Name, name_literal Table, class... Items> struct trigger_operation {
  using items = routine_items<true, Items...>;
  static constexpr const sql::script* on_postgresql = items::template text<backend::postgresql>();
  static constexpr deferral waits = on_postgresql && sql::is_deferred_trigger(on_postgresql->view())
                                        ? deferral::initially_deferred
                                        : deferral::none;
  static constexpr operation schema_definition{
      .kind = operation_kind::create_trigger,
      .table = &identifier_of<Table>,
      .from = &identifier_of<Name>,
      .labels = items::used.pairs,
      .label_count = items::count,
      .scripts = {{on_postgresql, items::template text<backend::sqlite>()}},
      .terms = key_terms(waits)};
};

/// A function, or a procedure, of PostgreSQL; SQLite has none, and nothing is done there. Derive from it,
/// struct touch : function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger …">> {}; it stands in
/// tables<…>.
template <name_literal Name, class... Items>
struct function : function_operation<operation_kind::create_function, Name, Items...> {};

template <name_literal Name, class... Items>
struct create_function : function_operation<operation_kind::create_function, Name, Items...> {};

/// Gives a function another text. One with other arguments or another result is dropped and made anew:
/// nothing may call it then.
template <name_literal Name, class... Items>
struct replace_function : function_operation<operation_kind::replace_function, Name, Items...> {};

template <name_literal Name> struct drop_function {
  static constexpr operation schema_definition{.kind = operation_kind::drop_function,
                                               .from = &identifier_of<Name>};
};

/// A trigger: trigger<"lessons_touched", "lessons", postgresql<"CREATE TRIGGER …">, sqlite<"CREATE TRIGGER
/// …">, calls<"touch">, uses<"lessons", "updated_at">>; it stands in tables<…>. An empty text: it is not to
/// be there.
template <name_literal Name, name_literal Table, class... Items>
struct trigger : trigger_operation<Name, Table, Items...> {};

template <name_literal Name, name_literal Table, class... Items>
struct create_trigger : trigger_operation<Name, Table, Items...> {};

template <name_literal Name> struct drop_trigger {
  static constexpr operation schema_definition{.kind = operation_kind::drop_trigger,
                                               .from = &identifier_of<Name>};
};

} // namespace schema::dsl
