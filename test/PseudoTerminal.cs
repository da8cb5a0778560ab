using System.Runtime.InteropServices;

namespace GuruReports.Testing;

/// <summary>A terminal whose other end nobody reads. Compiled into the test projects that name it.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    /// <summary>The flag with which opening the terminal does not make it the process's own (O_NOCTTY).</summary>
    public const int NoTerminalControl = 0x100;

    private const int ReadWrite = 2;

    private readonly int _master;

    public PseudoTerminal()
    {
        _master = Open("/dev/ptmx", ReadWrite | NoTerminalControl);
        Assert.True(_master >= 0 && Grant(_master) == 0 && Unlock(_master) == 0);
        Path = Marshal.PtrToStringUTF8(NameOf(_master))!;
    }

    /// <summary>Gets the name of the end that a program has as its terminal.</summary>
    public string Path { get; }

    /// <summary>Gives it a size, as the window of a terminal does.</summary>
    public unsafe void Resize(ushort columns)
    {
        var size = stackalloc ushort[] { 50, columns, 0, 0 };
        Assert.Equal(0, SetWindowSize(_master, 0x5414, size));
    }

    public void Dispose() => Close(_master);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial void Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static unsafe partial int SetWindowSize(int descriptor, nuint request, ushort* size);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint NameOf(int master);
}
