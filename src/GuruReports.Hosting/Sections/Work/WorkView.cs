using System.Globalization;
using GuruReports.Hosting.Sections.Snapshot;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Sections.Work;

/// <summary>Turns a group of equal work into what a report shows of it. Pure.</summary>
internal static class WorkView
{
    public static StackGroup Show(WorkGroup group, WorkSeen? seen) => new()
    {
        Count = group.Count,
        Noun = WorkWords.Noun(group.Kind),
        State = group is { Count: 1, Members: [{ Name: { } whole }] } ? whole : group.Name,
        Remarks = [.. Remarks(group, seen)],
        Frames = Frames(group),
        Members = [.. group.Members.Select(Member).OfType<StackMember>()],
        Notes = group.Threads.Count == 0 ? [] : [$"on {(group.Threads.Count == 1 ? "thread" : "threads")} {SnapshotWords.Threads(group.Threads)}"],
    };

    private static IEnumerable<string> Remarks(WorkGroup group, WorkSeen? seen)
    {
        if (group.OldestMilliseconds is { } age)
        {
            yield return (group.Count == 1 ? "for " : "oldest ") + WorkWords.Age(age);
        }

        yield return group.Waits ?? "where it stands is unknown";
        if (seen is not null)
        {
            yield return group.Count == 1
                ? $"here {Measures.Duration(seen.Age)} ago too"
                : string.Create(CultureInfo.InvariantCulture, $"{seen.Count} here {Measures.Duration(seen.Age)} ago too");
        }

        if (group.WithoutClient > 0)
        {
            yield return group.Count == 1 ? "the client has gone" : $"{Measures.Count(group.WithoutClient, "client")} gone";
        }
    }

    private static IReadOnlyList<StackFrameLine> Frames(WorkGroup group)
    {
        if (group.Place is { } place)
        {
            return [new StackFrameLine(place.Method, SnapshotWords.Location(place.File, place.Line), isOwnCode: true)];
        }

        return group.Handler is not { } handler ? []
            : [new StackFrameLine(handler, null, isOwnCode: true, remark: group.CompiledInto is { } into ? "compiled into " + into : "as its endpoint says")];
    }

    private static StackMember? Member(WorkMember member)
    {
        var parts = new List<string>();
        if (member.AgeMilliseconds is { } age)
        {
            parts.Add(WorkWords.Age(age));
        }

        if (member.TraceId is { } trace)
        {
            parts.Add("trace " + trace);
        }

        if (parts.Count == 0)
        {
            return null;
        }

        var details = new MapBuilder()
            .AddKnown("name", Text(member.Name))
            .AddKnown("age", member.AgeMilliseconds is { } milliseconds ? new ReportDuration(TimeSpan.FromMilliseconds(milliseconds)) : null)
            .AddKnown("trace", Text(member.TraceId))
            .AddKnown("span", Text(member.SpanId))
            .AddKnown("protocol", Text(member.Protocol))
            .AddKnown("thread", member.Thread is { } thread ? (ReportValue)thread : null);
        return new StackMember(string.Join(' ', parts), details.Build().Entries);
    }

    private static ReportText? Text(string? text) => text is null ? null : new ReportText(text);
}
