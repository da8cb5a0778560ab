using System.Buffers;

namespace GuruReports.Hosting.Redaction;

/// <summary>An immutable index of values to look for.</summary>
internal sealed class SecretIndex
{
    private readonly Dictionary<char, string[]> _byFirst;

    public SecretIndex(IReadOnlyCollection<string> values)
    {
        Search = SearchValues.Create([.. values], StringComparison.Ordinal);
        IsEmpty = values.Count == 0;
        _byFirst = values.GroupBy(value => value[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(value => value.Length).ToArray());
    }

    /// <summary>Gets what finds the first place of any value.</summary>
    public SearchValues<string> Search { get; }

    /// <summary>Gets whether there is nothing to look for.</summary>
    public bool IsEmpty { get; }

    /// <summary>Returns the length of the longest value that stands at a place, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place.</param>
    /// <param name="accept">Decides whether a value at that place counts.</param>
    public int LongestAt(string text, int start, Func<string, int, int, bool> accept)
    {
        if (!_byFirst.TryGetValue(text[start], out var values))
        {
            return 0;
        }

        var rest = text.AsSpan(start);
        foreach (var value in values)
        {
            if (rest.StartsWith(value, StringComparison.Ordinal) && accept(text, start, value.Length))
            {
                return value.Length;
            }
        }

        return 0;
    }
}
