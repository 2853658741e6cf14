// What stands in a PostgreSQL database, by its own catalogue (manual, chapter 53).
#pragma once

#include "catalogue.hpp"

namespace test {
namespace postgresql {

inline constexpr const char* facts[] = {
    R"(SELECT 'schema ' || nspname FROM pg_namespace WHERE oid @ours@ AND nspname <> 'public')",
    // Tables, and what a migration should not leave behind.
    R"(SELECT CASE relkind WHEN 'r' THEN 'table ' ELSE 'relation of kind ' || relkind::text || ' ' END || @c@
       FROM pg_class c WHERE relnamespace @ours@ AND relkind NOT IN ('i', 'S', 'v')
       AND relname <> 'schema_history')",
    R"(SELECT 'view ' || @c@ || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0) || ')'
       FROM pg_class c WHERE c.relnamespace @ours@ AND c.relkind IN ('v', 'm'))",
    R"(SELECT 'comment ' || @c@ || coalesce('.' || a.attname, '') || ': ' || d.description
       FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND a.attnum > 0
       WHERE c.relnamespace @ours@)",
    R"(SELECT 'collation ' || @c@ || '.' || a.attname || ' ' || o.collname
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type t ON t.oid = a.atttypid JOIN pg_collation o ON o.oid = a.attcollation
       WHERE c.relnamespace @ours@ AND c.relkind = 'r' AND c.relname <> 'schema_history'
       AND a.attcollation <> t.typcollation)",
    R"(SELECT 'numbers ' || @c@ || '.' || a.attname || ' from ' || q.seqstart || ', ' || q.seqcache || ' at once'
              || CASE q.seqincrement WHEN 1 THEN '' ELSE ', not one by one' END
       FROM pg_sequence q JOIN pg_depend d ON d.objid = q.seqrelid AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
       JOIN pg_class c ON c.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
       WHERE c.relnamespace @ours@ AND c.relname <> 'schema_history'
       AND (q.seqstart <> 1 OR q.seqcache <> 1 OR q.seqincrement <> 1))",
    R"(SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal)",
    R"(SELECT 'function ' || proname FROM pg_proc WHERE pronamespace @ours@
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e'))",
    R"(SELECT 'column ' || @c@ || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
              || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
              || CASE a.attidentity WHEN '' THEN '' WHEN 'd' THEN ' identity' ELSE ' always identity' END
              || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.atthasdef THEN ' default' ELSE '' END
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace @ours@ AND c.relkind = 'r' AND c.relname <> 'schema_history')",
    R"(SELECT CASE o.contype WHEN 'p' THEN 'primary key ' WHEN 'u' THEN 'unique ' WHEN 'f' THEN 'foreign key '
                             WHEN 'c' THEN 'check ' ELSE 'constraint of kind ' || o.contype::text || ' ' END
              || @t@ || '.' || o.conname
              || CASE WHEN o.contype = 'c' THEN '' ELSE ' (' ||
                   (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(o.conkey) WITH ORDINALITY k (number, n)
                    JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number) || ')' END
              || CASE WHEN o.contype = 'f' THEN ' to ' || @f@ || ' (' ||
                   (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(o.confkey) WITH ORDINALITY k (number, n)
                    JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.number) || ') delete '
                   || o.confdeltype::text || ' update ' || o.confupdtype::text ELSE '' END
              || CASE WHEN o.condeferred THEN ' deferred' WHEN o.condeferrable THEN ' deferrable' ELSE '' END
              || CASE WHEN o.convalidated THEN '' ELSE ' not valid' END
       FROM pg_constraint o JOIN pg_class t ON t.oid = o.conrelid LEFT JOIN pg_class f ON f.oid = o.confrelid
       WHERE o.connamespace @ours@ AND o.contype NOT IN ('n', 't') AND t.relname <> 'schema_history')",
    R"(SELECT 'index ' || @t@ || '.' || i.relname || CASE WHEN x.indisunique THEN ' unique' ELSE '' END || ' ('
              || (SELECT string_agg(CASE k.number WHEN 0 THEN '<expression>' ELSE a.attname END
                         || CASE x.indoption[(k.n - 1)::int] WHEN 0 THEN '' WHEN 3 THEN ' desc' ELSE ' ?' END,
                         ', ' ORDER BY k.n)
                  FROM unnest(x.indkey::int2[]) WITH ORDINALITY k (number, n)
                  LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number
                  WHERE k.n <= x.indnkeyatts)
              || ')' || coalesce((SELECT ' include (' || string_agg(a.attname, ', ' ORDER BY k.n) || ')'
                  FROM unnest(x.indkey::int2[]) WITH ORDINALITY k (number, n)
                  JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number
                  WHERE k.n > x.indnkeyatts), '')
              || CASE m.amname WHEN 'btree' THEN '' ELSE ' ' || m.amname END || CASE WHEN x.indpred IS NULL THEN '' ELSE ' where' END
              || CASE WHEN x.indisvalid THEN '' ELSE ' not valid' END
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       JOIN pg_am m ON m.oid = i.relam
       WHERE t.relnamespace @ours@ AND t.relname <> 'schema_history'
       AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = x.indexrelid AND o.contype IN ('p', 'u', 'x')))",
    R"(SELECT 'index of key ' || o.conname || ' is called ' || i.relname
       FROM pg_constraint o JOIN pg_class i ON i.oid = o.conindid
       WHERE o.connamespace @ours@ AND o.contype IN ('p', 'u') AND i.relname <> o.conname)",
    R"(SELECT 'enumeration ' || @type t@ || ': ' ||
              (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
       FROM pg_type t WHERE t.typnamespace @ours@ AND t.typtype = 'e')",
    R"(SELECT 'type ' || typname FROM pg_type WHERE typnamespace @ours@ AND typtype NOT IN ('e', 'c', 'b'))",
    R"(SELECT 'sequence ' || @s@ || coalesce(' of ' || @t@ || '.' || a.attname, '')
       FROM pg_class s LEFT JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
       LEFT JOIN pg_class t ON t.oid = d.refobjid
       LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
       WHERE s.relnamespace @ours@ AND s.relkind = 'S'
       AND t.relname IS DISTINCT FROM 'schema_history')"};

inline constexpr const char* texts[] = {
    R"(SELECT 'default ' || @c@ || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
       FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
       JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
       WHERE c.relnamespace @ours@ AND c.relname <> 'schema_history')",
    R"(SELECT 'constraint ' || @t@ || '.' || o.conname, pg_get_constraintdef(o.oid)
       FROM pg_constraint o JOIN pg_class t ON t.oid = o.conrelid
       WHERE o.connamespace @ours@ AND o.contype NOT IN ('n', 't') AND t.relname <> 'schema_history')",
    R"(SELECT 'index ' || @t@ || '.' || i.relname, pg_get_indexdef(i.oid)
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       WHERE t.relnamespace @ours@ AND t.relname <> 'schema_history')"};

/// A query with what it has for short written out: the name of a relation or a type, with its schema unless
/// that is the default one, and that a schema is a user's.
inline std::string written_out(std::string query) {
  const auto replace = [&](std::string_view what, const std::string& by) {
    for (std::size_t at = 0; (at = query.find(what, at)) != std::string::npos; at += by.size())
      query.replace(at, what.size(), by);
  };
  const auto placed = [](const std::string& place, const std::string& own) {
    return "(CASE " + place + " WHEN 'public'::regnamespace THEN '' ELSE " + place +
           "::regnamespace::text || '.' END || " + own + ")";
  };
  for (const std::string of : {"c", "t", "f", "s"})
    replace("@" + of + "@", placed(of + ".relnamespace", of + ".relname"));
  replace("@type t@", placed("t.typnamespace", "t.typname"));
  replace("@ours@", "IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)')");
  return query;
}

} // namespace postgresql

inline catalogue postgresql_catalogue(soci::session& session) {
  catalogue found;
  for (const char* query : postgresql::facts)
    for (const auto& row : schema::native::query(session, postgresql::written_out(query)))
      found.facts.insert(row.at(0).value());
  for (const char* query : postgresql::texts)
    for (const auto& row : schema::native::query(session, postgresql::written_out(query)))
      found.texts[row.at(0).value()] = row.at(1).value();
  return found;
}

} // namespace test
