using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes.Work;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Reads activities.</summary>
internal sealed class Activities(Image image)
{
    // Deeper than activities are nested; a ring that damage has made ends here.
    private const int Deepest = 64;
    private const int LongestName = 100;

    /// <summary>When an activity began, and its ids.</summary>
    public WorkTrace Read(ulong activity) => activity == 0 ? default : new WorkTrace(Age(activity), Text(activity, ActivityRows.TraceId, 32), Text(activity, ActivityRows.SpanId, 16));

    /// <summary>The activity itself, then those that it is a part of.</summary>
    public IEnumerable<ulong> Outward(ulong activity)
    {
        for (var depth = 0; activity != 0 && depth < Deepest; depth++)
        {
            yield return activity;
            activity = image.Fields.Reference(activity, ActivityRows.Parent);
        }
    }

    /// <summary>The work that an activity stands for, which no other object does; null for calls out.</summary>
    public WorkItem? AsWork(ulong activity)
    {
        if (image.Fields.Value<int>(activity, ActivityRows.Kind) is null or ActivityRows.Client or ActivityRows.Producer)
        {
            return null;
        }

        var name = Text(activity, ActivityRows.OperationName, LongestName) ?? "an activity without a name";
        var isEnded = (image.Fields.Value<byte>(activity, ActivityRows.State) & ActivityRows.Stopped) != 0;
        return new WorkItem
        {
            Kind = WorkKind.Activity,
            Name = !isEnded ? Text(activity, ActivityRows.DisplayName, LongestName) ?? name
                : name == HostingRows.RequestActivity ? "left by an HTTP request that has ended" : $"left by {name}, which has ended",
            Trace = Read(activity),
        };
    }

    private long? Age(ulong activity)
    {
        var ticks = (long)((image.Fields.Value<ulong>(activity, ActivityRows.Started) ?? 0) & ActivityRows.TicksMask);
        return ticks == 0 || image.Request.UtcTicks is not { } now ? null : Math.Max(0, (now - ticks) / TimeSpan.TicksPerMillisecond);
    }

    private string? Text(ulong activity, Runtime.RuntimeField field, int longest) => image.Memory.Text(image.Fields.Reference(activity, field), longest);
}
