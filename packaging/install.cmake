# What an installation holds besides the programs, which install themselves. core/base/resources.cpp finds
# the resources beside the program: ../share/collapse-lab.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/" DESTINATION "${CMAKE_INSTALL_DATADIR}/collapse-lab"
    PATTERN icons EXCLUDE
    PATTERN screenshots EXCLUDE
    PATTERN "*.ts" EXCLUDE)
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/collapse-lab.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/collapse-lab.desktop"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/collapse-lab-mime.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME collapse-lab.xml)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/collapse-lab.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" RENAME io.github.collapse_lab.CollapseLab.metainfo.xml)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/copyright" "${PROJECT_SOURCE_DIR}/README.md"
    "${PROJECT_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/collapse-lab")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/collapse-lab"
    PATTERN "*.py" EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/datasets/"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/collapse-lab/datasets")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/packaging/cluster/" USE_SOURCE_PERMISSIONS
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/collapse-lab/examples")
install(FILES "${PROJECT_SOURCE_DIR}/packaging/python/collapse_lab.py"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/collapse-lab/python")
