# What `cmake --install` puts beside the program, and how CPack makes a .deb or .rpm of it: `cpack -G DEB` in a release build.
if(UNIX AND NOT APPLE)
  include(GNUInstallDirs)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
  if(WINDSOCK_GUI)
    set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
    install(FILES ${linux}/org.windsock.Windsock.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${linux}/org.windsock.Windsock.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/windsock.svg
      DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME org.windsock.Windsock.svg)
  endif()
endif()

set(CPACK_PACKAGE_NAME windsock)
set(CPACK_PACKAGE_VENDOR "The Windsock authors")
set(CPACK_PACKAGE_CONTACT "The Windsock authors <windsock@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Control panel and command for a local Airflow on kind")
set(CPACK_PACKAGE_DESCRIPTION
  "Windsock turns a folder with DAGs, a kind config and Helm values into a running Airflow: it builds the image, creates
 the cluster, installs the chart, waits until Airflow is healthy and keeps the web page reachable. With a window or without.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Not hard dependencies: an engine may be Docker, Podman or Colima, and kind, helm, kubectl are seldom packages.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "docker.io | docker-ce | podman, kubectl, helm")
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE Apache-2.0)
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_GENERATOR "DEB")
include(CPack)
