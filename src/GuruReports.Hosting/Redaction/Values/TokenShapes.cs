using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.Values;

/// <summary>
/// Finds tokens whose shape gives them away. Linear in the length of the text. Allocates nothing, so that it also works
/// where the heap is full and a report is needed most. Pure.
/// </summary>
internal static class TokenShapes
{
    private static readonly TokenShape[] s_shapes = [.. VendorShapes.All.Select(row => row.Shape)];

    // What a text without any token is passed over by.
    private static readonly SearchValues<string> s_marks = SearchValues.Create([.. s_shapes.Select(shape => shape.Mark)], StringComparison.Ordinal);

    /// <summary>Finds the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        var from = 0;
        var failed = default((TokenShape? Shape, int Until));
        while (from < text.Length && text.AsSpan(from).IndexOfAny(s_marks) is >= 0 and var hit)
        {
            from = FindAt(text, from + hit, spans, ref failed);
        }
    }

    // Returns where the search goes on. A shape that failed in a long run of characters is not tried again in the same run.
    private static int FindAt(string text, int mark, SecretSpans spans, ref (TokenShape? Shape, int Until) failed)
    {
        foreach (var shape in s_shapes)
        {
            var isTried = ReferenceEquals(shape, failed.Shape) && mark < failed.Until;
            if (isTried || !text.AsSpan(mark).StartsWith(shape.Mark, StringComparison.Ordinal) || shape.Start(text, mark) is not (>= 0 and var start))
            {
                continue;
            }

            var (end, isToken) = shape.End(text, mark);
            if (isToken)
            {
                spans.Add(start, end - start);
                return end;
            }

            failed = (shape, end);
        }

        return mark + 1;
    }
}
