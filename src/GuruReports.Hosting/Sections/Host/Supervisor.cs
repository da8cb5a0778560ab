namespace GuruReports.Hosting.Sections.Host;

/// <summary>Finds out what runs the process as a service, by what it leaves in the environment.</summary>
internal static class Supervisor
{
    /// <summary>Returns its name; null when nothing shows that there is one.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    internal static string? Find(Func<string, string?> variable, Func<string, bool> exists)
    {
        if (variable("KUBERNETES_SERVICE_HOST") is { Length: > 0 })
        {
            return "Kubernetes";
        }

        // A shell of a systemd unit has INVOCATION_ID too, but then its parent is not systemd: SYSTEMD_EXEC_PID names the process that it started.
        if (variable("INVOCATION_ID") is { Length: > 0 } && variable("SYSTEMD_EXEC_PID") is var id && (id is null || id == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            return "systemd";
        }

        var isContainer = variable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1" || exists("/.dockerenv") || exists("/run/.containerenv");
        return isContainer ? "container" : null;
    }
}
