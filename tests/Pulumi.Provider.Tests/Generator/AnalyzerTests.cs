namespace Pulumi.Provider.Tests.Generator;

/// <summary>The borders of each diagnostic, beyond the two ways that its section of the page shows.</summary>
public sealed class AnalyzerTests
{
    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> OfPropertyAsync(string property) =>
        Diagnosis.OfAsync(
            $$"""
            /// <summary>A thing.</summary>
            [PropertyObject]
            public sealed partial record Thing
            {
                /// <summary>What is meant.</summary>
                {{property}}

                /// <summary>Something else.</summary>
                [FormerName("before")]
                public string? Other { get; init; }
            }

            /// <summary>A size.</summary>
            [PropertyEnum("pkg:index:Size")]
            public enum Size
            {
                /// <summary>Not big.</summary>
                Small,

                /// <summary>Not small.</summary>
                Big,
            }

            /// <summary>A part.</summary>
            [PropertyObject("pkg:index:Part")]
            public sealed partial record Part;

            /// <summary>A canonical form.</summary>
            public sealed class LowerCase : CanonicalFormAttribute
            {
                /// <inheritdoc/>
                public override string Canonical(string value) => value.ToLowerInvariant();
            }
            """
        );

    [Theory]
    // What may stand there.
    [InlineData("public int Twice => 2;")]
    [InlineData("public string? Text { get => field; init => field = value; }")]
    [InlineData("internal string? Hidden { get; set; }")]
    [InlineData("public static string Shared { get; set; } = \"\";")]
    [InlineData("[DefaultValue(true)] public bool? On { get; init; }")]
    [InlineData("[DefaultValue(2)] public double? Ratio { get; init; }")]
    [InlineData("[DefaultValue(2L)] public long? Bytes { get; init; }")]
    [InlineData("[DefaultValue(Size.Big)] public Size? Size { get; init; }")]
    [InlineData("[DefaultValue(Size.Big)] public OpenEnum<Size>? Size { get; init; }")]
    [InlineData("[StringLength(3), DefaultValue(\"abc\")] public string? Text { get; init; }")]
    [InlineData("[RegularExpression(\"[a-z]+\"), DefaultValue(\"abc\")] public string? Text { get; init; }")]
    [InlineData("[Constant(\"a\")] public required string Kind { get; init; }")]
    [InlineData("[Constant(1)] public required int Kind { get; init; }")]
    [InlineData("[Range(1, 1), Count(0, 0)] public IReadOnlyList<int>? Numbers { get; init; }")]
    [InlineData("[AllowedValues(\"a\", \"b\"), Length(1, 2)] public string? Text { get; init; }")]
    [InlineData("public string? Model { get; init; }")]
    [InlineData("public string? Decode { get; init; }")]
    [InlineData("public string? Encode { get; init; }")]
    [InlineData("public IReadOnlyList<string>? Entries { get; init; }")]
    [InlineData("public string? @value { get; init; }")]
    [InlineData("public string? @event { get; init; }")]
    [InlineData("[Range(1, 3), Count(1, 3), Unordered] public IReadOnlyList<int>? Numbers { get; init; }")]
    [InlineData(
        "[StringLength(3), Reserved(\"sys\"), Count(0, 3)] public IReadOnlyDictionary<string, string>? Tags { get; init; }"
    )]
    [InlineData("[Unordered] public PropertyValue? Json { get; init; }")]
    [InlineData("[LowerCase] public IReadOnlyList<string>? Names { get; init; }")]
    [InlineData("[ChangesWith(\"other\")] public string? Text { get; init; }")]
    [InlineData("[ChangesWith] public string? Text { get; init; }")]
    [InlineData("[FormerName(\"earlier\", \"earliest\")] public string? Text { get; init; }")]
    [InlineData("public IReadOnlyDictionary<string, IReadOnlyList<Part>>? Parts { get; init; }")]
    [InlineData("public required int Count { get; init; }")]
    // What may not.
    [InlineData("public OpenEnum<Size> Size { get; init; }", "PULUMI026")]
    [InlineData("public string? Text { get; }", "PULUMI008")]
    [InlineData("public string? Text { get; set; }", "PULUMI009")]
    [InlineData("[Computed, DefaultValue(\"a\")] public required string Text { get; init; }", "PULUMI010", "PULUMI011")]
    [InlineData("[DefaultValue(1)] public string? Text { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(\"yes\")] public bool? On { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(1.5)] public int? Count { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(Size.Big)] public int? Count { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(1.5)] public long? Count { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(\"1.5\")] public double? Ratio { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(null)] public string? Text { get; init; }", "PULUMI012")]
    [InlineData("[StringLength(3), DefaultValue(\"abcd\")] public string? Text { get; init; }", "PULUMI013")]
    [InlineData(
        "[StringLength(3, MinimumLength = 2), DefaultValue(\"a\")] public string? Text { get; init; }",
        "PULUMI013"
    )]
    [InlineData(
        "[RegularExpression(\"[a-z]+\"), DefaultValue(\"a1\")] public string? Text { get; init; }",
        "PULUMI013"
    )]
    [InlineData("[Range(0.5, 1.5), DefaultValue(2)] public double? Ratio { get; init; }", "PULUMI013")]
    [InlineData("[FormerName(\"text\")] public string? Text { get; init; }", "PULUMI021")]
    [InlineData("[FormerName(\"before\")] public string? Text { get; init; }", "PULUMI021")]
    [InlineData("[FormerName(\"Earlier\")] public string? Text { get; init; }", "PULUMI021")]
    [InlineData("[FormerName(\"\")] public string? Text { get; init; }", "PULUMI021")]
    [InlineData("[StringLength(3)] public int? Count { get; init; }", "PULUMI022")]
    [InlineData("[RegularExpression(\"a\")] public bool? On { get; init; }", "PULUMI022")]
    [InlineData("[Count(1, 3)] public string? Text { get; init; }", "PULUMI022")]
    [InlineData("[Unordered] public IReadOnlyDictionary<string, string>? Tags { get; init; }", "PULUMI022")]
    [InlineData("[Reserved(\"sys\")] public IReadOnlyList<string>? Names { get; init; }", "PULUMI022")]
    [InlineData("[LowerCase] public int? Count { get; init; }", "PULUMI022")]
    [InlineData("[DefaultValue(\"Small\")] public Size? Size { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(\"a\")] public IReadOnlyList<string>? Names { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(\"a\")] public IReadOnlyDictionary<string, string>? Tags { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(\"a\")] public Part? Part { get; init; }", "PULUMI012")]
    [InlineData("[DefaultValue(5000000000)] public int? Count { get; init; }", "PULUMI012")]
    [InlineData("[Constant(1)] public string? Kind { get; init; }", "PULUMI012")]
    [InlineData("[Constant(\"a\")] public required int Kind { get; init; }", "PULUMI012")]
    [InlineData("[Constant(null!)] public required string Kind { get; init; }", "PULUMI012")]
    [InlineData("[Constant(Size.Big)] public required string Kind { get; init; }", "PULUMI012")]
    [InlineData("[RefersTo(\"pkg:index:Thing\")] public string? Text { get; init; }", "PULUMI022")]
    [InlineData("public DayOfWeek? Day { get; init; }", "PULUMI002")]
    [InlineData("public OpenEnum<DayOfWeek>? Day { get; init; }", "PULUMI002")]
    [InlineData("public IReadOnlyDictionary<int, string>? Names { get; init; }", "PULUMI002")]
    [InlineData("public IReadOnlyDictionary<string, string?>? Names { get; init; }", "PULUMI002")]
    [InlineData("public IReadOnlyList<string?>? Names { get; init; }", "PULUMI002")]
    [InlineData("public IReadOnlyList<int?>? Counts { get; init; }", "PULUMI002")]
    [InlineData("public string? other { get; init; }", "PULUMI028")]
    [InlineData("[Range(2, 1)] public int? Count { get; init; }", "PULUMI029")]
    [InlineData("[Range(typeof(int), \"1\", \"2\")] public int? Count { get; init; }", "PULUMI029")]
    [InlineData("[StringLength(1, MinimumLength = 2)] public string? Text { get; init; }", "PULUMI029")]
    [InlineData("[Count(2, 1)] public IReadOnlyList<string>? Names { get; init; }", "PULUMI029")]
    [InlineData("[AutoName(0)] public string? Name { get; init; }", "PULUMI029")]
    [InlineData("[RegularExpression(\"[a-z\")] public string? Text { get; init; }", "PULUMI029")]
    [InlineData("[Secret, NeverSecret] public string? Text { get; init; }", "PULUMI030")]
    [InlineData("[Constant(\"a\"), DefaultValue(\"a\")] public string? Kind { get; init; }", "PULUMI030")]
    [InlineData("[ChangesWith(\"nothing\")] public string? Text { get; init; }", "PULUMI023")]
    [InlineData("public IReadOnlyDictionary<string, Thing>? Things { get; init; }", "PULUMI024", "PULUMI025")]
    public async Task A_property_is_judged(string property, params string[] codes)
    {
        var found = await OfPropertyAsync(property);

        Assert.Equal(codes, Diagnosis.Codes(found));
        // Whatever is wrong, the compiler has nothing to say of code that is not the author's.
        Assert.DoesNotContain(found, static one => one.Location.SourceTree?.FilePath.EndsWith(".g.cs") is true);
    }

    [Theory]
    [InlineData("{0} public sealed partial record Odd(string A);", "has no constructor without parameters")]
    [InlineData("{0} public sealed partial record Odd { public Odd(string a) { } }", "has no constructor")]
    [InlineData("{0} public abstract partial record Odd;", "is abstract")]
    [InlineData("{0} public sealed partial record Odd<T>;", "has type parameters")]
    [InlineData("public static partial class Outer { {0} public sealed partial record Odd; }", "is nested in 'Outer'")]
    [InlineData("{0} file sealed partial record Odd;", "is known in its file only")]
    [InlineData("public static class Outer { {1} public enum Odd { } }", "is nested in 'Outer'")]
    public async Task What_nothing_can_be_generated_for_is_told_once_and_where_it_is(string declaration, string why)
    {
        const string Said = "/// <summary>Odd.</summary>\n/// <param name=\"A\">A.</param>\n";
        var found = await Diagnosis.OfAsync(
            declaration
                .Replace("{0}", $"{Said}[PropertyObject]", StringComparison.Ordinal)
                .Replace("{1}", $"{Said}[PropertyEnum(\"pkg:index:Odd\")]", StringComparison.Ordinal)
        );

        var only = Assert.Single(found);
        Assert.Equal("PULUMI027", only.Id);
        Assert.Contains($"'Odd', which {why}", only.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_may_hide_and_override_what_it_inherits() =>
        Assert.Empty(
            await Diagnosis.OfAsync(
                """
                /// <summary>A base.</summary>
                [PropertyObject]
                public partial record Base
                {
                    /// <summary>A text.</summary>
                    public virtual string? Text { get; init; }

                    /// <summary>How many.</summary>
                    public string? Count { get; init; }

                    /// <summary>Which.</summary>
                    public string? Model { get; init; }

                    /// <summary>How it is written.</summary>
                    public string? Encode { get; init; }
                }

                /// <summary>A derived one.</summary>
                [PropertyObject("pkg:index:Derived")]
                public sealed partial record Derived : Base
                {
                    /// <summary>A text, too.</summary>
                    public override string? Text { get; init; }

                    /// <summary>How many, as a number.</summary>
                    public new int? Count { get; init; }
                }

                /// <summary>One with another in it.</summary>
                [PropertyObject]
                public sealed partial record Outer
                {
                    /// <summary>It.</summary>
                    public Derived? Inner { get; init; }
                }
                """
            )
        );

    [Theory]
    [InlineData("One = 1, Two = 1")]
    [InlineData("One = 1, [EnumMember(Value = \"one\")] Two = 2")]
    public async Task Members_that_cannot_be_told_apart_are_one_error(string members)
    {
        var found = await Diagnosis.OfAsync(
            $"/// <summary>A choice.</summary>\n[PropertyEnum(\"pkg:index:Choice\")] public enum Choice {{ {members} }}"
        );

        Assert.Equal(["PULUMI001", "PULUMI017"], Diagnosis.Codes(found));
        Assert.DoesNotContain(found, static one => one.Location.SourceTree?.FilePath.EndsWith(".g.cs") is true);
    }

    [Fact]
    public async Task An_output_is_secret_with_inputs_that_there_are()
    {
        var found = await Diagnosis.OfAsync(
            """
            /// <summary>A safe.</summary>
            [PropertyObject]
            public partial record SafeInputs
            {
                /// <summary>What opens it.</summary>
                [Secret]
                public required string Pin { get; init; }
            }

            /// <summary>A safe as it is.</summary>
            [PropertyObject]
            public sealed partial record SafeState : SafeInputs
            {
                /// <summary>How long the pin is.</summary>
                [SecretWith("pin", "pni")]
                public int? Digits { get; init; }
            }

            internal sealed class Safe : IResource<SafeInputs, SafeState>
            {
                public Task<SafeState> CreateAsync(Operation operation, SafeInputs inputs) =>
                    Task.FromResult(operation.Record("1", new SafeState { Pin = inputs.Pin }));

                public Task<Found<SafeState>?> ReadAsync(Operation operation, string id, SafeInputs? inputs, SafeState? state) =>
                    Task.FromResult<Found<SafeState>?>(null);

                public Task DeleteAsync(Operation operation, string id, SafeState? state) => Task.CompletedTask;
            }
            """
        );

        Assert.Equal(
            "'Digits' cannot be secret with 'pni': there is no such property",
            Assert.Single(found).GetMessage(null)
        );
    }

    [Theory]
    [InlineData("pkg:index:Thing")]
    [InlineData("pkg:a/b:Thing")]
    [InlineData("Thing", "PULUMI018")]
    [InlineData("pkg:Thing", "PULUMI018")]
    [InlineData("pkg::Thing", "PULUMI018")]
    [InlineData("pkg:index:a thing", "PULUMI018")]
    [InlineData("pkg:index:9th", "PULUMI018")]
    [InlineData("a:b:c:d", "PULUMI018")]
    public async Task A_token_is_judged_wherever_it_stands(string token, params string[] codes)
    {
        foreach (
            var code in (string[])
                [
                    $"/// <summary>A.</summary>\n[PropertyObject(\"{token}\")]\npublic sealed partial record A;",
                    $"/// <summary>A.</summary>\n[PropertyObject, FormerName(\"{token}\")]\npublic sealed partial record A;",
                    $"/// <summary>A.</summary>\n[PropertyEnum(\"{token}\")]\npublic enum A;",
                    $$"""
                        internal static class Provider
                        {
                            public static object Of(IFunction<NoConfig, NoConfig> function) =>
                                new ProviderDefinition<NoConfig, object>("pkg", "1.0.0", (_, _) => new object())
                                    .Function("{{token}}", _ => function);
                        }
                        """,
                ]
        )
        {
            Assert.Equal(codes, Diagnosis.Codes(await Diagnosis.OfAsync(code)));
        }
    }

    [Theory]
    [InlineData("throw new NotSupportedException()")]
    [InlineData("MakeAsync(operation)")]
    [InlineData("Task.FromResult(operation.Record(\"1\", new ThingState()))")]
    [InlineData("MakeAsync(null)", "PULUMI020")]
    [InlineData("MakeAsync(operation.Urn)", "PULUMI020")]
    public async Task A_create_records_or_hands_on(string body, params string[] codes)
    {
        var found = await Diagnosis.OfAsync(
            $$"""
            /// <summary>A thing.</summary>
            [PropertyObject]
            public partial record ThingInputs;

            /// <summary>A thing.</summary>
            [PropertyObject]
            public sealed partial record ThingState : ThingInputs;

            internal sealed class Thing : IResource<ThingInputs, ThingState>
            {
                public Task<ThingState> CreateAsync(Operation operation, ThingInputs inputs) => {{body}};

                public Task<Found<ThingState>?> ReadAsync(Operation call, string id, ThingInputs? was, ThingState? state) =>
                    throw new NotSupportedException();

                public Task DeleteAsync(Operation operation, string id, ThingState? state) => Task.CompletedTask;

                private static Task<ThingState> MakeAsync(object? operation) => throw new NotSupportedException();
            }
            """
        );

        Assert.Equal(codes, Diagnosis.Codes(found));
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_the_fix()
    {
        var found = await OfPropertyAsync("[Range(10, 100), DefaultValue(1)] public int? Count { get; init; }");

        Assert.Equal("'Count' has the default 1, which its own [Range] refuses", Assert.Single(found).GetMessage(null));
    }
}
