namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>Splits keys into parts and parts into lower-case words: <c>Db:PGPassword</c> into <c>db</c> and <c>pg password</c>. Pure.</summary>
internal static class KeyTokenizer
{
    private const int MaximumKeyLength = 512;

    /// <summary>Returns the parts of a key, indexes of arrays left out; the last part is what the value is.</summary>
    /// <param name="key">The key, its parts separated by a colon or by two underscores.</param>
    public static List<string> Parts(string key)
    {
        // The end of a key says what it is; an absurdly long beginning says nothing.
        var tail = key.Length > MaximumKeyLength ? key[^MaximumKeyLength..] : key;
        var parts = new List<string>();
        foreach (var part in tail.Replace("__", ":", StringComparison.Ordinal).Split(':'))
        {
            var trimmed = part.Trim(' ', '-', '/', '\t', '"', '\'', '[', ']');
            if (trimmed.Length > 0 && !IsIndex(trimmed))
            {
                parts.Add(trimmed);
            }
        }

        return parts;
    }

    /// <summary>Returns the words of a part, in lower case and singular; digits are boundaries and are dropped.</summary>
    /// <param name="part">The part.</param>
    public static List<string> Words(string part)
    {
        var words = new List<string>();
        var start = 0;
        for (var index = 1; index <= part.Length; index++)
        {
            if (index < part.Length && !IsBoundary(part, index))
            {
                continue;
            }

            AddWord(words, part.AsSpan(start, index - start));
            start = index;
        }

        Join(words);
        return words;
    }

    private static bool IsBoundary(string text, int index)
    {
        var before = text[index - 1];
        var here = text[index];
        if (!char.IsLetter(before) || !char.IsLetter(here))
        {
            return true;
        }

        if (char.IsLower(before) && char.IsUpper(here))
        {
            return true;
        }

        // APIKey: the last capital of a run begins the next word; but APIKEYs and URLs are one.
        return char.IsUpper(before) && char.IsUpper(here) && index + 1 < text.Length && char.IsLower(text[index + 1])
            && !IsPluralOfCapitals(text, index);
    }

    private static bool IsPluralOfCapitals(string text, int index) =>
        text[index + 1] == 's' && (index + 2 == text.Length || !char.IsLetter(text[index + 2]));

    private static void AddWord(List<string> words, ReadOnlySpan<char> piece)
    {
        if (piece.IsEmpty || !char.IsLetter(piece[0]))
        {
            return;
        }

        WordSegmenter.Split(Letters.Fold(piece), words);
    }

    // PassWord, mot_de_passe: words that are one. Two or three of them, the longest first.
    private static void Join(List<string> words)
    {
        for (var index = 0; index + 1 < words.Count; index++)
        {
            if (index + 2 < words.Count && IsOne(words[index] + words[index + 1] + words[index + 2]))
            {
                words[index] = words[index] + words[index + 1] + words[index + 2];
                words.RemoveRange(index + 1, 2);
            }
            else if (KeyWords.Joined.TryGetValue($"{words[index]} {words[index + 1]}", out var joined))
            {
                words[index] = joined;
                words.RemoveAt(index + 1);
            }
            else if (IsOne(words[index] + words[index + 1]))
            {
                words[index] += words[index + 1];
                words.RemoveAt(index + 1);
            }
        }
    }

    private static bool IsOne(string word) => ForeignWords.Strong.Contains(word) || KeyWords.LookAlikes.Contains(word);

    private static bool IsIndex(string part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
