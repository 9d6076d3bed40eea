# Installs the package from a copy of SOURCE into FOLDER, against a library that need not be installed:
# cmake -DR=... -DSOURCE=... -DFOLDER=... -DHEADER_FOLDER=... -DLIBRARY=... -P install.cmake
get_filename_component(library_folder ${LIBRARY} DIRECTORY)
set(ENV{INDICARE_CFLAGS} "-I${HEADER_FOLDER}")
set(ENV{INDICARE_LIBS} "-L${library_folder} -Wl,-rpath,${library_folder} -lindicare")
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER}/library)
file(COPY ${SOURCE}/ DESTINATION ${FOLDER}/source)
execute_process(COMMAND ${R} CMD INSTALL --no-docs --no-byte-compile --library=${FOLDER}/library ${FOLDER}/source
                COMMAND_ERROR_IS_FATAL ANY)
