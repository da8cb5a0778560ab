namespace GuruReports.Hosting.Sections;

/// <summary>The start of a phase of a host's life.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Since">When it began, UTC.</param>
internal sealed record HostPhaseChange(HostPhase Phase, DateTimeOffset Since);
