using System.Collections.Concurrent;
using GuruReports.Inspection.Native;
using GuruReports.Testing;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Threads that wait for a mutex until they have it, and release it. Its holder has to let go before they are disposed of.</summary>
internal sealed class MutexWaiters(string? name) : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);
    private readonly ConcurrentBag<int> _ids = [];
    private readonly List<Thread> _threads = [];
    private readonly Mutex _mutex = new(initiallyOwned: false, name);

    public IReadOnlyCollection<int> Ids => _ids;

    public Mutex Mutex => _mutex;

    public void Start(params ReadOnlySpan<Func<Mutex, bool>> ways)
    {
        foreach (var way in ways)
        {
            var thread = new Thread(() => Wait(way)) { IsBackground = true };
            thread.Start();
            _threads.Add(thread);
        }

        Until.True(() => _ids.Count == _threads.Count, s_limit, () => "the threads do not start");
    }

    public void Dispose()
    {
        _threads.ForEach(static thread => thread.Join());
        _mutex.Dispose();
    }

    private void Wait(Func<Mutex, bool> way)
    {
        _ids.Add(LibcAtOnce.GetThreadId());
        try
        {
            if (way(_mutex))
            {
                _mutex.ReleaseMutex();
            }
        }
        catch (AbandonedMutexException)
        {
            _mutex.ReleaseMutex();
        }
    }
}
