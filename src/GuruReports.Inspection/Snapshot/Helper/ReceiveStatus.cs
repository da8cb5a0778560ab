namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>How waiting for a frame of the helper ended.</summary>
internal enum ReceiveStatus
{
    /// <summary>A frame is there.</summary>
    Frame,

    /// <summary>The helper closed its end: it ended or crashed.</summary>
    Closed,

    /// <summary>The deadline passed.</summary>
    TimedOut,

    /// <summary>The session was cancelled.</summary>
    Cancelled,

    /// <summary>What came is no frame.</summary>
    Broken,

    /// <summary>The guard asked to stop: memory or processors are short.</summary>
    Stopped,
}
