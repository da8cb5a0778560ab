using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Looks at what another process's threads do in the kernel.</summary>
internal static class BlockedThreads
{
    private const int Looks = 20;

    // The number of write(2), as /proc shows it.
    private static readonly string s_write =
        System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64 ? "1 " : "64 ";


    /// <summary>Waits until a thread is found in write(2) at many looks in a row.</summary>
    public static void WaitUntilWriting(int process, string thread)
    {
        var end = DateTime.UtcNow + Limits.Start;
        for (var looks = 0; looks < Looks; looks = IsWriting(process, thread) ? looks + 1 : 0)
        {
            Assert.True(DateTime.UtcNow < end, $"{thread} does not hang in write.");
            Thread.Sleep(10);
        }
    }

    private static bool IsWriting(int process, string thread) => Directory.GetDirectories($"/proc/{process}/task").Any(task =>
        File.ReadAllText(Path.Combine(task, "comm")).TrimEnd() == thread
        && File.ReadAllText(Path.Combine(task, "syscall")).StartsWith(s_write, StringComparison.Ordinal));
}
