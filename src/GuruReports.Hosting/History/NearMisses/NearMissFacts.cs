namespace GuruReports.Hosting.History.NearMisses;

/// <summary>The near misses of the last hour.</summary>
/// <param name="Worst">The worst of them, the newest last.</param>
/// <param name="Count">How many there were, those without stacks included.</param>
internal sealed record NearMissFacts(IReadOnlyList<NearMiss> Worst, int Count);
