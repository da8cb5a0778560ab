using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

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
            var node = image.Fields.Reference(semaphore, SemaphoreEntries.FirstTask);
            while (node != 0 && result.Count < Longest && result.TryAdd(node, semaphore))
            {
                node = image.Fields.Reference(node, SemaphoreEntries.NextTask);
            }
        }

        return result;
    }

    public static int AsyncWaiters(Image image, ulong semaphore)
    {
        var count = 0;
        for (var node = image.Fields.Reference(semaphore, SemaphoreEntries.FirstTask); node != 0 && count < Longest; count++)
        {
            node = image.Fields.Reference(node, SemaphoreEntries.NextTask);
        }

        return count;
    }

    public static string Describe(Image image, ulong semaphore)
    {
        var maximum = image.Fields.Value<int>(semaphore, SemaphoreEntries.Maximum);
        var limit = maximum is null or int.MaxValue ? "" : FormattableString.Invariant($" of {maximum}");
        return FormattableString.Invariant(
            $"count {image.Fields.Value<int>(semaphore, SemaphoreEntries.Free)}{limit}, {AsyncWaiters(image, semaphore)} tasks and {image.Fields.Value<int>(semaphore, SemaphoreEntries.Waiters)} threads wait");
    }
}
