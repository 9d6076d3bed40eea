# Runs COMPILER over SOURCE with CASE defined, and fails unless the compiler refuses it with one error
# that matches EXPECTED. Without CASE the source must compile, which shows that nothing else is amiss.
set(ENV{LC_ALL} C)
set(define)
if(CASE)
    set(define -D${CASE})
endif()
execute_process(
    COMMAND ${COMPILER} -std=c++20 -fsyntax-only ${define} -I${INCLUDE} -I${BOOST_INCLUDE} ${SOURCE}
    RESULT_VARIABLE status
    OUTPUT_VARIABLE said
    ERROR_VARIABLE said)

if(NOT CASE)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "the control does not compile:\n${said}")
    endif()
    return()
endif()

if(status EQUAL 0)
    message(FATAL_ERROR "${CASE} compiles")
endif()
string(REGEX MATCHALL "error: [^\n]*" errors "${said}")
list(LENGTH errors count)
if(NOT count EQUAL 1 OR NOT errors MATCHES "${EXPECTED}")
    message(FATAL_ERROR "${CASE} is refused, but not because of: ${EXPECTED}\n${said}")
endif()
