namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>What the runtime's thread store says about one thread.</summary>
internal sealed record RuntimeThread
{
    private const int BackgroundFlag = 0x200;
    private const int StaFlag = 0x4000;
    private const int MtaFlag = 0x8000;

    /// <summary>Gets the id that <see cref="Environment.CurrentManagedThreadId"/> gives on the thread.</summary>
    public required int ManagedId { get; init; }

    /// <summary>Gets the operating system's id.</summary>
    public required int OSId { get; init; }

    /// <summary>Gets the runtime's state flags.</summary>
    public required int Flags { get; init; }

    /// <summary>Gets the managed name, when the thread has one.</summary>
    public string? Name { get; init; }

    /// <summary>Gets whether the managed thread belongs to the pool.</summary>
    public bool IsThreadPool { get; init; }

    /// <summary>Gets whether this is the finalizer.</summary>
    public bool IsFinalizer { get; init; }

    public bool IsBackground => (Flags & BackgroundFlag) != 0;

    // Only Windows has apartments; the runtime sets neither flag elsewhere.
    public string? Apartment => (Flags & StaFlag) != 0 ? "STA" : (Flags & MtaFlag) != 0 ? "MTA" : null;
}
