using GuruReports.Inspection.Snapshot.Model.Pool;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Pool;

/// <summary>Reads the timers from the runtime's queues.</summary>
internal sealed class TimerReader
{
    private const uint Never = uint.MaxValue;
    private const int Tolerance = 100;
    private const int Most = 2_000_000;
    private readonly Image _image;

    public TimerReader(Image image) => _image = image;

    public TimerSnapshot Read(CollectedObjects collected)
    {
        var timers = new List<(string Callback, string? State, long? Period, long? Left)>();
        foreach (var queue in collected.Parts(TimerEntries.Queue))
        {
            AddList(timers, _image.Fields.Reference(queue, TimerEntries.Short));
            AddList(timers, _image.Fields.Reference(queue, TimerEntries.Long));
        }

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

    private void AddList(List<(string, string?, long?, long?)> result, ulong timer)
    {
        for (; timer != 0 && result.Count < Most; timer = _image.Fields.Reference(timer, TimerEntries.Next))
        {
            var duration = _image.Fields.Value<uint>(timer, TimerEntries.DueTime) ?? Never;
            if (duration == Never)
            {
                continue;
            }

            var period = _image.Fields.Value<uint>(timer, TimerEntries.Period) ?? Never;
            long? left = _image.Request.TickCount is { } now && _image.Fields.Value<long>(timer, TimerEntries.StartTicks) is { } started
                ? started + duration - now
                : null;
            var state = _image.Fields.Reference(timer, TimerEntries.State);
            result.Add((Callback(timer), state == 0 ? null : _image.Kinds.KindAt(state)?.Name, period is Never or 0 ? null : period, left));
        }
    }

    private string Callback(ulong timer)
    {
        DelegateTarget? target = _image.Delegates.Find(_image.Fields.Reference(timer, TimerEntries.Callback));
        return target?.Method ?? "unknown";
    }
}
