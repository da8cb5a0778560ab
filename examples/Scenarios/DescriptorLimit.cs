using System.Runtime.InteropServices;

namespace Scenarios;

/// <summary>Sets the limit of open descriptors, as <c>LimitNOFILE=</c> of a unit does: before the host starts. The runtime raises the soft limit at start.</summary>
internal static partial class DescriptorLimit
{
    private const int OpenFiles = 7;

    public static void Set(ulong limit)
    {
        var value = new Limit(limit, limit);
        if (SetLimit(OpenFiles, in value) != 0)
        {
            throw new InvalidOperationException($"setrlimit failed with {Marshal.GetLastPInvokeError()}");
        }
    }

    /// <summary>Returns how many descriptors are open.</summary>
    public static int CountOpen() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
