using System.Diagnostics;
using System.Runtime.InteropServices;
using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Budget;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Image;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Takes one snapshot: checks, at most two attempts, one capture. Owned by the session's thread.</summary>
internal sealed class SnapshotWorker(SnapshotCaptureOptions options, CancellationDescriptor cancellation) : IDisposable
{
    // A snapshot that is only being torn down is waited for; one that is being read is not.
    private const int TearDownMilliseconds = 3000;

    private static readonly object s_oneAtATime = new();
    private static volatile bool s_reading;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<string> _notes = [];
    private SnapshotAttempt? _attempt;
    private bool _entered;

    /// <summary>Takes the snapshot. The processes of the last attempt live until <see cref="Dispose"/>.</summary>
    public SnapshotCapture Take()
    {
        _entered = Monitor.TryEnter(s_oneAtATime, s_reading ? 0 : TearDownMilliseconds);
        if (!_entered)
        {
            return Unavailable("another snapshot of this process is being read");
        }

        s_reading = true;
        ProcessEnd.ReapLeft();
        try
        {
            return TakeAlone();
        }
        finally
        {
            s_reading = false;
        }
    }

    public void Dispose()
    {
        _attempt?.Dispose();
        if (_entered)
        {
            Monitor.Exit(s_oneAtATime);
        }
    }

    private SnapshotCapture TakeAlone()
    {
        var files = new SystemFiles(options.SystemRoot);
        var budget = new SnapshotBudget(files);
        var shortage = options.TimeoutWhenStarved is { } limit ? new ProcessorShortage(files, limit) : null;
        var refusal = RefusePlatform() ?? DumpableScope.Refuse(options.AllowNotDumpable) ?? shortage?.Refuse(ControlGroupReader.Read(files)?.CpuLimit) ?? new PtracePolicy(files).Refuse() ?? budget.Refuse(options.MaximumPause);
        if (refusal is not null)
        {
            return Unavailable(refusal);
        }

        var command = options.HelperCommand ?? HelperLocator.Find(options.HelperDirectory, out refusal);
        if (command is null)
        {
            return Unavailable(refusal!);
        }

        return Attempt(command, budget, shortage);
    }

    private SnapshotCapture Attempt(HelperCommand command, SnapshotBudget budget, ProcessorShortage? shortage)
    {
        var paused = TimeSpan.Zero;
        SnapshotCapture? doubtful = null;
        for (var number = 1; ; number++)
        {
            _attempt = new SnapshotAttempt(command with { Environment = [.. command.Environment, HelperEnvironment.HeapLimit(budget.HelperHeapBytes())] }, Request(number), budget, shortage, cancellation, options);
            var outcome = _attempt.Run(Deadline(number));
            paused += _attempt.Paused;
            var capture = SecondImage.Better(Capture(outcome, number, paused), doubtful);
            var isLeft = outcome.CannotRun && HelperLocator.LeaveNative(command);
            var again = outcome.Result is null ? isLeft || outcome.MayRetry : SecondImage.IsWanted(outcome.Result, Stopwatch.GetElapsedTime(_started), options.Timeout);
            if (number == 2 || !again || cancellation.IsSignalled)
            {
                return capture;
            }

            if (isLeft && HelperLocator.Find(options.HelperDirectory, out _) is { } hosted)
            {
                command = hosted;
            }

            doubtful = outcome.Result is null ? null : capture;
            _notes.Add(doubtful is null ? $"The first attempt failed: {outcome.Reason}." : $"A second image was taken: in the first, {SecondImage.DoubtOf(outcome.Result!)!.Reason}.");
            _attempt.Dispose();
            if (budget.Refuse(options.MaximumPause) is { } second)
            {
                return doubtful ?? Capture(AttemptOutcome.Refused($"{outcome.Reason}; not tried again: {second}"), number, paused);
            }
        }
    }

    private SnapshotCapture Capture(AttemptOutcome outcome, int number, TimeSpan paused) => new()
    {
        Result = outcome.Result,
        UnavailableReason = outcome.Reason,
        TakenAt = _attempt!.TakenAt,
        Paused = paused,
        Duration = Stopwatch.GetElapsedTime(_started),
        Attempts = number,
        Stages = _attempt.Stages,
        Notes = _notes,
    };

    private SnapshotCapture Unavailable(string reason) => new() { UnavailableReason = reason, Duration = Stopwatch.GetElapsedTime(_started), Notes = _notes };

    // The first attempt may use 60 % of the time, so that the second still has some.
    private long Deadline(int number) => _started + (long)(options.Timeout.TotalSeconds * (number == 1 ? 0.6 : 1) * Stopwatch.Frequency);

    // The heap walk is the longest part; a second attempt is there to save the rest.
    private SnapshotRequest Request(int number)
    {
        var (lockOwner, monitorOwner, writerOwner) = LockWitness.Ask();
        return new SnapshotRequest
        {
            WalkHeap = options.WalkHeap && number == 1,
            FindCollections = options.FindCollections && number == 1,
            HeapWalkMilliseconds = (int)options.HeapWalkTimeout.TotalMilliseconds,
            MaximumTextLength = options.MaximumTextLength,
            MaximumGroups = options.MaximumGroups,
            LockOwner = lockOwner,
            MonitorOwner = monitorOwner,
            WriterOwner = writerOwner,
            Declared = options.Declared,
        };
    }

    private static string? RefusePlatform()
    {
        if (!OperatingSystem.IsLinux())
        {
            return $"snapshots need Linux; this is {RuntimeInformation.OSDescription}";
        }

        if (RuntimeKind.IsNative)
        {
            return $"snapshots need CoreCLR; {RuntimeKind.NativeWords}";
        }

        if (!Environment.Is64BitProcess)
        {
            return "snapshots need a 64-bit process";
        }

        return DataAccessLibrary.Path is null
            ? "the runtime's data access library (libmscordaccore.so) is neither beside the runtime nor in the helper's folder"
            : null;
    }
}
