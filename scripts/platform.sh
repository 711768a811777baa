# What is built, and for which platform: version, os and arch as the Pulumi CLI names them, runtime as .NET does. Source it.
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
exe=
case "$(uname -s)" in
    Linux) os=linux runtime=linux ;;
    Darwin) os=darwin runtime=osx ;;
    MINGW* | MSYS*) os=windows runtime=win exe=.exe ;;
    *) echo "no plugin for $(uname -s)" >&2; exit 1 ;;
esac
case "$(uname -m)" in
    x86_64 | amd64) arch=amd64 runtime=$runtime-x64 ;;
    aarch64 | arm64) arch=arm64 runtime=$runtime-arm64 ;;
    *) echo "no native compiler for $(uname -m)" >&2; exit 1 ;;
esac
