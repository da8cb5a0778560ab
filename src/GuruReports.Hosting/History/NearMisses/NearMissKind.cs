namespace GuruReports.Hosting.History.NearMisses;

/// <summary>What was nearly a standstill.</summary>
internal enum NearMissKind
{
    /// <summary>Something waited in the thread pool longer than it should.</summary>
    Pool,

    /// <summary>Garbage collections stopped all threads for most of a second.</summary>
    Collections,

    /// <summary>A thread waited for a lock for longer than a second.</summary>
    Lock,
}
