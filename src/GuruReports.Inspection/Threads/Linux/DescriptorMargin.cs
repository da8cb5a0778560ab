using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Threads.Linux;

/// <summary>
/// Descriptors held back from the service for the library's own work, without opening any: while nothing is captured the
/// process's soft limit lies a little below its hard limit, to which .NET raises it at start. Any thread.
/// </summary>
internal static unsafe class DescriptorMargin
{
    // What a first report opens at most: two for each assembly that it loads, the snapshot's pipes and files, its threads' pipes.
    private const ulong Size = 64;

    // A service that may have few is not made to do with less.
    private const ulong LeastLimit = 1024;

    private static readonly Lock s_gate = new();
    private static ulong s_raised;
    private static int s_users;

    /// <summary>Gets how many descriptors the process may have at most; null where that is not known.</summary>
    public static ulong? Limit => TryGet(out var limit) ? limit.Hard : null;

    /// <summary>Holds the margin back, if it is not already.</summary>
    /// <returns>False where that cannot be done: real descriptors have to be kept instead.</returns>
    public static bool TryHold()
    {
        lock (s_gate)
        {
            return s_users > 0 || TryLower();
        }
    }

    /// <summary>Gives the margin to the process until <see cref="Return"/>; several users share it.</summary>
    public static void Take()
    {
        lock (s_gate)
        {
            if (s_users++ == 0 && TryGet(out var limit) && limit.Soft < limit.Hard && TrySet(limit with { Soft = Math.Min(limit.Hard, limit.Soft + Size) }))
            {
                s_raised = limit.Soft + Size;
            }
        }
    }

    /// <summary>Holds it back again when the last user returns it. What the service has opened meanwhile stays open.</summary>
    public static void Return()
    {
        lock (s_gate)
        {
            // A limit that somebody else has set meanwhile is left as it is.
            if (--s_users == 0 && TryGet(out var limit) && limit.Soft == s_raised)
            {
                TrySet(limit with { Soft = limit.Soft - Size });
            }
        }
    }

    private static bool TryLower()
    {
        if (!OperatingSystem.IsLinux() || !TryGet(out var limit) || limit.Soft < LeastLimit)
        {
            return false;
        }

        return limit.Hard - limit.Soft >= Size || TrySet(limit with { Soft = limit.Hard - Size });
    }

    private static bool TryGet(out ResourceLimitPair limit)
    {
        var read = default(ResourceLimitPair);
        var isRead = OperatingSystem.IsLinux() && LibcAtOnce.GetResourceLimit(LibcAtOnce.DescriptorLimit, &read) == 0;
        limit = isRead ? read : default;
        return isRead;
    }

    private static bool TrySet(ResourceLimitPair limit) => LibcAtOnce.SetResourceLimit(LibcAtOnce.DescriptorLimit, &limit) == 0;
}
