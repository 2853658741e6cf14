// What a service includes: the tables, the history and the proof that they agree.
#include <schema/lms.hpp>
