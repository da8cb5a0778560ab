using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Says in words when timers are due.</summary>
internal sealed class TimeTexts
{
    private readonly Image _image;

    public TimeTexts(Image image) => _image = image;

    /// <summary>When a timer is due, in words, the milliseconds until then for sorting, and how long it takes in all; null when that is not known.</summary>
    public (string Text, long Due, long? Lasts) Due(ulong timer)
    {
        if (timer == 0)
        {
            return ("", 0, null);
        }

        // A Timer leads to its queue entry; the runtime's own promises hold the entry itself.
        var holder = _image.Fields.Reference(timer, TimerEntries.TimerHolder);
        var entry = holder == 0 ? timer : _image.Fields.Reference(holder, TimerEntries.HeldEntry) is var inner and not 0 ? inner : holder;
        var started = _image.Fields.Value<long>(entry, TimerEntries.StartTicks);
        var duration = _image.Fields.Value<uint>(entry, TimerEntries.DueTime);
        if (started is null || duration is null || duration == uint.MaxValue)
        {
            return ("without a due time", long.MaxValue, null);
        }

        var total = Duration(duration.Value);
        if (_image.Request.TickCount is not { } now)
        {
            return ("of " + total, duration.Value, duration.Value);
        }

        var left = started.Value + duration.Value - now;
        return (left >= 0 ? $"of {total}, due in {Duration(left)}" : $"of {total}, overdue by {Duration(-left)}", left, duration.Value);
    }

    public string Period(ulong periodicTimer)
    {
        var ticks = _image.Fields.Value<long>(periodicTimer, TimerEntries.PeriodicPeriod);
        return ticks is null or <= 0 ? "" : " every " + Duration(ticks.Value / TimeSpan.TicksPerMillisecond);
    }

    private static string Duration(long milliseconds) => Measures.Duration(TimeSpan.FromMilliseconds(milliseconds));
}
