using System.Buffers;

namespace GuruReports.Hosting.Redaction;

/// <summary>Remembers secret values and finds them in texts. Safe for any thread; bounded.</summary>
internal sealed class SecretMemory
{
    private const int MostValues = 4096;
    private const int MostCharacters = 4 << 20;

    // Below this length a value of letters and digits counts only as a word of its own: "orders12" is no secret in "reorders123".
    private const int ShortWord = 12;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private volatile SecretIndex? _index;
    private volatile bool _isIndexTooLarge;
    private int _characters;

    /// <summary>Gets how many values are remembered.</summary>
    public int Count => _values.Count;

    /// <summary>Remembers a value, in the forms in which it can stand in a text.</summary>
    /// <param name="value">The value.</param>
    public void Add(string value)
    {
        if (value.Contains('\n'))
        {
            AddLines(value);
        }

        AddForm(value);
        AddForm(Uri.EscapeDataString(value));
        AddForm(System.Text.Json.JsonEncodedText.Encode(value).Value);
    }

    /// <summary>Finds the remembered values of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public void Find(string text, SecretSpans spans)
    {
        if ((_index ?? BuildIndex()) is not { } index)
        {
            FindOneByOne(text, spans);
            return;
        }

        if (index.IsEmpty)
        {
            return;
        }

        var from = 0;
        while (from < text.Length && text.AsSpan(from).IndexOfAny(index.Search) is >= 0 and var hit)
        {
            var at = from + hit;
            var length = index.LongestAt(text, at, IsWhole);
            spans.Add(at, length);
            from = at + Math.Max(1, length);
        }
    }

    // Slow, but allocates nothing: for a heap that is full.
    private void FindOneByOne(string text, SecretSpans spans)
    {
        lock (_gate)
        {
            foreach (var value in _values)
            {
                for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
                {
                    spans.Add(at, IsWhole(text, at, value.Length) ? value.Length : 0);
                }
            }
        }
    }

    // The lines of a key are found one by one where a log or a table has taken the text apart.
    private void AddLines(string value)
    {
        foreach (var line in value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length >= 16 && !line.StartsWith("-----", StringComparison.Ordinal))
            {
                AddForm(line);
            }
        }
    }

    private void AddForm(string form)
    {
        lock (_gate)
        {
            if (_values.Count >= MostValues || _characters + form.Length > MostCharacters || !_values.Add(form))
            {
                return;
            }

            _characters += form.Length;
            _index = null;
        }
    }

    private SecretIndex? BuildIndex()
    {
        if (_isIndexTooLarge)
        {
            return null;
        }

        try
        {
            lock (_gate)
            {
                return _index ??= new SecretIndex(_values);
            }
        }
        catch (OutOfMemoryException)
        {
            // Policy: the texts must stay readable and without secrets just then; each further try would cost a collection.
            _isIndexTooLarge = true;
            return null;
        }
    }

    private static bool IsWhole(string text, int start, int length)
    {
        if (length >= ShortWord)
        {
            return true;
        }

        var end = start + length;
        var joinsLeft = start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]);
        var joinsRight = end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]);
        return !joinsLeft && !joinsRight;
    }
}
