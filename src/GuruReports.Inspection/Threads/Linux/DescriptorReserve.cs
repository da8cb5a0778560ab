using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>
/// Descriptors kept for work that must be possible when the process has none left: given back to the system before
/// it, taken again after it. Empty on other systems. Not safe for two threads at once.
/// </summary>
internal sealed unsafe class DescriptorReserve
{
    private readonly int[] _held;

    /// <summary>Makes an empty reserve.</summary>
    /// <param name="size">How many descriptors the work needs at once.</param>
    public DescriptorReserve(int size)
    {
        _held = new int[size];
        _held.AsSpan().Fill(-1);
    }

    /// <summary>Takes as many as can be had; without them the work is done with what there is.</summary>
    public void Hold()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        fixed (byte* path = "/proc/self/stat\0"u8)
        {
            foreach (ref var spare in _held.AsSpan())
            {
                spare = spare >= 0 ? spare : LibcAtOnce.OpenAt(LibcAtOnce.CurrentFolder, path, LibcAtOnce.O_RDONLY | LibcAtOnce.O_CLOEXEC);
            }
        }
    }

    /// <summary>Gives them back.</summary>
    public void Release()
    {
        foreach (ref var spare in _held.AsSpan())
        {
            if (spare >= 0)
            {
                _ = LibcAtOnce.CloseAtOnce(spare);
                spare = -1;
            }
        }
    }
}
