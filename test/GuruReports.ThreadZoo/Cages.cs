using System.Runtime.CompilerServices;

namespace GuruReports.ThreadZoo;

/// <summary>Methods that block in the ways in which services block.</summary>
internal static partial class Cages
{
    private const MethodImplOptions Plain = MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization;

    [MethodImpl(Plain)]
    public static void EnterMonitor(object gate)
    {
        Keeper.Mark(); Monitor.Enter(gate);
    }

    [MethodImpl(Plain)]
    public static void LockMonitor(object gate)
    {
        Keeper.Mark(); lock (gate)
        {
        }
    }

    [MethodImpl(Plain)]
    public static void TryMonitor(object gate)
    {
        Keeper.Mark(); Monitor.TryEnter(gate, TimeSpan.FromHours(1));
    }

    [MethodImpl(Plain)]
    public static void HoldMonitor(object gate, Action held)
    {
        lock (gate)
        {
            held();
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        }
    }

    [MethodImpl(Plain)]
    public static void HoldLock(Lock gate, Action held)
    {
        lock (gate)
        {
            held();
            Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        }
    }

    [MethodImpl(Plain)]
    public static void EnterLock(Lock gate)
    {
        Keeper.Mark(); gate.Enter();
    }

    [MethodImpl(Plain)]
    public static void ScopeLock(Lock gate)
    {
        Keeper.Mark(); lock (gate)
        {
        }
    }

    [MethodImpl(Plain)]
    public static void TryLock(Lock gate)
    {
        Keeper.Mark(); gate.TryEnter(TimeSpan.FromHours(1));
    }

    [MethodImpl(Plain)]
    public static void WaitPulse(object gate)
    {
        lock (gate)
        {
            Keeper.Mark(); Monitor.Wait(gate);
        }
    }

    [MethodImpl(Plain)]
    public static void WaitSemaphoreSlim(SemaphoreSlim semaphore)
    {
        Keeper.Mark(); semaphore.Wait();
    }

    [MethodImpl(Plain)]
    public static void WaitHandle(WaitHandle handle)
    {
        Keeper.Mark(); handle.WaitOne();
    }

    [MethodImpl(Plain)]
    public static void WaitAny(WaitHandle[] handles)
    {
        Keeper.Mark(); System.Threading.WaitHandle.WaitAny(handles);
    }

    [MethodImpl(Plain)]
    public static void WaitAll(WaitHandle[] handles)
    {
        Keeper.Mark(); System.Threading.WaitHandle.WaitAll(handles);
    }

    [MethodImpl(Plain)]
    public static void WaitEventSlim(ManualResetEventSlim signal)
    {
        Keeper.Mark(); signal.Wait();
    }

    [MethodImpl(Plain)]
    public static void WaitCountdown(CountdownEvent countdown)
    {
        Keeper.Mark(); countdown.Wait();
    }

    [MethodImpl(Plain)]
    public static void WaitBarrier(Barrier barrier)
    {
        Keeper.Mark(); barrier.SignalAndWait();
    }

    [MethodImpl(Plain)]
    public static void Read(ReaderWriterLockSlim gate)
    {
        Keeper.Mark(); gate.EnterReadLock();
    }

    [MethodImpl(Plain)]
    public static void Write(ReaderWriterLockSlim gate)
    {
        Keeper.Mark(); gate.EnterWriteLock();
    }

    [MethodImpl(Plain)]
    public static void TakeItem(System.Collections.Concurrent.BlockingCollection<int> items)
    {
        Keeper.Mark(); items.Take();
    }

    [MethodImpl(Plain)]
    public static void JoinThread(Thread thread)
    {
        Keeper.Mark(); thread.Join();
    }

    [MethodImpl(Plain)]
    public static void SleepLong(int milliseconds)
    {
        Keeper.Mark(); Thread.Sleep(milliseconds);
    }

    [MethodImpl(Plain)]
    public static void Spin(ref long counter)
    {
        Keeper.Mark(); while (true) { counter++; }
    }

    [MethodImpl(Plain)]
    public static void SpinUntil(Func<bool> condition)
    {
        Keeper.Mark(); SpinWait.SpinUntil(condition);
    }

    [MethodImpl(Plain)]
    public static bool Never() => false;
}
