using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>Says what cannot work of a marked record or enumeration, whatever it is used for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.NotPartial,
        Rules.NotRecord,
        Rules.NoInit,
        Rules.Mutable,
        Rules.ComputedRequired,
        Rules.RequiredDefault,
        Rules.WrongDefault,
        Rules.ForbiddenDefault,
        Rules.DuplicateValue,
        Rules.FormerNameClash,
        Rules.StrangeConstraint,
        Rules.UnknownInput,
        Rules.NoToken,
        Rules.Endless,
        Rules.NeitherRequiredNorNullable,
        Rules.Incompletable,
        Rules.TakenName,
        Rules.ImpossibleRule,
        Rules.Contradiction,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Judge, SymbolKind.NamedType);
    }

    private static void Judge(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Has("PropertyEnumAttribute"))
        {
            Completable(type, context);
            Values(type, context);
        }
        else if (Declared.IsObject(type))
        {
            Shape(type, context);
            // Of a record that has to be written otherwise, nothing else is known.
            foreach (var property in Declared.Own(type).Where(_ => Completion.Obstacle(type) is null))
            {
                Property(type, property, context);
            }
        }
    }

    private static void Shape(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (!type.IsRecord)
        {
            Report(context, Rules.NotRecord, type, type.Name);
        }
        else if (
            type
                .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken))
                .OfType<TypeDeclarationSyntax>()
                .Any(static declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        )
        {
            Report(context, Rules.NotPartial, type, type.Name);
        }
        else
        {
            Completable(type, context);
        }
    }

    private static void Completable(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (Completion.Obstacle(type) is { } obstacle)
        {
            Report(context, Rules.Incompletable, type, type.Name, obstacle);
        }
    }

    private static void Property(INamedTypeSymbol record, IPropertySymbol property, SymbolAnalysisContext context)
    {
        if (property.SetMethod is null)
        {
            if (IsAutomatic(property, context.CancellationToken))
            {
                Report(context, Rules.NoInit, property, property.Name);
            }

            return;
        }

        if (!property.SetMethod.IsInitOnly)
        {
            Report(context, Rules.Mutable, property, property.Name);
        }

        if (
            property is { IsRequired: false, Type.IsValueType: true }
            && property.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
        )
        {
            Report(context, Rules.NeitherRequiredNorNullable, property, property.Name);
        }

        if (property.IsRequired && property.Has("ComputedAttribute"))
        {
            Report(context, Rules.ComputedRequired, property, property.Name);
        }

        DefaultRules.Judge(property, context);
        ConstraintRules.Judge(property, context);
        PossibleRules.Judge(property, context);
        Names(record, property, context);
        Nested(record, property, context);
    }

    // `Name => …` is code of the author's own; `Name { get; }` was meant to be one.
    private static bool IsAutomatic(IPropertySymbol property, CancellationToken cancellationToken) =>
        property
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<PropertyDeclarationSyntax>()
            .Any(static declaration =>
                declaration.AccessorList is { } accessors
                && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null)
            );

    private static void Names(INamedTypeSymbol record, IPropertySymbol property, SymbolAnalysisContext context)
    {
        var others = Declared.Properties(record).ToList();
        if (
            others.Find(other => Declared.WireName(other) == Declared.WireName(property)) is { } twin
            && !Same(twin, property)
        )
        {
            Report(context, Rules.TakenName, property, property.Name, twin.Name, Declared.WireName(twin));
        }

        if (property.Find("FormerNameAttribute") is { } former)
        {
            foreach (var name in Declared.Texts(former))
            {
                var why =
                    name == Declared.WireName(property) ? "it is called that"
                    : others.Exists(other => Declared.WireName(other) == name) ? "another property is called that"
                    : others.Exists(other =>
                        !Same(other, property) && Declared.Texts(other.Find("FormerNameAttribute")).Contains(name)
                    )
                        ? "another property was called that"
                    : name.Length == 0 || !char.IsLetter(name[0]) || char.IsUpper(name[0])
                        ? "give its wire name, in camel case"
                    : null;
                if (why is not null)
                {
                    Report(context, Rules.FormerNameClash, property, property.Name, name, why);
                }
            }
        }

        foreach (var input in Declared.Texts(property.Find("ChangesWithAttribute")))
        {
            if (!others.Exists(other => Declared.WireName(other) == input))
            {
                Report(context, Rules.UnknownInput, property, property.Name, "change", input);
            }
        }
    }

    private static void Nested(INamedTypeSymbol record, IPropertySymbol property, SymbolAnalysisContext context)
    {
        if (Declared.Element(property.Type) is not INamedTypeSymbol nested || !Declared.IsObject(nested))
        {
            return;
        }

        if (Declared.Only(nested.Find("PropertyObjectAttribute"))?.Value is not string)
        {
            Report(context, Rules.NoToken, property, property.Name, nested.Name);
        }

        if (Contains(nested, record, new HashSet<ISymbol>(SymbolEqualityComparer.Default)))
        {
            Report(context, Rules.Endless, property, property.Name, record.Name);
        }
    }

    private static bool Contains(ITypeSymbol type, ITypeSymbol sought, HashSet<ISymbol> seen) =>
        Same(type, sought)
        || (
            Declared.IsObject(type)
            && seen.Add(type)
            && Declared.Properties(type).Any(property => Contains(Declared.Element(property.Type), sought, seen))
        );

    private static void Values(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        var known = new Dictionary<string, IFieldSymbol>(StringComparer.OrdinalIgnoreCase);
        var numbers = new Dictionary<object, IFieldSymbol>();
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            var value = EnumWriter.WireValue(member);
            if (known.TryGetValue(value, out var other))
            {
                Report(
                    context,
                    Rules.DuplicateValue,
                    member,
                    other.Name,
                    member.Name,
                    $"'{value}' on the wire, where letter case means nothing"
                );
            }
            else if (numbers.TryGetValue(member.ConstantValue!, out other))
            {
                Report(
                    context,
                    Rules.DuplicateValue,
                    member,
                    other.Name,
                    member.Name,
                    $"{member.ConstantValue}: one cannot be told from the other"
                );
            }
            else
            {
                known.Add(value, member);
                numbers.Add(member.ConstantValue!, member);
            }
        }
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static void Report(
        SymbolAnalysisContext context,
        DiagnosticDescriptor rule,
        ISymbol symbol,
        params object[] words
    ) => context.ReportDiagnostic(Diagnostic.Create(rule, symbol.Locations.FirstOrDefault(), words));
}
