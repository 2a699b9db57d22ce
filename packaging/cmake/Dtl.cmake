# dtl (BSD licence, headers only). Debian and Ubuntu have it as libdtl-dev; elsewhere its release 1.21 is fetched by commit, so that
# git itself proves that it is the one.
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp)
if(NOT DTL_INCLUDE_DIR)
  include(FetchContent)
  FetchContent_Declare(dtl GIT_REPOSITORY https://github.com/cubicdaiya/dtl.git GIT_TAG 32567bb9ec704f09040fb1ed7431a3d967e3df03
                           SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(dtl)
  set(DTL_INCLUDE_DIR "${dtl_SOURCE_DIR}" CACHE PATH "The folder that holds dtl/dtl.hpp" FORCE)
endif()
