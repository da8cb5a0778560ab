using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Json;

/// <summary>Gives the entries of a map different names, since members of a JSON object must differ.</summary>
internal static class UniqueNames
{
    /// <summary>Returns a name for each entry: its own, and from the second of the same name on with a number behind (<c>name (2)</c>).</summary>
    public static string[] Of(IReadOnlyList<ReportEntry> entries)
    {
        var names = new string[entries.Count];
        var taken = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var name = WellFormedText.Of(entries[i].Name);
            names[i] = name;
            for (var n = 2; !taken.Add(names[i]); n++)
            {
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
            }
        }

        return names;
    }
}
