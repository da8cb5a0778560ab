using System.Collections.Concurrent;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>Remembers what names were judged to be: texts repeat the same few. Safe for any thread; bounded.</summary>
internal static class KeyVerdicts
{
    private const int MostKeys = 4096;
    private const int LongestKey = 96;

    private static readonly ConcurrentDictionary<string, KeyVerdict> s_known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, KeyVerdict>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int s_count;

    /// <summary>Judges a key.</summary>
    /// <param name="key">The key.</param>
    public static KeyVerdict Of(ReadOnlySpan<char> key)
    {
        if (s_lookup.TryGetValue(key, out var verdict))
        {
            return verdict;
        }

        var text = key.ToString();
        verdict = KeyClassifier.Classify(text);
        if (text.Length <= LongestKey && Volatile.Read(ref s_count) < MostKeys && s_known.TryAdd(text, verdict))
        {
            Interlocked.Increment(ref s_count);
        }

        return verdict;
    }
}
