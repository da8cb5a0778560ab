using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Vocabulary;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Tells stacks that could not be read from threads that have none: what is missing must not look like "not blocked".</summary>
internal static class StackDoubts
{
    // The finalizer, the tiering worker and their like stand outside managed code without a managed frame.
    private const int UsuallyWithout = 8;
    private const double ShareUsuallyWithout = 0.05;

    /// <summary>Why locks and waits cannot be trusted; null when they can.</summary>
    public static string? Find(IReadOnlyList<ThreadImage> threads)
    {
        var without = threads.Count(static thread => thread.Frames.Count == 0 && thread.Thread.GCMode == GCMode.Preemptive);
        var unproved = threads.Count(static thread => thread.WaitsFor == 0
            && thread.Site?.Kind is WaitKind.Monitor or WaitKind.Lock or WaitKind.ReaderWriterLock or WaitKind.Semaphore);
        if (without > Math.Max(UsuallyWithout, threads.Count * ShareUsuallyWithout))
        {
            return string.Create(CultureInfo.InvariantCulture, $"the stacks of {without} of {threads.Count} threads could not be read; the runtime was changing its code maps when the image was taken");
        }

        return unproved == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"what {unproved} blocked threads wait for is not proved by their stacks");
    }
}
