#!/usr/bin/env bash
# Deploys the program to a cloud on this machine, checks that a second deployment has nothing to do, and takes it down again.
set -euo pipefail
cd "$(dirname "$0")"
pulumi=${PULUMI:-pulumi}
emulator=${EMULATOR:-../../artifacts/bin/Emulator/release/vpcep-emulator}
work=$(mktemp -d)
trap 'kill "$cloud" 2> /dev/null || true; rm -rf "$work" app/Pulumi.test.yaml' EXIT

"$emulator" --dialect "${DIALECT:-ankara}" --delay 1 > "$work/url" &
cloud=$!
while [ ! -s "$work/url" ]; do
    kill -0 "$cloud"
    sleep 0.1
done

# The project, and the keys that every emulator knows.
export VPCEP_ENDPOINT HW_PROJECT_ID=6e9dfd51d1124e8d8498dce894923a0d
export HW_ACCESS_KEY=EMULATORACCESSKEY001 HW_SECRET_KEY=emulator-secret-key-not-a-real-one-00001
VPCEP_ENDPOINT=$(cat "$work/url")
# State in a folder that goes at the end: no account of Pulumi's, either.
export PULUMI_BACKEND_URL=file://$work PULUMI_CONFIG_PASSPHRASE=test PULUMI_HOME=$work/home
project=(--cwd "$PWD/app" --stack test)

"$pulumi" stack init test --cwd "$PWD/app"
"$pulumi" config set serviceVpcId 11111111-1111-4111-8111-111111111111 "${project[@]}"
"$pulumi" config set servicePortId 22222222-2222-4222-8222-222222222222 "${project[@]}"
"$pulumi" config set accounts '["6e9dfd51d1124e8d8498dce894923a0e"]' "${project[@]}"
"$pulumi" config set vpcId 33333333-3333-4333-8333-333333333333 "${project[@]}"
"$pulumi" config set subnetId 44444444-4444-4444-8444-444444444444 "${project[@]}"

"$pulumi" up --yes --skip-preview "${project[@]}"
"$pulumi" up --yes --skip-preview --expect-no-changes "${project[@]}"
"$pulumi" destroy --yes --skip-preview "${project[@]}"
