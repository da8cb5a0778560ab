using GuruReports.Inspection.Snapshot.Model.Threads;

namespace GuruReports.Hosting.Findings.Graph.Likely;

/// <summary>A circle that is closed by what is likely or guessed.</summary>
/// <param name="Cycle">Its parties.</param>
/// <param name="Guesses">What it rests on that nothing proves.</param>
internal sealed record LikelyCircle(DeadlockCycle Cycle, IReadOnlyList<string> Guesses);
