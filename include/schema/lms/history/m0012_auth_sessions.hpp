// Floor 7. Version 12: sessions whose refresh tokens rotate, in place of long-lived tokens.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// Who is logged in stays so, upwards and downwards.
struct m0012 : migration<12, "sessions of admins", pinned<0xb5d98ccfd043d6c4>,
    create_enumeration<"session_end", "rotated", "logged_out", "password_reset">,
    create_table<"auth_sessions",
        column<"id",          uuid,        primary_key, default_expr<"gen_random_uuid()">>,
        column<"admin_id",    uuid,        references<"admins", "id", on_delete::cascade>>,
        column<"token_hash",  text,        unique, check<"length(token_hash) = 64">>,
        column<"replaced_by", uuid,        nullable, unique,
                                           references<"auth_sessions", "id", on_delete::set_null>>,
        column<"created_at",  timestamptz, default_expr<"now()">>,
        column<"expires_at",  timestamptz>,
        column<"revoked_at",  timestamptz, nullable>,
        column<"ended_by",    enumeration<"session_end">, nullable>,
        check<"auth_sessions_lifetime", "expires_at > created_at">,
        check<"auth_sessions_end", "(revoked_at IS NULL) = (ended_by IS NULL)">>,
    create_index<"auth_sessions",
        named<"auth_sessions_live", index_on<"admin_id", desc("expires_at"), where("revoked_at IS NULL")>>>,
    data<"INSERT INTO auth_sessions (id, admin_id, token_hash, created_at, expires_at) "
         "SELECT id, admin_id, token_hash, created_at, expires_at FROM admin_tokens "
         "WHERE length(token_hash) = 64 AND expires_at > created_at",
         undo<"INSERT INTO admin_tokens (id, admin_id, token_hash, created_at, expires_at) "
              "SELECT id, admin_id, token_hash, created_at, expires_at FROM auth_sessions "
              "WHERE revoked_at IS NULL">>,
    drop_table<"admin_tokens", loses_data>,
    create_table<"login_attempts",
        column<"id",           bigint,      identity, primary_key>,
        column<"username",     text>,
        column<"address",      text,        nullable>,
        column<"succeeded",    boolean,     default_to<false>>,
        column<"attempted_at", timestamptz, default_expr<"now()">>,
        index_on<"username">>> {};

} // namespace lms
