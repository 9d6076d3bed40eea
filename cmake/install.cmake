# Headers, libraries and a CMake package, in three components: the shared library, what is needed to
# build against it and its static forms, and the program.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/indicare)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/indicare DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT development)
install(TARGETS indicare indicare_io indicare_workbook EXPORT indicare-cxx-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/lib/published_mapping.csv
        DESTINATION ${CMAKE_INSTALL_DATADIR}/indicare COMPONENT development)
if(INDICARE_EXAMPLES)
    install(TARGETS indicare_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
endif()
# The licences go with every component.
foreach(component library development program)
    install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/lib/report/vega/LICENSES
            DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/indicare-${component}
            COMPONENT ${component})
endforeach()

foreach(part c cxx)
    install(EXPORT indicare-${part}-targets NAMESPACE indicare:: DESTINATION ${package_folder}
            COMPONENT development)
endforeach()
configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/cmake/indicare-config.cmake.in
    ${PROJECT_BINARY_DIR}/indicare-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/indicare-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/indicare.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3 COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/indicare.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/indicare-config.cmake
              ${PROJECT_BINARY_DIR}/indicare-config-version.cmake
        DESTINATION ${package_folder} COMPONENT development)
