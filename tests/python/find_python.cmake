# A Python that has the packages of the tests; the first in PATH may be another one.
if(NOT MANDATE_TEST_PYTHON)
  foreach(candidate python3 /usr/bin/python3)
    execute_process(COMMAND ${candidate} -c "import pytest, pycparser"
      RESULT_VARIABLE missing OUTPUT_QUIET ERROR_QUIET)
    if(missing STREQUAL "0")
      set(MANDATE_TEST_PYTHON ${candidate} CACHE STRING "Python with pytest and pycparser")
      break()
    endif()
  endforeach()
endif()
if(NOT MANDATE_TEST_PYTHON)
  message(FATAL_ERROR "The tests need a python3 with pytest and pycparser (Debian: "
    "python3-pytest, python3-pycparser). -DMANDATE_BUILD_TESTS=OFF builds without them.")
endif()
