using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Snapshot.Budget;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Image;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Protocol;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Inspection.Snapshot;

/// <summary>One helper and one image: start, wait until the helper is ready, clone, hand over, receive. Owned by one thread.</summary>
internal sealed class SnapshotAttempt(
    HelperCommand command, SnapshotRequest request, SnapshotBudget budget, ProcessorShortage? shortage, CancellationDescriptor cancellation, SnapshotCaptureOptions options) : IDisposable
{
    // A runtime starts in 50 to 150 ms on an idle machine; a sick service is often not alone on its cores.
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(5);

    private const int CheckMilliseconds = 200;

    private readonly List<StageTiming> _stages = [];
    private HelperProcess? _helper;
    private ProcessImage? _image;
    private string _stage = "starting";
    private long _stageStarted = Stopwatch.GetTimestamp();

    public IReadOnlyList<StageTiming> Stages => _stages;

    public TimeSpan Paused => _image?.Paused ?? TimeSpan.Zero;

    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>Runs the attempt until the deadline, a <see cref="Stopwatch"/> time stamp.</summary>
    public AttemptOutcome Run(long deadline)
    {
        _helper = HelperProcess.TryStart(command, out var error);
        if (_helper is null)
        {
            return AttemptOutcome.Refused($"the helper could not be started: {Libc.Describe(error)}{SystemLimits.Explain(error)}") with { CannotRun = error is Libc.EACCES or Libc.ENOENT or Libc.ENOEXEC };
        }

        Rehearsal.HandOver();
        var lastCheck = 0L;
        var channel = new HelperChannel(_helper.Socket, _helper.Diagnostics, cancellation.Descriptor) { Guard = () => FindShortage(ref lastCheck) };
        var startDeadline = Math.Min(deadline, Stopwatch.GetTimestamp() + (long)(s_startLimit.TotalSeconds * Stopwatch.Frequency));
        var status = channel.Receive(startDeadline, out var kind, out var payload);
        payload?.Dispose();
        if (status != ReceiveStatus.Frame || kind != FrameKind.Ready)
        {
            return Explain(status, channel) with { CannotRun = status == ReceiveStatus.Closed };
        }

        EndStage("waiting");
        options.BeforeImage?.Invoke(TimeSpan.FromSeconds(Math.Max(0, (double)(deadline - Stopwatch.GetTimestamp()) / Stopwatch.Frequency / 2)));
        EndStage("image");
        if (HandOver(channel, deadline) is { } refused)
        {
            return refused;
        }

        EndStage("reading");
        return ReceiveResult(channel, deadline);
    }

    /// <summary>Kills and reaps both processes.</summary>
    public void Dispose()
    {
        // Both are killed before either is waited for: tearing down an image takes 0.1 s a GB.
        _image?.Kill();
        _helper?.Dispose();
        _image?.Dispose();
    }

    private AttemptOutcome? HandOver(HelperChannel channel, long deadline)
    {
        using var dumpable = DumpableScope.Enter(options.AllowNotDumpable);
        var left = TimeSpan.FromSeconds((double)(deadline - Stopwatch.GetTimestamp()) / Stopwatch.Frequency);
        _image = ProcessImage.TryTake(left + TimeSpan.FromSeconds(1), out var error);
        if (_image is null)
        {
            return AttemptOutcome.Refused($"the process could not be cloned: {Libc.Describe(error)}{SystemLimits.Explain(error)}");
        }

        _image.OfferToMemoryKiller();
        TakenAt = DateTimeOffset.UtcNow;
        using var descriptors = ImageDescriptors.Open(_image.Id);
        if (descriptors.Error != 0)
        {
            return AttemptOutcome.Refused($"the memory of the image could not be opened: {Libc.Describe(descriptors.Error)}");
        }

        var handover = new ImageHandover
        {
            ServiceId = Environment.ProcessId,
            ParentId = _helper!.ParentId,
            ImageId = _image.Id,
            HasProcessDescriptor = descriptors.HasProcess,
            Executable = Environment.ProcessPath ?? "",
            DataAccessPath = DataAccessLibrary.Path ?? "",
            MarkAddress = _image.MarkAddress,
            MarkValue = _image.MarkValue,
            Owners = AssemblyOwners.Current.Table,
            Request = request with { TickCount = _image.TickCount, UtcTicks = _image.UtcTicks, DeadlineMilliseconds = (int)Math.Max(left.TotalMilliseconds * 0.95, 100) },
        };
        var sent = channel.TrySend(FrameKind.Image, JsonSerializer.SerializeToUtf8Bytes(handover, ProtocolJsonContext.Default.ImageHandover), descriptors.All);
        return sent ? null : AttemptOutcome.Failed("the helper did not take the image");
    }

    private AttemptOutcome ReceiveResult(HelperChannel channel, long deadline)
    {
        while (true)
        {
            var status = channel.Receive(deadline, out var kind, out var payload);
            using (payload)
            {
                switch (status, kind)
                {
                    case (ReceiveStatus.Frame, FrameKind.Stage):
                        Enter(Encoding.UTF8.GetString(payload!.Span));
                        continue;
                    case (ReceiveStatus.Frame, FrameKind.Result):
                        // At once: while the image lives, the service pays for each page that it writes for the first time.
                        _image?.Kill();
                        EndStage("result");
                        budget.Learn(Paused);
                        return Deserialize(payload!.Span);
                    case (ReceiveStatus.Frame, FrameKind.Failure):
                        return AttemptOutcome.Failed($"the helper could not read the image: {Encoding.UTF8.GetString(payload!.Span)}");
                    default:
                        return Explain(status, channel);
                }
            }
        }
    }

    private void Enter(string stage)
    {
        EndStage(stage);
        if (stage == SnapshotStages.Copied)
        {
            // Not earlier: it loads types, and what the helper copies of the runtime's tables is not frozen.
            Rehearsal.Receive();
        }
    }

    private AttemptOutcome Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            var result = ResultReader.Read(json);
            EndStage("done");
            return result is null ? AttemptOutcome.Failed("the helper sent an empty result") : AttemptOutcome.Read(result with { Calls = result.Calls is { } calls ? CallAges.Add(calls) : null });
        }
        catch (JsonException exception)
        {
            return AttemptOutcome.Failed($"the helper's result could not be read: {exception.Message}");
        }
    }

    private AttemptOutcome Explain(ReceiveStatus status, HelperChannel channel)
    {
        var printed = channel.Printed.Length == 0 ? "" : $"; it printed: {channel.Printed}";
        return status switch
        {
            ReceiveStatus.Cancelled => AttemptOutcome.Refused("cancelled"),
            ReceiveStatus.Stopped => AttemptOutcome.Refused(channel.StopReason!),
            ReceiveStatus.TimedOut => AttemptOutcome.Failed($"the helper did not answer in time (stage: {_stage}) and was killed{printed}"),
            ReceiveStatus.Closed => AttemptOutcome.Failed($"the helper ended without a result (stage: {_stage}){printed}"),
            _ => AttemptOutcome.Failed($"the helper sent something that is no answer (stage: {_stage}){printed}"),
        };
    }

    private string? FindShortage(ref long lastCheck)
    {
        if (Environment.TickCount64 - lastCheck < CheckMilliseconds)
        {
            return null;
        }

        lastCheck = Environment.TickCount64;
        return _image is not null && budget.IsRunningOut()
            ? "memory became short while the image was read, so it was given back at once"
            : shortage?.GiveUp(_helper!.Id);
    }

    private void EndStage(string next)
    {
        var now = Stopwatch.GetTimestamp();
        _stages.Add(new StageTiming { Stage = _stage, Milliseconds = Stopwatch.GetElapsedTime(_stageStarted, now).TotalMilliseconds });
        (_stage, _stageStarted) = (next, now);
    }
}
