#!/usr/bin/env bash
# Compiles a project to a native executable for this machine's platform: scripts/native.sh PROJECT FOLDER. What comes of it is
# in FOLDER/out and FOLDER/obj.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/platform.sh
project=$1 work=$2
linker=()
command -v clang > /dev/null || linker=(-p:CppCompilerAndLinker=gcc)

# -p:ContinuousIntegrationBuild: paths of this machine stay out of the executable. The analyzers run in the usual build.
dotnet publish "$project" --configuration Release --runtime "$runtime" --verbosity quiet \
    -p:Native=true -p:RunAnalyzers=false -p:ContinuousIntegrationBuild=true "${linker[@]}" \
    -p:ArtifactsPath="$PWD/$work/" --output "$work/out" >&2
