namespace GuruReports.Hosting.Facts.Host;

/// <summary>Says where a host stands in its life.</summary>
internal enum HostState
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Its hosted services are being started.</summary>
    Starting,

    /// <summary>It runs.</summary>
    Started,

    /// <summary>It was told to stop and is stopping its hosted services.</summary>
    Stopping,

    /// <summary>It has stopped.</summary>
    Stopped,
}
