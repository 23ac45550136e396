# SPDX-License-Identifier: GPL-3.0-or-later
# The target `headers` compiles one generated file per header of ours that includes nothing but it.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
     "${PROJECT_SOURCE_DIR}/server/*.hpp" "${PROJECT_SOURCE_DIR}/storage/*.hpp")
set(generated "")
foreach(header IN LISTS headers)
  string(MAKE_C_IDENTIFIER "${header}" name)
  set(file "${PROJECT_BINARY_DIR}/headers/${name}.cpp")
  file(CONFIGURE OUTPUT "${file}" CONTENT "#include \"${PROJECT_SOURCE_DIR}/${header}\"\n")
  list(APPEND generated "${file}")
endforeach()
add_library(headers OBJECT EXCLUDE_FROM_ALL ${generated})
target_include_directories(headers PRIVATE "${PROJECT_SOURCE_DIR}/server" "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/plugins/sdk/include")
target_link_libraries(headers PRIVATE mizan_settings PkgConfig::leptonica PkgConfig::tesseract PkgConfig::poppler_cpp)
