using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Work;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>
/// Counts work that has ended within the last minute by the activities that the collector has not taken yet: never more than there
/// was, and as a rule less. What an activity is a part of counts for it.
/// </summary>
internal sealed class EndedActivities(Image image, KnownReader known, Activities activities)
{
    private const int MostNames = 100;
    private const int MostTags = 64;
    private const int FirstFailure = 500;
    private const int WordSize = 8;

    private readonly Dictionary<string, EndedWork> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<EndedWork> Read(IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        foreach (var (address, kind) in parts)
        {
            if (kind.IsOf(ActivityRows.Activity) && IsRecent(address) && activities.IsWork(address))
            {
                Add(address);
            }
        }

        return [.. _byName.Values.OrderByDescending(static ended => ended.Failed).ThenByDescending(static ended => ended.Count).ThenBy(static ended => ended.Name, StringComparer.Ordinal)];
    }

    private bool IsRecent(ulong activity) => activities.HasEnded(activity) && image.Request.UtcTicks is { } now
        && activities.Started(activity) is var started and not 0 && started + Took(activity) is var ended && ended <= now && now - ended <= TimeSpan.TicksPerMinute;

    private long Took(ulong activity) => known.Number(activity, ActivityRows.Duration) ?? 0;

    private void Add(ulong activity)
    {
        var tags = Tags(activity);
        var own = activities.NameOf(activity);
        var name = tags.Route is { } route ? $"{tags.Method ?? "?"} {route}" : own == HostingRows.RequestActivity ? "HTTP requests" : own;
        if (!_byName.TryGetValue(name, out var ended))
        {
            if (_byName.Count == MostNames)
            {
                return;
            }

            ended = new EndedWork { Name = name, Count = 0 };
        }

        // A request says how it ended by its code; what else has data and no status has not failed.
        var saysHow = known.Number(activity, ActivityRows.HasData) != 0 && (tags.HasCode || !activities.IsRequest(activity));
        var hasFailed = tags.HasFailed || known.Number(activity, ActivityRows.Status) == ActivityRows.Error;
        _byName[name] = ended with
        {
            Count = ended.Count + 1,
            Failed = ended.Failed + (hasFailed ? 1 : 0),
            WithoutOutcome = ended.WithoutOutcome + (hasFailed || saysHow ? 0 : 1),
            LongestMilliseconds = Math.Max(ended.LongestMilliseconds, Took(activity) / TimeSpan.TicksPerMillisecond),
        };
    }

    private (string? Method, string? Route, bool HasCode, bool HasFailed) Tags(ulong activity)
    {
        var (method, route, hasCode, hasFailed) = ((string?)null, (string?)null, false, false);
        var tag = known.Reference(activity, ActivityRows.FirstTag);
        for (var count = 0; tag != 0 && count < MostTags; count++)
        {
            var (key, value) = KeyAndValue(tag);
            switch (image.Memory.Text(key, image.Request.MaximumTextLength))
            {
                case ActivityRows.MethodTag:
                    method = image.Memory.Text(value, image.Request.MaximumTextLength);
                    break;
                case ActivityRows.RouteTag:
                    route = image.Memory.Text(value, image.Request.MaximumTextLength);
                    break;
                case ActivityRows.ErrorTag:
                    hasFailed = true;
                    break;
                case ActivityRows.CodeTag:
                    hasCode = true;
                    hasFailed |= Number(value) >= FirstFailure;
                    break;
            }

            tag = known.Reference(tag, ActivityRows.NextTag);
        }

        return (method, route, hasCode, hasFailed);
    }

    // The pair lies in the node itself, the key before the value; the only other reference is that to the next node.
    private (ulong Key, ulong Value) KeyAndValue(ulong tag)
    {
        var kind = image.Kinds.KindAt(tag);
        var words = kind is null ? [] : ReferenceMap.Of(image.Memory, kind).Order().Select(offset => image.Memory.Pointer(tag + (uint)offset)).Where(word => image.Kinds.KindAt(word) is { } found && found != kind).ToList();
        return words is [var key, var value] ? (key, value) : (0, 0);
    }

    private long Number(ulong boxed) => image.Kinds.KindAt(boxed) switch
    {
        { Type.ElementType: Microsoft.Diagnostics.Runtime.ClrElementType.Int32 } => image.Memory.Int32(boxed + WordSize),
        { Roles: ObjectRoles.String } => long.TryParse(image.Memory.Text(boxed, image.Request.MaximumTextLength), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => 0,
    };
}
