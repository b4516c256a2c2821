# SPDX-License-Identifier: GPL-2.0-or-later

# What Debian wants of the trees that CPack packs, besides the files: who may copy them, what
# changed, manual pages compressed, archives without what depends on the build.

set(debian ${CMAKE_CURRENT_LIST_DIR})
set(names runtime libsinodex0 development libsinodex-dev tools sinodex-tools
    python python3-sinodex)

function(finish_run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(finish_documents tree package)
    set(folder ${tree}/usr/share/doc/${package})
    file(COPY_FILE ${debian}/copyright ${folder}/copyright)
    string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)  # of SOURCE_DATE_EPOCH if that is set
    set(version ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
    set(maintainer ${CPACK_DEBIAN_PACKAGE_MAINTAINER})
    configure_file(${debian}/changelog.in ${folder}/changelog.Debian @ONLY)
    file(COPY_FILE ${debian}/../../../CHANGELOG.md ${folder}/changelog)
    finish_run(gzip -9nf ${folder}/changelog.Debian ${folder}/changelog)
    if(EXISTS ${debian}/${package}.lintian-overrides)
        file(MAKE_DIRECTORY ${tree}/usr/share/lintian/overrides)
        file(COPY_FILE ${debian}/${package}.lintian-overrides
            ${tree}/usr/share/lintian/overrides/${package})
    endif()
endfunction()

function(finish_files tree)
    file(GLOB pages ${tree}/usr/share/man/man*/*.[1-9])
    foreach(page IN LISTS pages)
        finish_run(gzip -9nf ${page})
    endforeach()
    file(GLOB binaries ${tree}/usr/bin/* ${tree}/usr/lib/*/lib*.so.*.*)
    foreach(binary IN LISTS binaries)
        finish_run(strip --remove-section=.comment ${binary})
    endforeach()
    file(GLOB_RECURSE archives ${tree}/usr/lib/*.a)
    foreach(archive IN LISTS archives)
        finish_run(strip --strip-debug --remove-section=.comment --remove-section=.note
            --enable-deterministic-archives ${archive})
    endforeach()
endfunction()

while(names)
    list(POP_FRONT names component package)
    set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component})
    file(MAKE_DIRECTORY ${tree}/usr/share/doc/${package})
    finish_documents(${tree} ${package})
    finish_files(${tree})
    # Whatever the umask was under which the sources were unpacked.
    finish_run(chmod -R u=rwX,go=rX ${tree})
endwhile()
