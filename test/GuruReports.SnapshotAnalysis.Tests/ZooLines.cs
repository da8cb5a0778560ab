using System.Text.RegularExpressions;
using GuruReports.Testing;

namespace GuruReports.SnapshotAnalysis.Tests;

/// <summary>The lines of the zoo's awaits, by the comments that mark them.</summary>
internal static partial class ZooLines
{
    private const string Mark = "// line: ";
    private static readonly Dictionary<string, string> s_places = Read();

    /// <summary>File and line of the await with that mark.</summary>
    public static string Of(string mark) => s_places[mark];

    private static Dictionary<string, string> Read()
    {
        var result = new Dictionary<string, string>();
        var folder = Repository.PathOf("test", "GuruReports.AsyncZoo");
        foreach (var file in Directory.GetFiles(folder, "*.cs"))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                var at = lines[i].IndexOf(Mark, StringComparison.Ordinal);
                if (at >= 0)
                {
                    var first = i;
                    if (!IsStatement(lines[i]))
                    {
                        // The mark of an await over several lines is at its end.
                        while (!lines[first].TrimStart().StartsWith("await ", StringComparison.Ordinal) || first == i || lines[first].Contains(Mark, StringComparison.Ordinal))
                        {
                            first--;
                        }
                    }

                    result[lines[i][(at + Mark.Length)..]] = $"{Path.GetFileName(file)}:{first + 1}";
                }
            }
        }

        return result;
    }

    private static bool IsStatement(string line) => line.Contains("await ", StringComparison.Ordinal) || Call().IsMatch(line);

    [GeneratedRegex(@"^\s*[\w.]+\([^()]*\);")]
    private static partial Regex Call();
}
