# SPDX-License-Identifier: Apache-2.0
# What packaging/run and packaging/test share: find the system, install what is missing, configure and build.
# Sourced, with `root` set to the project's folder. Works with bash 3.2, which is what macOS has.
# shellcheck shell=bash
# shellcheck source=packaging/packages.sh
. "$root/packaging/packages.sh"

say() { printf '%s\n' "windsock: $*" >&2; }
die() { say "$*"; exit 1; }

# The folder for builds: in the work tree but not in git, unless WINDSOCK_BUILD_DIR names another one.
build_root="${WINDSOCK_BUILD_DIR:-$root/build}"

package_system() {
  if [ "$(uname -s)" = Darwin ]; then
    command -v brew >/dev/null || die "Homebrew is not there. Install it as its home page (brew.sh) says, then run this again."
    echo brew
  elif command -v apt-get >/dev/null; then echo apt
  elif command -v dnf >/dev/null; then echo dnf
  else
    die "No apt, dnf or Homebrew here. Install by hand what packaging/packages.sh lists, then use: WINDSOCK_NO_INSTALL=1 $0"
  fi
}

# Prints those of the given packages that are not installed.
missing_packages() { # system package…
  local system=$1 package
  shift
  case $system in
  apt)
    local there
    there=$(dpkg-query -W -f='${db:Status-Abbrev}|${binary:Package}|${Provides}\n' 2>/dev/null | grep '^.i' | tr -d ' ')
    for package in "$@"; do
      printf '%s\n' "$there" | grep -Eq "^[^|]*\|$(escaped "$package")(:[a-z0-9]+)?\|" || echo "$package"
    done
    ;;
  dnf) for package in "$@"; do rpm -q --whatprovides "$package" >/dev/null 2>&1 || echo "$package"; done ;;
  brew)
    local formulae
    formulae=$(brew list --formula -1 | grep -v '^qt@5')
    for package in "$@"; do
      # python3 may be macOS' own, and qt may be a version of its own (qt@6).
      printf '%s\n' "$formulae" | grep -Eq "^$(escaped "$package")(@.*)?$" || { [ "$package" = python3 ] && command -v python3 >/dev/null; } ||
        echo "$package"
    done
    ;;
  esac
}
escaped() { printf '%s' "$1" | sed 's/[.+]/\\&/g'; }

# Before anything whose words may be put aside: why nothing can be installed is said in any case.
require_root() { # command…
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || die "This needs root and there is no sudo. As root: $*"
}
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() { # system package…
  local system=$1
  shift
  case $system in
  apt)
    require_root apt-get install "$@"
    # A machine's own updates hold dpkg's lock for minutes after a boot: wait for it, apt says for whom.
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300)
    # Old or empty package lists are the usual reason for a failure: refresh them once.
    as_root "${install[@]}" "$@" >&2 2>/dev/null || { as_root apt-get update -q >&2 && as_root "${install[@]}" "$@" >&2; }
    ;;
  dnf)
    require_root dnf install "$@"
    as_root dnf install -y --setopt=install_weak_deps=False "$@" >&2
    ;;
  brew) brew install "$@" >&2 ;;
  esac
}

# need build|test|package: installs what is missing, and says what.
need() {
  [ -z "${WINDSOCK_NO_INSTALL:-}" ] || return 0
  local system BUILD=() TEST=() PACKAGE=() missing=() package
  system=$(package_system)
  "packages_$system"
  local wanted=("${BUILD[@]}")
  case $1 in
  test) wanted+=("${TEST[@]}") ;;
  package) wanted+=(${PACKAGE[@]+"${PACKAGE[@]}"}) ;;
  esac
  for package in $(missing_packages "$system" "${wanted[@]}"); do missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing with $system: ${missing[*]}"
  install_packages "$system" "${missing[@]}" || die "Installing failed. By hand: ${missing[*]}"
}

processors() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# compile NAME [cmake option…]: configures where needed and builds into $build_root/NAME; only $only_targets where it is set.
compile() {
  local name=$1 folder="$build_root/$1"
  shift
  local options=(-G Ninja "$@")
  command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  [ "$(uname -s)" != Darwin ] || options+=("-DCMAKE_PREFIX_PATH=$(brew --prefix qt)")
  # CMake's files name where they lie: those of a tree that was moved or copied would build the other one.
  local place="$root in $folder"
  if [ -e "$folder/.place" ] && [ "$(cat "$folder/.place")" != "$place" ]; then rm -rf "$folder"; fi
  mkdir -p "$folder"
  printf '%s' "$place" >"$folder/.place"
  # Precompiled headers and ccache get along only when time macros are left out of its hash.
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  if [ "$(cat "$folder/.options" 2>/dev/null)" != "${options[*]}" ] || [ ! -f "$folder/build.ninja" ]; then
    say "configuring $name"
    cmake -S "$root" -B "$folder" "${options[@]}" >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log" >&2; return 1; }
    printf '%s' "${options[*]}" >"$folder/.options"
  fi
  say "building $name with $(processors) processors"
  # shellcheck disable=SC2086
  cmake --build "$folder" --parallel "$(processors)" ${only_targets:+--target $only_targets} >"$folder/build.log" 2>&1 || { grep -vE '^\[[0-9]+/[0-9]+\]' "$folder/build.log" >&2; return 1; }
}
