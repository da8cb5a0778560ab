using System.Runtime.InteropServices;
using System.Text;
using GuruReports.Hosting.Sinks.Native;
using GuruReports.Inspection.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>Writes each report to a file of its own, readable by the service's user only, and removes old ones.</summary>
/// <remarks>
/// The file has another name while it is written, so that nobody ever reads half a report, and its space is taken
/// before the first byte, so that a full disk fails early.
/// </remarks>
internal sealed class FileSink(string? directory, ReportRetention retention) : IReportSink
{
    private const int MostAttempts = 100;
    private const uint NoReplace = 1;
    private const string NoDirectory = "no directory for report files: set GuruMeditation:Directory, or LogsDirectory= in the unit";

    private readonly string? _directory = ReportDirectory.Choose(directory);

    /// <summary>Makes the directory where it is missing, and says why no report could be written there; null when one could.</summary>
    /// <param name="directory">The option.</param>
    public static string? FindProblem(string? directory)
    {
        if (ReportDirectory.Choose(directory) is not { } path)
        {
            return NoDirectory;
        }

        try
        {
            ReportDirectory.Prepare(path);
            return ReportDirectory.FindWriteProblem(path);
        }
        catch (SinkException exception)
        {
            return exception.Message;
        }
    }

    /// <inheritdoc/>
    public string Write(RenderedReport report)
    {
        if (_directory is null)
        {
            throw new SinkException(NoDirectory);
        }

        ReportDirectory.Prepare(_directory);
        var unfinished = Path.Combine(
            _directory,
            ReportFileName.UnfinishedPrefix + ReportFileName.Of(report, attempt: 0) + ReportFileName.UnfinishedSuffix);
        try
        {
            WriteUnfinished(unfinished, report.Text);
            var path = Finish(unfinished, report);
            retention.Apply(_directory, ReportFileName.Prefix(report.ServiceName), Path.GetFileName(path));
            return path;
        }
        catch (Exception exception) when (exception is (IOException and not SinkException) or UnauthorizedAccessException)
        {
            throw new SinkException($"no report file in {_directory}: {exception.Message}", exception);
        }
    }

    private static void WriteUnfinished(string path, string text)
    {
        var options = new FileStreamOptions
        {
            // O_CREAT with O_EXCL: open(2) does not follow a link at the end of the path then.
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            PreallocationSize = Encoding.UTF8.GetByteCount(text),
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        try
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024);
            writer.Write(text);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private string Finish(string unfinished, RenderedReport report)
    {
        try
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var path = Path.Combine(_directory!, ReportFileName.Of(report, attempt));
                if (TryRename(unfinished, path))
                {
                    return path;
                }
            }

            throw new SinkException($"every name for the report is taken in {_directory}");
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // Never over an existing file: whatever it is, it is not ours to destroy.
    private static unsafe bool TryRename(string from, string to)
    {
        if (OperatingSystem.IsLinux())
        {
            fixed (byte* source = Encoding.UTF8.GetBytes(from + "\0"), target = Encoding.UTF8.GetBytes(to + "\0"))
            {
                if (KernelCalls.Rename(LibcAtOnce.CurrentFolder, source, LibcAtOnce.CurrentFolder, target, NoReplace) == 0)
                {
                    return true;
                }
            }

            const int Exists = 17;
            if (Marshal.GetLastPInvokeError() == Exists)
            {
                return false;
            }
        }

        // Another system, or a file system without this flag.
        if (Path.Exists(to))
        {
            return false;
        }

        File.Move(from, to, overwrite: false);
        return true;
    }
}
