using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Reads managed <see cref="Thread"/> objects of other threads as raw memory, so that a thread that ends or a collection
/// that moves the object cannot harm: what does not check out is left unknown.
/// </summary>
internal sealed class ThreadObjectLayout
{
    private const int NameLimit = 4096;

    private readonly int _name;
    private readonly int _id;
    private readonly int _pool;
    private readonly ulong _threadType = (ulong)typeof(Thread).TypeHandle.Value;
    private readonly ulong _stringType = (ulong)typeof(string).TypeHandle.Value;

    private ThreadObjectLayout(int name, int id, int pool)
    {
        _name = name;
        _id = id;
        _pool = pool;
    }

    /// <summary>Finds the fields' offsets on the current thread's own object.</summary>
    /// <exception cref="ShapeException">A field is missing or holds another value.</exception>
    public static ThreadObjectLayout Measure()
    {
        var thread = Thread.CurrentThread;
        try
        {
            if (IdOf(thread) != thread.ManagedThreadId || NameOf(thread) != thread.Name || PoolOf(thread) != thread.IsThreadPoolThread)
            {
                throw new ShapeException("the fields of Thread hold other values than expected");
            }

            return new ThreadObjectLayout(
                OffsetOf(thread, ref Unsafe.As<string?, byte>(ref NameOf(thread))),
                OffsetOf(thread, ref Unsafe.As<int, byte>(ref IdOf(thread))),
                OffsetOf(thread, ref Unsafe.As<bool, byte>(ref PoolOf(thread))));
        }
        catch (MissingFieldException error)
        {
            throw new ShapeException($"Thread has other fields: {error.Message}");
        }
    }

    /// <summary>Reads a thread object through its handle. False when it is not, or no longer, the object of that thread.</summary>
    public bool TryRead(ulong handle, int managedId, out string? name, out bool isThreadPool)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var address = NativeMemory.ReadPointer(handle);
            if (address == 0)
            {
                break;
            }

            // The object stayed where it was only if the handle still says so afterwards.
            if (TryReadAt(address, managedId, out name, out isThreadPool) && NativeMemory.ReadPointer(handle) == address)
            {
                return true;
            }
        }

        name = null;
        isThreadPool = false;
        return false;
    }

    private bool TryReadAt(ulong address, int managedId, out string? name, out bool isThreadPool)
    {
        name = null;
        isThreadPool = false;
        Span<byte> raw = stackalloc byte[128];
        var size = Math.Max(_name + 8, Math.Max(_id + 4, _pool + 1));
        if (size > raw.Length
            || !NativeMemory.TryRead(address, raw[..size])
            || (MemoryMarshal.Read<ulong>(raw) & ~7UL) != _threadType
            || MemoryMarshal.Read<int>(raw[_id..]) != managedId)
        {
            return false;
        }

        isThreadPool = raw[_pool] != 0;
        var text = MemoryMarshal.Read<ulong>(raw[_name..]);
        return text == 0 || TryReadString(text, out name);
    }

    private bool TryReadString(ulong address, out string? text)
    {
        text = null;
        Span<byte> header = stackalloc byte[12];
        if (!NativeMemory.TryRead(address, header) || (MemoryMarshal.Read<ulong>(header) & ~7UL) != _stringType)
        {
            return false;
        }

        var length = MemoryMarshal.Read<int>(header[8..]);
        if (length is < 0 or > NameLimit)
        {
            return false;
        }

        var chars = new char[length];
        if (!NativeMemory.TryRead(address + 12, MemoryMarshal.AsBytes(chars.AsSpan())))
        {
            return false;
        }

        text = new string(chars);
        return true;
    }

    // Both references move together if a collection runs in between; the method table pointer comes before the fields.
    private static int OffsetOf(Thread thread, ref byte field) =>
        (int)Unsafe.ByteOffset(ref Unsafe.As<StrongBox<byte>>(thread).Value, ref field) + IntPtr.Size;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_name")]
    private static extern ref string? NameOf(Thread thread);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_managedThreadId")]
    private static extern ref int IdOf(Thread thread);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isThreadPool")]
    private static extern ref bool PoolOf(Thread thread);
}
