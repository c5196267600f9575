# Debian's packages as targets. README lists each with its reason and licence.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(glm REQUIRED)
find_package(Eigen3 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(meshoptimizer REQUIRED)
find_package(PNG REQUIRED)
find_package(glfw3 REQUIRED)
find_package(assimp REQUIRED)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(egl REQUIRED IMPORTED_TARGET egl)
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# OpenVDB's own find module lives outside CMake's path on Debian.
list(APPEND CMAKE_MODULE_PATH /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}/cmake/OpenVDB)
find_package(OpenVDB REQUIRED COMPONENTS openvdb)

include(third_party/glad.cmake)  # target tpatlas_glad

set(TPATLAS_FONT_FOLDER /usr/share/fonts CACHE PATH "Where the Inter fonts are looked for")
