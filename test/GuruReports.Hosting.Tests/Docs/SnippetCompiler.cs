using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>Compiles pieces of the documents as a project of <c>dotnet new worker</c> would.</summary>
internal static class SnippetCompiler
{
    // What Microsoft.NET.Sdk.Worker brings into every file.
    private const string Implicit = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly IReadOnlyList<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles texts, each as a file of its own.</summary>
    /// <param name="kind">Whether the first of them is a program.</param>
    /// <param name="files">The files.</param>
    /// <returns>What is wrong with them; empty when nothing is.</returns>
    public static IReadOnlyList<string> Check(OutputKind kind, params IEnumerable<string> files) =>
        [.. Make(kind, files).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>Compiles texts to an assembly that can be used here.</summary>
    public static Assembly Load(params IEnumerable<string> files)
    {
        using var image = new MemoryStream();
        var result = Make(OutputKind.DynamicallyLinkedLibrary, files).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    /// <summary>Compiles texts, of which the first is a program, to a file.</summary>
    public static void Write(string path, params IEnumerable<string> files)
    {
        var result = Make(OutputKind.ConsoleApplication, files, Path.GetFileNameWithoutExtension(path)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation Make(OutputKind kind, IEnumerable<string> files, string name = "Snippets") => CSharpCompilation.Create(
        name,
        files.Prepend(Implicit).Select(file => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest))),
        s_references,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
}
