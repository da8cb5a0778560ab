using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Tells types whose fields refer to queues, by what the fields are declared as.</summary>
internal static class Keepers
{
    private static readonly string[] s_beginnings =
    [
        "System.Threading.Channels.Channel", "System.Collections.Concurrent.BlockingCollection", "System.Collections.Concurrent.ConcurrentQueue", "System.Collections.Concurrent.IProducerConsumerCollection",
        "System.Threading.SemaphoreSlim", "System.Threading.RateLimiting.", "System.Threading.Tasks.Dataflow.",
    ];

    public static bool Has(ClrType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsObjectReference && field.Type?.Name is { } name && Array.Exists(s_beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
