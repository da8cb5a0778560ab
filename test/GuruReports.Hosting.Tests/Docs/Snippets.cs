using System.Text.RegularExpressions;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>All pieces of C# in the documents.</summary>
internal static partial class Snippets
{
    public static IReadOnlyList<Snippet> All { get; } =
    [
        .. new[] { "README.md", "SECURITY.md", "CONTRIBUTING.md" }.Select(file => Repository.PathOf(file))
            .Concat(Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .SelectMany(Read),
    ];

    /// <summary>Gets all types of the documents, and what <c>dotnet new worker -n Orders</c> brings.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "namespace Orders; public class Worker : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }",
        .. All.Where(snippet => snippet.IsTypes).Select(snippet => snippet.Text),
    ];

    /// <summary>Gets all that is more than types.</summary>
    public static IReadOnlyList<Snippet> Programs { get; } = [.. All.Where(snippet => !snippet.IsTypes)];

    private static IEnumerable<Snippet> Read(string file)
    {
        var text = File.ReadAllText(file);
        return Blocks().Matches(text).Select(block =>
            new Snippet($"{Path.GetRelativePath(Repository.Root, file)}:{text.AsSpan(0, block.Index).Count('\n') + 1}", block.Groups[1].Value));
    }

    [GeneratedRegex(@"^```(?:csharp|cs)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
