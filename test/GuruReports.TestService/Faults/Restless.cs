using System.Diagnostics;

namespace GuruReports.TestService.Faults;

/// <summary>A healthy service with a load that is never the same for two seconds: items of the pool that compute, allocate and meet at a lock for a moment.</summary>
internal sealed class Restless(int perSecond) : Illness
{
    private const int Seed = 17;
    private const int Ticks = 20;

    private readonly Lock _gate = new();

    public override void BreakOut() => new Thread(Feed) { IsBackground = true, Name = "feeder" }.Start();

    private void Feed()
    {
        var random = new Random(Seed);
        while (true)
        {
            for (var item = random.Next(2 * perSecond / Ticks); item > 0; item--)
            {
                var length = TimeSpan.FromMilliseconds(random.NextDouble() * 2);
                ThreadPool.UnsafeQueueUserWorkItem(_ => Work(length), null);
            }

            Thread.Sleep(1000 / Ticks);
        }
    }

    private void Work(TimeSpan length)
    {
        GC.KeepAlive(new byte[16 << 10]);
        lock (_gate)
        {
            Thread.SpinWait(100);
        }

        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            Thread.SpinWait(100);
        }
    }
}
