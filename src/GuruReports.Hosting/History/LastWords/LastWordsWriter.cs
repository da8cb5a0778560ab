using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>
/// Keeps the last second of the process in a file, for whoever starts after it. Writes on a thread of its own, which may
/// hang with the file system; whoever hands over a row never waits for it.
/// </summary>
internal sealed class LastWordsWriter
{
    // An end that waits for a hanging file system would be no end.
    private static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly float[] _pending = new float[MeasureDefinition.Count];
    private readonly float[] _row = new float[MeasureDefinition.Count];
    private readonly LastWordsFile _file;
    private readonly MemoryKills _kills;
    private long _at;
    private bool _hasRow;
    private byte[] _identity;
    private bool _isEnding;
    private bool _isMeant;
    private bool _isOver;

    public LastWordsWriter(LastWordsFile file, byte[] identity, MemoryKills kills)
    {
        _file = file;
        _identity = identity;
        _kills = kills;
    }

    /// <summary>Gets why nothing is written any more; null while it is.</summary>
    public string? Failure { get; private set; }

    /// <summary>Takes the row of a second. Returns at once; a row that was not written yet is replaced.</summary>
    public void Take(long at, ReadOnlySpan<float> row)
    {
        lock (_gate)
        {
            row.CopyTo(_pending);
            (_at, _hasRow) = (at, true);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Marks the end as one that was meant, and waits a second at most until that is written.</summary>
    /// <param name="at">The time of day, in ticks of UTC.</param>
    public void End(long at) => End(at, isMeant: true, []);

    /// <summary>Says that an exception which nobody handles ends the process, and waits a second at most until that is written.</summary>
    /// <param name="at">The time of day, in ticks of UTC.</param>
    /// <param name="exception">The type of the exception.</param>
    public void Crash(long at, string exception) => End(at, isMeant: false, LastWordsFormat.Crash(exception));

    /// <summary>Writes until the end, or until the file system refuses. The body of the writer's thread.</summary>
    public void Run()
    {
        // Policy: what the file system refuses ends the writing, never the process; the reason is told in the report.
        try
        {
            while (WriteNext())
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure = exception.Message;
        }

        lock (_gate)
        {
            _isOver = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void End(long at, bool isMeant, byte[] words)
    {
        lock (_gate)
        {
            // The first end is the one that counts.
            if (!_isEnding)
            {
                (_at, _hasRow, _isEnding, _isMeant, _identity) = (at, true, true, isMeant, [.. _identity, .. words]);
            }

            Monitor.PulseAll(_gate);
            var until = Environment.TickCount64 + (long)s_longestEnd.TotalMilliseconds;
            while (!_isOver && until - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(_gate, (int)left);
            }
        }
    }

    private bool WriteNext()
    {
        long at;
        bool isEnding;
        bool isMeant;
        byte[] identity;
        lock (_gate)
        {
            while (!_hasRow)
            {
                Monitor.Wait(_gate);
            }

            _pending.CopyTo(_row, 0);
            (at, isEnding, isMeant, identity, _hasRow) = (_at, _isEnding, _isMeant, _identity, false);
        }

        _file.Write(identity, at, isMeant, _kills.Read(), _row);
        return !isEnding;
    }
}
