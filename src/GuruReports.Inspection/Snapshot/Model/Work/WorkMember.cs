namespace GuruReports.Inspection.Snapshot.Model.Work;

/// <summary>One piece of work.</summary>
internal sealed record WorkMember
{
    /// <summary>Its name with the identifiers that the group's leaves out; null where that is its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its age, in milliseconds; null when unknown.</summary>
    public long? AgeMilliseconds { get; init; }

    /// <summary>The id of its trace; null when it has none.</summary>
    public string? TraceId { get; init; }

    /// <summary>The id of its span; null when it has none.</summary>
    public string? SpanId { get; init; }

    /// <summary>The protocol, such as HTTP/2; null when there is none.</summary>
    public string? Protocol { get; init; }

    /// <summary>The managed id of the thread that does it; null while none does.</summary>
    public int? Thread { get; init; }
}
