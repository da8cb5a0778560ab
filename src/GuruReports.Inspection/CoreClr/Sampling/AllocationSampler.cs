using System.Diagnostics;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>
/// Watches for a short time what is allocated where, and why collections happen, through an event session inside the process.
/// Nothing is stopped for it: the runtime notes one object in 100 KiB, with its stack, on the thread that allocates it.
/// </summary>
internal sealed unsafe class AllocationSampler
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const uint Informational = 4;
    private const ulong CollectorKeyword = 0x1;
    private const ulong SamplingKeyword = 0x800_0000_0000;

    // A buffer of 100 KiB for each thread that allocates: what finds no room is not noted.
    private const uint BufferMegabytes = 32;

    // Each look makes the runtime close the buffers that it writes to: not too often.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    private readonly EventSessionApi _api;

    public AllocationSampler(EventSessionApi api) => _api = api;

    /// <summary>Watches until there are samples enough, the window's most is over, or its least is and somebody waits.</summary>
    /// <exception cref="ShapeException">The runtime refused the session.</exception>
    public AllocationBatch Take(AllocationWindow window, Func<bool> isAwaited, Deadline deadline)
    {
        var batch = new AllocationBatch();
        fixed (char* runtime = Runtime)
        {
            ReadOnlySpan<EventSessionApi.Provider> providers = [new() { Name = runtime, Keywords = CollectorKeyword | SamplingKeyword, Level = Informational }];
            var start = Stopwatch.GetTimestamp();
            var allocated = GC.GetTotalAllocatedBytes(precise: false);
            var paused = GC.GetTotalPauseDuration();
            var session = _api.Enable(providers, BufferMegabytes);
            if (session == 0)
            {
                throw new ShapeException("the runtime refused an event session");
            }

            try
            {
                var reader = new AllocationEvent();
                do
                {
                    Thread.Sleep(Turn);
                    Drain(session, reader, batch);
                }
                while (Stopwatch.GetElapsedTime(start) < (isAwaited() ? window.Least : window.Most) && batch.Samples.Count < AllocationBatch.SampleLimit && !deadline.HasPassed);
            }
            finally
            {
                _api.Disable(session);
            }

            batch.Window = Stopwatch.GetElapsedTime(start);
            batch.AllocatedBytes = GC.GetTotalAllocatedBytes(precise: false) - allocated;
            batch.Paused = GC.GetTotalPauseDuration() - paused;
        }

        return batch;
    }

    private void Drain(ulong session, AllocationEvent reader, AllocationBatch batch)
    {
        while (batch.Samples.Count < AllocationBatch.SampleLimit && _api.TryGetNext(session, out var next))
        {
            reader.Read(next, batch);
        }
    }
}
