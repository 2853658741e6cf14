include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/schema")

# One export a target, so that a component is a file and the core asks for no database.
function(schema_install_target target component)
  get_property(sets TARGET ${target} PROPERTY schema_header_sets)
  set(files)
  foreach(set IN LISTS sets)
    list(APPEND files FILE_SET ${set} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  endforeach()
  install(TARGETS ${target} EXPORT schema-${component} ${files})
  install(EXPORT schema-${component} NAMESPACE schema:: FILE schema-${component}.cmake DESTINATION ${package})
endfunction()

schema_install_target(schema_core core)
if(SCHEMA_RUNTIME)
  schema_install_target(schema_schema schema)
endif()

configure_package_config_file(cmake/schemaConfig.cmake.in schemaConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(schemaConfigVersion.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/schemaConfig.cmake" "${PROJECT_BINARY_DIR}/schemaConfigVersion.cmake"
              cmake/schema_dependencies.cmake cmake/FindSOCI.cmake cmake/schema_difference.cmake cmake/schema_seeds.cmake
        DESTINATION ${package})
install(DIRECTORY seed_data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/schema/seed_data OPTIONAL)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
