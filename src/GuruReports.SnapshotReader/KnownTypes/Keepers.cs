using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Tells types whose fields refer to queues, by what the fields are declared as.</summary>
/// <param name="declared">The rows of the service's own.</param>
internal sealed class Keepers(IEnumerable<KnownType> declared)
{
    private static readonly string[] s_beginnings =
    [
        "System.Threading.Channels.Channel", "System.Collections.Concurrent.BlockingCollection", "System.Collections.Concurrent.ConcurrentQueue", "System.Collections.Concurrent.IProducerConsumerCollection",
        "System.Threading.SemaphoreSlim", "System.Threading.RateLimiting.", "System.Threading.Tasks.Dataflow.",
    ];

    private readonly HashSet<string> _declared = [.. declared.OfType<KnownQueue>().SelectMany(static row => row.TypeNames)];

    public bool Has(ClrType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsObjectReference && field.Type?.Name is { } name
                && (Array.Exists(s_beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal)) || (_declared.Count > 0 && _declared.Contains(PlainNames.Of(name)))))
            {
                return true;
            }
        }

        return false;
    }
}
