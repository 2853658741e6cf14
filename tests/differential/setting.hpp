// What a run is asked for by the environment.
#pragma once

#include <cstdlib>
#include <string>

namespace test {

inline std::size_t setting(const char* name, std::size_t otherwise) {
  const char* given = std::getenv(name);
  return given && *given ? std::stoull(given) : otherwise;
}

} // namespace test
