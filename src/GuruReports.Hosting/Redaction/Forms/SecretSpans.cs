namespace GuruReports.Hosting.Redaction.Forms;

/// <summary>The parts of one text that must not be shown. Not safe for two threads at once.</summary>
internal sealed class SecretSpans
{
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<(int Start, int End)> _known = [];
    private bool _isSorted = true;

    /// <summary>Gets the parts found up to now.</summary>
    public IReadOnlyList<(int Start, int End)> All => _spans;

    /// <summary>Adds a part.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How long it is; nothing is added for zero.</param>
    public void Add(int start, int length)
    {
        if (length > 0)
        {
            _spans.Add((start, start + length));
        }
    }

    /// <summary>Notes a part whose name says that it is known to everybody, however random it looks.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How long it is.</param>
    public void Know(int start, int length)
    {
        _known.Add((start, start + length));
        _isSorted = false;
    }

    /// <summary>Returns whether a place lies in such a part.</summary>
    /// <param name="start">The place.</param>
    public bool IsKnown(int start)
    {
        if (!_isSorted)
        {
            _known.Sort();
            _isSorted = true;
        }

        // The last one that begins before the place decides.
        var at = _known.BinarySearch((start, int.MaxValue));
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 && start < _known[at].End;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _spans.Clear();
        _known.Clear();
    }

    /// <summary>Returns the text with each part replaced; parts that touch or overlap become one.</summary>
    /// <param name="text">The text in which the parts were found.</param>
    public string Apply(string text)
    {
        if (_spans.Count == 0)
        {
            return text;
        }

        _spans.Sort();
        var result = new System.Text.StringBuilder(text.Length);
        var position = 0;
        var index = 0;
        while (index < _spans.Count)
        {
            var (start, end) = _spans[index++];
            while (index < _spans.Count && _spans[index].Start <= end)
            {
                end = Math.Max(end, _spans[index++].End);
            }

            result.Append(text, position, start - position).Append(SecretRedactor.Mask);
            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
