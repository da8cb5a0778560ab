namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>The flags of Task.m_stateFlags that matter here.</summary>
internal static class TaskState
{
    public const int DelegateInvoked = 0x0020000;

    private const int Faulted = 0x0200000;
    private const int Canceled = 0x0400000;
    private const int Ended = 0x0200000 | 0x0400000 | 0x1000000;

    public static bool IsFaulted(int flags) => (flags & Faulted) != 0;

    public static bool IsCanceled(int flags) => (flags & Canceled) != 0;

    public static bool IsEnded(int flags) => (flags & Ended) != 0;
}
