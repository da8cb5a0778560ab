using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Processes;

/// <summary>Counts the open descriptors of this process without allocating.</summary>
internal static unsafe class DescriptorCount
{
    private const int BufferSize = 8192;
    private const int StatusSize = 256;
    private const int SizeOffset = 40;
    private const uint SizeWanted = 0x200;

    // "." and "..", and the descriptor that the listing itself takes.
    private const int NotCounted = 3;

    /// <summary>Returns how many are open; null where that cannot be read.</summary>
    public static long? Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        fixed (byte* path = "/proc/self/fd\0"u8)
        {
            return Size(path) ?? List(path);
        }
    }

    // Linux 6.2 and later tell the number as the folder's size.
    private static long? Size(byte* path)
    {
        var status = stackalloc byte[StatusSize];
        return KernelCalls.Status(LibcAtOnce.CurrentFolder, path, 0, SizeWanted, status) == 0 && *(long*)(status + SizeOffset) is > 0 and var size ? size : null;
    }

    private static long? List(byte* path)
    {
        var folder = Libc.open(path, Libc.ORdOnly | Libc.OCloExec, 0);
        if (folder < 0)
        {
            return null;
        }

        var buffer = stackalloc byte[BufferSize];
        var count = 0L;
        nint length;
        while ((length = KernelCalls.GetDirectoryEntries(folder, buffer, BufferSize)) > 0)
        {
            count += Entries(new ReadOnlySpan<byte>(buffer, (int)length));
        }

        _ = Libc.close(folder);
        return length == 0 ? Math.Max(0, count - NotCounted) : null;
    }

    // struct linux_dirent64 (getdents64(2)): the entry's length is 16 bytes in.
    private static int Entries(ReadOnlySpan<byte> entries)
    {
        var count = 0;
        while (entries.Length >= 18 && MemoryMarshal.Read<ushort>(entries[16..]) is > 0 and var length && length <= entries.Length)
        {
            count++;
            entries = entries[length..];
        }

        return count;
    }
}
