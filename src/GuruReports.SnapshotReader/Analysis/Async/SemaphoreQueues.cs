using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Reads the queues of semaphores.</summary>
internal static class SemaphoreQueues
{
    private const int Longest = 1_000_000;

    /// <summary>Waiting task → semaphore.</summary>
    public static Dictionary<ulong, ulong> Map(Image image, IReadOnlyList<ulong> semaphores)
    {
        var result = new Dictionary<ulong, ulong>();
        foreach (var semaphore in semaphores)
        {
            var node = image.Fields.Reference(semaphore, "m_asyncHead");
            while (node != 0 && result.Count < Longest && result.TryAdd(node, semaphore))
            {
                node = image.Fields.Reference(node, "Next");
            }
        }

        return result;
    }

    public static int AsyncWaiters(Image image, ulong semaphore)
    {
        var count = 0;
        for (var node = image.Fields.Reference(semaphore, "m_asyncHead"); node != 0 && count < Longest; count++)
        {
            node = image.Fields.Reference(node, "Next");
        }

        return count;
    }

    public static string Describe(Image image, ulong semaphore)
    {
        var maximum = image.Fields.Value<int>(semaphore, "m_maxCount");
        var limit = maximum is null or int.MaxValue ? "" : FormattableString.Invariant($" of {maximum}");
        return FormattableString.Invariant(
            $"count {image.Fields.Value<int>(semaphore, "m_currentCount")}{limit}, {AsyncWaiters(image, semaphore)} tasks and {image.Fields.Value<int>(semaphore, "m_waitCount")} threads wait");
    }
}
