#!/usr/bin/env bash
# Compiles a project to a native executable for this machine's platform: scripts/native.sh PROJECT FOLDER. Prints the folder
# with what came of it: out/ and obj/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/platform.sh
project=$1 work=$2
linker=()
command -v clang > /dev/null || linker=(-p:CppCompilerAndLinker=gcc)

publish() {
    # -p:ContinuousIntegrationBuild: paths of this machine stay out of the executable.
    dotnet publish "$project" --configuration Release --runtime "$runtime" --verbosity quiet \
        -p:Native=true -p:PluginFramework="$1" -p:ContinuousIntegrationBuild=true "${linker[@]}" \
        -p:ArtifactsPath="$PWD/$work/$1/" --output "$work/$1/out"
}

mkdir -p "$work"
framework=net10.0
if ! publish $framework > "$work.log" 2>&1; then
    if ! grep -q 'NU110[12].*NativeAOT' "$work.log"; then
        cat "$work.log" >&2
        exit 1
    fi
    framework=net9.0
    echo "the package feed has no native compiler for net10.0; building with that of $framework" >&2
    publish $framework >&2
fi
echo "$work/$framework"
