namespace GuruReports.Hosting.Redaction.Values;

/// <summary>Judges single words: which were drawn at random and are no known kind of name. Pure; allocates nothing.</summary>
internal static class RandomWords
{
    /// <summary>The shortest word that is judged.</summary>
    public const int Shortest = 20;

    private const int ShortestHexadecimal = 32;
    private const int ShortestWord = 4;
    private const int LongestJudged = 512;
    private const double BitsPerCharacter = 0.42;

    // Small letters, capitals and digits at once are rare in names.
    private const double BitsPerMixedCharacter = 0.2;

    /// <summary>Returns whether a word looks drawn at random.</summary>
    /// <param name="word">The word: no blanks.</param>
    public static bool IsRandom(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest)
        {
            return false;
        }

        // The beginning of a long one says enough.
        word = word.Length > LongestJudged ? word[..LongestJudged] : word;
        if (!HasVariety(word) || HarmlessShapes.IsOne(word))
        {
            return false;
        }

        if (Randomness.IsHexadecimal(word))
        {
            return word.Length >= ShortestHexadecimal;
        }

        Span<char> rest = stackalloc char[LongestJudged];
        var length = WithoutWords(word, rest);
        var left = rest[..length];
        var isMixed = left.ContainsAnyInRange('a', 'z') && left.ContainsAnyInRange('A', 'Z') && left.ContainsAnyInRange('0', '9');
        return length >= Shortest && Randomness.Excess(left) >= length * (isMixed ? BitsPerMixedCharacter : BitsPerCharacter);
    }

    // heat-engine-7d9f8b6c5d-x2x9z: what is left beside the words is too short for a secret.
    private static int WithoutWords(ReadOnlySpan<char> word, Span<char> rest)
    {
        var length = 0;
        while (!word.IsEmpty)
        {
            var end = word.IndexOfAny("-_.:/") is >= 0 and var sign ? sign : word.Length;
            var piece = word[..end];
            if (!IsName(piece))
            {
                if (length > 0)
                {
                    rest[length++] = '-';
                }

                piece.CopyTo(rest[length..]);
                length += piece.Length;
            }

            word = end < word.Length ? word[(end + 1)..] : [];
        }

        return length;
    }

    /// <summary>Returns whether a piece of a word is a word of a language or a name made of such.</summary>
    /// <param name="piece">The piece.</param>
    public static bool IsName(ReadOnlySpan<char> piece) =>
        piece.IsEmpty || (piece.Length >= ShortestWord && Randomness.Excess(piece) < -1 && (IsLetters(piece) || piece.Length > 12));

    private static bool IsLetters(ReadOnlySpan<char> piece)
    {
        foreach (var character in piece)
        {
            if (!char.IsAsciiLetter(character))
            {
                return false;
            }
        }

        return true;
    }

    // A ruler, a run of digits, an alphabet: long and no secret.
    private static bool HasVariety(ReadOnlySpan<char> word)
    {
        var steps = 0;
        var letters = 0;
        ulong seen = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var character = word[index];
            letters += char.IsAsciiLetter(character) ? 1 : 0;
            seen |= 1ul << (character & 63);
            steps += index > 0 && Math.Abs(character - word[index - 1]) <= 1 ? 1 : 0;
        }

        return letters >= 3 && System.Numerics.BitOperations.PopCount(seen) >= 8 && steps * 2 < word.Length;
    }
}
