using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Hosting.Sections.Threads;

/// <summary>Says the names of a group's threads once, where they differ by identifiers alone. Pure.</summary>
internal static class ThreadNames
{
    /// <summary>Returns the name that all have but for identifiers; null where there is none, or they have none.</summary>
    public static string? Shared(IReadOnlyList<CapturedThread> threads)
    {
        if (threads.Count == 1 || threads[0].Name is not { Length: > 0 } first || Identifiers.Fold(first) is var shared && ReferenceEquals(shared, first))
        {
            return null;
        }

        for (var index = 1; index < threads.Count; index++)
        {
            if (threads[index].Name is not { } name || Identifiers.Fold(name) != shared)
            {
                return null;
            }
        }

        return shared;
    }
}
