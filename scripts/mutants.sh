#!/usr/bin/env bash
# Changes the code of one room in many small ways and runs the tests that reach each change: scripts/mutants.sh ROOM, a
# folder of provider/, as Vpcep.Client/Polling; its tests are those of tests/Vpcep.Client.Tests, or of these whose full names
# contain a word of TESTS. What they do not notice is listed.
set -euo pipefail
cd "$(dirname "$0")/.."
room=${1:-} project=${1%%/*}
if [[ $room != */* || ! -d provider/$room ]]; then
    echo "which room? one of these, as ROOM=Vpcep.Client/Polling:" >&2
    (cd provider && find . -mindepth 3 -name '*.cs' -printf '%h\n' | grep -v '/obj' | cut -c3- | sort -u) >&2
    exit 1
fi

# MSBuild reads both as properties: another runner of tests, and folders of their own for what is built for it.
export Mutants=true ArtifactsPath=$PWD/artifacts/mutants/$project/
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
report=$PWD/artifacts/mutants/reports/${room//\//.}
dotnet tool restore > /dev/null
if [ "$project" = Vpcep.Provider ]; then
    # The tool does not run generators that are projects: it gets what they write.
    dotnet build provider/Vpcep.Provider --configuration Debug --nologo --verbosity quiet \
        -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath="${ArtifactsPath}generated"
    export Generated=${ArtifactsPath}generated/Pulumi.Provider.Generator
fi
# What is changed is not optimized, and allocates more than it may.
filter='|FullyQualifiedName!~AllocationTests'
[ -z "${TESTS:-}" ] || filter=$(printf '|FullyQualifiedName~%s' $TESTS)
cd "tests/$project.Tests"
dotnet stryker --config-file ../mutants.yaml --project "$project.csproj" --mutate "${room#*/}/**/*.cs" \
    --test-case-filter "${filter:1}" --output "$report" --skip-version-check
