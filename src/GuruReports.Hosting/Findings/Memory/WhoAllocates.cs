using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>Says who allocates and why collections happen, where the report has looked.</summary>
internal static class WhoAllocates
{
    private const int MostPlaces = 3;
    private const int MostTypes = 4;
    private const int MostCauses = 3;

    // Of fewer a share is a guess.
    private const int LeastSamples = 20;

    /// <summary>Returns what the report has looked at; null where it has not.</summary>
    public static AllocationCapture? Of(Report report) => report.Facts<AllocationCapture>();

    /// <summary>Returns whether it is known who allocates.</summary>
    public static bool IsKnown(Report report) => Of(report) is { Samples: >= LeastSamples };

    /// <summary>Returns the collections of the whole heap that code asked for while the report looked; null where there was none.</summary>
    public static CollectionCause? Induced(Report report) =>
        Of(report)?.Collections.FirstOrDefault(static cause => cause is { Reason: CollectionReason.Induced, Full: > 0 });

    /// <summary>Returns whether it is the service's own code, most often, that asks for collections.</summary>
    public static bool IsAskedByService(Report report) =>
        Induced(report) is { Places: [var first, ..] } && Blame.Level(first.Frames) is CodeOwner.Service;

    /// <summary>Says who allocates; that it is not known, where the report has looked in vain; nothing where it has not looked.</summary>
    /// <param name="report">The report.</param>
    /// <param name="most">How many places are named.</param>
    public static IEnumerable<string> Describe(Report report, int most = MostPlaces)
    {
        if (Of(report) is not { } seen)
        {
            yield break;
        }

        if (seen.UnavailableReason is { } reason)
        {
            yield return $"who allocates is not known: {reason}";
            yield break;
        }

        if (seen.Samples < LeastSamples)
        {
            yield break;
        }

        var rate = Measures.Size((long)(seen.AllocatedBytes / seen.Window.TotalSeconds));
        yield return $"who allocates: {rate} a second, in the {Measures.Duration(seen.Window)} looked at";
        var places = seen.Places.GroupBy(static place => Where(place.Frames), StringComparer.Ordinal)
            .Select(static group => (Where: group.Key, Bytes: group.Sum(static place => place.Bytes), Types: group.ToList()))
            .OrderByDescending(static group => group.Bytes)
            .ToList();
        foreach (var (where, bytes, types) in places.Take(most))
        {
            yield return $"  {Percent(bytes, seen)} {where}: {string.Join(", ", types.Take(MostTypes).Select(type => Type(type, types.Count, seen)))}{(types.Count > MostTypes ? " …" : "")}";
        }

        if (places.Count + seen.OtherPlaces > most)
        {
            yield return $"  {Percent(seen.SampledBytes - places.Take(most).Sum(static place => place.Bytes), seen)} at other places";
        }
    }

    /// <summary>Says why collections happened and who asked; nothing where that was not seen.</summary>
    public static IEnumerable<string> Causes(Report report) =>
        Of(report) is not { Collections.Count: > 0 } seen ? [] : seen.Collections.Take(MostCauses).Select(cause => Cause(cause, seen));

    private static string Cause(CollectionCause cause, AllocationCapture seen)
    {
        var whole = cause.Full == 0 ? "" : cause.Full == cause.Count ? " of the whole heap" : $", {cause.Full} of the whole heap,";

        // Who allocates is told by itself.
        var where = cause is { Reason: CollectionReason.Induced, Places: [var first, ..] } ? $", {(cause.Places.Count > 1 ? "most often " : "")}{Where(first.Frames)}" : "";
        return $"{Measures.Count(cause.Count, "collection")}{whole} in {Measures.Duration(seen.Window)} because {cause.Words}{where}";
    }

    private static string Type(AllocationPlace type, int types, AllocationCapture seen) =>
        $"{type.Type}{(type.IsLarge ? " in large objects" : "")}{(types > 1 ? " " + Percent(type.Bytes, seen) : "")}";

    private static string Percent(long bytes, AllocationCapture seen) => Words.Percent((double)bytes / Math.Max(seen.SampledBytes, 1));

    private static string Where(IReadOnlyList<CapturedFrame> frames)
    {
        var own = OwnMethods.Of(frames).Take(2).ToList();
        return own switch
        {
            [] => frames.Count == 0 ? "by native code" : $"in {Words.Frame(frames[0])}",
            [var only] => $"at {Words.Frame(only)}",
            [var first, var caller, ..] => $"at {Words.Frame(first)} ← {Words.Frame(caller)}",
        };
    }
}
