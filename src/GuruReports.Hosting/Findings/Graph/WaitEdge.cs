using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Graph;

/// <summary>One waits for another, is held or read by it, or is run by it: it cannot go on before the other does.</summary>
/// <param name="From">Who waits.</param>
/// <param name="To">For whom.</param>
/// <param name="Proof">How sure that is.</param>
/// <param name="Count">How many of a group wait so, or how many members of a pool are held so.</param>
internal sealed record WaitEdge(WaitNode From, WaitNode To, FindingCertainty Proof, int Count);
