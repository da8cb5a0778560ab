namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>What a frame between service and helper holds.</summary>
internal enum FrameKind : uint
{
    /// <summary>Helper: its runtime is up and it waits for an image. Empty.</summary>
    Ready = 1,

    /// <summary>Service: an <see cref="ImageHandover"/>; the descriptors come with the header.</summary>
    Image = 2,

    /// <summary>Helper: the name of the stage that begins, UTF-8.</summary>
    Stage = 3,

    /// <summary>Helper: the result, JSON.</summary>
    Result = 4,

    /// <summary>Helper: why there is no result, UTF-8.</summary>
    Failure = 5,
}
