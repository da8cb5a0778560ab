namespace GuruReports.Hosting.Triggers;

/// <summary>The families of systems that number signals alike.</summary>
internal enum SignalPlatform
{
    /// <summary>No signals: Windows, and systems that are not known.</summary>
    None,

    /// <summary>Linux on every architecture that .NET runs on.</summary>
    Linux,

    /// <summary>macOS and FreeBSD.</summary>
    Bsd,
}
