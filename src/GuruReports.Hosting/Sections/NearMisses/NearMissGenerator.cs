using System.Globalization;
using GuruReports.Hosting.History.NearMisses;
using GuruReports.Hosting.Sections.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.NearMisses;

/// <summary>The worst moments of the last hour in which the service nearly stood still, and who stood where.</summary>
internal sealed class NearMissGenerator(NearMissStore store) : IProcessWideGenerator
{
    public NearMissGenerator()
        : this(NearMissStore.Shared)
    {
    }

    /// <inheritdoc/>
    public string Title => "Near Misses";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Options.Watchdog is { Enabled: false } or { NearMissLimit.Ticks: 0 })
        {
            return new ReportSection { Title = Title, Summary = "Near misses are not looked for (Watchdog:NearMissLimit is zero, or Watchdog:Enabled is off)." };
        }

        var facts = store.Read();
        return new ReportSection { Title = Title, Summary = Summarize(facts), Value = facts.Worst.Count == 0 ? null : Show(facts), Facts = [facts] };
    }

    private static string Summarize(NearMissFacts facts) => facts.Count == 0
        ? "none in the last hour"
        : $"{facts.Count.ToString(CultureInfo.InvariantCulture)} in the last hour{(facts.Count > facts.Worst.Count ? $"; the {facts.Worst.Count.ToString(CultureInfo.InvariantCulture)} worst of those whose threads were captured:" : "")}";

    private static ReportMap Show(NearMissFacts facts)
    {
        var map = new MapBuilder();
        foreach (var miss in facts.Worst)
        {
            map.Add(Clock(miss.At), miss.Groups.Count == 0 ? new ReportUnknown(miss.Missing ?? "its threads are just being captured") : new ReportStacks([.. miss.Groups.Select(ThreadGroupView.Show)]), Describe(miss));
        }

        return map.Build();
    }

    private static string Describe(NearMiss miss) => miss.Kind switch
    {
        NearMissKind.Pool => $"something waited in the pool for {Measures.Duration(miss.Lasted)} or longer",
        NearMissKind.Lock => $"a thread waited for a lock for {Measures.Duration(miss.Lasted)} or longer",
        _ => $"collections stopped all threads for {Measures.Duration(miss.Lasted)} of a second",
    };

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
