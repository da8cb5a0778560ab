using System.Text;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Cuts texts: between lines where there are lines, never inside a character.</summary>
internal static class TextCutter
{
    /// <summary>Returns the text, or as many of its first lines as fit and a line that says how much was cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">The bytes that it may take.</param>
    /// <param name="cuttings">Counts what was cut.</param>
    /// <returns>The text.</returns>
    public static string Cut(string text, long room, Cuttings cuttings)
    {
        // A character takes at least one byte, so a longer text cannot fit, and is not read to its end to know that.
        if (text.Length <= room && Encoding.UTF8.GetByteCount(text) <= room)
        {
            return text;
        }

        var kept = Fit(text, Math.Max(0, room));
        var newline = text.AsSpan(0, kept).LastIndexOf('\n');
        if (newline < 0)
        {
            var lost = Encoding.UTF8.GetByteCount(text.AsSpan(kept));
            cuttings.Add("text", 1, lost);
            return $"{text.AsSpan(0, kept)}… ({Measures.Size(lost)} cut)";
        }

        var tail = text.AsSpan(newline + 1);
        var (lines, size) = (Lines(tail), Encoding.UTF8.GetByteCount(tail));
        cuttings.Add("line", lines, size);
        return $"{text.AsSpan(0, newline + 1)}… {Measures.Count(lines, "line")} ({Measures.Size(size)}) cut";
    }

    /// <summary>Returns the text, or null where there is none, cut like <see cref="Cut"/>.</summary>
    public static string? CutOptional(string? text, long room, Cuttings cuttings) => text is null ? null : Cut(text, room, cuttings);

    /// <summary>Returns as many of the texts as fit, and one that says how many were cut.</summary>
    public static IReadOnlyList<string> CutAll(IReadOnlyList<string> texts, string noun, long room, Cuttings cuttings)
    {
        var costs = texts.Select(ModelCost.Of).ToArray();
        var shares = FairShares.Of(costs, room, 4 * ModelCost.Around);
        if (shares.Level == long.MaxValue)
        {
            return texts;
        }

        var kept = texts.Take(shares.Kept).Select(text => Cut(text, shares.Level - ModelCost.Around, cuttings)).ToList();
        if (shares.Kept < texts.Count)
        {
            cuttings.Add(noun, texts.Count - shares.Kept, costs.Skip(shares.Kept).Sum());
            kept.Add($"… {Measures.Count(texts.Count - shares.Kept, noun)} cut");
        }

        return kept;
    }

    private static long Lines(ReadOnlySpan<char> text) => text.Count('\n') + (text.IsEmpty || text[^1] == '\n' ? 0 : 1);

    /// <summary>Finds how many characters fit in the room.</summary>
    private static int Fit(string text, long room)
    {
        var length = (int)Math.Min(text.Length, room);
        for (long bytes = Encoding.UTF8.GetByteCount(text.AsSpan(0, length)); bytes > room; bytes = Encoding.UTF8.GetByteCount(text.AsSpan(0, length)))
        {
            // Shrinks by the share that is over; by at least one, so that it ends.
            length = Math.Min(length - 1, (int)(length * (double)room / bytes));
        }

        return length > 0 && length < text.Length && char.IsSurrogatePair(text[length - 1], text[length]) ? length - 1 : length;
    }
}
