# A Debian package, to be made on the release it is meant for:  cd build/release && cpack
set(LAB_MAINTAINER "The Collapse Lab developers <collapse-lab@localhost>" CACHE STRING
    "Name and address of whoever gives the package out")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME collapse-lab)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "${LAB_MAINTAINER}")
set(CPACK_PACKAGE_VENDOR "The Collapse Lab developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "Runs methods of test-time adaptation side by side on a stream of corrupted
pictures and draws what happens to them: accuracy, logit norm, dominance of one
class, distance of ZeroSiam's predictor from the identity. The parts of a method
are switches that can be thrown while it runs. A window for people and a command
line for machines without a screen.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The libraries are read from the programs; a BLAS and a font are not linked and have to be named.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-openmp | libblas3, libqt6sql6-sqlite, fonts-dejavu-core | fonts-freefont-ttf")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "dataset-fashion-mnist")
include(CPack)
