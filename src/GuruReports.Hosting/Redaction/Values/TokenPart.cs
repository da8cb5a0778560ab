using System.Buffers;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>One part of a token's shape: a run of characters.</summary>
/// <param name="Characters">What it consists of.</param>
/// <param name="Shortest">The fewest characters.</param>
/// <param name="Longest">The most characters; what follows is no longer the token.</param>
/// <param name="Separator">What stands before it; the first part has none.</param>
/// <param name="MayLack">Whether the token may end before it.</param>
internal sealed record TokenPart(SearchValues<char> Characters, int Shortest, int Longest = int.MaxValue, char? Separator = null, bool MayLack = false)
{
    /// <summary>Returns where the part ends that begins at a place; -1 when it does not stand there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place.</param>
    public int End(string text, int start)
    {
        if (Separator is { } separator)
        {
            if (start >= text.Length || text[start] != separator)
            {
                return -1;
            }

            start++;
        }

        var rest = text.AsSpan(start);
        rest = rest.Length > Longest ? rest[..Longest] : rest;
        var length = rest.IndexOfAnyExcept(Characters) is >= 0 and var stop ? stop : rest.Length;
        return length < Shortest ? -1 : start + length;
    }
}
