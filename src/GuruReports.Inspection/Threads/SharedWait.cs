namespace GuruReports.Inspection.Threads;

/// <summary>What a thread waits for in the kernel that other processes can hold as well.</summary>
/// <param name="Address">The word of shared memory that it sleeps on (futex(2)); 0 where it is a file's lock.</param>
/// <param name="Descriptor">The descriptor whose file it wants to lock (flock(2)); null where it is memory.</param>
internal readonly record struct SharedWait(ulong Address, int? Descriptor);
