using System.Runtime.InteropServices;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Looks at what another process's threads do in the kernel.</summary>
internal static class BlockedThreads
{
    private const int Looks = 20;

    // The number of write(2), as /proc shows it.
    private static readonly string s_write = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "1 " : "64 ";

    /// <summary>Waits until a thread is found in write(2) at many looks in a row.</summary>
    public static void WaitUntilWriting(int process, string thread)
    {
        var looks = 0;
        Until.True(
            () => (looks = IsWriting(process, thread) ? looks + 1 : 0) == Looks,
            Limits.Start,
            () => $"{thread} does not hang in write.");
    }

    /// <summary>Waits until a thread that sleeps between two looks at the world has gone to sleep some times more.</summary>
    public static void WaitUntilSlept(int process, string thread, int times)
    {
        var before = Sleeps(process, thread);
        Until.True(
            () => Sleeps(process, thread) >= before + times,
            Limits.Answer,
            () => $"{thread} does not wake.");
    }

    private static bool IsWriting(int process, string thread) => OtherProcess.ThreadsNamed(process, thread)
        .Any(id => OtherProcess.Read(process, $"task/{id}/syscall")?.StartsWith(s_write, StringComparison.Ordinal) == true);

    // The kernel counts each time that a thread gives up the processor by itself (proc_pid_status(5)).
    private static long Sleeps(int process, string thread) => OtherProcess.ThreadsNamed(process, thread)
        .Select(id => OtherProcess.Read(process, $"task/{id}/status"))
        .OfType<string>()
        .Sum(status => long.Parse(status[(status.IndexOf(Voluntary, StringComparison.Ordinal) + Voluntary.Length)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture));

    private const string Voluntary = "\nvoluntary_ctxt_switches:";
}
