find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(JPEG REQUIRED)
find_package(CURL REQUIRED)
find_package(LibArchive REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(nlohmann_json REQUIRED)
find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs)
find_package(Torch REQUIRED)
# LibTorch's own builds bring an OpenMP runtime of another name, which must not be doubled.
find_package(OpenMP COMPONENTS CXX)
file(GLOB LAB_OPENMP_LIBRARIES "${TORCH_INSTALL_PREFIX}/lib/libgomp-*.so*")
if(NOT LAB_OPENMP_LIBRARIES)
    set(LAB_OPENMP_LIBRARIES ${OpenMP_CXX_LIBRARIES})
endif()
# Debian's package has no CMake files, upstream's has.
find_path(LAB_UTF8PROC_INCLUDE utf8proc.h REQUIRED DOC "Folder of utf8proc.h (libutf8proc-dev)")
find_library(LAB_UTF8PROC_LIBRARY utf8proc REQUIRED DOC "The library utf8proc (libutf8proc-dev)")
find_path(LAB_CAIRO_INCLUDE cairo-pdf.h PATH_SUFFIXES cairo REQUIRED DOC "Folder of Cairo's headers (libcairo2-dev)")
find_library(LAB_CAIRO_LIBRARY cairo REQUIRED DOC "The library cairo (libcairo2-dev)")
if(LAB_WINDOW)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Network Sql Svg Test)
endif()

# OpenCV and LibTorch as system headers, so that their warnings are not ours.
add_library(lab_opencv INTERFACE)
target_include_directories(lab_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
target_link_libraries(lab_opencv INTERFACE opencv_core opencv_imgproc opencv_imgcodecs)

add_library(lab_utf8proc INTERFACE)
target_include_directories(lab_utf8proc SYSTEM INTERFACE ${LAB_UTF8PROC_INCLUDE})
target_link_libraries(lab_utf8proc INTERFACE ${LAB_UTF8PROC_LIBRARY})

add_library(lab_cairo INTERFACE)
target_include_directories(lab_cairo SYSTEM INTERFACE ${LAB_CAIRO_INCLUDE})
target_link_libraries(lab_cairo INTERFACE ${LAB_CAIRO_LIBRARY})

add_library(lab_torch INTERFACE)
target_link_libraries(lab_torch INTERFACE ${TORCH_LIBRARIES})
if(LAB_FUZZ)
    # Clang with libstdc++ in C++20 looks into LibTorch 1.13's lists before their element is declared in full.
    target_compile_options(lab_torch INTERFACE "SHELL:-include ATen/core/ivalue.h")
endif()
