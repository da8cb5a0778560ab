namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>What the links of a collection hold.</summary>
internal enum KnownSegment
{
    /// <summary>One thing each.</summary>
    None,

    /// <summary>A ring of slots, as those of ConcurrentQueue.</summary>
    Ring,

    /// <summary>An array between a first and a last index, as those of queues with one producer and one consumer.</summary>
    Window,
}
