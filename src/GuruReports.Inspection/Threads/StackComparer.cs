using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>
/// Compares stacks as a person does: the service's own frames by method and line, the framework's by method alone,
/// because where inside a framework's wait loop a thread stands says nothing. Methods made at run time are numbered as
/// they are made (<c>lambda_method12</c>, <c>Regex3_Scan</c>): two of one origin differ by that number alone.
/// </summary>
internal sealed class StackComparer : IEqualityComparer<IReadOnlyList<CapturedFrame>>
{
    public static readonly StackComparer Instance = new();

    /// <summary>Returns whether two frames stand at one place.</summary>
    public static bool SamePlace(CapturedFrame x, CapturedFrame y) =>
        ReferenceEquals(x, y)
        || (Origin(x) == Origin(y) && x.Kind == y.Kind && x.Assembly == y.Assembly && (x.Owner is CodeOwner.Framework || Place(x) == Place(y)));

    public bool Equals(IReadOnlyList<CapturedFrame>? x, IReadOnlyList<CapturedFrame>? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if (x is null || y is null || x.Count != y.Count)
        {
            return false;
        }

        for (var index = 0; index < x.Count; index++)
        {
            if (!SamePlace(x[index], y[index]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(IReadOnlyList<CapturedFrame> obj)
    {
        var hash = default(HashCode);
        foreach (var frame in obj)
        {
            hash.Add(Origin(frame), StringComparer.Ordinal);
            hash.Add(frame.Owner is CodeOwner.Framework ? 0 : Place(frame));
        }

        return hash.ToHashCode();
    }

    private static string Origin(CapturedFrame frame) =>
        frame.Kind is FrameKind.Dynamic ? string.Concat(frame.Method.Where(static letter => !char.IsAsciiDigit(letter))) : frame.Method;

    private static int Place(CapturedFrame frame) => frame.Line ?? frame.ILOffset ?? 0;
}
