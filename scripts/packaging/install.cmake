# SPDX-License-Identifier: GPL-2.0-or-later

# What `cmake --install` puts in place beside the programs: for each of searcher and indexer a
# shared and a static library that hold all of ours that they need, their public headers under
# include/sinodex, a CMake package with components, and a pkg-config file.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Our static libraries that TARGET needs, itself among them.
function(sinodex_parts target out)
    set(parts ${${out}})
    get_target_property(aliased ${target} ALIASED_TARGET)
    if(aliased)
        set(target ${aliased})
    endif()
    if(target IN_LIST parts)
        return()
    endif()
    get_target_property(type ${target} TYPE)
    if(type STREQUAL STATIC_LIBRARY)
        list(APPEND parts ${target})
    endif()
    get_target_property(needed ${target} LINK_LIBRARIES)
    get_target_property(needed_by_users ${target} INTERFACE_LINK_LIBRARIES)
    foreach(other IN LISTS needed needed_by_users)
        if(other MATCHES "^sinodex(::|_)" AND TARGET ${other} AND NOT other MATCHES "_(options|warnings)$")
            sinodex_parts(${other} parts)
        endif()
    endforeach()
    set(${out} ${parts} PARENT_SCOPE)
endfunction()

# The functions that HEADERS declare, as lines of a version script.
function(sinodex_exports headers out)
    set(names)
    foreach(header IN LISTS headers)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${header})
        file(STRINGS ${header} lines REGEX "^[A-Za-z][A-Za-z0-9_:<>, ]*[ &*]+[a-z_0-9]+\\(")
        list(FILTER lines EXCLUDE REGEX "^(inline|constexpr|static|template|using)")
        foreach(line IN LISTS lines)
            if(line MATCHES "([a-z_0-9]+)\\(")
                list(APPEND names ${CMAKE_MATCH_1})
            endif()
        endforeach()
    endforeach()
    list(REMOVE_DUPLICATES names)
    list(TRANSFORM names REPLACE "(.+)" "            sinodex::\\1*")
    list(JOIN names ";\n" text)
    set(${out} "${text};\n" PARENT_SCOPE)
endfunction()

# sinodex_install(COMPONENT HEADERS ... LIBRARIES ...): HEADERS beside those of the library itself.
function(sinodex_install component)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBRARIES" ${ARGN})
    sinodex_parts(sinodex_${component} parts)
    set(objects)
    foreach(part IN LISTS parts)
        list(APPEND objects $<TARGET_OBJECTS:${part}>)
    endforeach()
    get_property(headers GLOBAL PROPERTY SINODEX_HEADERS_${component})
    list(FILTER headers EXCLUDE REGEX "/inspection.h$")  # it shows what is internal
    sinodex_exports("${headers}" functions)
    set(symbols ${PROJECT_BINARY_DIR}/${component}.symbols)
    configure_file(${PROJECT_SOURCE_DIR}/scripts/packaging/${component}.symbols.in ${symbols} @ONLY)

    # All of the component itself, and of the other parts what it calls.
    add_library(sinodex-${component} SHARED $<TARGET_OBJECTS:sinodex_${component}>)
    list(REMOVE_ITEM parts sinodex_${component})
    target_link_libraries(sinodex-${component} PRIVATE ${parts} ${ARG_LIBRARIES})
    target_link_options(sinodex-${component} PRIVATE
        -Wl,--version-script=${symbols} -Wl,--no-undefined -Wl,--as-needed)
    set_target_properties(sinodex-${component} PROPERTIES
        VERSION ${PROJECT_VERSION} SOVERSION 0 LINK_DEPENDS ${symbols}
        LINKER_LANGUAGE CXX EXPORT_NAME ${component})
    add_library(sinodex-${component}-static STATIC ${objects})
    target_link_libraries(sinodex-${component}-static INTERFACE ${ARG_LIBRARIES})
    set_target_properties(sinodex-${component}-static PROPERTIES
        OUTPUT_NAME sinodex-${component} LINKER_LANGUAGE CXX EXPORT_NAME ${component}-static)

    foreach(target sinodex-${component} sinodex-${component}-static)
        target_include_directories(${target} INTERFACE
            $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/sinodex>)
        target_compile_features(${target} INTERFACE cxx_std_20)
    endforeach()
    install(TARGETS sinodex-${component} EXPORT sinodex-${component}
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development)
    install(TARGETS sinodex-${component}-static EXPORT sinodex-${component}-static
        ARCHIVE COMPONENT development)
    set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/Sinodex)
    install(EXPORT sinodex-${component} NAMESPACE Sinodex:: DESTINATION ${folder}
        COMPONENT development)
    install(EXPORT sinodex-${component}-static FILE sinodex-static-${component}.cmake
        NAMESPACE Sinodex:: DESTINATION ${folder} COMPONENT development)
    foreach(header IN LISTS headers ARG_HEADERS)
        file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${header})
        get_filename_component(place ${path} DIRECTORY)
        install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sinodex/${place}
            COMPONENT development)
        set_property(GLOBAL APPEND PROPERTY SINODEX_PUBLIC_HEADERS ${path})
    endforeach()

    file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
    configure_file(${PROJECT_SOURCE_DIR}/scripts/packaging/sinodex.pc.in
        ${PROJECT_BINARY_DIR}/sinodex-${component}.pc @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/sinodex-${component}.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endfunction()

sinodex_install(searcher
    HEADERS ${PROJECT_SOURCE_DIR}/corpus/error.h
    LIBRARIES ICU::uc ICU::i18n PkgConfig::XAPIAN PkgConfig::XXHASH PkgConfig::ZSTD ZLIB::ZLIB Threads::Threads)
sinodex_install(indexer
    HEADERS ${PROJECT_SOURCE_DIR}/corpus/error.h
        ${PROJECT_SOURCE_DIR}/corpus/readers/passed_over.h
    LIBRARIES PkgConfig::ARCHIVE PkgConfig::BROTLI PkgConfig::GMIME PkgConfig::GUMBO
        PkgConfig::POPPLER csv ICU::uc ICU::i18n PkgConfig::XAPIAN PkgConfig::XXHASH PkgConfig::ZSTD ZLIB::ZLIB
        LibXml2::LibXml2 Threads::Threads)

# Pages of what is installed for programmers; a warning of Doxygen is an error.
get_property(headers GLOBAL PROPERTY SINODEX_PUBLIC_HEADERS)
list(REMOVE_DUPLICATES headers)
list(JOIN headers " " SINODEX_API_HEADERS)
string(APPEND SINODEX_API_HEADERS " corpus/c/sinodex.h")
configure_file(${PROJECT_SOURCE_DIR}/scripts/api/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
find_program(SINODEX_DOXYGEN doxygen)
if(SINODEX_DOXYGEN AND PROJECT_IS_TOP_LEVEL)
    add_custom_target(api-pages COMMAND ${SINODEX_DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()

set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/Sinodex)
configure_package_config_file(${PROJECT_SOURCE_DIR}/scripts/packaging/SinodexConfig.cmake.in
    ${PROJECT_BINARY_DIR}/SinodexConfig.cmake INSTALL_DESTINATION ${folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/SinodexConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/SinodexConfig.cmake
    ${PROJECT_BINARY_DIR}/SinodexConfigVersion.cmake
    DESTINATION ${folder} COMPONENT development)

install(FILES ${PROJECT_SOURCE_DIR}/corpus/c/sinodex.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/searcher/python/sinodex DESTINATION lib/python3/dist-packages
    COMPONENT python PATTERN __pycache__ EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/searcher/node/ DESTINATION share/nodejs/sinodex
    COMPONENT node)
