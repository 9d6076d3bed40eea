# Headers, libraries and a CMake package: find_package(indicare) gives indicare::indicare (the headers),
# indicare::io (the compiled part), indicare::workbook (reports as workbooks) and indicare::capi, indicare::capi_static (the C library).
include(CMakePackageConfigHelpers)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/indicare DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS indicare indicare_io indicare_workbook EXPORT indicare-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES ${PROJECT_SOURCE_DIR}/lib/published_mapping.csv
        DESTINATION ${CMAKE_INSTALL_DATADIR}/indicare)
install(FILES ${PROJECT_SOURCE_DIR}/lib/report/vega/LICENSES
        DESTINATION ${CMAKE_INSTALL_DATADIR}/indicare RENAME vega-licences.txt)
install(EXPORT indicare-targets NAMESPACE indicare::
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/indicare)

configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/cmake/indicare-config.cmake.in
    ${PROJECT_BINARY_DIR}/indicare-config.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/indicare)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/indicare-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/indicare.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3 COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/indicare.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/indicare-config.cmake
              ${PROJECT_BINARY_DIR}/indicare-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/indicare)
