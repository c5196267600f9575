# The embedded body is made once from the tables by tpatlas_build_body, which itself remakes only
# what changed; `tpatlas` starts from the cache that it writes.
set(TPATLAS_BODY_OUT ${CMAKE_BINARY_DIR}/assets)
if(TARGET tpatlas_build_body)
  # Parts made before are reused while neither their tables nor the code that makes them changed.
  file(GLOB body_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/body/*.cpp ${CMAKE_SOURCE_DIR}/src/body/*.hpp)
  set(body_code ${CMAKE_BINARY_DIR}/generated/body_code.hpp)
  set(body_flags "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS} ${TPATLAS_SANITIZE}")
  add_custom_command(
    OUTPUT ${body_code}
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} "-DFLAGS=${body_flags}" -DOUT=${body_code} -P ${CMAKE_SOURCE_DIR}/cmake/body_code.cmake
    DEPENDS ${body_sources} ${CMAKE_SOURCE_DIR}/cmake/body_code.cmake
            ${CMAKE_SOURCE_DIR}/src/core/mesh_data.cpp ${CMAKE_SOURCE_DIR}/src/core/mesh_data.hpp
            ${CMAKE_SOURCE_DIR}/src/domain/measurements.hpp ${CMAKE_SOURCE_DIR}/src/domain/skin_measurements.hpp
            ${CMAKE_SOURCE_DIR}/src/io/measurement_files.cpp ${CMAKE_SOURCE_DIR}/src/io/skin_tables.cpp
    VERBATIM)
  add_custom_target(tpatlas_body_code DEPENDS ${body_code})
  add_dependencies(tpatlas_build_body tpatlas_body_code)
  target_include_directories(tpatlas_build_body PRIVATE ${CMAKE_SOURCE_DIR}/tools ${CMAKE_BINARY_DIR}/generated)

  # Whatever the preset, a body is not made by unoptimised code: it would take minutes.
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    foreach(library core body atlas)
      target_compile_options(tpatlas_${library} PRIVATE -O2)
    endforeach()
  endif()

  file(GLOB_RECURSE body_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/body/*.toml ${CMAKE_SOURCE_DIR}/assets/catalogue/*.toml)
  add_custom_command(
    OUTPUT ${TPATLAS_BODY_OUT}/body.cache
    BYPRODUCTS ${TPATLAS_BODY_OUT}/body.glb
    COMMAND tpatlas_build_body --assets ${CMAKE_SOURCE_DIR}/assets --out ${TPATLAS_BODY_OUT}
    DEPENDS tpatlas_build_body ${body_tables}
    USES_TERMINAL  # its progress line is seen while it works
    COMMENT "Rebuilding the body from its tables")
  add_custom_target(tpatlas_body_cache ALL DEPENDS ${TPATLAS_BODY_OUT}/body.cache)
endif()
