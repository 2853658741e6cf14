// Floor 7. Version 2: the looks of an event may come from a service; where they came from is kept.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0002 : migration<2, "branding of events", pinned<0x76e690ca86edb637>,
    create_enumeration<"branding_state", "pending", "generated", "failed">,
    add_column<"events", column<"logo_url", text, nullable>>,
    add_column<"events", column<"branding_provider", text, nullable>>,
    add_column<"events", column<"branding_prompt_version", text, nullable>>,
    add_column<"events", column<"branding_generated_at", timestamptz, nullable>>,
    add_column<"events", column<"branding_state", enumeration<"branding_state">, default_to<"pending">>>> {};

} // namespace lms
