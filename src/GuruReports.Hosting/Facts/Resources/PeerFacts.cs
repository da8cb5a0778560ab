namespace GuruReports.Hosting.Facts.Resources;

/// <summary>Connections to one peer in one state.</summary>
/// <param name="Peer">The peer's address and port (for example <c>10.0.0.5:5432</c>).</param>
/// <param name="State">The state; <c>any</c> when it is about all states.</param>
/// <param name="Count">How many connections.</param>
internal sealed record PeerFacts(string Peer, string State, int Count);
