# cmake -D source=... -D build=... -D work=... -P try_install.cmake: what a user of an installed Mandate does.
cmake_minimum_required(VERSION 3.25)

function(run)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "EXPECT" "ENV")
  execute_process(COMMAND ${CMAKE_COMMAND} -E env ${arg_ENV} -- ${arg_UNPARSED_ARGUMENTS}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  list(JOIN arg_UNPARSED_ARGUMENTS " " command)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${command}\nended with ${result}:\n${output}")
  endif()
  if(DEFINED arg_EXPECT AND NOT output MATCHES "${arg_EXPECT}")
    message(FATAL_ERROR "${command}\nprinted\n${output}\ninstead of ${arg_EXPECT}")
  endif()
endfunction()

function(expect_file)
  foreach(file IN LISTS ARGN)
    if(NOT EXISTS ${prefix}/${file})
      message(FATAL_ERROR "not installed: ${file}")
    endif()
  endforeach()
endfunction()

file(REMOVE_RECURSE ${work})
run(${CMAKE_COMMAND} --install ${build} --config ${config} --prefix ${work}/first_place)
set(prefix "${work}/moved to here")
file(RENAME ${work}/first_place ${prefix})

file(GLOB_RECURSE headers RELATIVE ${source} ${source}/include/*.hpp)
expect_file(bin/mandate ${libdir}/libmandate.so.${version} ${libdir}/libmandate.so.1
  ${libdir}/libmandate.so ${libdir}/libmandate_cpp.a ${headers} include/mandate.h
  include/mandate/names.h share/mandate/python/mandate/__init__.py
  share/mandate/review.schema.json)

string(REPLACE "." "\\." version_pattern ${version})
run(${prefix}/bin/mandate --version EXPECT ${version_pattern})

set(consumer ${work}/consumer)
file(COPY ${CMAKE_CURRENT_LIST_DIR}/consumer DESTINATION ${work})
run(${CMAKE_COMMAND} -S ${consumer} -B ${consumer}/build -G ${generator}
  -D CMAKE_PREFIX_PATH=${prefix} -D Boost_ROOT=${boost} -D CMAKE_BUILD_TYPE=${config}
  -D CMAKE_C_COMPILER=${c} -D CMAKE_CXX_COMPILER=${cxx}
  -D CMAKE_C_FLAGS=${c_flags} -D CMAKE_CXX_FLAGS=${cxx_flags})
run(${CMAKE_COMMAND} --build ${consumer}/build)
run(${consumer}/build/in_c EXPECT "version ${version_pattern}, revision 1")
run(${consumer}/build/in_cpp EXPECT "revision 1, agencies 1")

# Another major version must not be taken for ours.
execute_process(COMMAND ${CMAKE_COMMAND} -S ${consumer} -B ${consumer}/newer -G ${generator}
  -D CMAKE_PREFIX_PATH=${prefix} -D wanted=2.0
  RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE output)
if(result EQUAL 0 OR NOT output MATCHES "version: ${version_pattern}")
  message(FATAL_ERROR "find_package(mandate 2.0) accepted ${version}:\n${output}")
endif()

find_program(pkg_config pkg-config REQUIRED)
run(${pkg_config} --modversion mandate EXPECT ${version_pattern}
  ENV PKG_CONFIG_PATH=${prefix}/${libdir}/pkgconfig)

run(${python} -c "import mandate; print(mandate.__version__)" EXPECT ${version_pattern}
  ENV PYTHONPATH=${prefix}/share/mandate/python "LD_PRELOAD=${preload}" ASAN_OPTIONS=detect_leaks=0)
