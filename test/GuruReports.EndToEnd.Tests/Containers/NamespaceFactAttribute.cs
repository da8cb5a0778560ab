using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Containers;

/// <summary>A test that makes namespaces; skipped, with the reason, where that is not allowed.</summary>
public sealed class NamespaceFactAttribute : FactAttribute
{
    private static readonly string? s_whyNot = FindWhyNot();

    public NamespaceFactAttribute() => Skip = s_whyNot;

    private static string? FindWhyNot()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return "making namespaces needs root";
        }

        var probe = Command.Run("unshare", "--mount", "--pid", "--fork", "--mount-proc", "bash", "-c", "mount --make-rprivate / && mount -o remount,bind,ro / && setpriv --reuid 1654 --clear-groups true");
        return probe.ExitCode == 0 ? null : "namespaces cannot be made: " + probe.Error.Trim();
    }
}
