using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Finds in a stack the framework call that blocks the thread. Pure; shared by states, groups and findings.</summary>
internal static class BlockingCalls
{
    /// <summary>
    /// Walks from the leaf to the first frame of the service's own code and returns the outermost known blocking call,
    /// which is the one that the service made: <c>Task.Wait</c> rather than the monitor below it.
    /// </summary>
    public static BlockingCall? Find(IReadOnlyList<CapturedFrame> frames)
    {
        BlockingCall? found = null;
        for (var index = 0; index < frames.Count; index++)
        {
            var frame = frames[index];
            if (frame.Owner is not CodeOwner.Framework)
            {
                break;
            }

            if (WaitCall.Find(WaitCalls.Executing, frame.Type, frame.Name) is not null)
            {
                break;
            }

            if (WaitCall.Find(WaitCalls.Idle, frame.Type, frame.Name) is { } idle)
            {
                return new BlockingCall(Activity(idle.Kind), index, idle.Words);
            }

            if ((WaitCall.Find(WaitCalls.OnObjects, frame.Type, frame.Name) ?? WaitCall.Find(WaitCalls.Others, frame.Type, frame.Name)) is { } call)
            {
                found = new BlockingCall(Activity(call.Kind), index, call.Words);
            }
        }

        return found;
    }

    private static ThreadActivity Activity(WaitKind kind) => kind switch
    {
        WaitKind.Monitor => ThreadActivity.WaitingForMonitor,
        WaitKind.MonitorWait => ThreadActivity.WaitingForPulse,
        WaitKind.Lock or WaitKind.ReaderWriterLock => ThreadActivity.WaitingForLock,
        WaitKind.Task => ThreadActivity.WaitingForTask,
        WaitKind.Semaphore => ThreadActivity.WaitingForSemaphore,
        WaitKind.Event or WaitKind.WaitHandle or WaitKind.Callback => ThreadActivity.WaitingForHandle,
        WaitKind.Join => ThreadActivity.Joining,
        WaitKind.Sleep => ThreadActivity.Sleeping,
        WaitKind.Socket => ThreadActivity.InSocketCall,
        WaitKind.File => ThreadActivity.InFileCall,
        WaitKind.Work => ThreadActivity.Idle,
        _ => ThreadActivity.Unknown,
    };
}
