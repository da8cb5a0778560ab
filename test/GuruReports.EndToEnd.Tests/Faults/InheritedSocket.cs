using System.Runtime.InteropServices;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>One end of a socket pair that child processes inherit; the other end is never read.</summary>
internal sealed unsafe partial class InheritedSocket : IDisposable
{
    private const int UnixDomain = 1;
    private const int StreamSocket = 1;

    private readonly int _unread;

    public InheritedSocket()
    {
        var ends = stackalloc int[2];
        Assert.Equal(0, Pair(UnixDomain, StreamSocket, 0, ends));
        (Descriptor, _unread) = (ends[0], ends[1]);
    }

    public int Descriptor { get; }

    public void Dispose()
    {
        Close(Descriptor);
        Close(_unread);
    }

    [LibraryImport("libc", EntryPoint = "socketpair")]
    private static partial int Pair(int domain, int type, int protocol, int* ends);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial void Close(int descriptor);
}
