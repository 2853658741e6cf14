# schema_add_difference(NAME HEADERS <header>... HISTORY <type> TABLES <type>)
#
# An executable that prints every operation that a history lacks to end in the tables, as C++ to paste. It includes the
# headers, which assert nothing, and leaves out the proof, so that it builds when the proof does not.
#   schema_add_difference(lms_difference HEADERS schema/lms/history.hpp schema/lms/tables.hpp
#                         HISTORY lms::history TABLES lms::tables)
# Exit code: 0 nothing is missing, 1 something is, 2 history or tables break a rule of their own.
function(schema_add_difference name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HISTORY;TABLES" "HEADERS")
  if(NOT arg_HISTORY OR NOT arg_TABLES OR NOT arg_HEADERS)
    message(FATAL_ERROR "schema_add_difference(${name}): HEADERS, HISTORY and TABLES are needed")
  endif()
  set(text "#include <schema/difference.hpp>\n")
  foreach(header IN LISTS arg_HEADERS)
    string(APPEND text "#include <${header}>\n")
  endforeach()
  string(APPEND text "int main() { return schema::print_difference<${arg_HISTORY}, ${arg_TABLES}>(); }\n")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "${text}" @ONLY)
  add_executable(${name} "${source}")
  target_link_libraries(${name} PRIVATE schema::core)
endfunction()
