using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Boundary;

/// <summary>Tells whether the process is far from having no descriptor left.</summary>
internal static unsafe class DescriptorRoom
{
    // So many are not taken within a moment.
    private const long Plenty = 16_384;

    // sysconf(3): _SC_OPEN_MAX, the soft limit as it is now.
    private const int OpenMaximum = 4;

    // A service that has so many is at work, and may be losing them.
    private const int Many = 1024;
    private const int MostTaken = 128;

    /// <summary>Gets whether so many are allowed as are not taken within a moment. False on other systems; allocates nothing.</summary>
    public static bool ArePlentyAllowed => OperatingSystem.IsLinux() && ArePlenty(LibcAtOnce.SysConf(OpenMaximum));

    /// <summary>Gets whether it is. Allocates nothing.</summary>
    public static bool IsPlenty => OperatingSystem.IsLinux() && IsPlentyFor(LibcAtOnce.SysConf(OpenMaximum), LowestFree());

    /// <summary>Returns whether so many can be had at this moment, by taking them. True on other systems; allocates nothing.</summary>
    /// <param name="count">How many; of more than 128 it is enough that these can be had.</param>
    public static bool Has(int count)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        Span<int> taken = stackalloc int[Math.Min(count, MostTaken)];
        var had = 0;
        while (had < taken.Length && (taken[had] = Open()) >= 0)
        {
            had++;
        }

        foreach (var descriptor in taken[..had])
        {
            _ = LibcAtOnce.CloseAtOnce(descriptor);
        }

        return had == taken.Length;
    }

    /// <summary>Returns what numbers mean.</summary>
    /// <param name="limit">The limit; negative where there is none.</param>
    /// <param name="lowestFree">The lowest number that no descriptor has; negative where none can be had.</param>
    internal static bool IsPlentyFor(long limit, int lowestFree) => ArePlenty(limit) && lowestFree is >= 0 and < Many;

    private static bool ArePlenty(long limit) => limit is < 0 or >= Plenty;

    // The limit is one of numbers, and open(2) gives the lowest.
    private static int LowestFree()
    {
        var descriptor = Open();
        _ = descriptor >= 0 ? LibcAtOnce.CloseAtOnce(descriptor) : 0;
        return descriptor;
    }

    private static int Open()
    {
        fixed (byte* path = "/proc/self/stat\0"u8)
        {
            return LibcAtOnce.OpenAt(LibcAtOnce.CurrentFolder, path, LibcAtOnce.O_RDONLY | LibcAtOnce.O_CLOEXEC);
        }
    }
}
