namespace GuruReports.Inspection.Vocabulary;

/// <summary>What a service knows of whose code its assemblies are. Travels to the helper.</summary>
internal sealed record OwnerTable
{
    /// <summary>Simple names that the user calls framework; a trailing <c>*</c> stands for any ending.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>Simple names of the assemblies that deps.json has from projects.</summary>
    public IReadOnlyCollection<string> Projects { get; init; } = [];

    /// <summary>Simple names of the assemblies that deps.json has from packages and files.</summary>
    public IReadOnlyCollection<string> Packages { get; init; } = [];

    /// <summary>Simple names of the assemblies of the framework that a self-contained program brings along.</summary>
    public IReadOnlyCollection<string> RuntimePack { get; init; } = [];

    /// <summary>The folder of the shared frameworks, with its last slash; null for a self-contained program.</summary>
    public string? SharedFramework { get; init; }
}
