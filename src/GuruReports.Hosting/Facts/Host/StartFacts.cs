namespace GuruReports.Hosting.Facts.Host;

/// <summary>How far the process has come on its way to a running host.</summary>
internal sealed record StartFacts
{
    /// <summary>Gets how long ago reports were registered, within the building of the host; null when that was not noted.</summary>
    public TimeSpan? RegisteredFor { get; init; }

    /// <summary>Gets whether a host of this process has begun to start since; one that has ended counts too.</summary>
    public bool HasBegun { get; init; }
}
