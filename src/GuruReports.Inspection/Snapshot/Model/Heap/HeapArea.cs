namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>A generation or special heap.</summary>
internal sealed record HeapArea
{
    /// <summary>gen0, gen1, gen2, loh, poh or frozen.</summary>
    public required string Name { get; init; }

    /// <summary>Objects walked.</summary>
    public required long Objects { get; init; }

    /// <summary>Bytes of these objects.</summary>
    public required long Bytes { get; init; }

    /// <summary>Bytes of free gaps between them: fragmentation.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>Bytes that the segments use, walked or not.</summary>
    public required long UsedBytes { get; init; }

    /// <summary>Bytes that the segments have committed.</summary>
    public required long CommittedBytes { get; init; }

    /// <summary>The count of segments.</summary>
    public required int Segments { get; init; }
}
