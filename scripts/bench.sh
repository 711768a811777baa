#!/usr/bin/env bash
# Builds what is measured and measures it. Parts may be named: scripts/bench.sh start-up calls
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
source scripts/platform.sh

echo "building natively: the plugin, and the bare transport"
plugin=$(scripts/native.sh provider/Vpcep.Provider artifacts/dist)/out/pulumi-resource-vpcep$exe
echo=$(scripts/native.sh tests/Benchmarks.Echo artifacts/echo)/out/Benchmarks.Echo$exe
# Not `dotnet build`, which ends with a summary however quiet it is told to be.
dotnet msbuild tests/Benchmarks -restore -nologo -verbosity:quiet -property:Configuration=Release
artifacts/bin/Benchmarks/release/Benchmarks "$plugin" "artifacts/bin/Vpcep.Provider/release/pulumi-resource-vpcep$exe" \
    "$echo" "$PWD/docs/performance.md" "$@"
