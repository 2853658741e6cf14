// Floor 4. What one backend can't be given in the other's meaning is refused for both, at the build.
#pragma once

#include <schema/dialect/refusal.hpp>
#include <schema/model/finding.hpp>

namespace schema {

constexpr rule rule_of(refusal_reason reason) {
  switch (reason) {
  case refusal_reason::none: return rule::none;
  case refusal_reason::cast: return rule::cast_not_checked;
  case refusal_reason::json_key: return rule::json_key_not_plain;
  case refusal_reason::like_pattern: return rule::like_pattern_computed;
  case refusal_reason::not_in_statements: return rule::not_on_both_backends;
  case refusal_reason::numeric_as_integer: return rule::numeric_scale_on_integer;
  }
  return rule::none;
}

/// The first expression or data statement of a sound history that has no common meaning on both backends.
template <class Timeline>
constexpr finding find_refused(const Timeline& line, const migration_definition* const* migrations) {
  const history_refusal found = find_history_refusal(line);
  if (found.what.reason == refusal_reason::none) return {};
  const instant_record& record = line.instants[found.instant];
  finding f{.broken = rule_of(found.what.reason),
            .table = found.table < 0 ? name(nullptr) : line.table_name(found.table, found.instant),
            .version = migrations[record.migration]->version,
            .operation = record.ordinal};
  if (found.what.size == 0) {
    f.object = found.text; // a column as a whole
    return f;
  }
  f.object = found.text.substr(found.what.begin, found.what.size);
  f.text = found.text.data();
  f.text_size = u32(found.text.size());
  f.begin = found.what.begin;
  f.size = found.what.size;
  return f;
}

} // namespace schema
