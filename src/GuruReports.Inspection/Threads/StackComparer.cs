using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>
/// Compares stacks as a person does: the service's own frames by method and line, the framework's by method alone,
/// because where inside a framework's wait loop a thread stands says nothing.
/// </summary>
internal sealed class StackComparer : IEqualityComparer<IReadOnlyList<CapturedFrame>>
{
    public static readonly StackComparer Instance = new();

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
            hash.Add(frame.Method, StringComparer.Ordinal);
            hash.Add(frame.Owner is CodeOwner.Framework ? 0 : Place(frame));
        }

        return hash.ToHashCode();
    }

    private static bool SamePlace(CapturedFrame x, CapturedFrame y) =>
        ReferenceEquals(x, y)
        || (x.Method == y.Method && x.Assembly == y.Assembly && (x.Owner is CodeOwner.Framework || Place(x) == Place(y)));

    private static int Place(CapturedFrame frame) => frame.Line ?? frame.ILOffset ?? 0;
}
