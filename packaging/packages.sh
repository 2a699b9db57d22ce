# SPDX-License-Identifier: Apache-2.0
# What Windsock needs from each system, by the names that its package manager uses. Sourced by packaging/lib.sh.
# BUILD: to compile, and a Python that can fetch packages, so that the example starts where there is no container engine.
# PACKAGE: beside BUILD, for packaging/package.
# TEST: beside BUILD, for packaging/test. Programs that users need at run time (docker, kind, helm, kubectl) are not here:
# `windsock doctor` looks for those and says how to get each.
# shellcheck shell=bash disable=SC2034

packages_apt() { # Debian 12 and 13, Ubuntu 24.04
  BUILD=(g++ cmake ninja-build ccache lld qt6-base-dev qt6-svg-dev qt6-l10n-tools libgl-dev libyaml-cpp-dev
    libcli11-dev libdtl-dev python3-venv)
  # bubblewrap: without it, what a part sees at the pods' paths is passed over.
  TEST=(python3 curl procps clang-format appstream desktop-file-utils bubblewrap)
  PACKAGE=(dpkg-dev file) # without the first the package would depend on nothing
}

packages_dnf() { # Fedora
  BUILD=(gcc-c++ cmake git ninja-build ccache lld qt6-qtbase-devel qt6-qtsvg-devel qt6-linguist mesa-libGL-devel
    yaml-cpp-devel cli11-devel python3-pip)
  # The sanitizers' libraries are packages of their own here.
  TEST=(python3 curl procps-ng clang-tools-extra libasan libubsan appstream desktop-file-utils)
  PACKAGE=(rpm-build)
}

packages_brew() { # macOS; the compiler comes with Xcode's command line tools
  BUILD=(cmake ninja ccache qt yaml-cpp cli11)
  TEST=(python3 clang-format)
}
