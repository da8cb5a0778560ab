using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.CoreClr.Sampling;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.CoreClr;

/// <summary>
/// Takes stacks by an event session inside the process. Everything that it leans on is checked by shape when it is made, and
/// the first capture is believed only if it shows the capturing thread as that thread sees itself.
/// </summary>
internal sealed class InProcessWay : IStackWay
{
    private readonly StackSampler _sampler;
    private readonly AllocationWay _allocations;
    private readonly ThreadStore _store;
    private readonly FrameTable _frames;
    private readonly MethodFinder _finder;
    private readonly string? _note;
    private readonly Predicate<SelfCheckStep> _fails;
    private bool _checked;

    /// <param name="fails">Says which check to fail on purpose; for tests.</param>
    /// <exception cref="WayFailedException">The runtime is not as this way knows it.</exception>
    public InProcessWay(Predicate<SelfCheckStep> fails)
    {
        _fails = fails;
        Check(SelfCheckStep.Platform, RequirePlatform);
        Check(SelfCheckStep.MemoryReads, RequireMemoryReads);
        var descriptor = Check(SelfCheckStep.Descriptor, OwnRuntime.Describe);
        _store = Check(SelfCheckStep.ThreadStore, () => new ThreadStore(descriptor));
        var ranges = Check(SelfCheckStep.CodeRanges, () => new CodeRanges(descriptor));
        var modules = Check(SelfCheckStep.Modules, () => new LiveModules());
        _finder = Check(SelfCheckStep.Methods, () => new MethodFinder(descriptor, ranges, modules));
        var sessions = Check(SelfCheckStep.EventSession, () => new EventSessionApi());
        _sampler = new StackSampler(sessions);
        StackTraceForge? forge = null;
        try
        {
            forge = Check(SelfCheckStep.Lines, StackTraceForge.Calibrate);
        }
        catch (WayFailedException error)
        {
            _note = $"No source lines or IL offsets: {error.Message}.";
        }

        _frames = new FrameTable(_finder, modules, forge);
        _allocations = new AllocationWay(sessions, _frames);
    }

    public ThreadCaptureMethod Method => ThreadCaptureMethod.InProcess;

    public AllocationWay? Allocations => _checked ? _allocations : null;

    public CapturedStacks Capture(ThreadCaptureOptions options, Deadline deadline)
    {
        var batch = Take(deadline);
        if (batch.Samples.Count == 0)
        {
            throw new WayFailedException("the runtime delivered no stacks within the deadline", isLasting: false);
        }

        var stacks = new CapturedStacks { Paused = batch.Paused, RuntimeThreads = _store.List(out var complete) };
        if (!_checked)
        {
            Check(SelfCheckStep.OwnThread, () => RequireOwnThread(stacks.RuntimeThreads));
            Check(SelfCheckStep.OwnStack, () => RequireOwnStack(batch));
            _checked = true;
        }

        _frames.Resolve(CodeAddresses(batch), options, deadline);
        foreach (var sample in batch.Samples)
        {
            stacks.ByThread[sample.ThreadId] = ToStack(batch, sample);
        }

        AddNotes(stacks, batch, complete);
        return stacks;
    }

    // Not inlined: the self-check looks for this very frame in the sampled stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private StackBatch Take(Deadline deadline)
    {
        try
        {
            return _sampler.Take(deadline);
        }
        catch (ShapeException error)
        {
            throw new WayFailedException(error.Message, isLasting: false);
        }
    }

    private ThreadStack ToStack(StackBatch batch, StackSample sample)
    {
        var frames = new CapturedFrame[sample.Count];
        for (var index = 0; index < sample.Count; index++)
        {
            frames[index] = _frames[CodeAddress(batch, sample, index)];
        }

        return new ThreadStack(frames, sample.RanManagedCode, sample.Count == StackBatch.FrameLimit);
    }

    // The leaves of all threads first: should the time not suffice, they tell most.
    private static IEnumerable<ulong> CodeAddresses(StackBatch batch)
    {
        var deepest = batch.Samples.Max(sample => sample.Count);
        for (var index = 0; index < deepest; index++)
        {
            foreach (var sample in batch.Samples)
            {
                if (index < sample.Count)
                {
                    yield return CodeAddress(batch, sample, index);
                }
            }
        }
    }

    // A return address may already belong to the next statement or even method: one byte back is inside the call.
    private static ulong CodeAddress(StackBatch batch, StackSample sample, int index)
    {
        var address = batch.Addresses[sample.Start + index];
        return index == 0 && sample.RanManagedCode ? address : address - 1;
    }

    private void AddNotes(CapturedStacks stacks, StackBatch batch, bool complete)
    {
        if (_note is not null)
        {
            stacks.Notes.Add(_note);
        }

        if (batch.Dropped > 0)
        {
            stacks.Notes.Add($"{batch.Dropped} stacks did not check out and were left out.");
        }

        stacks.Unresolved = _frames.Unresolved;
        if (_frames.Unresolved > 0)
        {
            stacks.Notes.Add($"{_frames.Unresolved} code addresses were not looked up before the deadline.");
        }

        if (!complete)
        {
            stacks.Notes.Add("The runtime's list of threads changed while it was read; some names and ids may be missing.");
        }
    }

    private static object? RequirePlatform()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            throw new ShapeException("only known on 64-bit Linux");
        }

        return null;
    }

    private static unsafe object? RequireMemoryReads()
    {
        var value = 0x6775_7275L;
        return NativeMemory.TryRead((ulong)&value, out long read) && read == value
            ? null
            : throw new ShapeException("process_vm_readv on the own process is denied");
    }

    private static object? RequireOwnThread(Dictionary<int, RuntimeThread> threads) =>
        threads.TryGetValue(LibcAtOnce.GetThreadId(), out var own)
        && own.ManagedId == Environment.CurrentManagedThreadId
        && own.Name == Thread.CurrentThread.Name
            ? null
            : throw new ShapeException("the runtime's list of threads does not hold this thread as it is");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Methods are only compared.")]
    private object? RequireOwnStack(StackBatch batch)
    {
        var id = LibcAtOnce.GetThreadId();
        var sample = batch.Samples.Find(one => one.ThreadId == id)
            ?? throw new ShapeException("the capturing thread is missing from the capture");

        var take = typeof(InProcessWay).GetMethod(nameof(Take), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);
        var sampled = new List<System.Reflection.MethodBase?>();
        for (var index = 0; index < sample.Count; index++)
        {
            sampled.Add(_finder.Find(CodeAddress(batch, sample, index)).Method);
        }

        // Below Take both stacks go on with its caller: this method's caller is the same Capture.
        var expected = new StackTrace().GetFrames().Select(frame => frame.GetMethod())
            .SkipWhile(method => method?.Name != nameof(Capture) || method.DeclaringType != typeof(InProcessWay)).ToList();
        var actual = sampled.SkipWhile(method => method != take).Skip(1).ToList();
        return expected.Count > 0 && expected.SequenceEqual(actual)
            ? null
            : throw new ShapeException("the capturing thread's stack differs from the one that it sees itself");
    }

    private T Check<T>(SelfCheckStep step, Func<T> check)
    {
        try
        {
            return _fails(step) ? throw new ShapeException("made to fail") : check();
        }

        // A check may stumble over anything in a runtime that it does not know; all of it means "not this way".
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new WayFailedException($"check {step}: {error.Message} (.NET {Environment.Version})", isLasting: true);
        }
    }
}
