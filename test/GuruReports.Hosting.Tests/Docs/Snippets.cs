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

    private static IEnumerable<Snippet> Read(string file)
    {
        var text = File.ReadAllText(file);
        return Blocks().Matches(text).Select(block =>
            new Snippet($"{Path.GetRelativePath(Repository.Root, file)}:{text.AsSpan(0, block.Index).Count('\n') + 1}", block.Groups[1].Value));
    }

    [GeneratedRegex(@"^```(?:csharp|cs)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
