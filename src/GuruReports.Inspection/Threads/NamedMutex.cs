namespace GuruReports.Inspection.Threads;

/// <summary>A mutex that processes share by its name, for which threads of this one wait. Immutable.</summary>
internal sealed record NamedMutex
{
    /// <summary>Gets the name, as code opens it: <c>Global\shop</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the file by which processes share it.</summary>
    public required string File { get; init; }

    /// <summary>Gets the operating system ids of the threads that wait for it.</summary>
    public required IReadOnlyList<int> Waiters { get; init; }

    /// <summary>Gets the process that holds it; null when that is not known.</summary>
    public int? OwnerProcess { get; init; }

    /// <summary>Gets the name of that process; null when it is not known.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Gets the operating system id of the thread that holds it; null when it is not known.</summary>
    public int? OwnerThread { get; init; }

    /// <summary>Gets whether a thread of this process holds it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Gets whether the kernel's own record says so; else the word in shared memory does, and its process has the mutex open.</summary>
    public bool IsProven { get; init; }

    /// <summary>Gets why the owner is not known; null when it is.</summary>
    public string? OwnerUnknown { get; init; }

    /// <summary>Says who holds it: <c>held by process 4711 (importer)</c>, or why that is not known.</summary>
    public string Holder => OwnerUnknown is { } reason ? $"owner unknown: {reason}"
        : IsOwn ? $"held by this process, tid {OwnerThread}"
        : $"held by process {OwnerProcess}{(OwnerName is null ? "" : $" ({OwnerName})")}{(OwnerThread is { } thread && thread != OwnerProcess ? $", tid {thread}" : "")}";
}
