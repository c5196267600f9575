# tpatlas_module(NAME [LINKS...]): the library of src/NAME. Sources are found by name, so that a new
# file needs no edit here; who may include whom is checked by tests/include_rules.
function(tpatlas_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/gl/*.cpp)
  if(NOT sources)  # headers alone, so far
    add_library(tpatlas_${name} INTERFACE)
    target_include_directories(tpatlas_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(tpatlas_${name} INTERFACE ${ARGN})
    return()
  endif()
  add_library(tpatlas_${name} STATIC ${sources})
  set_target_properties(tpatlas_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(tpatlas_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(tpatlas_${name} PUBLIC ${ARGN} PRIVATE tpatlas_flags)
  if(TPATLAS_PRECOMPILE)
    target_precompile_headers(tpatlas_${name} PRIVATE
      <algorithm> <cmath> <filesystem> <functional> <map> <memory> <optional> <set> <string>
      <string_view> <unordered_map> <variant> <vector>
      <glm/common.hpp> <glm/geometric.hpp> <glm/mat4x4.hpp> <glm/vec2.hpp> <glm/vec3.hpp> <glm/vec4.hpp>)
  endif()
endfunction()

# tpatlas_test(NAME [LINKS...]): one program of the GoogleTest files in tests/NAME, found by CTest
# test by test.
function(tpatlas_test name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target test_${name})
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${ARGN} tpatlas_flags GTest::gtest_main)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${target} PRIVATE -O1)  # compiled once, run once: a third less time in all
  endif()
  if(TPATLAS_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <cmath> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <string>
      <string_view> <vector> <glm/geometric.hpp> <glm/vec2.hpp> <glm/vec3.hpp> <gtest/gtest.h>)
  endif()
  target_compile_definitions(${target} PRIVATE
    TPATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TPATLAS_BINARY_DIR="${CMAKE_BINARY_DIR}"
    TPATLAS_REFERENCE_DIR="${TPATLAS_REFERENCE}")
  gtest_discover_tests(${target} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 300 DISCOVERY_MODE PRE_TEST)
endfunction()
