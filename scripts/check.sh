#!/usr/bin/env bash
# Format, analyzers and fast tests of what changed since the last commit; of the last commit when nothing has. By project: a
# project's own tests, not those of all that use it. What takes long (faults at every moment, every input on every cloud, thousands
# of resources, processes) is left to `make test`.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}

changed=$(git diff --name-only HEAD && git ls-files --others --exclude-standard)
[ -n "$changed" ] || changed=$(git diff --name-only HEAD~1)
present=$(while read -r file; do [ ! -f "$file" ] || echo "$file"; done <<< "$changed")

formatted=$(grep -E '\.(cs|csproj|props|targets|xml|slnx)$' <<< "$present" || true)
if [ -n "$formatted" ]; then
    dotnet tool restore > /dev/null
    # shellcheck disable=SC2086 # names of this repository have no spaces
    dotnet csharpier check $formatted
fi

# The project that tests a file, or that at least builds it.
project() {
    case $1 in
        provider/Pulumi.Provider.Testing/Engine/*) echo tests/Engine.Tests ;;
        provider/Pulumi.Provider.Testing/*) echo tests/Pulumi.Provider.Testing.Tests ;;
        provider/Pulumi.Provider.Templates/* | provider/Package*) echo tests/Conformance ;;
        provider/Pulumi.Provider*) echo tests/Pulumi.Provider.Tests ;;
        provider/Vpcep.Client/*) echo tests/Vpcep.Client.Tests ;;
        provider/* | schema.json) echo tests/Vpcep.Provider.Tests ;;
        sdk/* | docs/* | examples/* | *.md) echo tests/Generator.Tests ;;
        tests/Engine/* | tests/Emulator/* | tests/Pulumi.StandIn/*) cut -d/ -f1-2 <<< "$1" | sed 's/$/.Tests/' ;;
        tests/Support/*) echo tests/Engine.Tests ;;
        tests/*/*) cut -d/ -f1-2 <<< "$1" ;;
    esac
}

projects=$(while read -r file; do project "$file"; done <<< "$changed" | sort -u)
for project in $projects; do
    [ -d "$project" ] || continue
    echo "$project"
    dotnet msbuild -restore -nologo -verbosity:quiet -property:Configuration="$configuration" "$project"
    name=$(basename "$project")
    program=artifacts/bin/$name/$(tr '[:upper:]' '[:lower:]' <<< "$configuration")/$name
    case $name in
        EndToEnd* | Conformance* | Benchmarks* | *Support) ;; # built, and no more
        *.Tests)
            "$program" -noLogo -noColor -preEnumerateTheories \
                -namespace- '*.Efficiency' -namespace- '*.Exhaustive' -namespace- '*.Faults' -namespace- '*.Recovery' -namespace- '*.Plugin' \
                -namespace- '*.Documentation*' -namespace- '*.Programs' > "artifacts/check.log" \
                || { grep -v -E '^ +(Starting|Discover|Finished)' artifacts/check.log; exit 1; }
            grep -E 'Total:' artifacts/check.log
            ;;
    esac
done
