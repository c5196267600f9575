# Flags of our own code only: targets link tpatlas_flags PRIVATE, so that no dependency sees them.
add_library(tpatlas_flags INTERFACE)
target_compile_options(tpatlas_flags INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow               # a shadowed name hides a mistake
  -Wconversion-null -Wnon-virtual-dtor -Woverloaded-virtual
  -Wdouble-promotion     # float code that silently runs in double
  -ffp-contract=off      # the same tables give the same bytes, whatever the processor
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # GCC 12 warns falsely on "text" + string (its bug 105651)
  # It tidies its memory less often: 60 MB more (0.5 GB in all) for a twelfth of the compile time.
  $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=600000>
)
if(TPATLAS_PRECOMPILE)
  # There it warns of the library's own strings too, and as falsely (105329): what comes from a
  # precompiled header it does not know as the system's.
  target_compile_options(tpatlas_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow> $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>)
endif()
if(TPATLAS_WERROR)
  target_compile_options(tpatlas_flags INTERFACE -Werror)
endif()
if(TPATLAS_ASSERTS)
  target_compile_options(tpatlas_flags INTERFACE -UNDEBUG)
endif()
if(TPATLAS_SANITIZE)
  # What is left out the address sanitizer sees as well, and it takes two thirds of the compile time.
  target_compile_options(tpatlas_flags INTERFACE -fsanitize=address,undefined
    -fno-sanitize=null,alignment,object-size,vptr -fno-omit-frame-pointer)
  target_link_options(tpatlas_flags INTERFACE -fsanitize=address,undefined)
endif()
