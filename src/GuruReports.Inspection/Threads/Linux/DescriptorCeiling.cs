using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>How many descriptors the process may have. Any thread.</summary>
internal static unsafe class DescriptorCeiling
{
    /// <summary>Gets the hard limit; null where it is not known.</summary>
    public static ulong? Limit
    {
        get
        {
            var read = default(ResourceLimitPair);
            return OperatingSystem.IsLinux() && LibcAtOnce.GetResourceLimit(LibcAtOnce.DescriptorLimit, &read) == 0 ? read.Hard : null;
        }
    }
}
