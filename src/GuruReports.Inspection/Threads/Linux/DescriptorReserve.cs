using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>
/// Descriptors kept for work that must be possible when the process has none left: given back to the system before
/// it, taken again after it. Where there are plenty they are taken once they become few. Empty on other systems.
/// </summary>
internal sealed unsafe class DescriptorReserve
{
    private readonly Lock _gate = new();
    private readonly int[] _held;
    private readonly Func<bool> _isPlenty;
    private bool _isWanted;

    /// <summary>Makes an empty reserve.</summary>
    /// <param name="size">How many descriptors the work needs at once.</param>
    /// <param name="isPlenty">Tells whether there are so many that none need be kept; null for asking the system.</param>
    public DescriptorReserve(int size, Func<bool>? isPlenty = null)
    {
        _held = new int[size];
        Filling.With(_held.AsSpan(), -1);
        _isPlenty = isPlenty ?? (static () => DescriptorRoom.IsPlenty);
    }

    /// <summary>Takes as many as can be had where they are few; without them the work is done with what there is.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _isWanted = true;
            TakeWhereFew();
        }
    }

    /// <summary>Takes them where they have become few while they are to be held. Called each second; allocates nothing.</summary>
    public void Look()
    {
        lock (_gate)
        {
            if (_isWanted)
            {
                TakeWhereFew();
            }
        }
    }

    /// <summary>Gives them back.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isWanted = false;
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

    private bool IsMissing()
    {
        foreach (var spare in _held)
        {
            if (spare < 0)
            {
                return true;
            }
        }

        return false;
    }

    private void TakeWhereFew()
    {
        if (!OperatingSystem.IsLinux() || !IsMissing() || _isPlenty())
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
}
