namespace GuruReports.Inspection.Snapshot.Model.Pool;

/// <summary>Equal work items in a queue of the thread pool.</summary>
internal sealed record WorkItemGroup
{
    /// <summary>The queue.</summary>
    public required WorkItemSource Queue { get; init; }

    /// <summary>The type of the work item.</summary>
    public required string TypeName { get; init; }

    /// <summary>The method that it will run; null when unknown.</summary>
    public string? Target { get; init; }

    /// <summary>The source file of the method; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>The source line; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }
}
