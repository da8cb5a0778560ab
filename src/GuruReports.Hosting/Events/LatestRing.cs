namespace GuruReports.Hosting.Events;

/// <summary>
/// The latest of things that any thread may add, in a fixed number of places. Takes no lock: a thread that is stuck while it
/// adds holds up nobody.
/// </summary>
internal sealed class LatestRing<T>(int places)
    where T : class
{
    private readonly Entry?[] _places = new Entry?[places];
    private long _count;

    /// <summary>Gets how many were added, those that are no longer there included.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Adds one in place of the oldest.</summary>
    public void Add(T item)
    {
        var number = Interlocked.Increment(ref _count);
        Volatile.Write(ref _places[number % places], new Entry(number, item));
    }

    /// <summary>Returns those that are there, the oldest first.</summary>
    public IReadOnlyList<T> Read()
    {
        var entries = new List<Entry>(places);
        foreach (ref var place in _places.AsSpan())
        {
            if (Volatile.Read(ref place) is { } entry)
            {
                entries.Add(entry);
            }
        }

        entries.Sort((x, y) => x.Number.CompareTo(y.Number));
        return [.. entries.Select(entry => entry.Item)];
    }

    private sealed record Entry(long Number, T Item);
}
