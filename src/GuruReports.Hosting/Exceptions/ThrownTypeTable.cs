using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Exceptions;

/// <summary>The types of exceptions seen, by what they tell of the world outside, in a table of fixed size with open addressing. Lock-free; a place once taken stays.</summary>
internal sealed class ThrownTypeTable
{
    /// <summary>How many places there are.</summary>
    public const int Places = 256;

    private const int MostProbes = 32;

    private readonly ThrownType?[] _places = new ThrownType?[Places];

    /// <summary>Gets what has taken a place; null where nothing has.</summary>
    public ThrownType? this[int place] => Volatile.Read(ref _places[place]);

    /// <summary>Returns the entry of a type and kind, a new one where there is room; else null.</summary>
    public ThrownType? Find(Type type, FailureKind kind = FailureKind.None, bool isWrapped = false)
    {
        // Reference hash: a type's own GetHashCode cannot be the service's code, but this is cheaper still.
        var start = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(type) & (Places - 1);
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref var place = ref _places[(start + probe) & (Places - 1)];
            var entry = Volatile.Read(ref place);
            if (entry is null)
            {
                var added = new ThrownType(type, kind, isWrapped);
                entry = Interlocked.CompareExchange(ref place, added, null) ?? added;
            }

            if (entry.Is(type, kind, isWrapped))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Returns what was counted, the most frequent first.</summary>
    public IReadOnlyList<ThrownTypeFacts> Read(bool isNewReport)
    {
        var result = new List<ThrownTypeFacts>();
        foreach (ref var place in _places.AsSpan())
        {
            if (Volatile.Read(ref place) is { } entry)
            {
                result.Add(entry.Read(isNewReport));
            }
        }

        result.Sort((x, y) => y.Count != x.Count ? y.Count.CompareTo(x.Count) : string.CompareOrdinal(x.Type, y.Type));
        return result;
    }
}
