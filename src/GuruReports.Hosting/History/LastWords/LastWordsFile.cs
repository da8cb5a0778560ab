using GuruReports.Inspection.Processes;
using Microsoft.Win32.SafeHandles;

namespace GuruReports.Hosting.History.LastWords;

/// <summary>
/// The file of last words. Each write replaces the older of two places; nothing is flushed to the disk: what the process wrote
/// is kept when the process ends, in whatever way, and may be lost when the machine does.
/// </summary>
internal sealed class LastWordsFile : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string Name = "guru-meditation.last-words";

    private readonly SafeFileHandle _file;
    private readonly byte[] _place = new byte[LastWordsFormat.Place];
    private int _next;

    private LastWordsFile(SafeFileHandle file) => _file = file;

    /// <summary>Returns the folder for the file: what systemd keeps for the service, else what it makes for its time; null without either.</summary>
    public static string? ChooseFolder(string? wanted) => FirstOf(wanted) ?? FirstOf(Environment.GetEnvironmentVariable("STATE_DIRECTORY")) ?? FirstOf(Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY"));

    /// <summary>Reads what the previous process left; null when there is nothing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LastWordsRow? ReadPrevious(string folder)
    {
        var path = Path.Combine(folder, Name);
        return SystemFiles.Real.ReadBytes(path, LastWordsFormat.Places * LastWordsFormat.Place) is { } bytes ? LastWordsFormat.Read(bytes) : null;
    }

    /// <summary>Opens the file, new or over what the previous process left.</summary>
    /// <exception cref="IOException">The file cannot be made, or something else of its name is there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static LastWordsFile Open(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (new FileInfo(path) is { Exists: true, LinkTarget: not null })
        {
            throw new IOException($"{path} is a link");
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.SetLength(LastWordsFormat.Places * LastWordsFormat.Place);
        return new LastWordsFile(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
    }

    /// <summary>Writes a row. Blocks for as long as the file system does.</summary>
    /// <exception cref="IOException">The file system refuses it.</exception>
    public void Write(ReadOnlySpan<byte> identity, long at, bool hasEnded, long? memoryKills, ReadOnlySpan<float> values)
    {
        if (!LastWordsFormat.TryWrite(_place, identity, at, hasEnded, memoryKills, values))
        {
            return;
        }

        RandomAccess.Write(_file, _place, _next * LastWordsFormat.Place);
        _next = (_next + 1) % LastWordsFormat.Places;
    }

    public void Dispose() => _file.Dispose();

    // systemd may name several, with colons between them.
    private static string? FirstOf(string? folders) => folders?.Split(':', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
