using System.Text.RegularExpressions;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>Reads the library's source, room by room, without comments and texts.</summary>
internal static partial class SourceTree
{
    /// <summary>Returns the files of a room as (path, code) pairs.</summary>
    public static IReadOnlyList<(string Path, string Code)> Read(string room) => Read(room, code => Texts().Replace(Strip(code), "\"\""));

    /// <summary>Returns the files of a room with their texts, which may name members between braces.</summary>
    public static IReadOnlyList<(string Path, string Code)> ReadWithTexts(string room) => Read(room, Strip);

    private static List<(string Path, string Code)> Read(string room, Func<string, string> strip)
    {
        var files = Directory.GetFiles(Repository.PathOf("src", room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (System.IO.Path.GetRelativePath(Repository.Root, file), strip(File.ReadAllText(file))))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static string Strip(string code) => Comments().Replace(Elsewhere().Replace(code, ""), "");

    // What only another library compiles is not this one's.
    [GeneratedRegex("^#if GURU_REPORTING\n.*?^#else\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Texts();
}
