using GuruReports.Hosting.Boundary;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Remembers what destinations lost, for the next report. Bounded.</summary>
internal sealed class LostReports
{
    private const int Most = 20;
    private const int LongestReason = 1_000;

    private readonly List<string> _lost = [];

    /// <summary>Returns what was lost since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] lost = [.. _lost];
        _lost.Clear();
        return lost;
    }

    /// <summary>Notes the end of a write, when something was lost.</summary>
    public void Note(string destination, string what, JobResult<string> result)
    {
        if (result.Outcome is not JobOutcome.Completed && _lost.Count < Most)
        {
            _lost.Add($"{what} was lost: {BoundedText.Shorten(VisibleText.Line(Describe(destination, result)), LongestReason)}");
        }
    }

    /// <summary>Says what came of a write.</summary>
    public static string Describe(string destination, JobResult<string> result) => result.Outcome switch
    {
        JobOutcome.Completed => result.Value is { Length: > 0 } where ? where : destination,
        JobOutcome.Failed => $"{destination}: {result.Error!.Message ?? result.Error.Type}",
        JobOutcome.Late => $"{destination}: it did not return in time",
        JobOutcome.Quarantined => $"{destination}: an earlier write has not returned yet",
        _ => $"{destination}: too many sections and destinations hang already",
    };
}
