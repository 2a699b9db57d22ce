# The scripts that the backend runs in an environment's own Python, compiled into it.
if(TARGET core_backends_standalone)
  qt_add_resources(core_backends_standalone standalone PREFIX /standalone BASE ${CMAKE_CURRENT_LIST_DIR} FILES
    ${CMAKE_CURRENT_LIST_DIR}/prepare.py ${CMAKE_CURRENT_LIST_DIR}/objects.py
    ${CMAKE_CURRENT_LIST_DIR}/part.py)
endif()
