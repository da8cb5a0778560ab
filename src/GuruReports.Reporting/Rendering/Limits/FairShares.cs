namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>How a limited room is shared: what is small stays whole, what is large is cut to one common level.</summary>
/// <param name="Kept">How many parts, from the first on, get room at all.</param>
/// <param name="Level">The most that one part may take.</param>
internal readonly record struct FairShares(int Kept, long Level)
{
    /// <summary>Shares the room.</summary>
    /// <param name="costs">What each part would take.</param>
    /// <param name="room">The room for all.</param>
    /// <param name="least">What a part must get to be worth showing.</param>
    /// <returns>The shares; the level is <see cref="long.MaxValue"/> when all fit.</returns>
    public static FairShares Of(IReadOnlyList<long> costs, long room, long least)
    {
        if (costs.Sum() <= room)
        {
            return new(costs.Count, long.MaxValue);
        }

        var kept = 0;
        for (long used = 0; kept < costs.Count; kept++)
        {
            used += Math.Min(costs[kept], least);
            if (used > room)
            {
                return new(kept, least);
            }
        }

        return new(kept, Math.Max(least, CommonLevel(costs, room)));
    }

    private static long CommonLevel(IReadOnlyList<long> costs, long room)
    {
        var ascending = costs.ToArray();
        Array.Sort(ascending);
        for (var i = 0; i < ascending.Length; i++)
        {
            var level = room / (ascending.Length - i);
            if (ascending[i] > level)
            {
                return level;
            }

            room -= ascending[i];
        }

        return long.MaxValue;
    }
}
