namespace GuruReports.Hosting.Triggers;

/// <summary>What the watch for near misses asks of the process; nothing that costs anything.</summary>
/// <param name="Completed">Returns how many items the pool has completed, heartbeats left out.</param>
/// <param name="Paused">Returns the part of the last second in which collections stopped all threads; NaN where it is not known.</param>
/// <param name="IsDisturbed">Returns whether a report is being made, which disturbs the pool itself.</param>
internal sealed record NearMissInputs(Func<long> Completed, Func<float> Paused, Func<bool> IsDisturbed);
