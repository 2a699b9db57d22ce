# windsock_room(core_plan DIR rooms…): one static library per room, from the sources in its folder.
add_library(windsock_flags INTERFACE)
target_include_directories(windsock_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(windsock_flags INTERFACE
  QT_RESTRICTED_CAST_FROM_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
  WINDSOCK_VERSION="${PROJECT_VERSION}")
target_compile_options(windsock_flags INTERFACE -Wall -Wextra -Wno-missing-field-initializers
  $<$<BOOL:${WINDSOCK_WERROR}>:-Werror>)
if(WINDSOCK_SANITIZE)
  target_compile_options(windsock_flags INTERFACE -fsanitize=${WINDSOCK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  # With sanitizers GCC sees uninitialised members where there are none (GCC bug 105562).
  target_compile_options(windsock_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(windsock_flags INTERFACE -fsanitize=${WINDSOCK_SANITIZE})
endif()
find_program(WINDSOCK_LLD ld.lld)
if(WINDSOCK_LLD AND NOT APPLE)
  target_link_options(windsock_flags INTERFACE -fuse-ld=lld)
endif()

# Every target shares one precompiled header: the Qt and standard headers that nearly all files include.
function(windsock_precompile target)
  if(NOT WINDSOCK_PCH)
    return()
  endif()
  if(target STREQUAL core_base)
    target_precompile_headers(core_base PRIVATE <QtCore/QObject> <QtCore/QFuture> <QtCore/QHash> <QtCore/QDir>
      <QtCore/QDateTime> <QtCore/QRegularExpression> <QtCore/QCoreApplication> <functional> <memory> <optional> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM core_base)
  endif()
endfunction()

function(windsock_room target dir)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${dir}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${dir}/*.h)
  if(NOT sources MATCHES "\\.cpp")
    return() # a room that still stands empty
  endif()
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC windsock_flags Qt6::Core)
  foreach(room IN LISTS ARGN)
    if(TARGET ${room})
      target_link_libraries(${target} PUBLIC ${room})
    endif()
  endforeach()
  set_property(GLOBAL APPEND PROPERTY windsock_rooms ${target})
endfunction()
