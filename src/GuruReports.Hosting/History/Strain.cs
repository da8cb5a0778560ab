using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History;

/// <summary>
/// The first signs that something of a process may become short: then a report is prepared and rehearsed, while there still is enough
/// for it. A process without any has that work and memory spared. On the thread that ticks only; allocates nothing.
/// </summary>
internal sealed class Strain
{
    // Half a processor for so many seconds is more than a start, and more than a burst.
    private const double BusyProcessors = 0.5;
    private const int BusySeconds = 5;

    // Compiling waits for each collection.
    private const double PausedShare = 0.05;

    // A report needs some 30 MB the first time.
    private const double LeastMemory = 96 << 20;

    private readonly Func<bool> _isSystemShort;
    private int _busy;

    /// <param name="isSystemShort">Tells whether descriptors or the heap's room become short; null for asking the process.</param>
    public Strain(Func<bool>? isSystemShort = null) => _isSystemShort = isSystemShort ?? (static () => HeapRoom.IsShrinking || !DescriptorRoom.IsPlenty);

    /// <summary>Returns whether there are signs of it.</summary>
    /// <param name="row">What the record keeps of the last second.</param>
    public bool IsFelt(ReadOnlySpan<float> row)
    {
        _busy = row[(int)Measure.Cpu] >= BusyProcessors || row[(int)Measure.Throttled] > 0 ? _busy + 1 : 0;
        return _busy >= BusySeconds || row[(int)Measure.Paused] >= PausedShare || IsGroupFull(row) || _isSystemShort();
    }

    // No limit is an infinite one, and an unknown one no number.
    private static bool IsGroupFull(ReadOnlySpan<float> row)
    {
        var limit = row[(int)Measure.GroupMemoryLimit];
        return float.IsFinite(limit) && limit - row[(int)Measure.GroupMemory] < Math.Max(limit / 2, LeastMemory);
    }
}
