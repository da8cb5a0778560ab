namespace GuruReports.Inspection.Threads.Linux;

/// <summary>A system call that a thread is in.</summary>
/// <param name="Number">Its number on this machine.</param>
/// <param name="Name">Its name; null for one that is not in the table.</param>
/// <param name="Activity">What it means.</param>
/// <param name="Descriptor">The descriptor that it works on; null when it has none.</param>
/// <param name="Shared">What other processes may hold and it waits for; null when it waits for no such thing.</param>
internal readonly record struct SystemCall(int Number, string? Name, ThreadActivity Activity, int? Descriptor, SharedWait? Shared = null);
