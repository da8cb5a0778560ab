using System.Reflection;
using GuruReports.Inspection.Processes.Clocks;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>Reads who this process is.</summary>
internal static class ServiceIdentitySource
{
    private static readonly string? s_version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>Gets the name of the entry assembly: the service's name where nothing else gives one.</summary>
    public static string DefaultName { get; } = Assembly.GetEntryAssembly()?.GetName().Name ?? "unnamed";

    /// <summary>Says who the service is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="at">When the report was begun.</param>
    /// <param name="version">Its version as the program set it; null for that of the entry assembly.</param>
    public static ServiceIdentity Read(string name, DateTimeOffset at, string? version = null) => new()
    {
        Name = name,
        Version = version ?? s_version,
        ProcessId = Environment.ProcessId,
        MachineName = Environment.MachineName,
        Uptime = at - ProcessStart.At,
    };
}
