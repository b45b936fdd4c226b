# The window program.
add_executable(collapse-lab "${CMAKE_CURRENT_LIST_DIR}/collapse_lab.cpp")
target_link_libraries(collapse-lab PRIVATE lab_ui lab_options)
add_dependencies(collapse-lab collapse-lab-engine)
install(TARGETS collapse-lab RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
