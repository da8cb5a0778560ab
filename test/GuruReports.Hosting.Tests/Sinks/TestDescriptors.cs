using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Tests.Sinks;

/// <summary>Descriptors as a service inherits them: without the close-on-exec flag that .NET's own ones have.</summary>
internal static unsafe partial class TestDescriptors
{
    internal const int WriteOnly = 1;
    internal const int ReadWrite = 2;
    internal const int Create = 0x40;
    internal const int CloseOnExec = 0x80000;

    private const int StreamSocket = 1;
    private const int UnixDomain = 1;

    internal static (int Reader, int Writer) Pipe()
    {
        var ends = stackalloc int[2];
        Assert.Equal(0, Pipe(ends));
        return (ends[0], ends[1]);
    }

    internal static (int Left, int Right) Sockets()
    {
        var ends = stackalloc int[2];
        Assert.Equal(0, SocketPair(UnixDomain, StreamSocket, 0, ends));
        return (ends[0], ends[1]);
    }

    internal static string ReadAvailable(int descriptor, int count)
    {
        var buffer = new byte[count];
        fixed (byte* start = buffer)
        {
            return System.Text.Encoding.UTF8.GetString(buffer, 0, (int)Read(descriptor, start, count));
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags, int mode = 0);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial void Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "pipe")]
    private static partial int Pipe(int* ends);

    [LibraryImport("libc", EntryPoint = "socketpair")]
    private static partial int SocketPair(int domain, int type, int protocol, int* ends);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, byte* buffer, nint count);
}
