using System.Globalization;
using GuruReports.Inspection.Native;
using GuruReports.SnapshotReader.Native;

namespace GuruReports.SnapshotReader;

/// <summary>What the helper gives up before it does anything else.</summary>
internal static class ProcessSafety
{
    // Longer than any session may last; the kernel then ends the process even if its runtime hangs (alarm(2)).
    private const uint LifetimeSeconds = 75;

    private const int SetNoNewPrivileges = 38;

    public static void Apply()
    {
        _ = HelperLibc.alarm(LifetimeSeconds);
        _ = Libc.prctl(SetNoNewPrivileges, 1, 0, 0, 0);
        OfferToMemoryKiller();
        CloseInherited();
    }

    private static void OfferToMemoryKiller()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only /proc: the helper is then no more likely a victim than the service, which is small harm.
        }
    }

    // The service closes what it can before the helper starts; this is for a libc that cannot, where a descriptor that
    // was opened at that moment may slip through. The runtime's own are close-on-exec and stay.
    private static void CloseInherited()
    {
        const int GetFlags = 1, CloseOnExec = 1;
        foreach (var entry in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            var number = int.Parse(Path.GetFileName(entry.AsSpan()), CultureInfo.InvariantCulture);
            if (number > 2 && Libc.fcntl(number, GetFlags, 0) is >= 0 and var flags && (flags & CloseOnExec) == 0)
            {
                _ = Libc.close(number);
            }
        }
    }
}
