namespace GuruReports.Hosting.Facts.Host;

/// <summary>Says what a hosted service does, as far as that can be proven from outside.</summary>
internal enum HostedServiceState
{
    /// <summary>Nothing can be proven: it is no <c>BackgroundService</c>.</summary>
    Unknown = 0,

    /// <summary>It was not started yet, or its start has not returned.</summary>
    NotStarted,

    /// <summary>Its background work runs.</summary>
    Running,

    /// <summary>Its background work has ended by itself.</summary>
    Completed,

    /// <summary>Its background work has ended with an exception.</summary>
    Faulted,

    /// <summary>Its background work was cancelled.</summary>
    Canceled,
}
