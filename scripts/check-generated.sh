#!/usr/bin/env bash
# Fails when schema.json or an SDK is not what the declarations give. Leaves the tree as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

dotnet run --project sdk/SchemaTool --configuration "$configuration" -- provider/Vpcep.Provider "$fresh/schema.json"
for language in dotnet nodejs; do
    dotnet run --project sdk/Generator --configuration "$configuration" -- "$language" "$fresh/schema.json" "$fresh/$language"
done

stale=0
diff -u schema.json "$fresh/schema.json" || stale=1
bin/pulumi-resource-vpcep schema | diff -u schema.json - || stale=1
for language in dotnet nodejs; do
    diff -ru --exclude bin --exclude obj --exclude node_modules --exclude package-lock.json "sdk/$language" "$fresh/$language" || stale=1
done
if [ "$stale" -ne 0 ]; then
    echo "generated files are stale: run 'make sdk' and commit what it writes" >&2
    exit 1
fi
