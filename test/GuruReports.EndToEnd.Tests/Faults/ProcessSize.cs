using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What a process holds.</summary>
/// <param name="ResidentBytes">Memory.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Descriptors">Open descriptors, without those of libraries: the runtime keeps each open once it is loaded.</param>
internal sealed record ProcessSize(long ResidentBytes, int Threads, int Descriptors)
{
    /// <summary>Waits until a report is really over: while it is made, descriptors that are held in reserve are given up for it.</summary>
    public static ProcessSize AtRest(int id)
    {
        var last = Of(id);
        for (var deadline = Environment.TickCount64 + 10_000; Environment.TickCount64 < deadline;)
        {
            Thread.Sleep(500);
            var now = Of(id);
            if (now.Descriptors == last.Descriptors && now.Threads == last.Threads)
            {
                return now;
            }

            last = now;
        }

        return last;
    }

    private static ProcessSize Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ProcessSize(process.WorkingSet64, process.Threads.Count, Directory.GetFiles($"/proc/{id}/fd").Count(IsNoLibrary));
    }

    private static bool IsNoLibrary(string descriptor) => new FileInfo(descriptor).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) != true;
}
