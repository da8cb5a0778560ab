namespace GuruReports.TestService.Faults;

/// <summary>Pool work that uses every processor twice over and does not end.</summary>
internal sealed class PeggedProcessors : Illness
{
    public override void BreakOut()
    {
        using var isFull = new CountdownEvent(Environment.ProcessorCount);
        for (var item = 0; item < Environment.ProcessorCount * 2; item++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Spin(isFull), null);
        }

        isFull.Wait();
    }

    private static void Spin(CountdownEvent isFull)
    {
        if (!isFull.IsSet)
        {
            isFull.Signal();
        }

        while (true)
        {
            Thread.SpinWait(1000);
        }
    }
}
