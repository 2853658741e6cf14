#include <soci/soci.h>
