# shellcheck shell=bash
# Sourced by the scripts beside it: strict mode, the repository's root, timed stages, plain skips.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
export PATH="$root/target/tools/bin:$PATH"

stage_times=()
stage_skips=()
stage_now=

# stage NAME COMMAND…: run a command under a heading, remember its time; the first that fails ends the script.
stage() {
  stage_now=$1
  local began=$SECONDS
  shift
  printf '\n==> %s\n' "$stage_now"
  "$@"
  stage_times+=("$(printf '%5d s  %s' $((SECONDS - began)) "$stage_now")")
  stage_now=
}

# skip WHAT: say that something was left out. A skip in CI is a failure.
skip() {
  printf 'SKIPPED: %s\n' "$1"
  [[ ${CI:-} != true ]] || { echo "A skip is a failure when CI=true." >&2; return 1; }
  stage_skips+=("$1")
}

# On exit: undo (if the script defines cleanup), then the times of all stages and what was skipped.
finish() {
  local status=$?
  ! declare -F cleanup >/dev/null || cleanup || true
  if ((${#stage_times[@]})); then printf '\nStages:\n' && printf '%s\n' "${stage_times[@]}" "$(printf '%5d s  in all' "$SECONDS")"; fi
  if ((${#stage_skips[@]})); then printf '\nSkipped:\n' && printf '  %s\n' "${stage_skips[@]}"; fi
  if ((status)) && [[ -n $stage_now ]]; then printf '\nFAILED: %s\n' "$stage_now" >&2; fi
  exit "$status"
}
trap finish EXIT

have() { command -v "$1" >/dev/null; }

# fingerprint PATH…: one hash over the names and contents of all sources there.
fingerprint() {
  find "$@" -name node_modules -prune -o -name dist -prune -o -name .cache -prune -o -name .tanstack -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum | cut -d' ' -f1
}

# with_node CMD…: a command of the single-page application's npm tree, on the Node that tree names.
with_node() { PATH="$root/web-spa/node_modules/.bin:$PATH" "$@"; }

# spa SCRIPT…: one of its npm scripts.
spa() { npm --prefix web-spa run --silent "$@"; }

# e2e_sources: form, lint and types of the browser tests. From their folder, as Biome wants one root configuration.
e2e_sources() {
  (cd tests/e2e && with_node biome ci .)
  with_node tsc --noEmit --project tests/e2e
}

# build_spa: both applications, unless nothing changed since the last build.
build_spa() {
  local mark=web-spa/dist/.built-from sources
  sources=$(fingerprint web-spa)
  if [[ -f $mark && $(<"$mark") == "$sources" ]]; then
    echo "The single-page application is up to date."
    return
  fi
  spa build
  fingerprint web-spa >"$mark"
}

# shellcheck disable=SC2034 # for the scripts that source this
# The server, with the same features of its dependencies as in the tests, so that neither rebuilds the other's.
build_server=(cargo build --locked --workspace --bins)

# demo_database: the newest schema, and the demo in it if ./data is empty.
demo_database() {
  local fresh=
  [[ -n $(ls -A data 2>/dev/null) ]] || fresh=yes
  target/debug/portico migrate || return
  [[ -z $fresh ]] || target/debug/portico seed --demo || { rm -rf data && return 1; }
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
