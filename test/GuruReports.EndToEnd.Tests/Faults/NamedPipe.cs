using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A pipe with a name.</summary>
internal sealed class NamedPipe : IDisposable
{
    private FileStream? _end;

    private NamedPipe(string path) => Path = path;

    public string Path { get; }

    public static NamedPipe Create()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"guru-{Guid.NewGuid():N}");
        using var maker = Process.Start("mkfifo", ["-m", "600", path])!;
        maker.WaitForExit();
        Assert.Equal(0, maker.ExitCode);
        return new NamedPipe(path);
    }

    /// <summary>Holds the pipe open and never reads, with no room left in it.</summary>
    public void Open()
    {
        // Both ends at once: opening a pipe for one end waits for the other (fifo(7)).
        _end = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        const int Capacity = 65536;
        _end.Write(new byte[Capacity]);
    }

    public void Dispose()
    {
        _end?.Dispose();
        File.Delete(Path);
    }
}
