using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>A piece of C# in the documents.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The text, as a reader pastes it.</param>
public sealed record Snippet(string Place, string Text)
{
    private readonly CompilationUnitSyntax _unit = SyntaxFactory.ParseCompilationUnit(Text);

    /// <summary>Gets whether it is nothing but types, which all other snippets may use.</summary>
    public bool IsTypes => !_unit.Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>Gets it as a program: one that goes on from the builder of the README's first snippet gets that builder.</summary>
    public string Program => Text.Contains("builder.", StringComparison.Ordinal) && !Text.Contains("var builder", StringComparison.Ordinal)
        ? $"{_unit.Usings.ToFullString()}var builder = Host.CreateApplicationBuilder(args);\n{_unit.WithUsings(default).ToFullString()}"
        : Text;

    /// <summary>Gets whether it is about a service, which runs until it is stopped.</summary>
    public bool IsService => Text.Contains("builder.", StringComparison.Ordinal);

    /// <summary>Gets it as a program that runs: one that is a part of the README's program is run in its place there.</summary>
    public string Running => !IsService || Text.Contains("RunAsync()", StringComparison.Ordinal)
        ? Program
        : $"{Program}\nbuilder.Services.AddGuruMeditationReports();\nvar host = builder.Build();\nawait host.StartAsync();\nConsole.WriteLine(\"Application started\");\nawait host.WaitForShutdownAsync();";

    public override string ToString() => Place;
}
