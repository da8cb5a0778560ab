using System.Collections.Concurrent;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>The keys that are shown though they look secret, and their values. Safe for any thread; bounded.</summary>
internal sealed class AllowedKeys
{
    private const int MostValues = 1024;

    private readonly HashSet<string> _keys;
    private readonly ConcurrentDictionary<string, byte> _values = new(StringComparer.Ordinal);

    public AllowedKeys(IEnumerable<string> keys) => _keys = new HashSet<string>(keys.Select(Normalize), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether the key, or its last part, is in the list.</summary>
    /// <param name="key">The key.</param>
    public bool Contains(string key)
    {
        if (_keys.Count == 0)
        {
            return false;
        }

        var normal = Normalize(key);
        return _keys.Contains(normal) || _keys.Contains(normal[(normal.LastIndexOf(':') + 1)..]);
    }

    /// <summary>Returns whether the text is, as a whole, the value of an allowed key.</summary>
    /// <param name="text">The text.</param>
    public bool IsShown(string text) => !_values.IsEmpty && _values.ContainsKey(text);

    /// <summary>Lets a value be shown wherever it stands alone.</summary>
    /// <param name="value">The value of an allowed key.</param>
    public void Show(string value)
    {
        if (_values.Count < MostValues)
        {
            _values.TryAdd(value, 0);
        }
    }

    private static string Normalize(string key) => key.Replace("__", ":", StringComparison.Ordinal);
}
