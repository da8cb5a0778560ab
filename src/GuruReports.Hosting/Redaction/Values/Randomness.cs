namespace GuruReports.Hosting.Redaction.Values;

/// <summary>
/// Tells a word that was drawn at random from one that a person or a compiler made. Weighs two explanations against each other:
/// what the word costs as a name (letters follow each other as in words, cases and digits in runs) and as a draw from its alphabet. Pure.
/// </summary>
internal static class Randomness
{
    private const double DigitBits = 3.3;
    private const double UsualSignBits = 2;
    private const double OtherSignBits = 8;

    // What a change of kind costs in a name: rows are the kind before, columns the kind of the character.
    private static readonly double[,] s_changes =
    {
        // lower, upper, digit, sign
        { 0.2, 3.2, 5.0, 3.5 },
        { 0.6, 2.0, 4.5, 4.0 },
        { 3.5, 4.0, 0.7, 2.0 },
        { 1.0, 1.5, 2.0, 3.0 },
    };

    private enum Kind
    {
        Lower,
        Upper,
        Digit,
        Sign,
    }

    /// <summary>Returns by how many bits a draw at random explains a word better than a name does; negative for a name.</summary>
    /// <param name="word">The word.</param>
    public static double Excess(ReadOnlySpan<char> word)
    {
        // HEAT_ENGINE and heat_engine are alike.
        var foldCase = !word.ContainsAnyInRange('a', 'z');
        var bits = 0.0;
        var before = Kind.Sign;
        var letter = '\0';
        foreach (var character in word)
        {
            var kind = KindOf(character, foldCase);
            bits += s_changes[(int)before, (int)kind];
            if (kind is Kind.Lower or Kind.Upper)
            {
                var lower = char.ToLowerInvariant(character);
                bits += char.IsAsciiLetter(lower) ? LetterPairs.Bits(before is Kind.Lower && kind is Kind.Upper ? '\0' : letter, lower) : 5;
                letter = char.IsAsciiLetter(lower) ? lower : '\0';
            }
            else
            {
                bits += kind is Kind.Digit ? DigitBits : SignBits(character);
                letter = '\0';
            }

            before = kind;
        }

        return bits - (word.Length * Math.Log2(Alphabet(word, foldCase)));
    }

    private static double SignBits(char sign) => sign is '-' or '_' or '.' or '/' or ':' or ' ' or ',' or ';' ? UsualSignBits : sign is '=' or '+' ? 4.5 : OtherSignBits;

    private static Kind KindOf(char character, bool foldCase) => character switch
    {
        >= 'a' and <= 'z' => Kind.Lower,
        >= 'A' and <= 'Z' => foldCase ? Kind.Lower : Kind.Upper,
        >= '0' and <= '9' => Kind.Digit,
        _ when char.IsLetter(character) => Kind.Lower,
        _ => Kind.Sign,
    };

    private static int Alphabet(ReadOnlySpan<char> word, bool foldCase)
    {
        if (IsHexadecimal(word))
        {
            return 16;
        }

        var size = foldCase || !word.ContainsAnyInRange('A', 'Z') ? 26 : 52;
        size += word.ContainsAnyInRange('0', '9') ? 10 : 0;
        var signs = 0;
        foreach (var character in word)
        {
            var weight = char.IsAsciiLetterOrDigit(character) ? 0 : character is '-' or '_' ? 2 : character is '+' or '/' or '=' ? 3 : 12;
            signs = Math.Max(signs, weight);
        }

        return size + signs;
    }

    /// <summary>Returns whether a word consists of hexadecimal digits of one case, some of them letters and some digits.</summary>
    /// <param name="word">The word.</param>
    public static bool IsHexadecimal(ReadOnlySpan<char> word)
    {
        var lower = word.ContainsAnyInRange('a', 'f');
        var upper = word.ContainsAnyInRange('A', 'F');
        if (lower == upper || !word.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (var character in word)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
