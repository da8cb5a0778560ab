using System.Runtime.InteropServices;
using GuruReports.Inspection.Threads;
using GuruReports.Testing;
using Microsoft.Win32.SafeHandles;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Named mutexes of .NET, held by real processes and threads.</summary>
public sealed partial class NamedMutexTests
{
    private const int LockExclusive = 2;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);
    private readonly string _name = $"guru-{Guid.NewGuid():N}";

    [Fact]
    public void Capture_MutexHeldByAnotherProcess_NamesThatProcess()
    {
        using var waiters = new MutexWaiters($@"Global\{_name}");
        using var holder = new MutexHolder($@"Global\{_name}");
        waiters.Start(static mutex => mutex.WaitOne(), static mutex => mutex.WaitOne(TimeSpan.FromHours(1)));

        var (found, capture) = Find(2);

        Assert.Equal(($@"Global\{_name}", holder.Id, "dotnet", false), (found.Name, found.OwnerProcess, found.OwnerName, found.IsOwn));
        Assert.Null(found.OwnerUnknown);
        Assert.Equal(waiters.Ids.Order(), found.Waiters.Order());
        Assert.All(capture.Threads.Where(thread => found.Waiters.Contains(thread.OSThreadId)), thread => Assert.Equal($@"the named mutex Global\{_name}, held by process {holder.Id} (dotnet)", thread.WaitsFor));
    }

    [Fact]
    public void Capture_MutexHeldByThreadOfThisProcess_NamesThatThreadAndProvesIt()
    {
        using var waiters = new MutexWaiters($@"Local\{_name}");
        using var held = new HeldMutex(waiters.Mutex);
        waiters.Start(static mutex => mutex.WaitOne());

        var (found, capture) = Find(1);

        Assert.Equal(($@"Local\{_name}", Environment.ProcessId, true, true), (found.Name, found.OwnerProcess, found.IsOwn, found.IsProven));
        Assert.Equal(found.OwnerThread, capture.Threads.Single(thread => thread.ManagedThreadId == Environment.CurrentManagedThreadId).OSThreadId);
    }

    [RootFact]
    public void Capture_MutexHeldInAnotherContainer_OwnerIsUnknownAndNobodyElseIsNamed()
    {
        using var waiters = new MutexWaiters($@"Global\{_name}");
        using var holder = new MutexHolder($@"Global\{_name}", "mutex", "unshare", "--pid", "--fork", "--kill-child");
        waiters.Start(static mutex => mutex.WaitOne());

        var (found, _) = Find(1);

        Assert.Null(found.OwnerProcess);
        Assert.Contains("the holder is in another container", found.OwnerUnknown, StringComparison.Ordinal);
    }

    // As .NET 10 does it on ARM.
    [Fact]
    public void Capture_FileOfAMutexLockedByAnotherProcess_NamesThatProcess()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), _name, ".dotnet", "lockfiles", "global"));
        var path = Path.Combine(folder.FullName, _name);
        using var holder = new MutexHolder(path, "lock");
        using var own = new SafeFileHandle(OpenFile(path, 0), ownsHandle: true);
        var waiter = new Thread(() => _ = LockFile((int)own.DangerousGetHandle(), LockExclusive)) { IsBackground = true };
        waiter.Start();

        var (found, _) = Find(1);
        holder.Release();
        waiter.Join();
        Directory.Delete(Path.Combine(Path.GetTempPath(), _name), recursive: true);

        Assert.Equal(($@"Global\{_name}", holder.Id, "dotnet", true), (found.Name, found.OwnerProcess, found.OwnerName, found.IsProven));
    }

    [Fact]
    public void Capture_MutexWithoutAName_IsNoneOfTheNamed()
    {
        using var waiters = new MutexWaiters(null);
        using var held = new HeldMutex(waiters.Mutex);
        waiters.Start(static mutex => mutex.WaitOne());

        var capture = Until.Found(() => ProcessInspector.CaptureThreads() is var taken && taken.Threads.Any(thread => waiters.Ids.Contains(thread.OSThreadId) && thread.State is ThreadActivity.WaitingForHandle) ? taken : null, s_limit, () => "the thread does not wait");

        Assert.DoesNotContain(capture.NamedMutexes, found => found.Waiters.Intersect(waiters.Ids).Any());
    }

    // Held by the thread that makes and disposes of it.
    private readonly ref struct HeldMutex
    {
        private readonly Mutex _mutex;

        public HeldMutex(Mutex mutex)
        {
            _mutex = mutex;
            mutex.WaitOne();
        }

        public void Dispose() => _mutex.ReleaseMutex();
    }

    private (NamedMutex Found, ThreadCapture Capture) Find(int waiting)
    {
        var capture = Until.Found(() => ProcessInspector.CaptureThreads() is var taken && Own(taken)?.Waiters.Count == waiting ? taken : null, s_limit, () => $"the threads do not wait for the mutex, but for: {string.Join(", ", ProcessInspector.CaptureThreads().NamedMutexes)}");
        return (Own(capture)!, capture);
    }

    [LibraryImport("libc", EntryPoint = "flock")]
    private static partial int LockFile(int descriptor, int operation);

    // File.Open would try to lock it as well.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    private NamedMutex? Own(ThreadCapture capture) => capture.NamedMutexes.FirstOrDefault(found => found.Name.EndsWith(_name, StringComparison.Ordinal));
}
