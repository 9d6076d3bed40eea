# What every target of the project is compiled with, and nobody else's.
add_library(indicare_options INTERFACE)
target_compile_options(
    indicare_options
    INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wconversion>
              $<$<CXX_COMPILER_ID:MSVC>:/W4 /permissive- /utf-8>)
# GCC 12 warns of overlap in its own string concatenation (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(indicare_options INTERFACE -Wno-restrict)
endif()
if(INDICARE_WARNINGS_AS_ERRORS)
    target_compile_options(indicare_options
                           INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
# What a library is made of is in sections of its own, so that one that is linked from it has what is
# asked for alone.
set(INDICARE_IN_SECTIONS
    $<$<AND:$<CXX_COMPILER_ID:GNU,Clang>,$<NOT:$<CONFIG:Debug>>>:-ffunction-sections;-fdata-sections>)
if(INDICARE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "INDICARE_FUZZ needs clang: libFuzzer is a part of it")
    endif()
    set(INDICARE_SANITIZE address,undefined)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(INDICARE_SANITIZE)
    add_compile_options(-fsanitize=${INDICARE_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${INDICARE_SANITIZE})
endif()
