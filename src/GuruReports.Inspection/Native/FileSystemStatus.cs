using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Native;

/// <summary>What a file system has room for (statvfs(3)).</summary>
/// <param name="Total">Its size in bytes.</param>
/// <param name="Available">The bytes that who is not root may still write.</param>
/// <param name="Inodes">How many files it can have; 0 where that is not limited.</param>
/// <param name="InodesAvailable">How many more who is not root may make.</param>
/// <param name="IsReadOnly">Whether nothing can be written.</param>
internal readonly unsafe partial record struct FileSystemStatus(long Total, long Available, long Inodes, long InodesAvailable, bool IsReadOnly)
{
    // struct statvfs of glibc and musl where a long has 64 bits: block size, fragment size, blocks, free, available, inodes, free, available, id, flags.
    private const int Fields = 32;
    private const int FragmentSize = 1, Blocks = 2, BlocksAvailable = 4, Files = 5, FilesAvailable = 7, Flags = 9;
    private const long ReadOnly = 1;

    /// <summary>Asks for that of a path; null with the reason where it is not told. A server that does not answer lets it wait.</summary>
    public static FileSystemStatus? Read(string path, out string? problem)
    {
        problem = null;
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            problem = "free space is read on Linux with 64 bits only";
            return null;
        }

        var fields = stackalloc long[Fields];
        if (StatVfs(path, fields) != 0)
        {
            problem = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            return null;
        }

        return new FileSystemStatus(fields[Blocks] * fields[FragmentSize], fields[BlocksAvailable] * fields[FragmentSize], fields[Files], fields[FilesAvailable], (fields[Flags] & ReadOnly) != 0);
    }

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatVfs(string path, long* status);
}
