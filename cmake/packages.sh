# Sourced by examples/run, tests/run and .ci/run.

# need_packages NAME…: installs what is missing with apt-get and touches nothing when all is there. "a|b" is met by either.
need_packages() {
  local wanted missing=() as_root=()
  command -v dpkg-query >/dev/null || return 0 # not a Debian: CMake will name what it does not find
  for wanted in "$@"; do
    has_package "$wanted" || missing+=("${wanted%%|*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "missing and no sudo to install them: ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  echo "installing with ${as_root[*]:+sudo }apt-get: ${missing[*]}"
  # RUNLEVEL=1: a package that brings a server does not start it.
  as_root+=(env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq)
  "${as_root[@]}" update </dev/null || return 1
  quietly "${as_root[@]}" install -y --no-install-recommends "${missing[@]}"
}

has_package() {
  local name names
  IFS='|' read -ra names <<<"$1"
  for name in "${names[@]}"; do
    case $(dpkg-query -W -f='${db:Status-Status} ' "$name" 2>/dev/null) in *installed*) return 0 ;; esac
  done
  return 1
}

# quietly COMMAND…: its output is shown when it fails, and only then.
quietly() {
  local log code=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || code=$?
  [ "$code" = 0 ] || tail -n 60 "$log" >&2
  rm -f "$log"
  return "$code"
}

build_packages=(g++ cmake ninja-build ccache 'libboost1.81-dev|libboost1.74-dev|libboost-dev' libsoci-dev libfmt-dev libcli11-dev
                libsqlite3-dev libpq-dev libcrypt-dev)
test_packages=(catch2 postgresql sqlite3)
clang_packages=(clang-19)
