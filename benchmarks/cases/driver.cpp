// A program that migrates: the runtime, and the SQL of both backends, up and down.
#include <schema/lms.hpp>
#include <schema/runtime.hpp>

schema::program steps_for(schema::backend target) { return schema::steps_of<lms::history>(target); }
