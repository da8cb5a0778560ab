namespace GuruReports.Inspection.Processes;

/// <summary>A call on a pipe in which a process is blocked; <paramref name="IsOurs"/> when this process has the other end.</summary>
internal sealed record PipeWait(int Descriptor, bool IsWrite, bool IsOurs);
