using System.Globalization;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Says in one line what was folded.</summary>
internal static class FoldWords
{
    private const int MostPlaces = 3;

    /// <summary>Says a run that is not shown frame by frame.</summary>
    public static string Of(IReadOnlyList<StackFrameLine> frames, FoldedFrames run) => run.Kind switch
    {
        FoldKind.Callee => $"→ {Short(frames, run.Start + run.Count - 1)}{(run.Count == 1 ? "" : $"  … {Measures.Count(run.Count - 1, "frame")} deeper")}",
        FoldKind.Call => $"→ {Short(frames, StackFolding.Called(frames, run))}{(run.Count == 1 ? "" : $"  … {Measures.Count(run.Count - 1, "other frame")}")}",
        FoldKind.Repeated => $"… {Times(run)}, {Measures.Count(run.Period, "frame")} each:",
        _ => $"… {Measures.Count(run.Count, "other frame")}",
    };

    /// <summary>Returns the own frames of one period of a run that repeats itself, each with all the places at which it stands.</summary>
    public static IEnumerable<StackFrameLine> Repeated(IReadOnlyList<StackFrameLine> frames, FoldedFrames run)
    {
        for (var index = run.Start; index < run.Start + run.Period; index++)
        {
            if (frames[index].IsOwnCode)
            {
                yield return frames[index] with { Location = Locations(frames, run, index), Method = (run.Period == 1 ? $"… {Times(run)}: " : "") + frames[index].Method };
            }
        }
    }

    private static string Times(FoldedFrames run) => string.Create(CultureInfo.InvariantCulture, $"{run.Times} times");

    private static string Short(IReadOnlyList<StackFrameLine> frames, int index) => VisibleText.Line(MethodNames.Short(frames[index].Method));

    private static string? Locations(IReadOnlyList<StackFrameLine> frames, FoldedFrames run, int index)
    {
        var locations = new List<string>();
        for (var at = index; at < run.Start + run.Count; at += run.Period)
        {
            if (frames[at].Location is { } location && !locations.Contains(location))
            {
                locations.Add(location);
            }
        }

        return locations.Count == 0 ? null : string.Join(", ", locations.Take(MostPlaces)) + (locations.Count > MostPlaces ? " …" : "");
    }
}
