using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Pipeline;

/// <summary>The captures of the threads that a report shows.</summary>
/// <param name="Captures">The captures, the oldest first; empty when there are none.</param>
/// <param name="Unavailable">Why there are none; else null.</param>
internal sealed record ThreadsTaken(IReadOnlyList<ThreadCapture> Captures, string? Unavailable)
{
    /// <summary>Gets how long the process was stopped for all captures together; null when not measured.</summary>
    public TimeSpan? Paused
    {
        get
        {
            TimeSpan? sum = null;
            foreach (var capture in Captures)
            {
                sum = capture.Paused is { } paused ? (sum ?? TimeSpan.Zero) + paused : sum;
            }

            return sum;
        }
    }
}
