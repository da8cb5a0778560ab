namespace GuruReports.Hosting.Sections;

/// <summary>The phases of a host's life.</summary>
internal enum HostPhase
{
    Built,
    Starting,
    Started,
    Stopping,
    Stopped,
}
