using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>Reads activities.</summary>
internal sealed class Activities(Image image, KnownReader known)
{
    // Deeper than activities are nested; a ring that damage has made ends here.
    private const int Deepest = 64;
    private const int LongestName = 100;
    private const string Nameless = "an activity without a name";

    /// <summary>When an activity began, and its ids.</summary>
    public WorkTrace Read(ulong activity) => activity == 0 ? default : new WorkTrace(Age(activity), Text(activity, ActivityRows.TraceId, 32), Text(activity, ActivityRows.SpanId, 16));

    /// <summary>The activity itself, then those that it is a part of.</summary>
    public IEnumerable<ulong> Outward(ulong activity)
    {
        for (var depth = 0; activity != 0 && depth < Deepest; depth++)
        {
            yield return activity;
            activity = known.Reference(activity, ActivityRows.Parent);
        }
    }

    /// <summary>The work that an activity stands for, which no other object does; null for calls out.</summary>
    public WorkItem? AsWork(ulong activity)
    {
        if (known.Number(activity, ActivityRows.Kind) is null or ActivityRows.Client or ActivityRows.Producer || IsCall(activity))
        {
            return null;
        }

        var name = Text(activity, ActivityRows.OperationName, LongestName) ?? Nameless;
        return new WorkItem
        {
            Kind = WorkKind.Activity,
            Name = !HasEnded(activity) ? NameOf(activity)
                : name == HostingRows.RequestActivity ? "left by an HTTP request that has ended" : $"left by {Identifiers.Fold(name)}, which has ended",
            WholeName = HasEnded(activity) ? null : WholeNameOf(activity),
            Trace = Read(activity),
        };
    }

    /// <summary>What it is called for people, else for its library; identifiers, which make each name another one, are left out.</summary>
    public string NameOf(ulong activity) => Identifiers.Fold(WholeNameOf(activity));

    private string WholeNameOf(ulong activity) => Text(activity, ActivityRows.DisplayName, LongestName) ?? Text(activity, ActivityRows.OperationName, LongestName) ?? Nameless;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded(ulong activity) => (known.Number(activity, ActivityRows.State) & ActivityRows.Stopped) is not null and not 0;

    /// <summary>When it began, in ticks; 0 when unknown.</summary>
    public long Started(ulong activity) => (long)((ulong)(known.Number(activity, ActivityRows.Started) ?? 0) & ActivityRows.TicksMask);

    /// <summary>Whether it stands for a piece of work of its own: one that came in, or that is a part of nothing.</summary>
    public bool IsWork(ulong activity) => known.Number(activity, ActivityRows.Kind) switch
    {
        ActivityRows.Server or ActivityRows.Consumer => true,
        null or ActivityRows.Client or ActivityRows.Producer => false,
        _ => known.Reference(activity, ActivityRows.Parent) == 0 && !IsCall(activity),
    };

    /// <summary>Whether it is that of a request of ASP.NET Core.</summary>
    public bool IsRequest(ulong activity) => Text(activity, ActivityRows.OperationName, LongestName) == HostingRows.RequestActivity;

    // Nobody has asked for its data: then it is of no kind.
    private bool IsCall(ulong activity) => Text(activity, ActivityRows.OperationName, LongestName) == HttpRows.CallActivity;

    private long? Age(ulong activity)
    {
        var ticks = Started(activity);
        return ticks == 0 || image.Request.UtcTicks is not { } now ? null : Math.Max(0, (now - ticks) / TimeSpan.TicksPerMillisecond);
    }

    private string? Text(ulong activity, KnownPath path, int longest) => known.Text(activity, path, longest);
}
