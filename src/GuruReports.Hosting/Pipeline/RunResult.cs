namespace GuruReports.Hosting.Pipeline;

/// <summary>The end of a piece of foreign work.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">What it returned; null unless completed.</param>
/// <param name="Error">What it threw; null unless failed.</param>
/// <param name="Duration">How long it was waited for.</param>
/// <param name="ThreadId">The operating system's id of the thread that was left alone; 0 unless late.</param>
internal readonly record struct RunResult<T>(RunOutcome Outcome, T? Value, Exception? Error, TimeSpan Duration, int ThreadId)
    where T : class;
