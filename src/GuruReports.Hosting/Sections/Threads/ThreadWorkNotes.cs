using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Says for what work the threads of a group are there. Pure.</summary>
internal static class ThreadWorkNotes
{
    private const int Most = 3;

    // How methods begin that were made at run time; the service's own may be compiled into them.
    private const string Dynamic = "lambda_method";

    public static List<string> Of(IReadOnlyList<CapturedThread> threads)
    {
        var shares = WorkWords.Together(threads.Select(static thread => thread.WorksFor).OfType<WorkShare>());
        var made = MadeAtRunTime(threads);
        var isOwn = threads[0].TopUserFrame?.Owner is CodeOwner.Service;
        var notes = shares.Take(Most)
            .Select(share => "for " + WorkWords.Of(share) + (made is null || isOwn || share.Handler is null ? "" : $", compiled into {made}: {share.Handler}"))
            .ToList();
        if (shares.Count > Most)
        {
            notes.Add($"for work of {Measures.Count(shares.Count - Most, "more name")}");
        }

        return notes;
    }

    // Where one handler was compiled more than once, the members of a group stand in several such methods.
    private static string? MadeAtRunTime(IReadOnlyList<CapturedThread> threads)
    {
        var names = threads
            .Select(static thread => thread.Frames.FirstOrDefault(static frame => frame.Method.Contains(Dynamic, StringComparison.Ordinal))?.Method.Split('(')[0])
            .OfType<string>().Distinct().Take(Most + 1).ToList();
        return names.Count == 0 ? null : string.Join(", ", names.Take(Most)) + (names.Count > Most ? " …" : "");
    }
}
