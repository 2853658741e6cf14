// Extensions of PostgreSQL in a history for both: SQLite has nothing to do. One stays on the way back.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_extensions {
using namespace schema::dsl;

struct m1 : migration<1, "extensions",
    create_extension<"pgcrypto">,
    create_extension<quoted<"uuid-ossp">, nothing_to_undo>,
    create_extension<"pg_trgm">> {};

struct m2 : migration<2, "one goes, and comes again",
    assume_safe<"nobody calls it", drop_extension<"pg_trgm">>,
    assume_safe<"nobody calls it", drop_extension<quoted<"uuid-ossp">>>,
    create_extension<"pg_trgm">> {};

struct history : migrations<m1, m2> {};

} // namespace golden_extensions
