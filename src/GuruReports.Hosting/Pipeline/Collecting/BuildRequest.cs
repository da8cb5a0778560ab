using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>All that one report is built from; put together before anything is collected.</summary>
internal sealed record BuildRequest
{
    public required string Id { get; init; }

    public required RequestBatch Batch { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string ServiceName { get; init; }

    public required GuruMeditationOptions Options { get; init; }

    /// <summary>Gets how long collecting may take.</summary>
    public required TimeSpan TimeLimit { get; init; }

    public required IReadOnlyList<HostReports> Hosts { get; init; }

    public required IReadOnlyList<PlannedSection> Plan { get; init; }

    /// <summary>Gets the hosts' own rules; the built-in ones come before them.</summary>
    public required IReadOnlyList<IFindingRule> Rules { get; init; }

    /// <summary>Gets what earlier reports left to say (lost destinations) and what the hosts could not bring.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
