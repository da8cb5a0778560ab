namespace GuruReports.Hosting.Exceptions;

/// <summary>A place that throws, and how often samples met it. Lock-free.</summary>
internal sealed class ThrowSite(string name)
{
    private int _count;

    /// <summary>Gets the place in words.</summary>
    public string Name => name;

    /// <summary>Gets how often samples met it.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    /// <summary>Takes one back that belongs to a place found later.</summary>
    public void Remove() => Interlocked.Decrement(ref _count);
}
