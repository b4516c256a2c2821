# SPDX-License-Identifier: GPL-2.0-or-later

# `cpack -G DEB` makes the packages of Debian; scripts/packaging/deb builds for them, too.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sinodex)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL runtime development tools python)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/scripts/packaging/debian/finish.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/scripts/packaging/debian/mend.cmake)

set(SINODEX_CONTACT "Sinodex maintainers <sinodex@example.org>" CACHE STRING
    "Who makes the packages, with a mail address")
set(folder ${PROJECT_SOURCE_DIR}/scripts/packaging/debian)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${SINODEX_CONTACT})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SOURCE sinodex)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(exactly "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(about "Sinodex finds the passages in a collection of articles that answer a query,
in English and Chinese, and says to the byte where they stand.")

# sinodex_package(COMPONENT NAME SECTION SUMMARY TEXT)
macro(sinodex_package component name section summary text)
    string(TOUPPER ${component} upper)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
    set(CPACK_COMPONENT_${upper}_DESCRIPTION "${summary}\n${about}\n\n${text}")
endmacro()

sinodex_package(runtime libsinodex0 libs "passage search over news in two languages - library"
    "This package has the libraries that search and that write an index.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${folder}/triggers)

sinodex_package(development libsinodex-dev libdevel
    "passage search over news in two languages - development files"
    "This package has the headers for C++ and C, static libraries, and what CMake
and pkg-config need to find them.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libsinodex0 ${exactly}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
    "libxapian-dev, libicu-dev, libxml2-dev, libgumbo-dev, libarchive-dev, libbrotli-dev, libcsv-dev, libgmime-3.0-dev, libpoppler-cpp-dev, libxxhash-dev, libzstd-dev, zlib1g-dev")

sinodex_package(tools sinodex-tools text "passage search over news in two languages - programs"
    "This package has sinodex-index, which turns documents into an index,
sinodex-search, which asks it, at a terminal or for another program, and
sinodex-serve, which answers over HTTP.")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SHLIBDEPS ON)

sinodex_package(python python3-sinodex python
    "passage search over news in two languages - Python 3"
    "This package is the library for Python 3: typed, with results that show
themselves in a notebook.")
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
    "python3:any (>= 3.9), libsinodex0 (>= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA ${folder}/postinst ${folder}/prerm)

include(CPack)
