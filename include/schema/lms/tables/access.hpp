// Floor 7. Who may operate the portal: admins, their sessions, and the log-ins that were tried.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

/// An operator of the portal. `password_hash` is what crypt(3) gives, never a password.
struct admins : table<"admins",
    column<"id",            uuid,        primary_key, default_expr<"gen_random_uuid()">>,
    column<"username",      text,        unique>,
    column<"password_hash", text>,
    column<"email",         text>,
    column<"created_at",    timestamptz, default_expr<"now()">>,
    column<"updated_at",    timestamptz, default_expr<"now()">>,
    unique_index_on<expr("lower(email)")>> {};

/// Why a session ended.
struct session_end : enumeration<"session_end", "rotated", "logged_out", "password_reset"> {};

/// A refresh token of an admin, as the SHA-256 of it in hexadecimal digits. `replaced_by` is the next one in its
/// chain: a token that comes back after it was replaced was stolen.
struct auth_sessions : table<"auth_sessions",
    column<"id",          uuid,        primary_key, default_expr<"gen_random_uuid()">>,
    column<"admin_id",    uuid,        references<"admins", "id", on_delete::cascade>>,
    column<"token_hash",  text,        unique, check<"length(token_hash) = 64">>,
    column<"replaced_by", uuid,        nullable, unique,
                                       references<"auth_sessions", "id", on_delete::set_null>>,
    column<"created_at",  timestamptz, default_expr<"now()">>,
    column<"expires_at",  timestamptz>,
    column<"revoked_at",  timestamptz, nullable>,
    column<"ended_by",    session_end, nullable>,
    check<"auth_sessions_lifetime", "expires_at > created_at">,
    check<"auth_sessions_end", "(revoked_at IS NULL) = (ended_by IS NULL)">,
    named<"auth_sessions_live", index_on<"admin_id", desc("expires_at"), where("revoked_at IS NULL")>>> {};

/// A log-in that was tried. The name is as it was typed: it need not be an admin's.
struct login_attempts : table<"login_attempts",
    column<"id",           bigint,      identity, primary_key>,
    column<"username",     text>,
    column<"address",      text,        nullable>,
    column<"succeeded",    boolean,     default_to<false>>,
    column<"attempted_at", timestamptz, default_expr<"now()">>,
    named<"login_attempts_failed", index_on<"username", desc("attempted_at"), where("NOT succeeded")>>> {};

} // namespace lms
