using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Reads the timers from the runtime's queues.</summary>
internal sealed class TimerReader
{
    private const uint Never = uint.MaxValue;
    private const int Tolerance = 100;
    private const int Most = 2_000_000;
    private const string Unknown = "unknown";
    private readonly Image _image;

    public TimerReader(Image image) => _image = image;

    public TimerSnapshot Read(CollectedObjects collected)
    {
        var timers = Entries(collected).Take(Most).Select(Describe).ToList();
        var groups = timers.GroupBy(static timer => (timer.Callback, timer.State, timer.Period))
            .Select(group => Group(group.Key, [.. group.Select(static timer => timer.Left)]))
            .OrderByDescending(static group => group.Count).ThenBy(static group => group.Callback, StringComparer.Ordinal)
            .ToList();
        return new TimerSnapshot
        {
            Count = timers.Count,
            Overdue = _image.Request.TickCount is null ? null : groups.Sum(static group => group.Overdue ?? 0),
            Groups = [.. groups.Take(_image.Request.MaximumGroups)],
            OmittedGroups = Math.Max(0, groups.Count - _image.Request.MaximumGroups),
        };
    }

    /// <summary>The objects that timers will call or hand on, each with the call in words.</summary>
    public IEnumerable<PoolCall> Calls(CollectedObjects collected)
    {
        foreach (var (timer, _) in Entries(collected))
        {
            var callback = _image.Fields.Reference(timer, TimerEntries.Callback);
            var called = _image.Delegates.Find(callback);
            var (words, method) = ($"the timer that calls {called?.Method ?? Unknown}", called is { Owner: CodeOwner.Service } own ? own.Method : null);
            yield return new PoolCall(callback, words, method);
            yield return new PoolCall(_image.Fields.Reference(timer, TimerEntries.State), words, method);
        }
    }

    private IEnumerable<(ulong Timer, uint Due)> Entries(CollectedObjects collected) => collected.Parts(TimerEntries.Queue)
        .SelectMany(queue => Entries(_image.Fields.Reference(queue, TimerEntries.Short)).Concat(Entries(_image.Fields.Reference(queue, TimerEntries.Long))));

    private IEnumerable<(ulong Timer, uint Due)> Entries(ulong timer)
    {
        for (var count = 0; timer != 0 && count < Most; timer = _image.Fields.Reference(timer, TimerEntries.Next), count++)
        {
            if (_image.Fields.Value<uint>(timer, TimerEntries.DueTime) is { } due and not Never)
            {
                yield return (timer, due);
            }
        }
    }

    private static TimerGroup Group((string Callback, string? State, long? Period) key, IReadOnlyList<long?> left) => new()
    {
        Callback = key.Callback,
        StateType = key.State,
        PeriodMilliseconds = key.Period,
        Count = left.Count,
        Overdue = left.Any(static due => due is null) ? null : left.Count(static due => due < -Tolerance),
        EarliestDueMilliseconds = left.Min(),
        LatestDueMilliseconds = left.Max(),
    };

    private (string Callback, string? State, long? Period, long? Left) Describe((ulong Timer, uint Due) entry)
    {
        var timer = entry.Timer;
        var period = _image.Fields.Value<uint>(timer, TimerEntries.Period) ?? Never;
        long? left = _image.Request.TickCount is { } now && _image.Fields.Value<long>(timer, TimerEntries.StartTicks) is { } started ? started + entry.Due - now : null;
        var state = _image.Fields.Reference(timer, TimerEntries.State);
        var callback = _image.Delegates.Find(_image.Fields.Reference(timer, TimerEntries.Callback))?.Method ?? Unknown;
        return (callback, state == 0 ? null : _image.Kinds.KindAt(state)?.Name, period is Never or 0 ? null : period, left);
    }
}
