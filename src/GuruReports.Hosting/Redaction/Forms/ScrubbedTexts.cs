using System.Collections.Concurrent;

namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>Remembers what texts became: a report repeats its frames thousands of times. Forgets all when a new secret is known. Safe for any thread; bounded.</summary>
internal sealed class ScrubbedTexts
{
    private const int MostTexts = 1 << 14;
    private const int LongestText = 512;

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private int _secrets;
    private int _count;
    private bool _isFull;

    /// <summary>Returns what a text became before; null when that is not known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">How many secrets are known now.</param>
    public string? Find(string text, int secrets)
    {
        if (Volatile.Read(ref _secrets) != secrets)
        {
            _texts.Clear();
            _count = 0;
            _isFull = false;
            Volatile.Write(ref _secrets, secrets);
            return null;
        }

        // What did not change stays the same object for the caller.
        return text.Length <= LongestText && _texts.TryGetValue(text, out var shown) ? (shown == text ? text : shown) : null;
    }

    /// <summary>Remembers what a text became.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shown">What it became.</param>
    /// <param name="secrets">How many secrets were known before; a text that taught a new one is not remembered.</param>
    public void Add(string text, string shown, int secrets)
    {
        if (text.Length > LongestText || _isFull || secrets != Volatile.Read(ref _secrets))
        {
            return;
        }

        try
        {
            _texts.TryAdd(text, shown);
            _isFull = ++_count >= MostTexts;
        }
        catch (OutOfMemoryException)
        {
            // Policy: the heap is full; texts are scrubbed one by one as before.
            _isFull = true;
        }
    }
}
