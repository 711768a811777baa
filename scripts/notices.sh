#!/usr/bin/env bash
# The licences of what is compiled into the plugin, from the packages themselves; scripts/licences has the words of those that must
# be copied and that packages only name. $1: the project.assets.json of its build.
set -euo pipefail
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}

echo "pulumi-resource-vpcep contains these packages under these licences."
grep -o '"path": "[^"]*"' "$1" | cut -d'"' -f4 | sort -u | while read -r path; do
    folder=$packages/$path
    [ -d "$folder" ] && [[ $path != ..* ]] || continue # our own projects
    nuspec=$(find "$folder" -maxdepth 1 -name '*.nuspec' | head -1)
    # What only helps to build is not in the plugin.
    [ -n "$nuspec" ] && { [ -d "$folder/lib" ] || [ -d "$folder/framework" ]; } || continue
    licence=$(sed -n 's:.*<license[^>]*>\(.*\)</license>.*:\1:p' "$nuspec")
    [ -n "$licence" ] || licence=$(sed -n 's:.*<licenseUrl>\(.*\)</licenseUrl>.*:\1:p' "$nuspec")
    copyright=$(sed -n 's:.*<copyright>\(.*\)</copyright>.*:\1:p' "$nuspec")
    printf '\n== %s\nLicence: %s\n%s\n' "$path" "$licence" "$copyright"
    for file in "$folder"/LICENSE* "$folder"/THIRD-PARTY-NOTICES* "scripts/licences/$licence.txt"; do
        [ ! -f "$file" ] || { printf '\n' && cat "$file"; }
    done
done
