// What an author of schemas includes, and nothing declared.
#include <schema/dsl.hpp>
