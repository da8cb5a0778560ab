using System.Buffers.Text;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>
/// The folder of this process's threads, held open while a capture is made, with descriptors in reserve for that time: a process that
/// has used up its descriptors could open nothing in /proc, nor start a thread, for which the runtime needs a pipe.
/// Not safe for two threads at once.
/// </summary>
internal sealed unsafe class TaskFolder
{
    private const int EntryLength = 16;
    private const int EntryName = 19;

    // The folder, two for the capture's thread, two for the runtime's sampling thread, one for a file at a time, one for luck.
    private const int ReserveSize = 7;

    private readonly byte[] _entries = new byte[32 * 1024];
    private readonly DescriptorReserve _reserve = new(ReserveSize);
    private int _folder = -1;

    /// <summary>Gets whether something could not be read since the last <see cref="Release"/> because no descriptor was left.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Closes the folder and keeps a reserve, as far as that is possible. Called after each capture.</summary>
    public void Hold()
    {
        if (_folder >= 0)
        {
            _ = LibcAtOnce.CloseAtOnce(_folder);
            _folder = -1;
        }

        _reserve.Hold();
    }

    /// <summary>Takes the reserve where descriptors have become few. Any thread.</summary>
    public void Look() => _reserve.Look();

    /// <summary>Gives up the reserve, for a capture to use.</summary>
    public void Release()
    {
        RanOut = false;
        _reserve.Release();
    }

    /// <summary>Adds the ids of all threads, ascending. False when the folder cannot be read.</summary>
    public bool TryList(List<int> ids)
    {
        HoldFolder();
        if (_folder < 0 || LibcAtOnce.Seek(_folder, 0, LibcAtOnce.SeekSet) != 0)
        {
            return false;
        }

        fixed (byte* buffer = _entries)
        {
            nint length;
            while ((length = KernelCalls.GetDirectoryEntries(_folder, buffer, (nuint)_entries.Length)) > 0)
            {
                AddIds(_entries.AsSpan(0, (int)length), ids);
            }

            ids.Sort();
            return length == 0;
        }
    }

    /// <summary>Opens a file below the folder, "123/stat"; negative when it is gone or refused, or no descriptor is left.</summary>
    public int Open(byte* path)
    {
        HoldFolder();
        var descriptor = LibcAtOnce.OpenAt(_folder, path, LibcAtOnce.O_RDONLY | LibcAtOnce.O_CLOEXEC);
        RanOut |= descriptor < 0 && IsUsedUp();
        return descriptor;
    }

    // A thread that has ended cannot be opened either.
    private static bool IsUsedUp()
    {
        fixed (byte* own = "/proc/self/stat\0"u8)
        {
            var descriptor = LibcAtOnce.OpenAt(LibcAtOnce.CurrentFolder, own, LibcAtOnce.O_RDONLY | LibcAtOnce.O_CLOEXEC);
            return descriptor < 0 || LibcAtOnce.CloseAtOnce(descriptor) != 0;
        }
    }

    private void HoldFolder()
    {
        if (_folder < 0)
        {
            fixed (byte* path = "/proc/self/task\0"u8)
            {
                _folder = LibcAtOnce.OpenAt(LibcAtOnce.CurrentFolder, path, LibcAtOnce.O_RDONLY | LibcAtOnce.O_CLOEXEC);
            }
        }
    }

    // struct linux_dirent64 (getdents64(2)): the entry's length is 16 bytes in, its name 19.
    private static void AddIds(ReadOnlySpan<byte> entries, List<int> ids)
    {
        while (entries.Length > EntryName)
        {
            var length = MemoryMarshal.Read<ushort>(entries[EntryLength..]);
            if (length <= EntryName || length > entries.Length)
            {
                return;
            }

            if (Utf8Parser.TryParse(entries[EntryName..length], out int id, out _))
            {
                ids.Add(id);
            }

            entries = entries[length..];
        }
    }
}
