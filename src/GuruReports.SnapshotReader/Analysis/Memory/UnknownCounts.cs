using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Counts what was met and is of no kind that this version knows: it must show itself instead of being missed.</summary>
internal sealed class UnknownCounts
{
    private const int MostNames = 50;
    private readonly Dictionary<(UnknownSubject Subject, string Name), long> _counts = [];

    /// <summary>Counts one.</summary>
    public void Add(UnknownSubject subject, string name) => _counts[(subject, name)] = _counts.GetValueOrDefault((subject, name)) + 1;

    /// <summary>How many of a subject.</summary>
    public long Count(UnknownSubject subject) => _counts.Where(pair => pair.Key.Subject == subject).Sum(static pair => pair.Value);

    /// <summary>Most frequent first; rare ones beyond a number are told together.</summary>
    public IReadOnlyList<UnknownKind> Report()
    {
        var all = _counts.Select(static pair => new UnknownKind { Subject = pair.Key.Subject, Name = pair.Key.Name, Count = pair.Value })
            .OrderByDescending(static kind => kind.Count).ThenBy(static kind => kind.Subject).ThenBy(static kind => kind.Name, StringComparer.Ordinal).ToList();
        var rest = all.Skip(MostNames).GroupBy(static kind => kind.Subject)
            .Select(static group => new UnknownKind { Subject = group.Key, Name = FormattableString.Invariant($"{group.Count()} more types"), Count = group.Sum(static kind => kind.Count) });
        return [.. all.Take(MostNames), .. rest];
    }
}
