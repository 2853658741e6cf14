// The history that this driver carries out. It stands alone: all SQL of both backends is computed here.
#include "command.hpp"

#if __has_include(<schema/lms.hpp>) && __has_include(<schema/dialect/script.hpp>)
#include <schema/lms.hpp>

namespace migrate {
schema::program steps_for(schema::backend target) { return schema::steps_of<lms::history>(target); }
} // namespace migrate
#else
namespace migrate {

namespace {
constexpr schema::statement_text create[]{
    {"CREATE TABLE \"admins\" (\"email\" text NOT NULL PRIMARY KEY)", 0, schema::statement_role::sql, {}}};
constexpr schema::statement_text drop[]{{"DROP TABLE \"admins\"", 0, schema::statement_role::sql, {}}};
constexpr std::string_view operations[]{"create_table admins"};
constexpr schema::step_text steps[]{
    {1, "admins", 0x1234, {create, 1, false, false}, {drop, 1, false, false}, operations, 1}};
} // namespace

schema::program steps_for(schema::backend target) { return {target, steps, 1}; }

} // namespace migrate
#endif
