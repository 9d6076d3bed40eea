# The vcpkg port. Not run by us yet. It is an overlay, of the checkout that it lies in:
# vcpkg install indicare --overlay-ports=cmake/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

vcpkg_check_features(
    OUT_FEATURE_OPTIONS features
    FEATURES xml INDICARE_XML
             workbook INDICARE_WORKBOOK)
vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS ${features} -DINDICARE_TESTS=OFF -DINDICARE_EXAMPLES=OFF -DINDICARE_INSTALL=ON)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/indicare)
vcpkg_fixup_pkgconfig()

# The shared and the static library are both made: vcpkg wants the one that was asked for.
if(VCPKG_LIBRARY_LINKAGE STREQUAL "static")
    file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/bin" "${CURRENT_PACKAGES_DIR}/debug/bin")
endif()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE" "${SOURCE_PATH}/lib/report/vega/LICENSES")
