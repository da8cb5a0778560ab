using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// Makes the process dumpable (PR_SET_DUMPABLE) while an image is taken and opened: the kernel lets nobody without
/// CAP_SYS_PTRACE open the memory of one that is not. The image keeps the flag until it is killed.
/// </summary>
internal readonly ref struct DumpableScope
{
    private readonly int _previous;

    private DumpableScope(int previous) => _previous = previous;

    public static DumpableScope Enter()
    {
        var previous = Libc.prctl(Libc.PrGetDumpable, 0, 0, 0, 0);
        if (previous is 0 or 2)
        {
            _ = Libc.prctl(Libc.PrSetDumpable, 1, 0, 0, 0);
        }

        return new DumpableScope(previous);
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
