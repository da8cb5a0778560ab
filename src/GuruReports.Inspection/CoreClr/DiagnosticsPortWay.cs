using System.Runtime.InteropServices;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.CoreClr.NetTrace;
using GuruReports.Inspection.CoreClr.Sampling;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.CoreClr;

/// <summary>
/// Takes stacks through the process's own diagnostics port, and names from the rundown that the runtime sends. Leans on
/// documented formats only; managed ids and names come from the thread store if that can be read.
/// </summary>
internal sealed class DiagnosticsPortWay : IStackWay
{
    private const string Sampler = "Microsoft-DotNETCore-SampleProfiler";
    private const int ManagedCode = 2;

    private readonly ThreadStore? _store;

    /// <param name="fails">Says which check to fail on purpose; for tests.</param>
    public DiagnosticsPortWay(Predicate<SelfCheckStep> fails)
    {
        if (fails(SelfCheckStep.Descriptor) || fails(SelfCheckStep.ThreadStore) || fails(SelfCheckStep.MemoryReads) || !OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _store = new ThreadStore(OwnRuntime.Describe());
        }
        catch (ShapeException)
        {
            // Stacks without managed ids are still stacks; the capture says so.
        }
    }

    public ThreadCaptureMethod Method => ThreadCaptureMethod.DiagnosticsPort;

    public CapturedStacks Capture(ThreadCaptureOptions options, Deadline deadline)
    {
        var trace = DiagnosticsPort.Record(deadline);
        var samples = new Dictionary<long, (int Stack, bool RanManagedCode)>();
        var rundown = new Rundown();
        var reader = new TraceReader();
        try
        {
            reader.Read(trace, (in TraceEvent head, ReadOnlySpan<byte> payload) =>
            {
                if (head.Provider == Sampler && payload.Length == 4)
                {
                    samples.TryAdd(head.ThreadId, (head.StackId, MemoryMarshal.Read<int>(payload) == ManagedCode));
                }
                else
                {
                    rundown.Handle(head, payload);
                }
            });
        }
        catch (ShapeException error)
        {
            throw new WayFailedException(error.Message, isLasting: true);
        }

        return samples.Count == 0 || rundown.Count == 0
            ? throw new WayFailedException("the port delivered no stacks or no names", isLasting: false)
            : Build(samples, reader.Stacks, new RundownFrames(rundown, options));
    }

    private CapturedStacks Build(Dictionary<long, (int Stack, bool RanManagedCode)> samples, Dictionary<int, ulong[]> addresses, RundownFrames frames)
    {
        var stacks = new CapturedStacks();
        foreach (var (thread, sample) in samples)
        {
            var list = addresses.GetValueOrDefault(sample.Stack) ?? [];
            var named = new CapturedFrame[list.Length];
            for (var index = 0; index < list.Length; index++)
            {
                named[index] = frames.Resolve(index == 0 && sample.RanManagedCode ? list[index] : list[index] - 1);
            }

            stacks.ByThread[(int)thread] = new ThreadStack(named, sample.RanManagedCode, list.Length == StackBatch.FrameLimit);
        }

        var complete = true;
        stacks.RuntimeThreads = _store?.List(out complete);
        stacks.Notes.Add("Stacks come from the diagnostics port: threads were suspended several times, and not all at the same moment.");
        if (_store is null || !complete)
        {
            stacks.Notes.Add("The runtime's list of threads could not be read; managed ids and names are missing.");
        }

        return stacks;
    }
}
