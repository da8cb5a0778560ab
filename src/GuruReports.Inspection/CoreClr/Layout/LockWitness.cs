using System.Runtime.CompilerServices;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Takes locks of its own and reads which of this thread's ids they keep: .NET 10 keeps the system's in a Lock, .NET 11 the
/// managed one. An answer is believed only of a thread whose ids differ.
/// </summary>
internal static class LockWitness
{
    private const int MostThreads = 8;
    private const uint HeaderMeansAnother = 0x1800_0000;
    private const uint HeaderOwner = 0xFFFF;

    private static readonly System.Threading.Lock s_once = new();
    private static (LockThreadId Lock, LockThreadId Monitor, LockThreadId Writer)? s_answer;

    /// <summary>Returns what was seen, from the second time on without looking again. Any thread may call; never throws.</summary>
    public static (LockThreadId Lock, LockThreadId Monitor, LockThreadId Writer) Ask()
    {
        lock (s_once)
        {
            return s_answer ??= Look();
        }
    }

    private static (LockThreadId Lock, LockThreadId Monitor, LockThreadId Writer) Look()
    {
        (LockThreadId, LockThreadId, LockThreadId)? answer = null;
        try
        {
            answer = Here();
            for (var count = 0; answer is null && count < MostThreads; count++)
            {
                // In a container both counts begin at 1: on some thread they part.
                LibraryThread.TryStart("guru-check", () => answer = Here())?.Join();
            }
        }
        catch (OutOfMemoryException)
        {
            // No thread or memory to look with: the locks are told without owners.
        }

        return answer ?? default;
    }

    private static (LockThreadId Lock, LockThreadId Monitor, LockThreadId Writer)? Here() =>
        LibcAtOnce.GetThreadId() == Environment.CurrentManagedThreadId ? null : (Meaning(OfLock), Meaning(OfMonitor), Meaning(OfWriter));

    private static LockThreadId Meaning(Func<long> read)
    {
        try
        {
            var id = read();
            return id == Environment.CurrentManagedThreadId ? LockThreadId.Managed
                : id == LibcAtOnce.GetThreadId() ? LockThreadId.System
                : LockThreadId.Unknown;
        }
        catch (Exception error) when (error is MissingFieldException or TypeLoadException or MissingMethodException)
        {
            // A runtime that keeps it elsewhere: what is not seen proves nothing.
            return LockThreadId.Unknown;
        }
    }

    private static long OfLock()
    {
        var held = new System.Threading.Lock();
        lock (held)
        {
            try
            {
                return OwnerOf(held);
            }
            catch (MissingFieldException)
            {
                return UnsignedOwnerOf(held);
            }
        }
    }

    private static unsafe long OfMonitor()
    {
        var held = new StrongBox<byte>();
        lock (held)
        {
            fixed (byte* field = &held.Value)
            {
                // Before the first field lies the type, before that the header.
                return NativeMemory.TryRead((ulong)field - (ulong)sizeof(nint) - sizeof(uint), out uint header) && (header & HeaderMeansAnother) == 0
                    ? header & HeaderOwner
                    : 0;
            }
        }
    }

    private static long OfWriter()
    {
        using var held = new ReaderWriterLockSlim();
        held.EnterWriteLock();
        try
        {
            return WriterOf(held);
        }
        finally
        {
            held.ExitWriteLock();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_owningThreadId")]
    private static extern ref int OwnerOf(System.Threading.Lock held);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_owningThreadId")]
    private static extern ref uint UnsignedOwnerOf(System.Threading.Lock held);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_writeLockOwnerId")]
    private static extern ref int WriterOf(ReaderWriterLockSlim held);
}
