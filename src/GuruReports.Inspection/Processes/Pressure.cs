using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>Pressure stall information of one resource, in percent of the time.</summary>
/// <param name="Some10">At least one task waited, last 10 s.</param>
/// <param name="Some60">At least one task waited, last 60 s.</param>
/// <param name="Full10">All tasks waited, last 10 s; null where not told.</param>
/// <param name="Full60">All tasks waited, last 60 s; null where not told.</param>
internal sealed record Pressure(double Some10, double Some60, double? Full10, double? Full60)
{
    /// <summary>Reads a pressure file; null when it is none (pressure may be switched off in the kernel).</summary>
    public static Pressure? Parse(string? text)
    {
        double? some10 = null, some60 = null, full10 = null, full60 = null;
        foreach (var line in (text ?? "").Split('\n'))
        {
            if (line.StartsWith("some ", StringComparison.Ordinal))
            {
                (some10, some60) = (Average(line, "avg10="), Average(line, "avg60="));
            }
            else if (line.StartsWith("full ", StringComparison.Ordinal))
            {
                (full10, full60) = (Average(line, "avg10="), Average(line, "avg60="));
            }
        }

        return some10 is { } ten && some60 is { } sixty ? new Pressure(ten, sixty, full10, full60) : null;
    }

    private static double? Average(string line, string name)
    {
        var start = line.IndexOf(name, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var rest = line.AsSpan(start + name.Length);
        var end = rest.IndexOf(' ');
        return double.TryParse(end < 0 ? rest : rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
