using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Tests.Sinks;

/// <summary>The other end of a pseudo terminal.</summary>
internal static partial class Pty
{
    internal static int OpenOtherEnd(int master)
    {
        const int NoTerminalControl = 0x100;
        Assert.Equal(0, Grant(master));
        Assert.Equal(0, Unlock(master));
        var name = Marshal.PtrToStringUTF8(NameOf(master))!;
        return TestDescriptors.Open(name, TestDescriptors.ReadWrite | NoTerminalControl);
    }

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint NameOf(int master);
}
