using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>Code that completes what others wait for, and stands.</summary>
/// <param name="Thread">The thread that runs it.</param>
/// <param name="Blocked">The own code that blocks on its way out.</param>
/// <param name="Frame">The own code that completes.</param>
internal sealed record Completer(CapturedThread Thread, CapturedFrame Blocked, CapturedFrame Frame);
