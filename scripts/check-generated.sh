#!/usr/bin/env bash
# Fails when schema.json, a mapping from Terraform, an SDK or a page of the reference is not what the declarations give. Leaves the tree
# as it is. Needs what `make build` made.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
stale=0

built=artifacts/bin
kind=$(tr '[:upper:]' '[:lower:]' <<< "$configuration")
dotnet "$built/Generator/$kind/Generator.dll" build "$built/Vpcep.Provider/$kind/pulumi-resource-vpcep.dll" provider/Vpcep.Provider \
    "$fresh/schema.json" mappings="$fresh/mappings" dotnet="$fresh/dotnet" nodejs="$fresh/nodejs" pages="$fresh/pages"
diff -u schema.json "$fresh/schema.json" || stale=1
diff -ru --exclude terraform.tsv provider/Vpcep.Provider/Mappings "$fresh/mappings" || stale=1
bin/pulumi-resource-vpcep schema | diff -u schema.json - || stale=1
for target in dotnet:sdk/dotnet nodejs:sdk/nodejs pages:docs/reference; do
    diff -ru --exclude bin --exclude obj --exclude node_modules --exclude package-lock.json "${target#*:}" "$fresh/${target%:*}" || stale=1
done

if [ "$stale" -ne 0 ]; then
    echo "generated files are stale: run 'make sdk' and commit what it writes" >&2
    exit 1
fi
