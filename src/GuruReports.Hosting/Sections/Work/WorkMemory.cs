using GuruReports.Inspection.Snapshot.Model.Work;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>Remembers, from one report to the next, work that has no time of its own: what, where, waiting for what, and how many.</summary>
internal sealed class WorkMemory
{
    private const int Most = 1_000;

    private readonly Lock _gate = new();
    private Dictionary<WorkKey, Seen> _seen = [];

    /// <summary>Remembers the groups of a report.</summary>
    /// <returns>For each group, since when as many at least were found at the same place in every report; null for what is new or knows its age.</returns>
    public IReadOnlyList<WorkSeen?> Take(IReadOnlyList<WorkGroup> groups, DateTimeOffset now)
    {
        lock (_gate)
        {
            var next = new Dictionary<WorkKey, Seen>();
            var result = new List<WorkSeen?>();
            foreach (var group in groups)
            {
                var key = new WorkKey(group.Kind, group.Name, group.Place, group.Waits);
                var before = group.WithoutAge > 0 ? _seen.GetValueOrDefault(key) : null;
                result.Add(before is null ? null : new WorkSeen(Math.Min(before.Count, group.WithoutAge), now - before.Since));
                if (group.WithoutAge > 0 && next.Count < Most)
                {
                    next[key] = before is null ? new Seen(now, group.WithoutAge) : before with { Count = Math.Min(before.Count, group.WithoutAge) };
                }
            }

            _seen = next;
            return result;
        }
    }

    private sealed record Seen(DateTimeOffset Since, int Count);
}
