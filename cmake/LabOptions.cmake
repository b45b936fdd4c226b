# What every target of the project has in common: language, warnings, sanitizers, compiler cache.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON) # for clang-tidy
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(LAB_SANITIZER "" CACHE STRING "Value for -fsanitize=, empty for none")
option(LAB_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)
option(LAB_WINDOW "Build the window and the tests, which need Qt; OFF: the command line alone" ON)
option(LAB_FUZZ "Build the libFuzzer programs of tests/fuzz (clang)" OFF)

find_program(LAB_CCACHE ccache)
if(LAB_CCACHE)
    # pch_defines and time_macros let ccache keep objects that use a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${LAB_CCACHE}")
endif()

add_library(lab_options INTERFACE)
target_include_directories(lab_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(lab_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 warns wrongly about `"," + std::string` (GCC bug 105651).
    target_compile_options(lab_options INTERFACE -Wno-restrict)
endif()
if(LAB_WARNINGS_AS_ERRORS)
    target_compile_options(lab_options INTERFACE -Werror)
endif()
# LibTorch's headers use `slots` as a name; the project writes Q_SIGNALS, Q_SLOTS and Q_EMIT.
target_compile_definitions(lab_options INTERFACE QT_NO_KEYWORDS LAB_VERSION="${PROJECT_VERSION}")
if(LAB_FUZZ)
    # The readers are watched by the fuzzer; its own main() is linked into its programs alone.
    target_compile_options(lab_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(lab_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(LAB_SANITIZER)
    target_compile_options(lab_options INTERFACE -fsanitize=${LAB_SANITIZER} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # With sanitizers GCC warns wrongly about LibTorch 1.13's optional (as GCC bug 80635).
        target_compile_options(lab_options INTERFACE -Wno-maybe-uninitialized)
    endif()
    target_link_options(lab_options INTERFACE -fsanitize=${LAB_SANITIZER})
endif()

# lab_room(NAME sources...): one static library per room, named lab_NAME. It goes into programs and into the engine's library.
function(lab_room name)
    add_library(lab_${name} STATIC ${ARGN})
    set_target_properties(lab_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(lab_${name} PUBLIC lab_options)
    if(NOT name STREQUAL "base")
        target_link_libraries(lab_${name} PUBLIC lab_base)
    endif()
endfunction()

option(LAB_PRECOMPILE "Read LibTorch's headers once, as a precompiled header" ON)

# lab_precompiled(TARGET NAME HEADERS header... LIBRARIES target... [WHERE regex]): TARGET takes the headers precompiled, made
# once under NAME with what the libraries ask for; of its files those alone that have a line which WHERE matches. Targets that
# share one are compiled alike (position-independent or not).
function(lab_precompiled target name)
    cmake_parse_arguments(arg "" "WHERE" "HEADERS;LIBRARIES" ${ARGN})
    if(NOT arg_WHERE)
        set(arg_WHERE "include <ATen/ATen.h>")
    endif()
    if(NOT LAB_PRECOMPILE OR LAB_FUZZ)
        return()
    endif()
    if(NOT TARGET ${name})
        file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "// Asks for the precompiled header.\n")
        add_library(${name} STATIC "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
        target_link_libraries(${name} PRIVATE lab_options ${arg_LIBRARIES})
        target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
        get_target_property(independent ${target} POSITION_INDEPENDENT_CODE)
        if(independent)
            set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
        endif()
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${name} PRIVATE -fpch-preprocess) # what ccache asks for
        endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${name})
    # Files without the headers would wait for them in vain.
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        file(STRINGS "${source}" uses_them REGEX "${arg_WHERE}" LIMIT_COUNT 1)
        if(NOT uses_them)
            set_source_files_properties("${source}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
        endif()
    endforeach()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()

# lab_precompiled_json(TARGET): the same for the library of JSON, whose header takes a third of the time of a file that uses it.
function(lab_precompiled_json target)
    lab_precompiled(${target} lab_json_headers HEADERS <nlohmann/json.hpp> LIBRARIES nlohmann_json::nlohmann_json
        WHERE "include (<nlohmann|.*(json|spec_values|spec_fields))")
endfunction()
