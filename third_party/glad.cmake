# The OpenGL loader is generated at configure time by a pinned generator in a virtual environment
# of its own inside the build folder; nothing is copied into the project.
set(TPATLAS_GLAD_VERSION 2.0.8)
set(glad_venv ${CMAKE_BINARY_DIR}/glad-venv)
set(glad_out ${CMAKE_BINARY_DIR}/glad)

if(NOT EXISTS ${glad_out}/src/gl.c)
  # The system's Python first: it sees Debian's python3-jinja2, which the generator needs.
  find_program(TPATLAS_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
  find_program(TPATLAS_PYTHON python3 REQUIRED)
  message(STATUS "Generating the OpenGL loader with glad2 ${TPATLAS_GLAD_VERSION}")
  set(glad_steps_ok TRUE)
  foreach(step
      "${TPATLAS_PYTHON};-m;venv;--system-site-packages;${glad_venv}"
      "${glad_venv}/bin/pip;install;--quiet;--disable-pip-version-check;--require-hashes;--no-deps;-r;${CMAKE_CURRENT_LIST_DIR}/glad-requirements.txt"
      # --reproducible: without it the generator tries to download the registry
      "${glad_venv}/bin/glad;--api;gl:core=3.3;--extensions;GL_KHR_debug,GL_EXT_texture_filter_anisotropic;--reproducible;--out-path;${glad_out};c;--loader")
    if(glad_steps_ok)
      execute_process(COMMAND ${step} RESULT_VARIABLE glad_status OUTPUT_VARIABLE glad_log ERROR_VARIABLE glad_log)
      if(NOT glad_status EQUAL 0)
        set(glad_steps_ok FALSE)
      endif()
    endif()
  endforeach()
  if(NOT glad_steps_ok)
    string(REGEX REPLACE "[\r\n]+" " " glad_log "${glad_log}")
    file(REMOVE_RECURSE ${glad_out} ${glad_venv})
    message(FATAL_ERROR "glad2 ${TPATLAS_GLAD_VERSION} cannot be had (Python's package index is needed once): ${glad_log}")
  endif()
endif()

add_library(tpatlas_glad STATIC ${glad_out}/src/gl.c)
target_include_directories(tpatlas_glad SYSTEM PUBLIC ${glad_out}/include)
target_link_libraries(tpatlas_glad PUBLIC ${CMAKE_DL_LIBS})
