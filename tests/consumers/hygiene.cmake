# What a project may expect of one that it takes in: that its own settings stay as they are, and that
# it gets libraries and neither tests, programs nor rules of installation.

set(settings BUILD_SHARED_LIBS BUILD_TESTING CMAKE_ARCHIVE_OUTPUT_DIRECTORY CMAKE_BUILD_TYPE
             CMAKE_CXX_EXTENSIONS CMAKE_CXX_FLAGS CMAKE_CXX_STANDARD CMAKE_CXX_VISIBILITY_PRESET
             CMAKE_EXPORT_COMPILE_COMMANDS CMAKE_INTERPROCEDURAL_OPTIMIZATION
             CMAKE_LIBRARY_OUTPUT_DIRECTORY CMAKE_MODULE_PATH CMAKE_POSITION_INDEPENDENT_CODE
             CMAKE_RUNTIME_OUTPUT_DIRECTORY)

macro(remember_settings)
    foreach(setting IN LISTS settings)
        set(own_${setting} "${${setting}}")
    endforeach()
    get_cmake_property(own_cache CACHE_VARIABLES)
endmacro()

# What users of the cache see and indicare itself adds begins with INDICARE_; the rest belongs to the
# modules that it finds packages with.
macro(expect_settings_unchanged)
    foreach(setting IN LISTS settings)
        if(NOT "${own_${setting}}" STREQUAL "${${setting}}")
            message(FATAL_ERROR "${setting} was \"${own_${setting}}\" and is \"${${setting}}\"")
        endif()
    endforeach()
    get_cmake_property(cache CACHE_VARIABLES)
    list(REMOVE_ITEM cache ${own_cache})
    list(FILTER cache EXCLUDE REGEX
         "^(INDICARE_|Boost|boost_|BOOST_|PKG_CONFIG_|EXPAT_|XLSXWRITER_|nlohmann_json_|pkgcfg_lib_|FETCHCONTENT_)")
    foreach(each IN LISTS cache)
        get_property(type CACHE ${each} PROPERTY TYPE)
        if(type MATCHES "INTERNAL|STATIC")
            list(REMOVE_ITEM cache ${each})
        endif()
    endforeach()
    if(cache)
        message(FATAL_ERROR "the cache has got ${cache}")
    endif()
endmacro()

function(expect_libraries_only folder)
    get_filename_component(folder ${folder} ABSOLUTE)
    foreach(each "" /lib /capi)
        get_property(targets DIRECTORY ${folder}${each} PROPERTY BUILDSYSTEM_TARGETS)
        get_property(tests DIRECTORY ${folder}${each} PROPERTY TESTS)
        foreach(target IN LISTS targets)
            get_target_property(type ${target} TYPE)
            if(NOT target MATCHES "^indicare" OR NOT type MATCHES "LIBRARY$")
                message(FATAL_ERROR "indicare made ${target}, ${type}")
            endif()
        endforeach()
        if(tests)
            message(FATAL_ERROR "indicare made the tests ${tests}")
        endif()
    endforeach()
    foreach(part tests examples)
        get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
        if("${folder}/${part}" IN_LIST folders)
            message(FATAL_ERROR "indicare took in its ${part}")
        endif()
    endforeach()
endfunction()
