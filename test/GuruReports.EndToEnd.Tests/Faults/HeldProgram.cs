using System.Runtime.InteropServices;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>
/// A program whose execution hangs in the kernel, as on a dead network file system: fanotify(7) asks this process for
/// leave, and the answer never comes.
/// </summary>
internal sealed unsafe partial class HeldProgram : IDisposable
{
    private const uint ClassContent = 4;
    private const uint CloseOnExec = 1;
    private const uint AddMark = 1;
    private const ulong ExecPermission = 0x40000;
    private const int CurrentDirectory = -100;

    private readonly int _group;

    public HeldProgram(string path)
    {
        Path = path;
        File.Copy("/bin/true", path);
        _group = Initialize(ClassContent | CloseOnExec, 0);
        Assert.True(_group >= 0 && Mark(_group, AddMark, ExecPermission, CurrentDirectory, path) == 0, "fanotify is not available");
    }

    public string Path { get; }

    // Closing the group lets everyone through.
    public void Dispose() => Close(_group);

    [LibraryImport("libc", EntryPoint = "fanotify_init")]
    private static partial int Initialize(uint flags, uint eventFlags);

    [LibraryImport("libc", EntryPoint = "fanotify_mark", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mark(int group, uint flags, ulong mask, int directory, string path);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial void Close(int descriptor);
}
