using System.Diagnostics;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What a process holds.</summary>
/// <param name="ResidentBytes">Memory.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Descriptors">Open descriptors, without those of libraries: the runtime keeps each open once it is loaded.</param>
internal sealed record ProcessSize(long ResidentBytes, int Threads, int Descriptors)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits until a report is really over: while it is made, descriptors that are held in reserve are given up for it.</summary>
    public static ProcessSize AtRest(int id)
    {
        var looks = new List<ProcessSize>();
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < s_limit && !IsAtRest(looks);)
        {
            Until.HasPassed(s_pause);
            looks.Add(Of(id));
        }

        return looks[^1];
    }

    // Two looks can fall into one pause between two steps of a report.
    private static bool IsAtRest(List<ProcessSize> looks) =>
        looks.Count >= 3 && looks[^3..].DistinctBy(look => (look.Descriptors, look.Threads)).Count() == 1;

    private static ProcessSize Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ProcessSize(process.WorkingSet64, process.Threads.Count, OtherProcess.List(id, "fd").Count(descriptor => IsNoLibrary(id, descriptor)));
    }

    private static bool IsNoLibrary(int id, string descriptor) =>
        OtherProcess.Target(id, $"fd/{descriptor}")?.EndsWith(".dll", StringComparison.Ordinal) != true;
}
