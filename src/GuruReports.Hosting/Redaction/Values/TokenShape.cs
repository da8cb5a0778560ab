namespace GuruReports.Hosting.Redaction.Values;

/// <summary>How one kind of token looks. Immutable; matching allocates nothing.</summary>
/// <param name="Mark">What gives the token away.</param>
/// <param name="Parts">What follows the mark.</param>
internal sealed record TokenShape(string Mark, params TokenPart[] Parts)
{
    /// <summary>Gets whether the token may follow directly on a letter or a digit.</summary>
    public bool JoinsLeft { get; init; }

    /// <summary>Gets whether a letter or a digit behind the token means that it is none.</summary>
    public bool EndsWord { get; init; }

    /// <summary>Gets what stands before the mark; null when the mark comes first.</summary>
    public TokenPart? Before { get; init; }

    /// <summary>Returns where the token begins whose mark stands at a place; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">The place.</param>
    public int Start(string text, int mark)
    {
        if (Before is { } before)
        {
            var start = mark - before.Shortest;
            return start >= 0 && !text.AsSpan(start, before.Shortest).ContainsAnyExcept(before.Characters) ? start : -1;
        }

        return JoinsLeft || mark == 0 || !IsWordCharacter(text[mark - 1]) ? mark : -1;
    }

    /// <summary>Returns where the token ends whose mark stands at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">The place.</param>
    /// <returns>
    /// The end, and whether the token is there. Without one, the end is that of the first part: no other mark before it
    /// can do better, so that many marks in one long run are looked at once.
    /// </returns>
    public (int End, bool IsToken) End(string text, int mark)
    {
        var end = mark + Mark.Length;
        var first = -1;
        foreach (var part in Parts)
        {
            var next = part.End(text, end);
            if (next < 0 && part.MayLack)
            {
                break;
            }

            if (next < 0)
            {
                return (Math.Max(first, mark + 1), false);
            }

            first = first < 0 ? next : first;
            end = next;
        }

        return EndsWord && end < text.Length && IsWordCharacter(text[end]) ? (mark + 1, false) : (end, true);
    }

    /// <summary>Returns whether a character belongs to a word.</summary>
    /// <param name="character">The character.</param>
    public static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';
}
