namespace GuruReports.Inspection.Snapshot.Model.Work;

/// <summary>Work of one name that has ended within the last minute, as far as its activities are still in memory: at least so many.</summary>
internal sealed record EndedWork
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them say that they have failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many cannot say: nobody asked for data of their activities.</summary>
    public int WithoutOutcome { get; init; }

    /// <summary>How long the longest of them took, in milliseconds.</summary>
    public long LongestMilliseconds { get; init; }
}
