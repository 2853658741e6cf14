# examples/migrate.cpp with what stands in examples/migrate/ is the driver; every other file in examples/ is a program of
# its own: those that take arguments (a main with argv) are run by examples/walk or by hand, the others as tests.
file(GLOB_RECURSE driver CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/migrate/*.cpp")
file(GLOB programs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/*.cpp")
list(FILTER programs EXCLUDE REGEX "/migrate\\.cpp$")

if(EXISTS "${PROJECT_SOURCE_DIR}/examples/migrate.cpp")
  find_package(CLI11 REQUIRED)
  add_executable(migrate "${PROJECT_SOURCE_DIR}/examples/migrate.cpp" ${driver})
  target_include_directories(migrate PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(migrate PRIVATE schema_schema schema_dev CLI11::CLI11)
  set_target_properties(migrate PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/examples")
endif()

foreach(source IN LISTS programs)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(example_${name} "${source}")
  target_include_directories(example_${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(example_${name} PRIVATE schema_schema schema_dev)
  set_target_properties(example_${name} PROPERTIES OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY
                                                                       "${PROJECT_BINARY_DIR}/examples")
  file(STRINGS "${source}" arguments REGEX "main\\(int ")
  if(SCHEMA_TESTS AND NOT arguments)
    add_test(NAME examples/${name} COMMAND example_${name} WORKING_DIRECTORY "${PROJECT_BINARY_DIR}")
    set_tests_properties(examples/${name} PROPERTIES LABELS examples)
  endif()
endforeach()

# What examples/run shows, on both databases.
if(SCHEMA_TESTS AND TARGET migrate AND TARGET example_journeys)
  foreach(backend sqlite postgresql)
    add_test(NAME examples/walk_${backend} COMMAND "${PROJECT_SOURCE_DIR}/tests/house/walk" ${backend}
                                                   "${PROJECT_BINARY_DIR}/examples")
    set_tests_properties(examples/walk_${backend} PROPERTIES LABELS examples SKIP_RETURN_CODE 77)
  endforeach()
endif()
