using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Queues;

namespace GuruReports.Hosting.Sections.Calls;

/// <summary>Remembers what queues were like at the previous report. The collector moves objects: a queue is known again by the fields that refer to it.</summary>
internal sealed class QueueMemory
{
    private Dictionary<string, LibraryQueue> _previous = [];
    private DateTimeOffset _at;

    /// <summary>Compares queues with those of the previous report, and keeps these for the next one.</summary>
    public QueueFacts Compare(IReadOnlyList<LibraryQueue> queues, DateTimeOffset now)
    {
        var current = queues.Where(static queue => queue.Places.Count > 0)
            .GroupBy(static queue => $"{queue.Kind} {queue.TypeName} {string.Join(' ', queue.Places)}", StringComparer.Ordinal)
            .Where(static group => group.Count() == 1)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var changes = new Dictionary<ulong, QueueChange>();
        foreach (var (name, queue) in current)
        {
            if (_previous.TryGetValue(name, out var before) && now > _at)
            {
                changes[queue.Address] = new QueueChange(before.Length, now - _at, before.Position is { } was && queue.Position is { } position ? was == position : null);
            }
        }

        (_previous, _at) = (current, now);
        return new QueueFacts(changes);
    }
}
