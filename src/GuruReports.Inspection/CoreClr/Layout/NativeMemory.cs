using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Reads this process's memory through process_vm_readv(2): an address that is no longer mapped gives false instead of
/// the end of the process.
/// </summary>
internal static unsafe class NativeMemory
{
    private static readonly int OwnProcess = Environment.ProcessId;

    /// <summary>Reads the whole span, or nothing.</summary>
    public static bool TryRead(ulong address, Span<byte> destination)
    {
        fixed (byte* buffer = destination)
        {
            var local = new IoVector { Start = buffer, Length = (nuint)destination.Length };
            var remote = new IoVector { Start = (void*)address, Length = (nuint)destination.Length };
            return LibcAtOnce.ProcessVmReadV(OwnProcess, &local, 1, &remote, 1, 0) == destination.Length;
        }
    }

    /// <summary>Reads one value.</summary>
    public static bool TryRead<T>(ulong address, out T value)
        where T : unmanaged
    {
        Unsafe.SkipInit(out value);
        return TryRead(address, MemoryMarshal.AsBytes(new Span<T>(ref value)));
    }

    /// <summary>Reads one pointer; 0 when it cannot be read.</summary>
    public static ulong ReadPointer(ulong address) => TryRead(address, out ulong value) ? value : 0;

    /// <summary>Reads a zero-terminated UTF-8 string of at most <paramref name="limit"/> bytes; null when it cannot be read.</summary>
    public static string? ReadString(ulong address, int limit)
    {
        Span<byte> buffer = stackalloc byte[64];
        var bytes = new List<byte>();
        while (bytes.Count < limit)
        {
            // Chunks end at 64-byte boundaries, so that no read crosses into a page that the string does not reach.
            var chunk = buffer[..(64 - (int)((address + (ulong)bytes.Count) & 63))];
            if (!TryRead(address + (ulong)bytes.Count, chunk))
            {
                return null;
            }

            var end = chunk.IndexOf((byte)0);
            bytes.AddRange(end < 0 ? chunk : chunk[..end]);
            if (end >= 0)
            {
                break;
            }
        }

        return System.Text.Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }
}
