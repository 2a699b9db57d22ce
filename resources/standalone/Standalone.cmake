# The script that brings Airflow's database where its workspace wants it, compiled into the backend that runs it.
if(TARGET core_backends_standalone)
  qt_add_resources(core_backends_standalone standalone PREFIX /standalone BASE ${CMAKE_CURRENT_LIST_DIR} FILES ${CMAKE_CURRENT_LIST_DIR}/prepare.py)
endif()
