# What a Python needs that loads a library built with a sanitizer: the sanitizer must be in the
# process before the library that wants it, and libstdc++ with it, because it looks for what throws
# exceptions once only. Empty in other builds.
set(sanitizer_preload "")
foreach(sanitizer address thread)
  if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=[a-z,]*${sanitizer}")
    string(SUBSTRING ${sanitizer} 0 1 letter)
    foreach(library lib${letter}san.so libstdc++.so.6)
      execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${library}
        OUTPUT_VARIABLE path OUTPUT_STRIP_TRAILING_WHITESPACE)
      string(APPEND sanitizer_preload "${path} ")
    endforeach()
  endif()
endforeach()
# Python itself leaves memory to the end of the process.
set(sanitizer_options ASAN_OPTIONS=detect_leaks=0)
