#!/usr/bin/env bash
# Packs the native plugin of this machine's platform: dist/pulumi-resource-vpcep-v<version>-<os>-<arch>.tar.gz with one
# executable, its licence notices and the mappings from Terraform, and dist/checksums.txt. Two builds of one commit give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

source scripts/platform.sh
plugin=pulumi-resource-vpcep$exe
work=artifacts/dist

# Never from a half-built state: the bytes depend on the commit alone.
rm -rf "$work"
scripts/native.sh provider/Vpcep.Provider "$work"

package=$work/package
mkdir -p "$package" dist
# Whole or not at all: tests may look for it meanwhile.
cp "$work/out/$plugin" "$work/$plugin"
mv "$work/$plugin" "$package/"
cp LICENSE "$package/LICENSE"
scripts/notices.sh "$work/obj/Vpcep.Provider/project.assets.json" > "$package/THIRD-PARTY-NOTICES.txt"
mkdir -p "$package/mappings"
cp provider/Vpcep.Provider/Mappings/*.json "$package/mappings/"
chmod 755 "$package/$plugin" "$package/mappings"
chmod 644 "$package/LICENSE" "$package/THIRD-PARTY-NOTICES.txt" "$package"/mappings/*
stamp=$(git log -1 --format=%ct 2> /dev/null || echo 0)
tarball=pulumi-resource-vpcep-v$version-$os-$arch.tar.gz
mapfile -t mappings < <(cd "$package" && printf '%s\n' mappings/*.json)
# The executable stands at the root of the archive, as the Pulumi CLI expects.
tar --mtime="@$stamp" --owner=0 --group=0 --numeric-owner --format=ustar -C "$package" -cf - \
    LICENSE THIRD-PARTY-NOTICES.txt "${mappings[@]}" "$plugin" | gzip -9 -n > "dist/$tarball"
(cd dist && sha256sum -- *.tar.gz > checksums.txt)
ls -l "dist/$tarball" | awk '{ printf "dist/%s: %.1f MB\n", "'"$tarball"'", $5 / 1e6 }'
