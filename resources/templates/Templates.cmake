# The workspace skeletons that `windsock init` writes, compiled into the room that uses them.
file(GLOB_RECURSE skeletons CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/common/* ${CMAKE_CURRENT_LIST_DIR}/community/* ${CMAKE_CURRENT_LIST_DIR}/official/*)
if(TARGET core_workspace)
  qt_add_resources(core_workspace templates PREFIX /templates BASE ${CMAKE_CURRENT_LIST_DIR} FILES ${skeletons})
endif()
