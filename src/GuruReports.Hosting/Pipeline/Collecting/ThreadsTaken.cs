using GuruReports.Inspection.Threads;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>The captures of the threads that a report shows.</summary>
/// <param name="Captures">The captures, the oldest first; empty when there are none.</param>
/// <param name="Unavailable">Why there are none; else null.</param>
internal sealed record ThreadsTaken(IReadOnlyList<ThreadCapture> Captures, string? Unavailable)
{
    /// <summary>Gets whether a capture took a good part of the time that it had.</summary>
    public bool WasSlow { get; init; }

    /// <summary>Gets how many code addresses were not looked up in time, in the best of the captures; null when none has stacks.</summary>
    public int? Unresolved => Captures.Where(capture => capture.UnavailableReason is null).Min(capture => (int?)capture.UnresolvedAddresses);

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
