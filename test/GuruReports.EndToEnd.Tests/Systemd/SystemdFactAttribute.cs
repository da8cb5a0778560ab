using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Systemd;

/// <summary>A test that needs a systemd of its own; skipped, with the reason, where none can be booted.</summary>
public sealed class SystemdFactAttribute : FactAttribute
{
    private static readonly string? s_whyNot = FindWhyNot();

    public SystemdFactAttribute() => Skip = s_whyNot;

    private static string? FindWhyNot()
    {
        if (!File.Exists("/lib/systemd/systemd"))
        {
            return "systemd is not installed";
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return "booting systemd needs root";
        }

        var probe = Command.Run("unshare", "--mount", "--uts", "--ipc", "--cgroup", "--pid", "--fork", "true");
        return probe.ExitCode == 0 ? null : "namespaces cannot be made: " + probe.Error.Trim();
    }
}
