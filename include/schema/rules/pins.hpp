// Floor 4. Released migrations are frozen: their checksums stand beside them.
#pragma once

#include <schema/model/checksum.hpp>
#include <schema/model/finding.hpp>

namespace schema {

/// A checksum as it is pasted: 0x and sixteen hexadecimal digits.
constexpr short_name pin_text(u64 checksum) {
  short_name out{text_view("0x0000000000000000")};
  for (u32 i = out.size; checksum != 0; checksum /= 16) out.data[--i] = "0123456789abcdef"[checksum % 16];
  return out;
}

template <class History>
inline constexpr bool is_any_pinned = [] {
  for (u32 i = 0; i < History::schema_migration_count; ++i)
    if (History::schema_migrations[i]->pin != 0) return true;
  return false;
}();

/// The first pin that is not the checksum of its migration. Needs no fold, and goes before what the fold
/// finds: an edit of a released step may be all that is wrong with those behind it.
template <class History> constexpr finding find_pin_fault() {
  if constexpr (is_any_pinned<History>)
    for (u32 i = 0; i < History::schema_migration_count; ++i) {
      const migration_definition& m = *History::schema_migrations[i];
      const u64 is = checksums_of<History>.values[i];
      if (m.pin == 0 || m.pin == is) continue;
      finding f{.broken = rule::pin_differs, .object = m.title_view(), .version = m.version};
      f.other = pin_text(m.pin);
      f.hint = pin_text(is);
      return f;
    }
  return {};
}

/// The first migration up to a version that has no pin.
template <class History> constexpr finding find_missing_pin(u64 last) {
  for (u32 i = 0; i < History::schema_migration_count; ++i) {
    const migration_definition& m = *History::schema_migrations[i];
    if (m.version > last) break;
    if (m.pin != 0) continue;
    finding f{.broken = rule::pin_missing, .object = m.title_view(), .version = m.version};
    f.hint = pin_text(checksums_of<History>.values[i]);
    return f;
  }
  return {};
}

} // namespace schema
