// Floor 7. Version 14: learners register for events, some of which ask for a key.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0014 : migration<14, "learners and private events", pinned<0x1d38f1c4f5aeb41b>,
    create_enumeration<"visibility", "public", "private">,
    add_column<"events", column<"visibility", enumeration<"visibility">, default_to<"public">>>,
    add_column<"events", column<"access_key_hash", text, nullable>>,
    assume_safe<"some dozen events",
        add_constraint<"events",
            check<"events_private_has_key", "visibility = 'public' OR access_key_hash IS NOT NULL">>>,
    create_table<"learners",
        column<"id",           uuid,        primary_key, default_expr<"gen_random_uuid()">>,
        column<"email",        text>,
        column<"display_name", text>,
        column<"created_at",   timestamptz, default_expr<"now()">>,
        column<"updated_at",   timestamptz, default_expr<"now()">>,
        unique_index_on<expr("lower(email)")>>,
    create_enumeration<"access_grant", "open", "key">,
    create_table<"registrations",
        column<"learner_id", uuid,        references<"learners", "id", on_delete::cascade>>,
        column<"event_id",   uuid,        references<"events", "id", on_delete::cascade>>,
        column<"access",     enumeration<"access_grant">, default_to<"open">>,
        column<"granted_at", timestamptz, default_expr<"now()">>,
        primary_key_on<"learner_id", "event_id">,
        index_on<"event_id">>> {};

} // namespace lms
