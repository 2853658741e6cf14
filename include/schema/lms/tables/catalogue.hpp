// Floor 7. What is taught: events, their lessons, and the lessons' materials.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

/// Who may open an event: everyone, or who holds its access key.
struct visibility : enumeration<"visibility", "public", "private"> {};

/// The launch of a course. Of a private event's access key only the SHA-256 is kept, in hexadecimal digits.
struct events : table<"events",
    column<"id",                      uuid,        primary_key, default_expr<"gen_random_uuid()">>,
    column<"name",                    text>,
    column<"slug",                    text,        unique>,
    column<"hero_title",              text,        default_to<"">>,
    column<"hero_subtitle",           text,        default_to<"">>,
    column<"short_description",       text,        default_to<"">>,
    column<"long_description",        text,        default_to<"">>,
    column<"cover_url",               text,        nullable>,
    column<"highlight_video_url",     text,        nullable>,
    column<"logo_url",                text,        nullable>,
    column<"colours",                 json,        default_to<"{}">>,
    column<"typography",              json,        default_to<"{}">>,
    column<"is_active",               boolean,     default_to<true>>,
    column<"visibility",              visibility,  default_to<"public">>,
    column<"access_key_hash",         text,        nullable>,
    column<"branding_provider",       text,        nullable>,
    column<"branding_prompt_version", text,        nullable>,
    column<"branding_generated_at",   timestamptz, nullable>,
    column<"created_at",              timestamptz, default_expr<"now()">>,
    column<"updated_at",              timestamptz, default_expr<"now()">>,
    column<"search_text",             text,        generated<"lower(name || ' ' || short_description)">>,
    check<"events_slug_is_url_safe", "length(slug) BETWEEN 1 AND 80 AND "
                                     "trim(slug, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''">,
    check<"events_private_has_key", "visibility = 'public' OR access_key_hash IS NOT NULL">> {};

/// A unit of an event. Before `release_at` it is locked, from then on released, from `access_expires_at` on expired.
struct lessons : table<"lessons",
    column<"id",                uuid,        primary_key, default_expr<"gen_random_uuid()">>,
    column<"event_id",          uuid,        references<"events", "id", on_delete::cascade>>,
    column<"position",          integer,     check<"position > 0">>,
    column<"slug",              text>,
    column<"title",             text>,
    column<"description",       text,        default_to<"">>,
    column<"video_provider",    text,        nullable>,
    column<"video_id",          text,        nullable>,
    column<"thumbnail_url",     text,        nullable>,
    column<"duration_minutes",  integer,     check<"duration_minutes >= 0">>,
    column<"release_at",        timestamptz>,
    column<"access_expires_at", timestamptz, nullable>,
    column<"view_count",        bigint,      default_to<0>>,
    column<"created_at",        timestamptz, default_expr<"now()">>,
    column<"updated_at",        timestamptz, default_expr<"now()">>,
    unique_on<"event_id", "position">,
    unique_on<"event_id", "slug">,
    check<"lessons_access_window", "access_expires_at IS NULL OR access_expires_at > release_at">,
    check<"lessons_whole_video", "(video_provider IS NULL) = (video_id IS NULL)">,
    named<"lessons_by_release", index_on<"event_id", "release_at">>> {};

/// A file of a lesson, at most 25 MiB.
struct materials : table<"materials",
    column<"id",         uuid,         primary_key, default_expr<"gen_random_uuid()">>,
    column<"lesson_id",  uuid,         references<"lessons", "id", on_delete::cascade>>,
    column<"name",       text>,
    column<"mime_type",  varchar<127>>,
    column<"url",        text>,
    column<"size_bytes", bigint>,
    column<"created_at", timestamptz,  default_expr<"now()">>,
    check<"materials_size_limit", "size_bytes > 0 AND size_bytes <= 26214400">,
    index_on<"lesson_id">> {};

} // namespace lms
