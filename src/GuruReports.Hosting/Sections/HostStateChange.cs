using GuruReports.Hosting.Facts.Host;

namespace GuruReports.Hosting.Sections;

/// <summary>The start of a state of a host.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it began, UTC.</param>
internal sealed record HostStateChange(HostState State, DateTimeOffset Since);
