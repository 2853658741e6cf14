// Floor 7. Version 16: numbers outgrew their types, and a flag that was a number is a flag.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// The default of `is_active` steps aside: PostgreSQL converts values, not the default.
struct m0016 : migration<16, "wider numbers, larger files", pinned<0x04b96240d131b12b>,
    assume_safe<"some hundred lessons at most",
        alter_column<"lessons", "view_count", set_type<bigint>>>,
    drop_constraint<"materials", "ck_materials_size">,
    assume_safe<"a few files a lesson",
        alter_column<"materials", "size_bytes", set_type<bigint>>>,
    alter_column<"materials", "mime_type", set_type<varchar<127>>>,
    assume_safe<"a few files a lesson",
        add_constraint<"materials", check<"ck_materials_size_25", "size_bytes > 0 AND size_bytes <= 26214400">>>,
    alter_column<"events", "is_active", drop_default>,
    assume_safe<"some dozen events",
        alter_column<"events", "is_active", set_type<boolean, conversion<"is_active <> 0">,
                                                     reverse_conversion<"CASE WHEN is_active THEN 1 ELSE 0 END">>>>,
    alter_column<"events", "is_active", set_default<true>>> {};

} // namespace lms
