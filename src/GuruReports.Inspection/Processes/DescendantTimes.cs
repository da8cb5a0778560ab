namespace GuruReports.Inspection.Processes;

/// <summary>The CPU time of everything that a process has started.</summary>
internal static class DescendantTimes
{
    // Reading one takes some 15 µs; on a machine with more it would be felt.
    private const int MostProcesses = 4096;
    private const int Deepest = 64;

    // Fields of the line, counted from the state (proc_pid_stat(5)).
    private const int Parent = 1;
    private const int UserTicks = 11;
    private const int SystemTicks = 12;
    private const int ChildUserTicks = 13;
    private const int ChildSystemTicks = 14;

    /// <summary>
    /// Returns clock ticks: of the descendants that live, and of those that have ended and were waited for; null when
    /// unknown. Sinks only when one is adopted by another process or ends without being waited for.
    /// </summary>
    public static long? Read(SystemFiles files, int id)
    {
        var ids = files.ListNumbers("/proc", MostProcesses);
        if (ids.Count >= MostProcesses)
        {
            return null;
        }

        var all = new Dictionary<int, (int Parent, long Ticks)>(ids.Count);
        Span<byte> buffer = stackalloc byte[1024];
        foreach (var other in ids)
        {
            if (Parse(files.Read($"/proc/{other}/stat", buffer)) is { } times)
            {
                all[other] = (times.Parent, times.WaitedFor + (other == id ? 0 : times.Own));
            }
        }

        return all.TryGetValue(id, out var root) ? root.Ticks + SumBelow(id, all) : null;
    }

    /// <summary>Reads the text of <c>/proc/&lt;pid&gt;/stat</c>; null when it is none.</summary>
    internal static (int Parent, long Own, long WaitedFor)? Parse(ReadOnlySpan<byte> text)
    {
        if (!StatLine.TryParse(text, out var line) || line.Number(Parent) is not { } parent)
        {
            return null;
        }

        var own = (line.Number(UserTicks) ?? 0) + (line.Number(SystemTicks) ?? 0);
        var waitedFor = (line.Number(ChildUserTicks) ?? 0) + (line.Number(ChildSystemTicks) ?? 0);
        return ((int)parent, own, waitedFor);
    }

    private static long SumBelow(int id, Dictionary<int, (int Parent, long Ticks)> all)
    {
        var sum = 0L;
        foreach (var (other, process) in all)
        {
            var parent = other == id ? 0 : process.Parent;
            for (var depth = 0; parent != id && depth < Deepest && all.TryGetValue(parent, out var above); depth++)
            {
                parent = above.Parent;
            }

            sum += parent == id ? process.Ticks : 0;
        }

        return sum;
    }
}
