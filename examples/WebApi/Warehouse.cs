using System.Collections.Concurrent;

namespace WebApi;

/// <summary>What is in stock.</summary>
public sealed class Warehouse
{
    private readonly ConcurrentDictionary<string, int> _levels = new(new Dictionary<string, int> { ["gouda"] = 12, ["cheddar"] = 7 });

    public static Warehouse Shared { get; } = new();

    public IReadOnlyDictionary<string, int> Levels => _levels;

    /// <summary>Counts everything, which takes its time.</summary>
    public static async Task<int> CountAsync(TimeSpan time)
    {
        await Task.Delay(time);
        return Shared._levels.Values.Sum();
    }

    public int Take(string article, int pieces) => _levels.AddOrUpdate(article, 0, (_, level) => Math.Max(0, level - pieces));
}
