# SPDX-License-Identifier: GPL-2.0-or-later

# CPack gives a package with libraries scripts that call ldconfig; Debian wants the trigger alone.

foreach(package IN LISTS CPACK_PACKAGE_FILES)
    if(NOT package MATCHES "/libsinodex0_")
        continue()
    endif()
    set(tree ${CPACK_TOPLEVEL_DIRECTORY}/mended)
    file(REMOVE_RECURSE ${tree})
    execute_process(COMMAND dpkg-deb -R ${package} ${tree} COMMAND_ERROR_IS_FATAL ANY)
    file(REMOVE ${tree}/DEBIAN/postinst ${tree}/DEBIAN/postrm)
    execute_process(COMMAND dpkg-deb --root-owner-group -Zxz -b ${tree} ${package} OUTPUT_QUIET
        COMMAND_ERROR_IS_FATAL ANY)
endforeach()
