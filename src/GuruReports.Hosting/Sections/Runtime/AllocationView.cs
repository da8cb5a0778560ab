using System.Globalization;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Runtime;

/// <summary>Turns a look at allocations into what a report shows of it. Pure.</summary>
internal static class AllocationView
{
    /// <summary>Returns the section of the runtime with what was seen behind its own values.</summary>
    public static ReportSection AddTo(ReportSection section, AllocationCapture seen) =>
        section with { Value = section.Value is ReportMap map ? new ReportMap([.. map.Entries, .. Show(seen)]) : section.Value, Facts = [.. section.Facts, seen] };

    private static IReadOnlyList<ReportEntry> Show(AllocationCapture seen)
    {
        var map = new MapBuilder();
        if (seen.UnavailableReason is { } reason)
        {
            return map.Add("who allocates", new ReportUnknown(reason)).Build().Entries;
        }

        var window = Measures.Duration(seen.Window);
        var rate = Measures.Size((long)(seen.AllocatedBytes / Math.Max(seen.Window.TotalSeconds, 0.001)));
        map.Add($"who allocates, in {window}", Places(seen), string.Join(" ", [$"{Measures.Size(seen.AllocatedBytes)}, {rate} a second; estimated from {Measures.Count(seen.Samples, "object")}.", .. Others(seen), .. seen.Notes]));
        if (seen.Collections.Count > 0)
        {
            map.Add($"why collections happened, in {window}", Causes(seen));
        }

        return map.Build().Entries;
    }

    private static IEnumerable<string> Others(AllocationCapture seen) =>
        seen.OtherPlaces > 0 ? [$"{Measures.Count(seen.OtherPlaces, "more place")} left out."] : [];

    private static ReportTable Places(AllocationCapture seen) => new(
        ["Share", "Type", "Large", "At", "Called by"],
        [.. seen.Places.Select(place => (IReadOnlyList<ReportValue>)
            [
                new ReportText(Amount.Share(place.Bytes, seen.SampledBytes)),
                new ReportText(place.Type),
                new ReportBoolean(place.IsLarge),
                new ReportText(At(place.Frames)),
                new ReportText(Caller(place.Frames)),
            ])]);

    private static ReportTable Causes(AllocationCapture seen) => new(
        ["Collections", "Of the whole heap", "Why", "At"],
        [.. seen.Collections.Select(cause => (IReadOnlyList<ReportValue>)
            [
                cause.Count,
                cause.Full,
                new ReportText(cause.Words),
                new ReportText(string.Join("; ", [.. cause.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Count} × {At(place.Frames)}")), .. cause.OtherPlaces > 0 ? new[] { Measures.Count(cause.OtherPlaces, "more place") } : []])),
            ])]);

    private static string At(IReadOnlyList<CapturedFrame> frames) => Place(OwnMethods.First(frames));

    private static string Caller(IReadOnlyList<CapturedFrame> frames) => OwnMethods.Of(frames).Skip(1).FirstOrDefault() is { } caller ? Place(caller) : "";

    private static string Place(CapturedFrame? frame) =>
        frame is null ? "no managed frame" : frame.File is { } file ? $"{frame.Method} {SourceNames.Of(file, frame.Line)}" : frame.Method;
}
