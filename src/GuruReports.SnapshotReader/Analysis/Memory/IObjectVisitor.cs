namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Is handed the objects of the walk.</summary>
internal interface IObjectVisitor
{
    /// <summary>The roles of the objects to be handed over, beside those that a thread holds. Asked now and then.</summary>
    ObjectRoles Wanted { get; }

    /// <summary>Called when the walk enters a segment.</summary>
    void Enter(HeapSegment segment);

    /// <summary>Called now and then with the share of the heap that was walked.</summary>
    void Progress(double share);

    /// <summary>Called for each object that is wanted or held; <paramref name="bytes"/> starts at the object and may end before it does.</summary>
    void Visit(ulong address, ObjectKind kind, ulong size, ReadOnlySpan<byte> bytes, uint header);
}
