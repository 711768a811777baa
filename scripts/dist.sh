#!/usr/bin/env bash
# Packs the native plugin of this machine's platform: dist/pulumi-resource-vpcep-v<version>-<os>-<arch>.tar.gz with one
# executable and its licence notices, and dist/checksums.txt. Two builds of one commit give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

source scripts/platform.sh
plugin=pulumi-resource-vpcep$exe
work=artifacts/dist
linker=()
command -v clang > /dev/null || linker=(-p:CppCompilerAndLinker=gcc)

publish() {
    # -p:ContinuousIntegrationBuild: paths of this machine stay out of the executable.
    dotnet publish provider/Vpcep.Provider --configuration Release --runtime "$runtime" --verbosity quiet \
        -p:Native=true -p:PluginFramework="$1" -p:ContinuousIntegrationBuild=true "${linker[@]}" \
        -p:ArtifactsPath="$PWD/$work/$1/" --output "$work/$1/out"
}

rm -rf "$work"
framework=net10.0
if ! publish $framework > "$work.log" 2>&1; then
    if ! grep -q 'NU110[12].*NativeAOT' "$work.log"; then
        cat "$work.log" >&2
        exit 1
    fi
    framework=net9.0
    echo "dist: the package feed has no native compiler for net10.0; building with that of $framework" >&2
    publish $framework
fi

package=$work/package
mkdir -p "$package" dist
cp "$work/$framework/out/$plugin" "$package/"
cp LICENSE "$package/LICENSE"
scripts/notices.sh "$work/$framework/obj/Vpcep.Provider/project.assets.json" > "$package/THIRD-PARTY-NOTICES.txt"
chmod 755 "$package/$plugin"
chmod 644 "$package/LICENSE" "$package/THIRD-PARTY-NOTICES.txt"
stamp=$(git log -1 --format=%ct 2> /dev/null || echo 0)
tarball=pulumi-resource-vpcep-v$version-$os-$arch.tar.gz
# The executable stands at the root of the archive, as the Pulumi CLI expects.
tar --mtime="@$stamp" --owner=0 --group=0 --numeric-owner --format=ustar -C "$package" -cf - \
    LICENSE THIRD-PARTY-NOTICES.txt "$plugin" | gzip -9 -n > "dist/$tarball"
(cd dist && sha256sum -- *.tar.gz > checksums.txt)
ls -l "dist/$tarball" | awk '{ printf "dist/%s: %.1f MB\n", "'"$tarball"'", $5 / 1e6 }'
