namespace GuruReports.Hosting.Facts.Resources;

/// <summary>CPU of the process and of the machine; null where unknown.</summary>
internal sealed record CpuFacts
{
    /// <summary>Gets the number of CPUs that the process may run on.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Gets the number of CPUs of the machine.</summary>
    public int? MachineProcessors { get; init; }

    /// <summary>Gets the CPU time of the process in its own code.</summary>
    public TimeSpan? UserTime { get; init; }

    /// <summary>Gets the CPU time of the process in the kernel.</summary>
    public TimeSpan? SystemTime { get; init; }

    /// <summary>Gets the time over which the shares below were measured, just before the section was made.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Gets the CPUs that the process used in <see cref="Window"/> (1 is one whole CPU).</summary>
    public double? ProcessShare { get; init; }

    /// <summary>Gets the CPUs that the process's descendants used in <see cref="Window"/>, the helper that takes the snapshot included.</summary>
    public double? DescendantShare { get; init; }

    /// <summary>Gets the CPUs that processes of others used in <see cref="Window"/>: neither this one nor its descendants.</summary>
    public double? OthersShare { get; init; }

    /// <summary>Gets the CPUs that processes of others used since the previous report, or since this one started when there was none.</summary>
    public double? OthersShareSincePrevious { get; init; }

    /// <summary>Gets the CPUs that the process used since the previous report, or since it started when there was none.</summary>
    public double? ProcessShareSincePrevious { get; init; }

    /// <summary>Gets the share of the machine's CPU time in <see cref="Window"/> that was not idle, 0 to 1.</summary>
    public double? MachineBusy { get; init; }

    /// <summary>Gets the share of the machine's CPU time in <see cref="Window"/> that the hypervisor gave to others, 0 to 1.</summary>
    public double? MachineSteal { get; init; }

    /// <summary>Gets the share of the machine's CPU time since the previous report that the hypervisor gave to others, 0 to 1; since boot when there was none.</summary>
    public double? MachineStealSincePrevious { get; init; }

    /// <summary>Gets the load averages over 1, 5 and 15 minutes; empty when unknown.</summary>
    public IReadOnlyList<double> Load { get; init; } = [];
}
