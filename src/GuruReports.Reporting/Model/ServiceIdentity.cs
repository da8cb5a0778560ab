namespace GuruReports.Reporting.Model;

/// <summary>Names the process that reports.</summary>
public sealed record ServiceIdentity
{
    /// <summary>Gets the service's name; several hosts in one process are joined by commas.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the informational version of the entry assembly, or null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the process identifier.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Gets the name of the machine or container.</summary>
    public required string MachineName { get; init; }

    /// <summary>Gets the time from the start of the process to that of the report.</summary>
    public TimeSpan Uptime { get; init; }
}
