namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Is handed every object of the walk.</summary>
internal interface IObjectVisitor
{
    /// <summary>Called when the walk enters a segment.</summary>
    void Enter(HeapSegment segment);

    /// <summary>Called now and then with the share of the heap that was walked.</summary>
    void Progress(double share);

    /// <summary>Called for each object; <paramref name="bytes"/> starts at the object and may end before it does.</summary>
    void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header);
}
