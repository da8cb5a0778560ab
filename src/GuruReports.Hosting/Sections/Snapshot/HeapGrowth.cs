using GuruReports.Inspection.Snapshot.Model.Heap;

namespace GuruReports.Hosting.Sections.Snapshot;

/// <summary>Compares a heap walk with the one before in this process. Used by one report at a time.</summary>
internal sealed class HeapGrowth
{
    private const int MostRows = 15;
    private Dictionary<string, (long Count, long Bytes)>? _before;
    private DateTimeOffset _at;

    /// <summary>What grew, and since when.</summary>
    internal sealed record Comparison(string Since, IReadOnlyList<(string TypeName, long Count, long Bytes)> Rows);

    /// <summary>Returns what grew since the walk before; null for the first one. Types beyond the largest are not compared.</summary>
    public Comparison? Since(IEnumerable<(string TypeName, long Count, long Bytes)> heap)
    {
        var now = new Dictionary<string, (long Count, long Bytes)>();
        foreach (var type in heap)
        {
            // Types of the same name from several load contexts are told as one.
            var known = now.GetValueOrDefault(type.TypeName);
            now[type.TypeName] = (known.Count + type.Count, known.Bytes + type.Bytes);
        }

        var before = _before;
        var since = FormattableString.Invariant($"since {_at:HH:mm:ss} UTC, of the types with most bytes");
        (_before, _at) = (now, DateTimeOffset.UtcNow);
        if (before is null)
        {
            return null;
        }

        var rows = now.Where(pair => before.ContainsKey(pair.Key))
            .Select(pair => (pair.Key, pair.Value.Count - before[pair.Key].Count, pair.Value.Bytes - before[pair.Key].Bytes))
            .Where(static row => row.Item3 > 0)
            .OrderByDescending(static row => row.Item3).ThenBy(static row => row.Key, StringComparer.Ordinal)
            .Take(MostRows);
        return new Comparison(since, [.. rows]);
    }
}
