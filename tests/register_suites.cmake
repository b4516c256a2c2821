# SPDX-License-Identifier: GPL-2.0-or-later

# Writes to OUTPUT what registers the suites of the test program PROGRAM with CTest, a test each: what
# a suite sets up is set up once then, and some hundred processes begin instead of some thousand.
execute_process(COMMAND ${PROGRAM} --gtest_list_tests
    OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "(^|\n)[^ \n]+\\." suites "${listed}")
set(script)
foreach(suite IN LISTS suites)
    string(STRIP ${suite} suite)
    string(REGEX REPLACE "\\.$" "" name ${suite})
    # CTest says "skipped" only where each of its tests was, and none failed.
    string(APPEND script
        "add_test([=[${name}]=] [=[${PROGRAM}]=] [=[--gtest_filter=${suite}*]=])\n"
        "set_tests_properties([=[${name}]=] PROPERTIES WORKING_DIRECTORY [=[${FOLDER}]=]\n"
        "    TIMEOUT 900 COST ${COST} LABELS [=[${LABELS}]=] SKIP_REGULAR_EXPRESSION\n"
        "    [=[PASSED  \\] 0 tests\\.\n(\\[  SKIPPED \\][^\n]*\n)+$]=])\n")
endforeach()
file(WRITE ${OUTPUT} "${script}")
