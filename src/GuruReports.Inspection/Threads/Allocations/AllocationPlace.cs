namespace GuruReports.Inspection.Threads.Allocations;

/// <summary>Objects of one type that are allocated at one place of the code that stands for their stacks.</summary>
internal sealed record AllocationPlace
{
    /// <summary>Gets the type, as a person reads it.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the stack of the sample with most bytes, leaf first; empty where none was had.</summary>
    public IReadOnlyList<CapturedFrame> Frames { get; init; } = [];

    /// <summary>Gets the bytes, estimated.</summary>
    public long Bytes { get; init; }

    /// <summary>Gets the number of samples that the estimate is made from.</summary>
    public int Samples { get; init; }

    /// <summary>Gets whether most of the bytes are those of large objects, which only a full collection frees.</summary>
    public bool IsLarge { get; init; }
}
