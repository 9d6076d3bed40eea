# Makes `objects` one object that shows the C API alone, where the linker can: of what a static library
# holds, hidden symbols too, a program would else make one with those of another copy, or of another
# version of Boost. Objects for link-time optimisation and of sanitizers are left as they are.
set(can_be_one FALSE)
if(UNIX AND NOT APPLE AND CMAKE_OBJCOPY AND NOT INDICARE_SANITIZE
   AND NOT CMAKE_INTERPROCEDURAL_OPTIMIZATION)
    execute_process(COMMAND ${CMAKE_LINKER} --help OUTPUT_VARIABLE linker_options ERROR_QUIET)
    if(linker_options MATCHES "--force-group-allocation")
        set(can_be_one TRUE)
    endif()
endif()
if(NOT can_be_one)
    if(INDICARE_PREFIX)
        message(WARNING "The static library can clash with that of another copy: to hide what is "
                        "C++ in it needs the GNU linker and objcopy")
    endif()
    return()
endif()

set(object ${CMAKE_CURRENT_BINARY_DIR}/indicare.o)
set(script ${PROJECT_SOURCE_DIR}/cmake/one-object)
add_custom_command(
    OUTPUT ${object}
    COMMAND ${script} ${CMAKE_LINKER} ${CMAKE_NM} ${CMAKE_OBJCOPY} ${INDICARE_PREFIX}indicare_
            ${object} ${objects}
    DEPENDS ${objects} ${script}
    COMMENT "Making the static library one object"
    VERBATIM COMMAND_EXPAND_LISTS)
set_source_files_properties(${object} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
# An object tells CMake no language: this source, with nothing in it, says that it is C++.
file(CONFIGURE OUTPUT static_library.cpp CONTENT "// The library is in the object beside this.\n")
set(objects ${object} ${CMAKE_CURRENT_BINARY_DIR}/static_library.cpp)
