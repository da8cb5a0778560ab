using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Who holds a lock, or why that is not known.</summary>
/// <param name="Thread">The thread; null when nobody does or it is not known.</param>
/// <param name="Unknown">Why it is not known; null when it is.</param>
/// <param name="Ended">True when it is proved that the thread that took it has ended.</param>
internal sealed record Holder(ThreadImage? Thread, string? Unknown = null, bool Ended = false)
{
    public static readonly Holder None = new((ThreadImage?)null);

    /// <summary>Who enters notes down who it is after the lock is taken, and who leaves deletes it before it is free.</summary>
    public static readonly Holder Changing = new(null, "it was being entered or left at this moment");
}
