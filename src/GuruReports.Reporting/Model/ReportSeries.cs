namespace GuruReports.Reporting.Model;

/// <summary>Numbers at even distances in time: a small picture for the eye, all numbers for a program.</summary>
public sealed record ReportSeries : ReportValue
{
    /// <summary>Gets the time at which the first number's step begins, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the time from one number to the next.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Gets the numbers, the oldest first; null where one is not known.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>Gets in what they are counted; null for plain numbers.</summary>
    public string? Unit { get; init; }
}
