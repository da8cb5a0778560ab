namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>
/// Values by their first characters, without regard to case: what stands at a place of a text is known in as many steps as it is
/// long, however many values there are. Grows with each value; not safe for two threads at once while it does.
/// </summary>
internal sealed class SecretTrie
{
    // What agrees with a secret so far is masked as far as it agrees.
    private const int Deepest = 128;
    private const int MostTails = 16;
    private const int MarkLength = 4;

    private readonly Dictionary<long, int> _children = [];
    private readonly Dictionary<int, List<string>> _tails = [];
    private readonly List<bool> _ends = [false];
    private readonly ulong[] _marks = new ulong[1024];

    /// <summary>Gets the longest value.</summary>
    public int Longest { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value; no shorter than four characters.</param>
    public void Add(string value)
    {
        var depth = Math.Min(Deepest, value.Length);
        var node = 0;
        for (var index = 0; index < depth; index++)
        {
            var edge = Edge(node, value[index]);
            if (!_children.TryGetValue(edge, out var next))
            {
                next = _ends.Count;
                _ends.Add(false);
                _children.Add(edge, next);
            }

            node = next;
        }

        _ends[node] = true;
        if (value.Length > depth && CollectionTails(node) is { Count: < MostTails } tails)
        {
            tails.Add(value[depth..]);
        }

        Longest = Math.Max(Longest, value.Length);
        var mark = Mark(value);
        _marks[mark >> 6] |= 1ul << (mark & 63);
    }

    /// <summary>Looks what stands at a place.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How long the longest value is that stands there, or 0; and how many characters agree with any value.</returns>
    public (int Whole, int Part) At(ReadOnlySpan<char> text)
    {
        if (text.Length >= MarkLength && Mark(text) is var mark && (_marks[mark >> 6] >> (mark & 63) & 1) == 0)
        {
            return default;
        }

        var node = 0;
        var whole = 0;
        var part = 0;
        while (part < text.Length && _children.TryGetValue(Edge(node, text[part]), out var next))
        {
            node = next;
            part++;
            whole = _ends[node] ? part : whole;
        }

        return part == Deepest && _tails.TryGetValue(node, out var tails) ? (Tail(text, tails), part) : (whole, part);
    }

    private static int Tail(ReadOnlySpan<char> text, List<string> tails)
    {
        var longest = 0;
        foreach (var tail in tails)
        {
            var length = 0;
            while (length < tail.Length && Deepest + length < text.Length && Fold(tail[length]) == Fold(text[Deepest + length]))
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return Deepest + longest;
    }

    private List<string> CollectionTails(int node)
    {
        if (!_tails.TryGetValue(node, out var tails))
        {
            _tails.Add(node, tails = []);
        }

        return tails;
    }

    private static long Edge(int node, char character) => ((long)node << 16) | Fold(character);

    private static char Fold(char character) => character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character < 0x80 ? character : char.ToLowerInvariant(character);

    private static int Mark(ReadOnlySpan<char> text)
    {
        var hash = 0u;
        for (var index = 0; index < MarkLength; index++)
        {
            hash = (hash * 31) + Fold(text[index]);
        }

        return (int)((hash * 2654435761u) >> 16);
    }
}
