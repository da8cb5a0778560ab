using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Says how long the memory that is left would last, where that is not long.</summary>
internal static class TimeLeft
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(30);

    /// <summary>Returns a line; none where it would last for long, or where it is not known what is left.</summary>
    /// <param name="report">The report.</param>
    /// <param name="growth">The bytes by which memory grew.</param>
    /// <param name="over">The time in which it did.</param>
    public static IEnumerable<string> Describe(Report report, long growth, TimeSpan over)
    {
        var collector = report.Facts<RuntimeFacts>()?.GarbageCollector;
        var left = new[] { collector is { AvailableMemory: > 0 } ? collector.AvailableMemory - collector.AllocatedNow : (long?)null, report.Facts<ResourceFacts>()?.Memory?.MachineAvailable }.Min();
        if (left > 0 && growth > 0 && over * ((double)left / growth) is var time && time < s_long)
        {
            yield return $"if it went on at that rate, the {Measures.Size(left.Value)} that are left would last for {Measures.Duration(time)}";
        }
    }
}
