#!/usr/bin/env bash
# Packs what authors of providers need: dist/Pulumi.Provider*.nupkg with symbols, and dist/checksums.txt of all that lies there.
# Two builds of one commit give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Never from a half-built state: the bytes depend on the commit alone.
work=artifacts/packages
rm -rf "$work" dist/Pulumi.Provider*
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2> /dev/null || echo 315532800) \
    dotnet msbuild -restore provider/Packages.proj -target:Build -target:Pack -nologo -verbosity:quiet \
    -property:Configuration=Release -property:RunAnalyzers=false -property:ContinuousIntegrationBuild=true \
    -property:ArtifactsPath="$PWD/$work/" -property:PackageOutputPath="$PWD/dist/"
(cd dist && shopt -s nullglob && sha256sum -- *.tar.gz *.nupkg *.snupkg > checksums.txt)
(cd dist && printf 'dist/%s\n' *.nupkg)
