using System.Globalization;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.History.Watching;

/// <summary>
/// Has the findings looked for now and then, on a thread of its own, one at a time: what is critical twice in a row is a reason for a
/// report. On the watchdog's thread it allocates only where it lets look.
/// </summary>
/// <param name="interval">How often.</param>
/// <param name="look">Returns the names of the findings that are critical. May take its time.</param>
internal sealed class FindingWatch(TimeSpan interval, Func<IReadOnlyList<string>> look)
{
    private IReadOnlyList<string> _last = [];
    private TimeSpan _lookedAt;
    private volatile bool _isLooking;
    private string? _reason;

    /// <summary>Gets whether a look is under way.</summary>
    internal bool IsLooking => _isLooking;

    /// <summary>Lets look where it is time to, and returns what the last look gave.</summary>
    /// <param name="now">The time since the watch began.</param>
    /// <returns>The reason for a report, once, or null.</returns>
    public string? Check(TimeSpan now)
    {
        if (now - _lookedAt >= interval && !_isLooking)
        {
            (_lookedAt, _isLooking) = (now, true);
            if (LibraryThread.TryStart("guru-look", Run) is null)
            {
                _isLooking = false;
            }
        }

        return Interlocked.Exchange(ref _reason, null);
    }

    private void Run()
    {
        // Policy: a look that fails is one that found nothing.
        IReadOnlyList<string> critical = [];
        try
        {
            critical = look();
            if (critical.Intersect(_last, StringComparer.Ordinal).ToList() is { Count: > 0 } again)
            {
                Interlocked.Exchange(ref _reason, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(", ", again)} critical at two looks in a row, {Measures.Duration(interval)} apart (GuruMeditation:Watchdog:Rules:LookInterval)"));
            }
        }
        finally
        {
            _last = critical;
            _isLooking = false;
        }
    }
}
