using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>A resource limit; null is unlimited.</summary>
/// <param name="Name">The name as the kernel prints it (<c>Max open files</c>).</param>
/// <param name="Soft">The limit in force.</param>
/// <param name="Hard">What it may be raised to.</param>
/// <param name="Unit">The unit; empty when there is none.</param>
internal sealed record ResourceLimit(string Name, long? Soft, long? Hard, string Unit)
{
    /// <summary>Where the kernel tells them.</summary>
    public const string Path = "/proc/self/limits";

    public const string OpenFiles = "Max open files";

    /// <summary>Reads <c>/proc/self/limits</c>: columns of fixed width below the titles of the first line.</summary>
    public static IReadOnlyList<ResourceLimit> Parse(string? text)
    {
        var limits = new List<ResourceLimit>();
        var lines = (text ?? "").Split('\n');
        var soft = lines[0].IndexOf("Soft Limit", StringComparison.Ordinal);
        var hard = lines[0].IndexOf("Hard Limit", StringComparison.Ordinal);
        var unit = lines[0].IndexOf("Units", StringComparison.Ordinal);
        if (soft < 0 || hard < soft || unit < hard)
        {
            return limits;
        }

        foreach (var line in lines.Skip(1))
        {
            if (line.Length > hard)
            {
                limits.Add(new ResourceLimit(line[..soft].Trim(), Number(line[soft..hard]), Number(Slice(line, hard, unit)), Slice(line, unit, line.Length).Trim()));
            }
        }

        return limits;
    }

    private static string Slice(string line, int start, int end) => start >= line.Length ? "" : line[start..Math.Min(end, line.Length)];

    private static long? Number(string text) =>
        long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
