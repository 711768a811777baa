#!/usr/bin/env bash
# Unpacks the plugin of this platform from dist/ to where the Pulumi CLI looks for plugins.
set -euo pipefail
cd "$(dirname "$0")/.."

source scripts/platform.sh
plugins=${PULUMI_HOME:-$HOME/.pulumi}/plugins
folder=$plugins/resource-vpcep-v$version

mkdir -p "$folder"
tar -xzf "dist/pulumi-resource-vpcep-v$version-$os-$arch.tar.gz" -C "$folder"
echo "installed $folder"
