using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Snapshot.Budget;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes many snapshots of a Kestrel service that answers requests and allocates without end.</summary>
internal static class LoadCommand
{
    public static int Run(int count, string[] options)
    {
        using var service = new LoadedService();
        ProcessInspector.TakeSnapshot();
        var (descriptors, resident) = (Descriptors(), Resident());
        var (read, secondAttempts, longestPause) = (0, 0, 0.0);
        for (var number = 0; number < count; number++)
        {
            var capture = ProcessInspector.TakeSnapshot(new SnapshotCaptureOptions { WalkHeap = options.Contains("--heap"), Timeout = TimeSpan.FromSeconds(45) });
            read += capture.IsAvailable ? 1 : 0;
            secondAttempts += capture.Attempts - 1;
            longestPause = Math.Max(longestPause, capture.Paused.TotalMilliseconds);
            if (!capture.IsAvailable || capture.Attempts > 1)
            {
                Report.Line($"trouble{number}", $"{capture.UnavailableReason} {string.Join(" ", capture.Notes)}");
            }
        }

        service.Stop();
        Report.Line("read", read);
        Report.Line("secondAttempts", secondAttempts);
        Report.Line("longestPause", longestPause);
        Report.Line("children", Children.AfterTearDown());
        Report.Line("descriptorGrowth", Descriptors() - descriptors);
        Report.Line("residentGrowthMegabytes", (Resident() - resident) >> 20);
        Report.Line("requests", service.Answered);
        Report.Line("failedRequests", service.Failed);
        Report.Line("firstFailure", service.FirstFailure ?? "");
        Report.Line("ownChildren", service.OwnChildren);
        Report.Line("lostChildren", service.LostChildren);
        Report.Line("collections", GC.CollectionCount(0));
        return 0;
    }

    /// <summary>
    /// Counts open descriptors. Left out are sockets, which the load opens and closes, and libraries, which the runtime
    /// keeps open once they are loaded.
    /// </summary>
    public static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(path => new FileInfo(path).LinkTarget is { } target
            && !target.StartsWith("socket:", StringComparison.Ordinal) && !target.EndsWith(".dll", StringComparison.Ordinal));

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return ResidentMemory.Read(SystemFiles.Real)!.Anonymous;
    }
}
