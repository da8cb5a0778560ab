using System.Reflection;

namespace GuruReports.Hosting.Sections.Exceptions;

/// <summary>A method that throws, and how often samples met it. Lock-free. Keeps no method alive.</summary>
internal sealed class ThrowSite
{
    private readonly int _key;
    private int _count;

    public ThrowSite(int key, MethodBase method)
    {
        _key = key;
        Name = method.DeclaringType is { } type ? $"{TypeNames.Of(type)}.{method.Name}" : method.Name;
    }

    /// <summary>Gets the method's full name.</summary>
    public string Name { get; }

    /// <summary>Gets how often samples met it.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    public bool Is(int key, MethodBase method) => _key == key && Name.EndsWith(method.Name, StringComparison.Ordinal);
}
