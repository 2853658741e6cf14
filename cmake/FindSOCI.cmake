# SOCI with its SQLite and PostgreSQL backends, under the names that SOCI 4.1 exports: SOCI::Core, SOCI::SQLite3,
# SOCI::PostgreSQL. Debian's libsoci-dev 4.0 brings neither a CMake package nor a .pc file.
find_package(SOCI ${SOCI_FIND_VERSION} QUIET CONFIG)
if(TARGET SOCI::Core AND TARGET SOCI::SQLite3 AND TARGET SOCI::PostgreSQL)
  include(FindPackageHandleStandardArgs)
  find_package_handle_standard_args(SOCI CONFIG_MODE)
  return()
endif()

find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_library(SOCI_CORE_LIBRARY soci_core)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3)
find_library(SOCI_POSTGRESQL_LIBRARY soci_postgresql)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_POSTGRESQL_LIBRARY)

if(SOCI_INCLUDE_DIR AND EXISTS "${SOCI_INCLUDE_DIR}/soci/version.h")
  file(STRINGS "${SOCI_INCLUDE_DIR}/soci/version.h" version REGEX "^#define SOCI_LIB_VERSION ")
  string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+)(_([0-9]+))?\".*" "\\1.\\2.\\4" SOCI_VERSION "${version}")
  string(REGEX REPLACE "\\.$" "" SOCI_VERSION "${SOCI_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  SOCI
  REQUIRED_VARS SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_POSTGRESQL_LIBRARY SOCI_INCLUDE_DIR
  VERSION_VAR SOCI_VERSION)
if(NOT SOCI_FOUND)
  return()
endif()

find_package(SQLite3 QUIET)
find_package(PostgreSQL QUIET)

function(soci_define name library)
  if(NOT TARGET SOCI::${name})
    add_library(SOCI::${name} UNKNOWN IMPORTED)
    set_target_properties(SOCI::${name} PROPERTIES IMPORTED_LOCATION "${library}" INTERFACE_INCLUDE_DIRECTORIES
                                                                                  "${SOCI_INCLUDE_DIR}")
    target_link_libraries(SOCI::${name} INTERFACE ${ARGN})
  endif()
endfunction()
soci_define(Core "${SOCI_CORE_LIBRARY}" ${CMAKE_DL_LIBS})
soci_define(SQLite3 "${SOCI_SQLITE3_LIBRARY}" SOCI::Core SQLite::SQLite3)
soci_define(PostgreSQL "${SOCI_POSTGRESQL_LIBRARY}" SOCI::Core PostgreSQL::PostgreSQL)
