using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>A file system of a few megabytes that is full: of bytes, or, with room enough, of files. Needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Size = 8 << 20;

    public SmallDisk(int? mostFiles = null)
    {
        Path = Directory.CreateTempSubdirectory("small-disk").FullName;
        Run("mount", "-t", "tmpfs", "-o", mostFiles is null ? $"size={Size}" : $"size={Size},nr_inodes={mostFiles}", "tmpfs", Path);
        if (mostFiles is null)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, "access.log"), new byte[Size - (64 << 10)]);
        }
    }

    public string Path { get; }

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        }
    }
}
