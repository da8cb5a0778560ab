namespace GuruReports.Inspection.Snapshot.Model.Calls;

/// <summary>Who holds members of a pool: a chain, a thread, or nobody that is in flight.</summary>
internal sealed record PoolHolder
{
    /// <summary>What a connection does whose transaction has begun and not ended.</summary>
    public const string InTransaction = "in a transaction";

    /// <summary>The chain; null for a thread or nobody.</summary>
    public int? Chain { get; init; }

    /// <summary>The managed id of the thread; null for a chain or nobody.</summary>
    public int? Thread { get; init; }

    /// <summary>How many it holds.</summary>
    public required int Count { get; init; }

    /// <summary>What is done with them, in words; null when nothing or not known.</summary>
    public string? Does { get; init; }

    /// <summary>Whether a transaction is open on them.</summary>
    public bool IsInTransaction => Does?.Contains(InTransaction, StringComparison.Ordinal) == true;
}
