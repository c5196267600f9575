# The embedded body is made once from the tables by tpatlas_build_body, which itself remakes only
# what changed; `tpatlas` starts from the cache that it writes.
set(TPATLAS_BODY_OUT ${CMAKE_BINARY_DIR}/assets)
if(TARGET tpatlas_build_body)
  file(GLOB_RECURSE body_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/body/*.toml ${CMAKE_SOURCE_DIR}/assets/catalogue/*.toml)
  add_custom_command(
    OUTPUT ${TPATLAS_BODY_OUT}/body.cache
    BYPRODUCTS ${TPATLAS_BODY_OUT}/body.glb
    COMMAND tpatlas_build_body --assets ${CMAKE_SOURCE_DIR}/assets --out ${TPATLAS_BODY_OUT}
    DEPENDS tpatlas_build_body ${body_tables}
    USES_TERMINAL  # its progress line is seen while it works
    COMMENT "Rebuilding the body from its tables")
  add_custom_target(tpatlas_body ALL DEPENDS ${TPATLAS_BODY_OUT}/body.cache)
endif()
