using System.Globalization;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Exceptions;

/// <summary>The exceptions thrown since the service began, caught ones included; and those that a snapshot finds.</summary>
internal sealed class ExceptionsGenerator : ISnapshotGenerator
{
    private const int MostTypes = 25;
    private const int MostSites = 3;

    private readonly FirstChanceRecorder _recorder;

    public ExceptionsGenerator()
        : this(FirstChanceRecorder.Shared)
    {
    }

    internal ExceptionsGenerator(FirstChanceRecorder recorder) => _recorder = recorder;

    /// <inheritdoc/>
    public string Title => "Exceptions";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var map = new MapBuilder();
        var facts = Redact(_recorder.Read(context.ReportId), context.Redactor);
        if (facts is { Types.Count: > 0 })
        {
            map.Add("thrown, caught ones included", ShowTypes(facts));
        }

        if (facts is { Unobserved.Count: > 0 })
        {
            map.Add("collected with tasks that nobody looked at", new ReportList([.. facts.Unobserved.Take(MostTypes).Select(task => new ReportText(Show(task)))]), facts.UnobservedOthers > 0 ? $"{facts.UnobservedOthers} more, only counted" : null);
        }

        if (facts is { Latest.Count: > 0 })
        {
            map.Add("in order of time", LatestThrownView.Show(facts.Latest), "of a type that is thrown all the time four a second are looked at");
        }

        if (context.Snapshot is { } snapshot)
        {
            foreach (var entry in SnapshotExceptionsView.Entries(snapshot, context.Redactor))
            {
                map.Add(entry.Name, entry.Value, entry.Remark);
            }
        }

        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(facts),
            Value = map.IsEmpty ? null : map.Build(),
            Facts = facts is null ? [] : [facts],
        };
    }

    private static ExceptionFacts? Redact(ExceptionFacts? facts, IRedactor redactor) => facts is null ? null : facts with
    {
        Latest =
        [
            .. facts.Latest.Select(thrown => thrown with
            {
                Message = thrown.Message is { } message ? redactor.Redact(message) : null,
                Inner = [.. thrown.Inner.Select(redactor.Redact)],
            }),
        ],
        Types =
        [
            .. facts.Types.Select(type => type with
            {
                Message = type.Message is { } message ? redactor.Redact(message) : null,
                Targets = [.. type.Targets.Select(target => target with { Name = redactor.Redact(target.Name) })],
            }),
        ],
    };

    private static string Summarize(ExceptionFacts? facts)
    {
        if (facts is null)
        {
            return "Exceptions are not counted (CountExceptions is off).";
        }

        var since = facts.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var rate = facts.PerSecond.ToString("0.##", CultureInfo.InvariantCulture);
        var others = facts.Others > 0 ? $"; {facts.Others} of types that found no room" : "";
        return facts.Total == 0 ? $"none thrown since {since}" : $"{facts.Total} thrown since {since}, {facts.LastMinute} in the last minute ({rate} a second){others}";
    }

    private static ReportMap ShowTypes(ExceptionFacts facts)
    {
        var map = new MapBuilder();
        foreach (var type in facts.Types.Take(MostTypes))
        {
            map.Add(type.Type, ShowType(type));
        }

        return facts.Types.Count > MostTypes ? map.Add("…", $"{facts.Types.Count - MostTypes} more types").Build() : map.Build();
    }

    private static string Show(FaultedTaskFacts task) => string.Create(
        CultureInfo.InvariantCulture,
        $"{task.Count} × {task.Type}{(task.Method is { } method ? $" in {method}" : "")}{(task.ThrownIn is { } inner && inner != task.Method ? $", thrown in {inner}" : "")}");

    private static ReportMap ShowType(ThrownTypeFacts type)
    {
        var map = new MapBuilder()
            .Add("thrown", type.Count, type.Recent is { } recent && recent != type.Count ? $"{recent} since the previous report" : null)
            .AddKnown("last", type.LastAt is { } last ? new ReportTime(last) : null)
            .AddKnown("message", type.Message is { } message ? new ReportText(message) : null);
        var sites = type.ThrowSites.Take(MostSites).Select(site => type.ThrowSites.Count > 1 ? $"{site.Name} ({site.Count} of the samples)" : site.Name).ToList();
        return sites.Count > 0 ? map.Add("thrown in", sites.Count == 1 ? sites[0] : new ReportList([.. sites.Select(site => new ReportText(site))])).Build() : map.Build();
    }
}
