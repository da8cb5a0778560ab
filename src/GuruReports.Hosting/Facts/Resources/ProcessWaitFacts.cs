namespace GuruReports.Hosting.Facts.Resources;

/// <summary>A call on a pipe in which a process is blocked.</summary>
/// <param name="Descriptor">The descriptor of that process.</param>
/// <param name="IsWrite">Whether it writes into the pipe, which is full; else it reads from it, and it is empty.</param>
/// <param name="IsOurs">Whether the other end is open in the reporting process.</param>
internal sealed record ProcessWaitFacts(int Descriptor, bool IsWrite, bool IsOurs);
