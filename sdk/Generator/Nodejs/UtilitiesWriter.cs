using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes what the other files call: environment, version, lazy loading.</summary>
internal static class UtilitiesWriter
{
    internal static GeneratedFile Write(Context context)
    {
        var url = context.Package.Facts.PluginDownloadUrl is { } given
            ? $", pluginDownloadURL: {Literals.Text(given)}"
            : "";
        var text = $$"""
            /** The first of the environment variables that is set, or undefined. */
            export function getEnv(...vars: string[]): string | undefined {
                for (const v of vars) {
                    const value = process.env[v];
                    if (value) {
                        return value;
                    }
                }
                return undefined;
            }

            /** The first of the environment variables that is set, as a boolean; undefined when it is none. */
            export function getEnvBoolean(...vars: string[]): boolean | undefined {
                const s = getEnv(...vars);
                if (s !== undefined) {
                    // The words that other languages take, too.
                    if (["1", "t", "T", "true", "TRUE", "True"].includes(s)) {
                        return true;
                    }
                    if (["0", "f", "F", "false", "FALSE", "False"].includes(s)) {
                        return false;
                    }
                }
                return undefined;
            }

            /** The first of the environment variables that is set, as a number; undefined when it is none. */
            export function getEnvNumber(...vars: string[]): number | undefined {
                const s = getEnv(...vars);
                if (s !== undefined) {
                    const n = Number(s);
                    if (!Number.isNaN(n)) {
                        return n;
                    }
                }
                return undefined;
            }

            // Compiled, this file is in a folder of the package, or beside a copy of its package.json.
            function packageFile(): { version?: string } {
                try {
                    return require("./package.json");
                } catch {
                    return require("../package.json");
                }
            }

            /** The package's version. */
            export function getVersion(): string {
                const version = packageFile().version ?? "";
                // npm allows a leading "v", which is no semantic version.
                return version.startsWith("v") ? version.slice(1) : version;
            }

            /** @internal */
            export function resourceOptsDefaults(): any {
                return { version: getVersion() || undefined{{url}} };
            }

            /** @internal */
            export function lazyLoad(exports: any, props: string[], loadModule: any) {
                for (const property of props) {
                    Object.defineProperty(exports, property, {
                        enumerable: true,
                        get() {
                            return loadModule()[property];
                        },
                    });
                }
            }
            """;
        var code = FileText.Header();
        if (context.Package.Parameterization is { } made)
        {
            code.Line("import * as runtime from \"@pulumi/pulumi/runtime\";").Line().Line(text).Line();
            Parameterization(code, context.Package, made);
        }
        else
        {
            code.Line(text);
        }

        return new GeneratedFile("utilities.ts", code.ToString());
    }

    private static void Parameterization(CodeWriter code, PackageSchema package, ParameterizationSchema made) =>
        code.Line("/** @internal The provider that the package is made of, and the parameter that makes it. */")
            .Scope(
                "export async function getPackage(): Promise<string | undefined>",
                () =>
                    code.Line("return runtime.registerPackage({")
                        .Indented(() =>
                            code.Line($"baseProviderName: {Literals.Text(made.Provider)},")
                                .Line($"baseProviderVersion: {Literals.Text(made.Version)},")
                                .Line(
                                    $"baseProviderDownloadUrl: {Literals.Text(package.Facts.PluginDownloadUrl ?? "")},"
                                )
                                .Line($"packageName: {Literals.Text(package.Name)},")
                                .Line($"packageVersion: {Literals.Text(package.Facts.Version!)},")
                                .Line($"base64Parameter: {Literals.Text(made.Value)},")
                        )
                        .Line("});")
            );
}
