using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Sinks.Native;

/// <summary>What statx(2) tells about a file. Linux only.</summary>
internal readonly record struct FileStatus(uint Mode, uint Owner, uint Group, ulong Node, ulong Size, uint DeviceMajor, uint DeviceMinor, long ModifiedSeconds, uint ModifiedNanoseconds)
{
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7ff;
    private const int BufferSize = 256;

    private const uint TypeMask = 0xF000;

    /// <summary>Gets whether this is a directory.</summary>
    internal bool IsDirectory => (Mode & TypeMask) == 0x4000;

    /// <summary>Gets whether this is a symbolic link.</summary>
    internal bool IsLink => (Mode & TypeMask) == 0xA000;

    /// <summary>Gets whether this is a regular file.</summary>
    internal bool IsRegular => (Mode & TypeMask) == 0x8000;

    /// <summary>Gets whether this is a pipe.</summary>
    internal bool IsPipe => (Mode & TypeMask) == 0x1000;

    /// <summary>Gets whether this is a character device, as a terminal is.</summary>
    internal bool IsCharacterDevice => (Mode & TypeMask) == 0x2000;

    /// <summary>Gets whether this is a socket.</summary>
    internal bool IsSocket => (Mode & TypeMask) == 0xC000;

    /// <summary>Gets the permission bits, the sticky bit included.</summary>
    internal uint Permissions => Mode & 0xFFF;

    /// <summary>Gets the device as <c>st_dev</c> has it, which <c>$JOURNAL_STREAM</c> uses (makedev(3)).</summary>
    internal ulong Device =>
        ((ulong)(DeviceMajor & 0xFFFFF000) << 32) | ((ulong)(DeviceMajor & 0xFFF) << 8)
        | ((ulong)(DeviceMinor & 0xFFFFFF00) << 12) | (DeviceMinor & 0xFF);

    /// <summary>Reads the status of an open descriptor.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="error">The error number, or 0.</param>
    /// <returns>The status; all zero on error.</returns>
    internal static FileStatus Of(int descriptor, out int error) => Read(descriptor, [0], EmptyPath, out error);

    /// <summary>Reads the status of a path.</summary>
    /// <param name="path">The path in UTF-8, ended by a zero byte.</param>
    /// <param name="followLink">Whether a link at the end of the path is followed.</param>
    /// <param name="error">The error number, or 0.</param>
    /// <returns>The status; all zero on error.</returns>
    internal static FileStatus Of(ReadOnlySpan<byte> path, bool followLink, out int error) =>
        Read(LibcAtOnce.CurrentFolder, path, followLink ? 0 : NoFollow, out error);

    private static unsafe FileStatus Read(int directory, ReadOnlySpan<byte> path, int flags, out int error)
    {
        var buffer = stackalloc byte[BufferSize];
        fixed (byte* name = path)
        {
            if (KernelCalls.Status(directory, name, flags, BasicStats, buffer) != 0)
            {
                error = Marshal.GetLastPInvokeError();
                return default;
            }
        }

        // statx(2): struct statx has the same layout on every architecture.
        error = 0;
        return new FileStatus(
            Mode: *(ushort*)(buffer + 28),
            Owner: *(uint*)(buffer + 20),
            Group: *(uint*)(buffer + 24),
            Node: *(ulong*)(buffer + 32),
            Size: *(ulong*)(buffer + 40),
            DeviceMajor: *(uint*)(buffer + 136),
            DeviceMinor: *(uint*)(buffer + 140),
            ModifiedSeconds: *(long*)(buffer + 112),
            ModifiedNanoseconds: *(uint*)(buffer + 120));
    }
}
