using System.Globalization;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Names places of sources as reports show them: without the folders.</summary>
internal static class SourceNames
{
    /// <summary><c>/src/OrderService.cs</c> and 52 → <c>OrderService.cs:52</c>; without a line the file alone. Symbols made elsewhere name files with either kind of slash.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line; null when unknown.</param>
    /// <returns>The name.</returns>
    public static string Of(string file, int? line)
    {
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        return line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name}:{number}") : name;
    }
}
