namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What became of queues since the previous report, by the addresses of now; queues that cannot be told apart are left out.</summary>
internal sealed record QueueFacts(IReadOnlyDictionary<ulong, QueueChange> Changes);
