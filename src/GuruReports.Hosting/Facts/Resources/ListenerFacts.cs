namespace GuruReports.Hosting.Facts.Resources;

/// <summary>A socket on which the process listens.</summary>
/// <param name="Address">The local address and port.</param>
/// <param name="Queued">The connections that wait to be accepted.</param>
internal sealed record ListenerFacts(string Address, long Queued);
