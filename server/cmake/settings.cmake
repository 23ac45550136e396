# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, hardening and sanitizers, as INTERFACE targets that every layer links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

find_program(MIZAN_CCACHE ccache)
if(MIZAN_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${MIZAN_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${MIZAN_CCACHE}")
endif()

add_library(mizan_settings INTERFACE)

target_compile_options(mizan_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wformat=2
  $<$<COMPILE_LANGUAGE:CXX>:-Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wnull-dereference>)
if(MIZAN_WERROR)
  # g++ 12 sees null dereferences inside its own <streambuf> and <regex>, and overlaps inside its own std::string (GCC bug
  # 105651), once they are inlined: shown, but no error.
  target_compile_options(mizan_settings INTERFACE -Werror -Wno-error=null-dereference -Wno-error=restrict)
endif()

target_compile_options(mizan_settings INTERFACE -fstack-protector-strong -fstack-clash-protection -fcf-protection)
target_compile_definitions(mizan_settings INTERFACE
  _GLIBCXX_ASSERTIONS $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
target_link_options(mizan_settings INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)

set(MIZAN_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined or thread")
if(MIZAN_SANITIZE)
  # No vptr: SOCI keeps the type information of its back ends to itself.
  add_compile_options(-fsanitize=${MIZAN_SANITIZE} -fno-sanitize=vptr -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MIZAN_SANITIZE})
endif()

if(MIZAN_FUZZ)
  # libFuzzer without its main function, which only the fuzzers themselves are linked with. Optimised, because a fuzzer is as
  # good as it is fast; of debug information only what names lines.
  set(CMAKE_CXX_FLAGS_DEBUG "-gline-tables-only")
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
  add_link_options(-fsanitize=address,undefined)
endif()

option(MIZAN_COVERAGE "Instrument for gcov" OFF)
if(MIZAN_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
