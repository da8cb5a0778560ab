namespace GuruReports.Hosting;

/// <summary>Which sections a report shows, by title.</summary>
public sealed class SectionOptions
{
    /// <summary>Gets the titles of the only sections to show; empty shows all. Compared without case.</summary>
    public IList<string> Include { get; } = [];

    /// <summary>Gets the titles of sections not to show. Compared without case; stronger than <see cref="Include"/>.</summary>
    public IList<string> Exclude { get; } = [];
}
