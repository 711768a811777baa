#!/usr/bin/env bash
# Runs the C# example against an emulated cloud, step by step, as a person would. Needs what `make build` made.
# The Pulumi CLI is taken when it is on PATH; the repository's own local engine otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v curl > /dev/null || { echo "the demo needs curl" >&2; exit 1; }
configuration=$(echo "${CONFIGURATION:-Release}" | tr '[:upper:]' '[:lower:]')
built="$PWD/artifacts/bin"
work=$(mktemp -d)
emulator_pid=""
trap '[ -z "$emulator_pid" ] || kill "$emulator_pid" 2> /dev/null || true; rm -rf "$work"' EXIT

say() { printf '\n\033[1m── %s\033[0m\n' "$*"; }
show() { printf '\033[2m$ %s\033[0m\n' "$*"; }

# A cloud of our own, where creating and deleting take three seconds instead of one to two minutes.
"$built/Emulator/$configuration/vpcep-emulator" --delay 3 > "$work/url" &
emulator_pid=$!
for _ in $(seq 100); do
    [ -s "$work/url" ] && break
    sleep 0.1
done
cloud=$(head -n 1 "$work/url")
[ -n "$cloud" ] || { echo "the emulator did not start" >&2; exit 1; }

# Nothing of the user's own clouds and stacks comes in.
unset "${!HW_@}" "${!OS_@}" "${!VPCEP_@}" "${!PULUMI_@}"
export NO_PROXY="127.0.0.1${NO_PROXY:+,$NO_PROXY}" no_proxy="127.0.0.1${no_proxy:+,$no_proxy}"
export VPCEP_ENDPOINT=$cloud HW_PROJECT_ID=6e9dfd51d1124e8d8498dce894923a0d
export HW_ACCESS_KEY=EMULATORACCESSKEY001 HW_SECRET_KEY=emulator-secret-key-not-a-real-one-00001
export PULUMI_CONFIG_PASSPHRASE=demo PULUMI_HOME=$work/home

# The project of the repository's root, in a folder of its own, so that the demo leaves nothing behind.
project="$work/project"
mkdir -p "$project"
sed -e "s|^main: .*|main: $PWD/examples/csharp|" -e "s|path: bin|path: $PWD/bin|" Pulumi.yaml > "$project/Pulumi.yaml"

say "A cloud to try it on: $cloud"
if command -v pulumi > /dev/null; then
    # State in the folder that goes at the end: no account and no login.
    export PULUMI_BACKEND_URL="file://$work" PULUMI_SKIP_UPDATE_CHECK=true
    engine=(pulumi)
    show "pulumi stack init dev"
    pulumi stack init dev --cwd "$project" > /dev/null
else
    engine=("$built/Engine/$configuration/local-pulumi")
fi

pulumi_() {
    show "pulumi $*"
    "${engine[@]}" "$@" --cwd "$project" --stack dev
}

config() {
    show "pulumi config set $1 $2"
    "${engine[@]}" config set "$1" "$2" --cwd "$project" --stack dev > /dev/null
}

# How many services and endpoints there are.
held() {
    local list answer sum=0
    for list in vpc-endpoint-services vpc-endpoints; do
        answer=$(curl -fsS -H 'X-Auth-Token: emulator-token-1' "$cloud/v1/$HW_PROJECT_ID/$list") || return
        [[ $answer =~ \"total_count\":([0-9]+) ]] || return
        sum=$((sum + BASH_REMATCH[1]))
    done
    echo "$sum"
}

config serviceVpcId 11111111-1111-4111-8111-111111111111
config servicePortId 22222222-2222-4222-8222-222222222222
config consumerVpcId 33333333-3333-4333-8333-333333333333
config consumerSubnetId 44444444-4444-4444-8444-444444444444
config consumerDomainId 5fc973eea581490997e82ea11a1df31f

say "Preview: the plan, and nothing made"
pulumi_ preview
[ "$(held)" -eq 0 ]
echo "The cloud holds $(held) objects."

say "Up: a service, a permission, an endpoint"
pulumi_ up --yes --skip-preview

say "Up again: nothing to do"
pulumi_ up --yes --skip-preview

say "Behind its back, someone turns approval on and renames the service"
service=$("${engine[@]}" stack export --cwd "$project" --stack dev | grep -o '"serviceId": *"[0-9a-f-]*"' | head -n 1 | grep -o '[0-9a-f-]\{36\}')
change='{"approval_enabled": true, "name": "hijacked"}'
show "curl -X PATCH $cloud/_emulator/services/$service -H 'Content-Type: application/json' -d '$change'"
curl -fsS -X PATCH "$cloud/_emulator/services/$service" -H 'Content-Type: application/json' -d "$change" > /dev/null

say "Refresh: the drift has names"
pulumi_ refresh --yes --skip-preview --diff

say "Up: repaired"
pulumi_ up --yes --skip-preview --diff

say "A change that the cloud makes in place: another port for clients"
config clientPort 8443
pulumi_ up --yes

say "A change that takes a new endpoint: another subnet"
config consumerSubnetId 55555555-5555-4555-8555-555555555555
pulumi_ up --yes

say "Destroy: all of it"
pulumi_ destroy --yes --skip-preview
[ "$(held)" -eq 0 ]
echo "The cloud holds $(held) objects."
