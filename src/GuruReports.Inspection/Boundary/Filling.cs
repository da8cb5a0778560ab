namespace GuruReports.Inspection.Boundary;

/// <summary>
/// Fills spans in what a service's start and its seconds need. The framework's own Fill and Contains run over vectors of whatever width
/// the machine has, which cannot be compiled ahead of time: the just-in-time compiler takes a millisecond for each type of element.
/// </summary>
internal static class Filling
{
    /// <summary>Sets each element.</summary>
    public static void With<T>(Span<T> span, T value)
        where T : struct
    {
        foreach (ref var element in span)
        {
            element = value;
        }
    }
}
