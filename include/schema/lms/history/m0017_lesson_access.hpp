// Floor 7. Version 17: a lesson may be read only, and access to it may end.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// Downwards a lesson without a film gets an empty one: the columns were obligatory.
struct m0017 : migration<17, "lessons without video, access that ends", pinned<0xe41d84f95aba242b>,
    add_column<"lessons", column<"access_expires_at", timestamptz, nullable>>,
    assume_safe<"some hundred lessons at most",
        add_constraint<"lessons",
            check<"lessons_access_window", "access_expires_at IS NULL OR access_expires_at > release_at">>>,
    alter_column<"lessons", "video_provider", drop_not_null>,
    alter_column<"lessons", "video_id", drop_not_null>,
    data<"UPDATE lessons SET video_provider = NULL, video_id = NULL WHERE video_provider = '' OR video_id = ''",
         undo<"UPDATE lessons SET video_provider = '', video_id = '' WHERE video_provider IS NULL">>,
    assume_safe<"some hundred lessons at most",
        add_constraint<"lessons",
            check<"lessons_whole_video", "(video_provider IS NULL) = (video_id IS NULL)">>>> {};

} // namespace lms
