namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>One garbage collection.</summary>
/// <param name="Index">Its number since the process started.</param>
/// <param name="Kind">What kind it was: <c>ephemeral</c>, <c>full blocking</c> or <c>background</c>.</param>
/// <param name="Generation">The oldest generation collected.</param>
/// <param name="Compacted">Whether objects were moved together.</param>
/// <param name="Pauses">How long all threads were paused for it; a background collection pauses twice.</param>
internal sealed record CollectionFacts(long Index, string Kind, int Generation, bool Compacted, IReadOnlyList<TimeSpan> Pauses);
