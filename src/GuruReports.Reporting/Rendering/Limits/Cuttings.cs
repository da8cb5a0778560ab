using System.Text;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Counts what was cut off, to say it.</summary>
internal sealed class Cuttings
{
    private readonly List<(string Noun, long Count)> _counts = [];

    private long _bytes;

    /// <summary>Counts pieces that were cut, and about how many bytes they have.</summary>
    public void Add(string noun, long count, long bytes)
    {
        _bytes += bytes;
        var known = _counts.FindIndex(entry => entry.Noun == noun);
        if (known >= 0)
        {
            _counts[known] = (noun, _counts[known].Count + count);
        }
        else if (count > 0)
        {
            _counts.Add((noun, count));
        }
    }

    /// <summary>Says what was cut (<c>1 234 lines, 2 entries (98.1 MiB)</c>).</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (noun, count) in _counts)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(Measures.Count(count, noun));
        }

        return text.Length == 0 ? Measures.Size(_bytes) : text.Append(" (").Append(Measures.Size(_bytes)).Append(')').ToString();
    }
}
