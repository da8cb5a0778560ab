using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// Makes a process that is not dumpable (PR_SET_DUMPABLE) so while an image is taken and opened, where its owner allows
/// that: the kernel lets nobody without CAP_SYS_PTRACE open the memory of one that is not. The image keeps the flag until it
/// is killed, and for that time every process of the same user can read it.
/// </summary>
internal readonly ref struct DumpableScope
{
    private readonly int _previous;

    private DumpableScope(int previous) => _previous = previous;

    /// <summary>Says why no image of this process may be taken; null when one may.</summary>
    public static string? Refuse(bool isAllowed) => isAllowed || Libc.prctl(Libc.PrGetDumpable, 0, 0, 0, 0) is not (0 or 2)
        ? null
        : "the process is not dumpable (it said so by prctl, or runs with more rights than who started it), and stays so; Snapshot:AllowNotDumpable takes snapshots all the same";

    public static DumpableScope Enter(bool isAllowed)
    {
        var previous = Libc.prctl(Libc.PrGetDumpable, 0, 0, 0, 0);
        if (isAllowed && previous is (0 or 2))
        {
            _ = Libc.prctl(Libc.PrSetDumpable, 1, 0, 0, 0);
        }

        return new DumpableScope(isAllowed ? previous : 1);
    }

    public void Dispose()
    {
        // 2 (root only) cannot be set by a program (prctl(2)); 0 is the stricter of the two.
        if (_previous is 0 or 2)
        {
            _ = Libc.prctl(Libc.PrSetDumpable, 0, 0, 0, 0);
        }
    }
}
