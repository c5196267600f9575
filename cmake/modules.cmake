# tpatlas_precompile(TARGET LIST HEADERS...): the first target of a list compiles its headers once, the
# others use what it made; all of a list must have the same flags.
function(tpatlas_precompile target list)
  if(NOT TPATLAS_PRECOMPILE)
    return()
  endif()
  get_property(first GLOBAL PROPERTY "tpatlas_precompiled_${list}")
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
    set_property(GLOBAL PROPERTY "tpatlas_precompiled_${list}" ${target})
  endif()
endfunction()

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
  if(name MATCHES "^(state|scene|ui|app)$")  # nearly every file of these reads it
    set(session ${CMAKE_SOURCE_DIR}/src/state/session.hpp)
  endif()
  tpatlas_precompile(tpatlas_${name} "modules${session}"
    <algorithm> <cmath> <filesystem> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <unordered_map> <variant> <vector>
    <glm/common.hpp> <glm/geometric.hpp> <glm/mat4x4.hpp> <glm/vec2.hpp> <glm/vec3.hpp> <glm/vec4.hpp>
    ${session})
endfunction()

# tpatlas_test(NAME [LINKS...] [WHOLE SUITES...]): one program of the GoogleTest files in tests/NAME,
# found by CTest test by test; but each of the WHOLE suites is one test to CTest, as what its tests
# share takes seconds to make.
function(tpatlas_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" WHOLE)
  set(links ${test_UNPARSED_ARGUMENTS})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target test_${name})
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${links} tpatlas_flags GTest::gtest_main)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${target} PRIVATE -O1)  # compiled once, run once: a third less time in all
  endif()
  if("${links}" MATCHES nlohmann_json)  # slow to read
    set(json <nlohmann/json.hpp>)
  endif()
  tpatlas_precompile(${target} "tests${json}"
    <algorithm> <cmath> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <vector> <glm/geometric.hpp> <glm/vec2.hpp> <glm/vec3.hpp> <gtest/gtest.h> ${json})
  target_compile_definitions(${target} PRIVATE
    TPATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TPATLAS_BINARY_DIR="${CMAKE_BINARY_DIR}"
    TPATLAS_REFERENCE_DIR="${TPATLAS_REFERENCE}")
  set(one_by_one "*")
  if(test_WHOLE)
    list(TRANSFORM test_WHOLE APPEND ".*" OUTPUT_VARIABLE others)
    list(JOIN others ":" others)
    set(one_by_one "*-${others}")
  endif()
  foreach(suite IN LISTS test_WHOLE)
    add_test(NAME "${name}: ${suite}" COMMAND ${target} --gtest_filter=${suite}.*)
    set_tests_properties("${name}: ${suite}" PROPERTIES TIMEOUT 300)
  endforeach()
  gtest_discover_tests(${target} TEST_PREFIX "${name}: " TEST_FILTER "${one_by_one}"
    PROPERTIES TIMEOUT 300 DISCOVERY_MODE PRE_TEST)
endfunction()
