using System.Text;
using GuruReports.Hosting.Sinks.Native;

namespace GuruReports.Hosting.Triggers;

/// <summary>A file, or a directory, whose creation or change asks for a report.</summary>
/// <remarks>Polled: it works on every system and file system, and where signals are stuck. Not thread-safe.</remarks>
internal sealed class RequestFile
{
    private const string FileName = "guru-meditation.request";
    private const string RuntimeDirectory = "RUNTIME_DIRECTORY";

    private const int MostLooks = 3;
    private const uint Root = 0;
    private const uint WritableByAll = 2;

    private readonly string _path;
    private readonly byte[] _utf8;
    private readonly Func<string, bool> _isReport;
    private Stamp _last;
    private int _lastReports;

    /// <summary>Initializes a request file; one that exists already asks for nothing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isReport">Tells whether a name is one of a report's file, so that a directory which holds both requests and reports does not ask for ever.</param>
    internal RequestFile(string path, Func<string, bool> isReport)
    {
        _path = Path.GetFullPath(path);
        _utf8 = Encoding.UTF8.GetBytes(_path + '\0');
        _isReport = isReport;
        _last = Read();
        _lastReports = _last.IsDirectory ? CountReports() : 0;
    }

    /// <summary>Gets the whole path.</summary>
    internal string FullPath => _path;

    /// <summary>Says why what is there now does not ask for a report; null when it may, or nothing is there.</summary>
    internal string? Refusal => OperatingSystem.IsLinux() && FileStatus.Of(_utf8, followLink: false, out var error) is var status && error == 0 ? Problem(status) : null;

    /// <summary>Chooses the path from the option and what systemd gives.</summary>
    /// <param name="option">The option, or null.</param>
    /// <returns>The path, or null where there is none.</returns>
    internal static string? Choose(string? option)
    {
        if (!string.IsNullOrWhiteSpace(option))
        {
            return option;
        }

        // systemd.exec(5): several directories are separated by colons.
        var directory = Environment.GetEnvironmentVariable(RuntimeDirectory)?.Split(':')[0];
        return string.IsNullOrEmpty(directory) ? null : Path.Combine(directory, FileName);
    }

    /// <summary>Looks once. Allocates nothing while nothing changes.</summary>
    /// <returns>The reason for a report, or null.</returns>
    internal string? Check()
    {
        var now = Read();
        if (now == _last)
        {
            return null;
        }

        var before = _last;
        _last = now;
        if (!now.Exists)
        {
            return null;
        }

        return now.IsDirectory && IsOwnDoing(before) ? null : "request file " + _path;
    }

    // A report's file comes, is renamed and goes; each changes the directory as a request would.
    private bool IsOwnDoing(Stamp before)
    {
        var reports = CountReports();
        for (var attempt = 0; attempt < MostLooks && Read() is var now && now != _last; attempt++)
        {
            _last = now;
            reports = CountReports();
        }

        var isOwnDoing = before.Exists && reports != _lastReports;
        _lastReports = reports;
        return isOwnDoing;
    }

    private Stamp Read()
    {
        if (OperatingSystem.IsLinux())
        {
            var status = FileStatus.Of(_utf8, followLink: false, out var error);
            return error == 0 && Problem(status) is null
                ? new Stamp(true, status.IsDirectory, status.Node, status.ModifiedSeconds, status.ModifiedNanoseconds)
                : default;
        }

        try
        {
            var isDirectory = Directory.Exists(_path);
            return (isDirectory || File.Exists(_path)) && new FileInfo(_path).LinkTarget is null
                ? new Stamp(true, isDirectory, 0, File.GetLastWriteTimeUtc(_path).Ticks, 0)
                : default;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    // Who may write where a request is looked for may ask. A link could lead anywhere.
    private static string? Problem(FileStatus status)
    {
        if (status.IsLink)
        {
            return "it is a symbolic link";
        }

        if (status.Owner != Root && status.Owner != DescriptorCalls.EffectiveUser())
        {
            return "it belongs to another user";
        }

        return status.IsDirectory && (status.Permissions & WritableByAll) != 0 ? "it is a directory that everybody may write to" : null;
    }

    // Order does not matter, so the sum of the names' hashes is enough to see that reports came or went.
    private int CountReports()
    {
        var sum = 0;
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(_path))
            {
                var name = Path.GetFileName(entry);
                sum += _isReport(name) ? string.GetHashCode(name, StringComparison.Ordinal) | 1 : 0;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A directory that cannot be read holds no report of ours.
        }

        return sum;
    }

    private readonly record struct Stamp(bool Exists, bool IsDirectory, ulong Node, long Modified, uint Fraction);
}
