namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>Memory of the process and of the machine, in bytes; null where unknown.</summary>
internal sealed record MemoryFacts
{
    /// <summary>Gets the physical memory of the process.</summary>
    public long? Resident { get; init; }

    /// <summary>Gets the most physical memory that the process has had.</summary>
    public long? ResidentPeak { get; init; }

    /// <summary>Gets the part of <see cref="Resident"/> that is no file's: heaps and stacks.</summary>
    public long? ResidentAnonymous { get; init; }

    /// <summary>Gets the memory of the process that was swapped out.</summary>
    public long? Swapped { get; init; }

    /// <summary>Gets the address space of the process.</summary>
    public long? Virtual { get; init; }

    /// <summary>Gets the machine's memory.</summary>
    public long? MachineTotal { get; init; }

    /// <summary>Gets the machine's memory that can be given out without swapping.</summary>
    public long? MachineAvailable { get; init; }

    /// <summary>Gets the machine's swap space.</summary>
    public long? SwapTotal { get; init; }

    /// <summary>Gets the machine's free swap space.</summary>
    public long? SwapFree { get; init; }
}
