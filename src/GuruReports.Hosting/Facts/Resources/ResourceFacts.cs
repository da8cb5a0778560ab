using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Facts.Resources;

/// <summary>What the machine and the container give the process, and what it uses of it. What cannot be read is null.</summary>
internal sealed record ResourceFacts
{
    /// <summary>Gets the process's and the machine's memory.</summary>
    public MemoryFacts? Memory { get; init; }

    /// <summary>Gets the limits and use of the control group; null when the process is in none that limits or counts.</summary>
    public ControlGroup? ControlGroup { get; init; }

    /// <summary>Gets how the control group's CPU limit stopped the service since the previous report; null without one.</summary>
    public ThrottlingFacts? RecentThrottling { get; init; }

    /// <summary>Gets the pressure stall information, of the control group where it has its own, else of the machine.</summary>
    public IReadOnlyList<PressureFacts> Pressure { get; init; } = [];

    /// <summary>Gets the CPU numbers.</summary>
    public CpuFacts? Cpu { get; init; }

    /// <summary>Gets the resource limits (<c>getrlimit</c>).</summary>
    public IReadOnlyList<ResourceLimit> Limits { get; init; } = [];

    /// <summary>Gets the open descriptors.</summary>
    public DescriptorFacts? Descriptors { get; init; }

    /// <summary>Gets the sockets of the process and the ports of its network namespace.</summary>
    public SocketFacts? Sockets { get; init; }

    /// <summary>Gets the disks that matter: of the report directory, the content root, the temporary directory.</summary>
    public IReadOnlyList<DiskFacts> Disks { get; init; } = [];
}
