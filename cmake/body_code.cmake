# cmake -DSOURCE=... -DFLAGS=... -DOUT=... -P body_code.cmake: writes OUT with a hash of the sources
# that rebuild muscles, bones, skin and contacts, so that tpatlas_build_body knows which of the parts that it
# made before are still right.
function(hash_of_sources variable)
  set(text "${FLAGS}")
  foreach(pattern ${ARGN})
    file(GLOB files ${SOURCE}/${pattern})
    list(SORT files)
    foreach(file ${files})
      file(SHA256 ${file} hash)
      string(APPEND text " ${hash}")
    endforeach()
  endforeach()
  string(SHA256 hash "${text}")
  set(${variable} ${hash} PARENT_SCOPE)
endfunction()

set(shared src/core/mesh_data.* src/domain/measurements.hpp src/io/measurement_files.cpp)
hash_of_sources(muscles ${shared} src/body/muscle_* tools/build_body/muscle_thinning.*)
hash_of_sources(bones ${shared} src/body/bone_*)
hash_of_sources(skin ${shared} src/body/skin* src/body/field* src/domain/skin_* src/io/skin_*)
hash_of_sources(contacts src/core/mesh_data.* src/body/contact* src/body/field*)
set(text "// Made by cmake/body_code.cmake.
#pragma once
namespace tpatlas::body_code {
inline constexpr const char* muscles = \"${muscles}\";
inline constexpr const char* bones = \"${bones}\";
inline constexpr const char* skin = \"${skin}\";
inline constexpr const char* contacts = \"${contacts}\";
}
")
file(WRITE ${OUT}.new "${text}")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
