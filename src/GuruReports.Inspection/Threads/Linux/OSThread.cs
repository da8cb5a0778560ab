namespace GuruReports.Inspection.Threads.Linux;

/// <summary>What the kernel says about one thread.</summary>
/// <param name="Id">The thread id.</param>
/// <param name="Name">The name, at most 15 bytes.</param>
/// <param name="State">The letter of <c>/proc/…/stat</c>: R running, S sleeping, D in an uninterruptible wait, T stopped.</param>
/// <param name="StartTicks">The start, in clock ticks after boot.</param>
internal readonly record struct OSThread(int Id, string? Name, char State, long StartTicks);
