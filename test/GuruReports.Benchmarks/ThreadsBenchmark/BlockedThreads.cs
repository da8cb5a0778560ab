using System.Runtime.CompilerServices;

namespace GuruReports.Benchmarks.ThreadsBenchmark;

/// <summary>Keeps a number of threads blocked some ten frames deep, as those of a service are.</summary>
internal sealed class BlockedThreads : IDisposable
{
    private const int StackSize = 256 * 1024;

    private readonly ManualResetEventSlim _release = new();
    private readonly List<Thread> _threads = [];

    public BlockedThreads(int count)
    {
        using var started = new CountdownEvent(count);
        for (var index = 0; index < count; index++)
        {
            var depth = index % 8;
            var thread = new Thread(() => Call(depth, started), StackSize) { IsBackground = true, Name = $"stack-worker-{index}" };
            thread.Start();
            _threads.Add(thread);
        }

        started.Wait();
    }

    public void Dispose()
    {
        _release.Set();
        _threads.ForEach(thread => thread.Join());
        _release.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private void Call(int depth, CountdownEvent started)
    {
        if (depth > 0)
        {
            Call(depth - 1, started);
            return;
        }

        started.Signal();
        _release.Wait();
    }
}
