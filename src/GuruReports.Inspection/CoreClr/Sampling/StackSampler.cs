using System.Diagnostics;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>Takes the raw stacks of all managed threads in one suspension, through an event session inside the process.</summary>
internal sealed unsafe class StackSampler
{
    private const string SampleProfiler = "Microsoft-DotNETCore-SampleProfiler";
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const uint Informational = 4;
    private const ulong GCKeyword = 1;
    private const uint BufferMegabytes = 64;
    private const uint RestartBegin = 7;
    private const uint SuspendBegin = 9;

    private readonly EventSessionApi _api;

    public StackSampler(EventSessionApi api) => _api = api;

    /// <summary>Takes one batch. Empty when the runtime delivered none before the deadline.</summary>
    /// <exception cref="ShapeException">The runtime refused the session.</exception>
    public StackBatch Take(Deadline deadline)
    {
        var batch = new StackBatch();
        fixed (char* sampler = SampleProfiler)
        fixed (char* runtime = Runtime)
        {
            ReadOnlySpan<EventSessionApi.Provider> providers =
            [
                new() { Name = sampler, Keywords = 0, Level = Informational },
                new() { Name = runtime, Keywords = GCKeyword, Level = Informational },
            ];
            var session = _api.Enable(providers, BufferMegabytes);
            if (session == 0)
            {
                throw new ShapeException("the runtime refused an event session");
            }

            try
            {
                Drain(session, batch, deadline);
            }
            finally
            {
                _api.Disable(session);
            }
        }

        return batch;
    }

    // Managed code cannot see an event before the suspension is over, so the first one means that the whole batch is there.
    private void Drain(ulong session, StackBatch batch, Deadline deadline)
    {
        var seen = new HashSet<int>();
        var wait = default(SpinWait);
        long suspended = 0;
        var sampled = 0;
        while (true)
        {
            if (deadline.HasPassed)
            {
                return;
            }

            if (!_api.TryGetNext(session, out var next))
            {
                if (batch.Samples.Count > 0)
                {
                    return;
                }

                wait.SpinOnce(sleep1Threshold: 50);
                continue;
            }

            // Runtime events have ids; the sample has id 0 and a payload of 4 bytes.
            if (next.EventId == 0)
            {
                sampled++;
                if (seen.Add((int)next.ThreadId))
                {
                    SampleEvent.Read(next, batch);
                }
            }
            else if (next.EventId == SuspendBegin)
            {
                suspended = next.TimeStamp;
                sampled = 0;
            }
            else if (next.EventId == RestartBegin && suspended != 0 && sampled > 0)
            {
                batch.Paused ??= Stopwatch.GetElapsedTime(suspended, next.TimeStamp);
                return;
            }
        }
    }
}
