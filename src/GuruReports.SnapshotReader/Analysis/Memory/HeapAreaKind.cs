namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>The generations and special heaps, in the order in which they are shown.</summary>
internal enum HeapAreaKind
{
    Gen0,
    Gen1,
    Gen2,
    Large,
    Pinned,
    Frozen,
}
