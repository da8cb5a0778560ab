namespace GuruReports.TestService.Faults;

/// <summary>A lock that one thread never gives back, and many items of the pool that want it.</summary>
internal sealed class HeldLock(int items) : Illness
{
    private readonly object _gate = new();

    public override void BreakOut()
    {
        using var isHeld = new ManualResetEventSlim();
        new Thread(() => Hold(isHeld)) { IsBackground = true, Name = "holder" }.Start();
        isHeld.Wait();
        for (var item = 0; item < items; item++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Enter(), null);
        }
    }

    private void Hold(ManualResetEventSlim isHeld)
    {
        lock (_gate)
        {
            isHeld.Set();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private void Enter()
    {
        lock (_gate)
        {
        }
    }
}
