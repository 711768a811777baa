using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pulumi.Provider.CodeFixes;

/// <summary>Mends declarations where one edit does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclarationFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    ["PULUMI006", "PULUMI008", "PULUMI009", "PULUMI011", "PULUMI022", "PULUMI026"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var place = root?.FindNode(diagnostic.Location.SourceSpan);
            var (title, mended) = diagnostic.Id switch
            {
                "PULUMI006" => ("Make it partial", Replaced<TypeDeclarationSyntax>(root, place, Partial)),
                "PULUMI008" => ("Add init", Replaced<PropertyDeclarationSyntax>(root, place, WithInit)),
                "PULUMI009" => ("Use init", Replaced<PropertyDeclarationSyntax>(root, place, Init)),
                "PULUMI026" => ("Make it nullable", Replaced<PropertyDeclarationSyntax>(root, place, Nullable)),
                _ => (
                    "Remove the attribute",
                    Replaced<MemberDeclarationSyntax>(root, place, member => WithoutAttribute(member, place!))
                ),
            };
            if (mended is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)),
                        diagnostic.Id
                    ),
                    diagnostic
                );
            }
        }
    }

    private static SyntaxNode? Replaced<T>(SyntaxNode? root, SyntaxNode? place, Func<T, T> mend)
        where T : SyntaxNode =>
        place?.FirstAncestorOrSelf<T>() is { } node ? root!.ReplaceNode(node, mend(node)) : null;

    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type) =>
        (TypeDeclarationSyntax)
            type.WithModifiers(
                type.Modifiers.Add(
                    SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space)
                )
            );

    private static PropertyDeclarationSyntax WithInit(PropertyDeclarationSyntax property) =>
        property.WithAccessorList(
            property.AccessorList!.AddAccessors(
                Accessor(SyntaxKind.InitAccessorDeclaration).WithTrailingTrivia(SyntaxFactory.Space)
            )
        );

    private static PropertyDeclarationSyntax Init(PropertyDeclarationSyntax property)
    {
        var set = property.AccessorList!.Accessors.First(static accessor =>
            accessor.IsKind(SyntaxKind.SetAccessorDeclaration)
        );
        var init = SyntaxFactory
            .AccessorDeclaration(SyntaxKind.InitAccessorDeclaration, set.Body)
            .WithModifiers(set.Modifiers)
            .WithExpressionBody(set.ExpressionBody)
            .WithSemicolonToken(set.SemicolonToken)
            .WithTriviaFrom(set);
        return property.ReplaceNode(set, init);
    }

    private static PropertyDeclarationSyntax Nullable(PropertyDeclarationSyntax property) =>
        property.WithType(
            SyntaxFactory.NullableType(property.Type.WithoutTrailingTrivia()).WithTrailingTrivia(SyntaxFactory.Space)
        );

    // With its list, where it is alone there.
    private static MemberDeclarationSyntax WithoutAttribute(MemberDeclarationSyntax member, SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute)
        {
            return member;
        }

        if (list.Attributes.Count == 1)
        {
            return member
                .RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!
                .WithLeadingTrivia(member.GetLeadingTrivia());
        }

        var others = list.Attributes.Remove(attribute);
        var first = others[0].WithLeadingTrivia(list.Attributes[0].GetLeadingTrivia());
        return member.ReplaceNode(list, list.WithAttributes(others.Replace(others[0], first)));
    }

    private static AccessorDeclarationSyntax Accessor(SyntaxKind kind) =>
        SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
}
