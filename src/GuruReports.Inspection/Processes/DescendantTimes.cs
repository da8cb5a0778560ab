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
    private const int StartTicks = 19;

    /// <summary>
    /// Returns clock ticks: of the descendants that live, and of those that have ended and were waited for; null when
    /// unknown. Sinks only when one is adopted by another process or ends without being waited for.
    /// </summary>
    public static long? Read(SystemFiles files, int id) => Read(files, id, long.MinValue);

    /// <summary>
    /// Returns the same, where all descendants that live began at some moment or later: then it is also what they have used since;
    /// null where one is older, or unknown.
    /// </summary>
    /// <param name="files">Where to read.</param>
    /// <param name="id">Whose descendants.</param>
    /// <param name="since">The moment, in clock ticks since boot.</param>
    public static long? ReadYoung(SystemFiles files, int id, long since) => Read(files, id, since);

    private static long? Read(SystemFiles files, int id, long since)
    {
        var ids = files.ListNumbers("/proc", MostProcesses);
        if (ids.Count >= MostProcesses)
        {
            return null;
        }

        var all = new Dictionary<int, (int Parent, long Ticks, bool IsOld)>(ids.Count);
        Span<byte> buffer = stackalloc byte[1024];
        foreach (var other in ids)
        {
            if (Parse(files.Read($"/proc/{other}/stat", buffer)) is { } times)
            {
                all[other] = (times.Parent, times.WaitedFor + (other == id ? 0 : times.Own), other != id && times.Began < since);
            }
        }

        return all.TryGetValue(id, out var root) && SumBelow(id, all) is { } below ? root.Ticks + below : null;
    }

    /// <summary>Reads the text of <c>/proc/&lt;pid&gt;/stat</c>; null when it is none.</summary>
    internal static (int Parent, long Own, long WaitedFor, long Began)? Parse(ReadOnlySpan<byte> text)
    {
        if (!StatLine.TryParse(text, out var line) || line.Number(Parent) is not { } parent)
        {
            return null;
        }

        var own = (line.Number(UserTicks) ?? 0) + (line.Number(SystemTicks) ?? 0);
        var waitedFor = (line.Number(ChildUserTicks) ?? 0) + (line.Number(ChildSystemTicks) ?? 0);
        return ((int)parent, own, waitedFor, line.Number(StartTicks) ?? 0);
    }

    private static long? SumBelow(int id, Dictionary<int, (int Parent, long Ticks, bool IsOld)> all)
    {
        var sum = 0L;
        foreach (var (other, process) in all)
        {
            var parent = other == id ? 0 : process.Parent;
            for (var depth = 0; parent != id && depth < Deepest && all.TryGetValue(parent, out var above); depth++)
            {
                parent = above.Parent;
            }

            if (parent == id && process.IsOld)
            {
                return null;
            }

            sum += parent == id ? process.Ticks : 0;
        }

        return sum;
    }
}
