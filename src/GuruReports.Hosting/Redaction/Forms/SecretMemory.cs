namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>
/// Remembers secret values and finds them in texts: whole, in other case, and cut at the end of a text or at its beginning.
/// One pass over a text however many values there are. Safe for any thread; bounded.
/// </summary>
internal sealed class SecretMemory
{
    private const int MostValues = 8192;
    private const int MostCharacters = 4 << 20;
    private const int Shortest = 4;

    // Below this length a value of letters and digits counts only as a word of its own: "orders12" is no secret in "reorders123".
    private const int ShortWord = 12;

    // A shorter piece at a cut may be anything.
    private const int ShortestPiece = 6;
    private const int LongPiece = 8;
    private const int LongestTail = 64;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly SecretTrie _heads = new();
    private readonly SecretTrie _reversed = new();
    private bool _isIncomplete;
    private int _characters;

    /// <summary>Gets how many values are remembered.</summary>
    public int Count => _values.Count;

    /// <summary>Remembers a value; of several lines each long one too, because a log or a table takes texts apart.</summary>
    /// <param name="value">The value.</param>
    public void Add(string value)
    {
        AddOne(value);
        if (!value.AsSpan().ContainsAny('\n', '\\'))
        {
            return;
        }

        foreach (var line in value.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length >= 16 && !line.StartsWith("-----", StringComparison.Ordinal))
            {
                AddOne(line);
            }
        }
    }

    /// <summary>Finds the remembered values of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public void Find(string text, SecretSpans spans)
    {
        lock (_gate)
        {
            if (_isIncomplete)
            {
                FindOneByOne(text, spans);
            }
            else if (_values.Count > 0)
            {
                FindAll(text, spans);
                EncodedRuns.Find(text, _heads, spans);
            }
        }
    }

    private void FindAll(string text, SecretSpans spans)
    {
        FindTail(text, 0, spans);
        for (var at = 0; at + Shortest <= text.Length;)
        {
            var (whole, part) = _heads.At(text.AsSpan(at));
            if (whole > 0 && IsWhole(text, at, whole))
            {
                spans.Add(at, whole);
                at += whole;
                continue;
            }

            if (part >= ShortestPiece && IsCut(text, at + part) && IsTelling(text.AsSpan(at, part)))
            {
                spans.Add(at, part);
                at += part;
                continue;
            }

            if (text[at] == '…')
            {
                FindTail(text, at + 1, spans);
            }

            at++;
        }
    }

    // The end of a secret where a text begins, or goes on behind what was cut.
    private void FindTail(string text, int start, SecretSpans spans)
    {
        Span<char> reversed = stackalloc char[LongestTail];
        var most = Math.Min(LongestTail, text.Length - start);
        text.AsSpan(start, most).CopyTo(reversed);
        reversed[..most].Reverse();
        for (var length = most; length >= ShortestPiece; length--)
        {
            var isTail = _reversed.At(reversed[(most - length)..most]).Part == length;
            if (isTail && IsTelling(text.AsSpan(start, length)) && IsWordEnd(text, start + length))
            {
                spans.Add(start, length);
                return;
            }
        }
    }

    // Slow, but allocates nothing: for a heap that is full.
    private void FindOneByOne(string text, SecretSpans spans)
    {
        foreach (var value in _values)
        {
            for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                spans.Add(at, IsWhole(text, at, value.Length) ? value.Length : 0);
            }
        }
    }

    private void AddOne(string value)
    {
        if (value.Length < Shortest)
        {
            return;
        }

        lock (_gate)
        {
            Index(value);
        }
    }

    private void Index(string value)
    {
        if (_values.Count >= MostValues || _characters + value.Length > MostCharacters || !_values.Add(value))
        {
            return;
        }

        try
        {
            _characters += value.Length;
            _heads.Add(value);
            var tail = value[^Math.Min(value.Length, LongestTail)..].ToCharArray();
            Array.Reverse(tail);
            _reversed.Add(new string(tail));
        }
        catch (OutOfMemoryException)
        {
            // Policy: the texts must stay readable and without secrets just then; what is in the list is looked for one by one.
            _isIncomplete = true;
        }
    }

    private static bool IsCut(string text, int end) => end == text.Length || text[end] == '…' || text.AsSpan(end).StartsWith("...");

    private static bool IsWordEnd(string text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]);

    // "orders" at the end of a text is a word; "Tr0ub4" is a piece of a secret.
    private static bool IsTelling(ReadOnlySpan<char> piece) => piece.ContainsAnyInRange('0', '9') && (piece.Length >= LongPiece || Values.SecretValues.IsMixed(piece));

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
