namespace GuruReports.TestService.Faults;

/// <summary>One thread that collects a millisecond after each collection, and one that gives it much to do.</summary>
internal sealed class CollectionStorm : Illness
{
    private byte[][] _live = [];

    public override void BreakOut()
    {
        new Thread(Collect) { IsBackground = true, Name = "collector" }.Start();
        new Thread(Allocate) { IsBackground = true, Name = "allocator" }.Start();
    }

    private static void Collect()
    {
        // The pause is what keeps this a service: without any, nothing but the collector runs.
        while (true)
        {
            GC.Collect();
            Thread.Sleep(1);
        }
    }

    private void Allocate()
    {
        while (true)
        {
            var live = new byte[20_000][];
            for (var index = 0; index < live.Length; index++)
            {
                live[index] = new byte[500];
            }

            _live = live;
        }
    }
}
