namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Wraps a line between words. A word longer than the room stays whole.</summary>
internal static class LineWrap
{
    /// <summary>Enumerates the lines that a line becomes; one at least.</summary>
    /// <param name="line">The line.</param>
    /// <param name="lead">The length of the beginning that is never parted from the word behind it.</param>
    /// <param name="firstRoom">The width of the first line.</param>
    /// <param name="room">The width of the others.</param>
    public static IEnumerable<string> Wrap(string line, int lead, int firstRoom, int room)
    {
        var start = 0;
        line = Signatures.Glued(line);
        do
        {
            var length = start == 0 ? Fit(line, 0, lead, firstRoom) : Fit(line, start, 0, room);
            yield return Signatures.Plain(line.AsSpan(start, length).TrimEnd(' ').ToString());
            start = SkipSpaces(line, start + length);
        }
        while (start < line.Length);
    }

    /// <summary>Finds how much of a line fits: up to the last space within the room, or else up to the first one behind it.</summary>
    private static int Fit(string line, int start, int lead, int room)
    {
        var rest = line.AsSpan(start);
        if (rest.Length <= room)
        {
            return rest.Length;
        }

        var least = Math.Min(lead + 1, rest.Length);
        var head = rest[..Math.Clamp(room + 1, least, rest.Length)];
        var space = head[least..].LastIndexOf(' ');
        space = space < 0 ? rest[least..].IndexOf(' ') : space;
        return space < 0 ? rest.Length : WithLongWord(rest, least + space, room);
    }

    /// <summary>Takes the next word along where it would not fit on a line of its own either.</summary>
    private static int WithLongWord(ReadOnlySpan<char> rest, int end, int room)
    {
        var next = rest[end..].TrimStart(' ');
        var word = next.IndexOf(' ') is var space and >= 0 ? space : next.Length;
        return word > room && end < room ? rest.Length - next.Length + word : end;
    }

    private static int SkipSpaces(string line, int start)
    {
        while (start < line.Length && line[start] == ' ')
        {
            start++;
        }

        return start;
    }
}
