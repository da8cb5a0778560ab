using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using GuruReports.Hosting.Sinks.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>The directory of report files: chosen, made when missing, and refused where others could tamper with it.</summary>
internal static class ReportDirectory
{
    private const uint WritableByOthers = 0x12;
    private const uint Sticky = 0x200;
    private const uint Root = 0;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Chooses the directory.</summary>
    /// <returns>The whole path, or null where neither the option nor systemd names one.</returns>
    internal static string? Choose(string? option)
    {
        if (!string.IsNullOrWhiteSpace(option))
        {
            return Path.GetFullPath(option);
        }

        return FromSystemd("LOGS_DIRECTORY") ?? FromSystemd("STATE_DIRECTORY");
    }

    /// <summary>Makes the directory where it is missing, and checks it.</summary>
    /// <exception cref="SinkException">The directory cannot be made or must not be used.</exception>
    internal static void Prepare(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
                return;
            }

            Check(path);
        }
        catch (Exception exception) when (exception is (IOException and not SinkException) or UnauthorizedAccessException)
        {
            throw new SinkException($"the directory {path} cannot be made: {exception.Message}", exception);
        }
    }

    /// <summary>Says why nothing could be written to a directory that is there; null when something could, or it is not known. Changes nothing: a file that is made and removed would look like a request.</summary>
    internal static unsafe string? FindWriteProblem(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            return DescriptorCalls.Access(name, DescriptorCalls.MayWriteAndEnter) == 0
                ? null
                : $"the directory {path} cannot be written to: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}";
        }
    }

    // systemd.exec(5): several directories are separated by colons; the first is the service's own.
    private static string? FromSystemd(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable)?.Split(':')[0];
        return string.IsNullOrEmpty(value) ? null : value;
    }

    [UnsupportedOSPlatform("windows")]
    private static void Check(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            Directory.CreateDirectory(path, OwnerOnly);
            return;
        }

        var name = Encoding.UTF8.GetBytes(path.TrimEnd('/') + '\0');
        var status = FileStatus.Of(name, followLink: false, out var error);
        if (error != 0)
        {
            Directory.CreateDirectory(path, OwnerOnly);
            status = FileStatus.Of(name, followLink: false, out error);
        }

        if (status.IsLink && IsSystemdsOwnLink(path, status))
        {
            status = FileStatus.Of(name, followLink: true, out error);
        }

        if (error != 0)
        {
            throw new SinkException($"the directory {path} cannot be looked at: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        if (Problem(status) is { } problem)
        {
            throw new SinkException($"the directory {path} is refused: {problem}");
        }
    }

    // DynamicUser= makes /var/log/x a link to /var/log/private/x; no other link is followed.
    private static bool IsSystemdsOwnLink(string path, FileStatus link) =>
        link.Owner == Root && (path == FromSystemd("LOGS_DIRECTORY") || path == FromSystemd("STATE_DIRECTORY"));

    private static string? Problem(FileStatus status)
    {
        if (status.IsLink)
        {
            return "it is a symbolic link";
        }

        if (!status.IsDirectory)
        {
            return "it is not a directory";
        }

        if (status.Owner != Root && status.Owner != DescriptorCalls.EffectiveUser())
        {
            return string.Create(CultureInfo.InvariantCulture, $"it belongs to another user (uid {status.Owner})");
        }

        var isOpen = (status.Permissions & WritableByOthers) != 0 && (status.Permissions & Sticky) == 0;
        return isOpen
            ? $"others may write to it (mode {Convert.ToString(status.Permissions, 8)}) and it has no sticky bit"
            : null;
    }
}
