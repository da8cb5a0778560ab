using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.History;

/// <summary>The memory limit of the control group was changed while the process ran.</summary>
/// <param name="At">When it was seen first, UTC.</param>
/// <param name="Before">The limit before, in bytes; infinity for none.</param>
/// <param name="Now">The limit from then on.</param>
internal sealed record LimitChange(DateTimeOffset At, float Before, float Now)
{
    /// <summary>Finds the changes, the oldest first.</summary>
    public static IReadOnlyList<LimitChange> Find(HistorySpan span)
    {
        var changes = new List<LimitChange>();
        var before = float.NaN;
        for (var row = 0; row < span.Count; row++)
        {
            var now = span.Value(Measure.GroupMemoryLimit, row);
            if (float.IsNaN(now))
            {
                continue;
            }

            if (now != before && !float.IsNaN(before))
            {
                changes.Add(new LimitChange(span.At(row), before, now));
            }

            before = now;
        }

        return changes;
    }

    /// <summary>Says it: <c>memory limit of the group 512 MiB → 256 MiB</c>.</summary>
    public string Describe() => $"memory limit of the group {Say(Before)} → {Say(Now)}";

    private static string Say(float limit) => float.IsFinite(limit) ? Measures.Size((long)limit) : "none";
}
