using System.Collections.Concurrent;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>
/// The random words whose names said that they are known to everybody: the commit that a setting tells is shown in a message
/// too. Safe for any thread; bounded.
/// </summary>
internal sealed class KnownWords
{
    private const int MostWords = 2048;

    private readonly ConcurrentDictionary<string, byte> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public KnownWords() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word.</param>
    public void Add(string word)
    {
        if (_words.Count < MostWords)
        {
            _words.TryAdd(word, 0);
        }
    }

    /// <summary>Returns whether a word is one.</summary>
    /// <param name="word">The word.</param>
    public bool Contains(ReadOnlySpan<char> word) => !_words.IsEmpty && _lookup.ContainsKey(word);
}
