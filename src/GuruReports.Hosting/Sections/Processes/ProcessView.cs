using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.CommandLines;
using GuruReports.Inspection.Processes;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Processes;

/// <summary>Turns processes into what a report shows of them. Pure.</summary>
internal static class ProcessView
{
    private const int LongestCommand = 2_000;

    /// <summary>Turns a process and its descendants into facts.</summary>
    public static ProcessNodeFacts Fact(ProcessEntry entry) => new()
    {
        Id = entry.Stat.Id,
        ParentId = entry.Stat.ParentId,
        Name = entry.Stat.Name,
        State = entry.Stat.StateText,
        User = entry.User,
        StartedAt = entry.StartedAt,
        Threads = entry.Stat.Threads,
        Resident = entry.Resident,
        CpuTime = entry.CpuTime,
        BlockedOn = entry.BlockedOn,
        Children = [.. entry.Children.Select(Fact)],
    };

    /// <summary>Turns a process and its descendants into a node of a tree.</summary>
    public static ReportTreeNode Show(ProcessEntry entry, IRedactor redactor)
    {
        var stat = entry.Stat;
        var label = string.Create(CultureInfo.InvariantCulture, $"{stat.Id} {stat.Name}  ({stat.StateText})");
        var details = new MapBuilder()
            .Add("pid", stat.Id)
            .Add("parent", stat.ParentId)
            .Add("user", entry.User ?? (ReportValue)ReportUnknown.None, Owners(entry))
            .AddKnown("started", entry.StartedAt is { } started ? new ReportTime(started) : null)
            .Add("state", stat.StateText)
            .AddKnown("cpu", entry.CpuTime is { } cpu ? new ReportDuration(cpu) : null)
            .AddKnown("memory", stat.State == 'Z' ? null : entry.Resident)
            .Add("threads", stat.Threads)
            .AddKnown("blocked on", entry.BlockedOn is { } wait ? new ReportText(Describe(wait)) : null)
            .Add("command", Command(entry, redactor));
        return new ReportTreeNode(label, details.Build().Entries, [.. entry.Children.Select(child => Show(child, redactor))]);
    }

    /// <summary>Counts the descendants that fit.</summary>
    public static int CountBelow(ProcessEntry entry, Func<ProcessEntry, bool> fits) =>
        entry.Children.Sum(child => (fits(child) ? 1 : 0) + CountBelow(child, fits));

    private static string Describe(PipeWait wait) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(wait.IsWrite ? "writing into a pipe that is full" : "reading from a pipe that is empty")}, descriptor {wait.Descriptor}{(wait.IsOurs ? "; this process has the other end" : "")}");

    private static ReportValue Command(ProcessEntry entry, IRedactor redactor)
    {
        if (entry.Arguments.Count == 0)
        {
            return new ReportUnknown(entry.Stat.State == 'Z' ? "a zombie has none" : null);
        }

        var line = string.Join(' ', ArgumentSecrets.Redact(entry.Arguments, redactor).Select(Quote));
        return line.Length > LongestCommand ? $"{line[..LongestCommand]}… ({line.Length - LongestCommand} more characters)" : line;
    }

    private static string Quote(string argument) =>
        argument.Length == 0 || argument.AsSpan().ContainsAny(" \t\n\"") ? $"'{argument.Replace("\n", "\\n", StringComparison.Ordinal)}'" : argument;

    // "uid 0, gid 0"; all four of each where they differ (a set-user-id program).
    private static string? Owners(ProcessEntry entry)
    {
        if (entry.UserIds.Count == 0 || entry.GroupIds.Count == 0)
        {
            return null;
        }

        return $"uid {Numbers(entry.UserIds)}, gid {Numbers(entry.GroupIds)}";
    }

    private static string Numbers(IReadOnlyList<int> ids) =>
        ids.Distinct().Count() == 1 ? ids[0].ToString(CultureInfo.InvariantCulture) : string.Join('/', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
