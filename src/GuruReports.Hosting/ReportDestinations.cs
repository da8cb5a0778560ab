namespace GuruReports.Hosting;

/// <summary>The places to which a report can go; several at once.</summary>
[Flags]
public enum ReportDestinations
{
    /// <summary>Nowhere: reports are made by <see cref="IGuruMeditation.Capture"/> only.</summary>
    None = 0,

    /// <summary>The standard error stream; where that is the systemd journal, as one entry with fields.</summary>
    StandardError = 1,

    /// <summary>The systemd journal, whatever standard error is.</summary>
    Journal = 2,

    /// <summary>The host's <c>ILogger</c>, as one structured event.</summary>
    Logger = 4,

    /// <summary>A file of its own for each report, in <see cref="GuruMeditationOptions.Directory"/>.</summary>
    File = 8,
}
