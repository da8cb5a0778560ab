namespace GuruReports.Hosting.Triggers;

/// <summary>How a signal reaches the reports.</summary>
internal enum SignalMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Through the runtime's registration, which needs the thread pool.</summary>
    Registered,

    /// <summary>Taken over on the runtime's signal thread, before the thread pool.</summary>
    TakenOver,
}
