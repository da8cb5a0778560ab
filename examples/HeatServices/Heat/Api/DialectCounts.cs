using System.Collections.Concurrent;

namespace Heat.Api;

/// <summary>How often which action was asked for; a section of the reports.</summary>
internal sealed class DialectCounts
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Count(string action) => _counts.AddOrUpdate(action, 1, (_, count) => count + 1);
}
