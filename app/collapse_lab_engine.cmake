# The library that the window loads when something is run. Its own copies of the plain rooms are out of the program's sight.
add_library(collapse-lab-engine MODULE "${CMAKE_CURRENT_LIST_DIR}/engine/engine_module.cpp")
set_target_properties(collapse-lab-engine PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib/collapse-lab"
    LINK_FLAGS "-Wl,--exclude-libs,ALL -Wl,-Bsymbolic")
target_link_libraries(collapse-lab-engine PRIVATE lab_options lab_run lab_study_runs)
install(TARGETS collapse-lab-engine LIBRARY DESTINATION lib/collapse-lab)
