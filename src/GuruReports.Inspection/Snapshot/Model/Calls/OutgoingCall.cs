namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>Equal calls out that have begun and not ended.</summary>
internal sealed record OutgoingCall
{
    /// <summary>The library they are made with: HttpClient, Npgsql.</summary>
    public required string Library { get; init; }

    /// <summary>What is called: method, host and path, without query, user and numbers; or a command's text without its literals. Not redacted.</summary>
    public required string Name { get; init; }

    /// <summary>How far they are.</summary>
    public required CallState State { get; init; }

    /// <summary>How many are equal.</summary>
    public required int Count { get; init; }

    /// <summary>The milliseconds since the oldest of them began; null when no object tells.</summary>
    public long? OldestMilliseconds { get; init; }

    /// <summary>The milliseconds for which one of them has had no answer at least, where no object tells its age; null when unknown.</summary>
    public long? AtLeastMilliseconds { get; init; }

    /// <summary>Of calls without an age: the descriptors of the sockets of which one carries the call; a list for each, at most twenty of at most twenty.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sockets { get; init; } = [];

    /// <summary>The chains that make them, at most twenty.</summary>
    public IReadOnlyList<int> Chains { get; init; } = [];

    /// <summary>The managed ids of threads that make them, at most twenty.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [];
}
