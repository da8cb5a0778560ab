using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Linux;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Capturing;

/// <summary>Says what a thread is doing, from its frames first and from the kernel where they do not tell.</summary>
internal sealed class ThreadStates
{
    private readonly SystemCallReader _calls;

    public ThreadStates(SystemCallReader calls) => _calls = calls;

    /// <summary>Classifies one thread.</summary>
    /// <param name="thread">The kernel's view.</param>
    /// <param name="role">The thread's role.</param>
    /// <param name="frames">The frames, leaf first; empty when there are none.</param>
    /// <param name="ranManagedCode">Whether the thread ran managed code when it was stopped; null when it is not known.</param>
    /// <returns>The state, the state in words, and what other processes may hold and the thread waits for.</returns>
    public (ThreadActivity State, string? Detail, SharedWait? Shared) Classify(OSThread thread, ThreadRole role, IReadOnlyList<CapturedFrame> frames, bool? ranManagedCode)
    {
        var blocking = BlockingCalls.Find(frames);
        if (ranManagedCode == true)
        {
            return (ThreadActivity.Running, blocking is { Activity: not ThreadActivity.Idle } spin ? $"running ({spin.Detail})" : "running", null);
        }

        if (blocking is { } call)
        {
            return call.Activity is ThreadActivity.InSocketCall or ThreadActivity.InFileCall ? Narrow(thread, call)
                : frames[call.FrameIndex].Type == FrameworkNames.WaitHandle ? (call.Activity, call.Detail, _calls.Read(thread.Id)?.Shared)
                : (call.Activity, call.Detail, null);
        }

        return FromKernel(thread, role, frames.Count > 0);
    }

    // The frames say that it is a socket or a file; the kernel says which call and which descriptor.
    private (ThreadActivity State, string? Detail, SharedWait? Shared) Narrow(OSThread thread, BlockingCall call)
    {
        var inside = _calls.Read(thread.Id);
        return inside is { Descriptor: not null } known ? (call.Activity, _calls.Describe(known), null) : (call.Activity, call.Detail, null);
    }

    private (ThreadActivity State, string? Detail, SharedWait? Shared) FromKernel(OSThread thread, ThreadRole role, bool hasFrames)
    {
        if (thread.State == 'R')
        {
            return (ThreadActivity.Running, hasFrames ? "running native code" : "running", null);
        }

        if (!hasFrames && ThreadRoles.WaitsForWork(role) && thread.State == 'S')
        {
            return (ThreadActivity.Idle, "waiting for work", null);
        }

        if (thread.State is 'T' or 't')
        {
            return (ThreadActivity.Unknown, "stopped", null);
        }

        if (_calls.Read(thread.Id) is not { } call)
        {
            return (ThreadActivity.Unknown, thread.State == 'D' ? "in an uninterruptible wait" : null, null);
        }

        var activity = call.Activity is ThreadActivity.InFileCall && call.Descriptor is { } descriptor && _calls.IsSocket(descriptor)
            ? ThreadActivity.InSocketCall
            : call.Activity;
        return (activity, _calls.Describe(call), call.Shared);
    }
}
