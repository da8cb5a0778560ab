namespace GuruReports.Hosting.Facts.Resources;

/// <summary>The open descriptors of the process.</summary>
internal sealed record DescriptorFacts
{
    /// <summary>Gets the number of open descriptors.</summary>
    public required int Used { get; init; }

    /// <summary>Gets the most that may be open (the soft limit); null when unlimited or unknown.</summary>
    public long? Limit { get; init; }

    /// <summary>Gets how many there are of each kind (<c>file</c>, <c>socket</c>, <c>pipe</c>, <c>eventfd</c>, <c>inotify</c>, …), the most frequent first.</summary>
    public IReadOnlyList<CountFacts> Kinds { get; init; } = [];

    /// <summary>Gets the files that are open many times, the most frequent first; bounded.</summary>
    public IReadOnlyList<CountFacts> RepeatedFiles { get; init; } = [];

    /// <summary>Gets the open files that have been deleted: they hold disk space.</summary>
    public int DeletedFiles { get; init; }

    /// <summary>Gets how many descriptors <see cref="Kinds"/> speaks of: fewer than <see cref="Used"/> when there were too many to look at.</summary>
    public int Examined { get; init; }
}
