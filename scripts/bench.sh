#!/usr/bin/env bash
# Builds what is measured and measures it. Parts may be named: scripts/bench.sh start-up calls. With BEFORE=COMMIT the plugin of
# that commit is built too, and start-up and calls are measured beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
source scripts/platform.sh

echo "building natively: the plugin, and the bare echo"
scripts/native.sh provider/Vpcep.Provider artifacts/dist
scripts/native.sh tests/Benchmarks.Echo artifacts/echo
if [ -n "${BEFORE:-}" ]; then
    BEFORE=$(git rev-parse --short "$BEFORE")
    before=artifacts/before/$BEFORE
    if [ ! -d "$before/artifacts" ]; then
        mkdir -p "$before"
        git archive "$BEFORE" | tar -x -C "$before"
        "$before/scripts/native.sh" provider/Vpcep.Provider artifacts/dist
    fi
    BEFORE_PLUGIN=$(find "$before/artifacts/dist" -path "*/out/pulumi-resource-vpcep$exe")
    export BEFORE BEFORE_PLUGIN
fi
# Not `dotnet build`, which ends with a summary however quiet it is told to be.
dotnet msbuild tests/Benchmarks -restore -nologo -verbosity:quiet -property:Configuration=Release
artifacts/bin/Benchmarks/release/Benchmarks "artifacts/dist/out/pulumi-resource-vpcep$exe" "artifacts/bin/Vpcep.Provider/release/pulumi-resource-vpcep$exe" \
    "artifacts/echo/out/Benchmarks.Echo$exe" "$PWD/docs/performance.md" "$@"
