using System.Globalization;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Calls;

/// <summary>What the service asks of others: the pools of connections with who holds them, and the calls that have not ended.</summary>
internal sealed class CallsGenerator : ISnapshotGenerator
{
    private const int MostNamed = 3;

    /// <inheritdoc/>
    public string Title => "Calls Out";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (context.Snapshot is not { } snapshot)
        {
            return SnapshotSection.Without(Title, context, []);
        }

        if (snapshot.Calls is not { } calls)
        {
            return SnapshotSection.Of(Title, snapshot, ["CallsOut", "Async", "Walk"], "not read", null);
        }

        var places = new CallPlaces(snapshot);
        var pools = new PoolTables(places, context.Redactor);
        var entries = new List<ReportEntry>();
        if (calls.Pools.Count > 0)
        {
            entries.Add(new ReportEntry("pools", pools.Numbers(calls.Pools), Omitted(calls.OmittedPools, "pool")));
        }

        if (pools.Holders(calls.Pools) is { Rows.Count: > 0 } holders)
        {
            entries.Add(new ReportEntry("holders", holders));
        }

        if (calls.Calls.Count > 0)
        {
            entries.Add(new ReportEntry("calls", Table(calls.Calls, places, context.Redactor), Omitted(calls.OmittedCalls, "call")));
        }

        if (calls.Contexts.Count > 0)
        {
            entries.Add(new ReportEntry("database contexts", Table(calls.Contexts), "not disposed of; garbage included"));
        }

        return SnapshotSection.Of(Title, snapshot, ["CallsOut", "Walk"], Summarize(calls, pools), entries.Count == 0 ? null : new ReportMap(entries));
    }

    private static string Summarize(CallsSnapshot calls, PoolTables pools)
    {
        if (calls.Pools.Count == 0 && calls.Calls.Count == 0)
        {
            return "no call of a known library is in flight";
        }

        var count = calls.Calls.Sum(static call => call.Count) + calls.OmittedCalls;
        var oldest = calls.Calls.Select(CallAge.Of).MaxBy(static age => age?.Age);
        var exhausted = calls.Pools.Where(PoolTables.IsExhausted).Take(MostNamed).Select(pool => "\nnone free of " + pools.InOneLine(pool));
        return $"{Measures.Count(count, "call")} in flight{(oldest is null ? "" : $", the oldest {oldest}")}; {Measures.Count(calls.Pools.Count, "pool")} in use"
            + string.Concat(exhausted);
    }

    private static string? Omitted(int count, string noun) => count > 0 ? $"{Measures.Count(count, noun)} left out" : null;

    private static ReportTable Table(IReadOnlyList<OutgoingCall> calls, CallPlaces places, IRedactor redactor) => new(
        ["count", "oldest", "state", "call", "from"],
        [.. calls.Select(call => (IReadOnlyList<ReportValue>)
        [
            call.Count,
            CallAge.Of(call) is not { } age ? ReportUnknown.None : age.IsLeast ? new ReportText(age.ToString()) : new ReportDuration(age.Age),
            CallStages.Words(call.State),
            redactor.Redact(call.Name),
            From(call, places),
        ])]);

    private static ReportTable Table(IReadOnlyList<DatabaseContexts> contexts) => new(
        ["count", "pooled", "entities tracked", "by one", "context"],
        [.. contexts.Select(static context => (IReadOnlyList<ReportValue>)[context.Count, context.Pooled, context.Tracked, context.Largest, context.TypeName])]);

    private static string From(OutgoingCall call, CallPlaces places)
    {
        var all = call.Chains.Select(places.FrameOfChain).OfType<string>().Concat(call.Threads.Select(places.OfThread)).Distinct(StringComparer.Ordinal).ToList();
        return all.Count switch
        {
            0 => call.Chains.Count > 0 ? "not shown" : "no call in flight",
            1 => all[0],
            var count => string.Create(CultureInfo.InvariantCulture, $"{all[0]} and {count - 1} more"),
        };
    }
}
