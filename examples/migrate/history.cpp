// The history that this driver carries out. It stands alone: all SQL of both backends is computed here.
#include "command.hpp"

#include <schema/lms.hpp>

namespace migrate {

schema::program steps_for(schema::backend target) { return schema::steps_of<lms::history>(target); }

} // namespace migrate
