namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>One object that members of a group wait for.</summary>
internal sealed record AwaitDetail
{
    /// <summary>Its address; null when it has none.</summary>
    public ulong? Address { get; init; }

    /// <summary>What is special about it: due time, count and queue.</summary>
    public required string Text { get; init; }

    /// <summary>How long a delay takes in all; null for all else.</summary>
    public long? LastsMilliseconds { get; init; }

    /// <summary>How many members of the group wait for it.</summary>
    public required int Count { get; init; }
}
