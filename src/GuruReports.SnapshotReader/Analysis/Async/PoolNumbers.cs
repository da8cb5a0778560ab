using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Reads what a pool counts: by the table for one that is known, by the names of its fields for any other.</summary>
internal sealed class PoolNumbers(Image image, KnownPoolReader known)
{
    private const int MostNumbers = 16;
    private static readonly string[] s_limits = ["max", "limit", "capacity"];
    private static readonly string[] s_counts = ["total", "inuse", "in_use", "associated", "leased", "rented", "busy", "active", "num", "count", "current", "size"];

    public WaitedPool Read(Gate gate)
    {
        var plain = new WaitedPool
        {
            Address = gate.Address,
            TypeName = gate.TypeName,
            Waiting = gate.Waiting,
            Threads = gate.Threads,
            Chains = gate.Chains,
        };
        foreach (var row in image.Kinds.KindAt(gate.Address)?.RowsOf<KnownPool>(KnownPart.Itself) ?? [])
        {
            if ((row.WaitsFor is null || gate.Awaited?.Contains(row.WaitsFor, StringComparison.Ordinal) == true) && known.Read(gate.Address, row) is { Most: { } most } pool)
            {
                var used = pool.InUse + pool.Opening;

                // A pool may pass its calls on to one thread that waits for all of them.
                var waiting = (int)Math.Clamp((pool.Waiting ?? 0) - gate.Threads.Count, gate.Waiting, int.MaxValue);
                return plain with { Waiting = waiting, Lends = row.Lends + (pool.Peer is { } peer ? " to " + peer : ""), Setting = row.Setting, InUse = used, Limit = most, IsExhausted = used >= most, HoldersUnknown = row.Member is null && row.Library.Setting is not null };
            }
        }

        return Guess(plain, gate);
    }

    private WaitedPool Guess(WaitedPool pool, Gate gate)
    {
        var numbers = Numbers(gate.Address);
        var limit = numbers.FirstOrDefault(number => number.Count > 0 && Has(number.Name, s_limits));
        var used = limit is null ? null : s_counts
            .SelectMany(word => numbers.Where(number => number != limit && number.Name.Contains(word, StringComparison.OrdinalIgnoreCase) && !Has(number.Name, s_limits)))
            .FirstOrDefault(number => number.Count >= limit.Count);
        return pool with
        {
            Numbers = numbers,
            Limit = limit?.Count,
            InUse = used?.Count,
            IsExhausted = used is not null || gate.IsSemaphore,
            IsGuess = true,
        };
    }

    private static bool Has(string name, string[] words) => Array.Exists(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private List<CountedName> Numbers(ulong address) => image.Kinds.KindAt(address) is not { } kind
        ? []
        : [.. kind.Type.Fields
            .Where(static field => field.Name is not null && field.ElementType is ClrElementType.Int32 or ClrElementType.UInt32 or ClrElementType.Int64 or ClrElementType.UInt64 or ClrElementType.Int16 or ClrElementType.UInt16)
            .Select(field => (Name: NameOf(field.Name!), Value: Number(address, field.Name!)))
            .Where(static number => number.Value is not null)
            .Take(MostNumbers)
            .Select(static number => new CountedName { Name = number.Name, Count = number.Value!.Value })];

    private static string NameOf(string field) => field.StartsWith('<') && field.IndexOf('>', StringComparison.Ordinal) is var end and > 1 ? field[1..end] : field.TrimStart('_');

    private long? Number(ulong address, string field) => NamedFields.Number(image, address, field);
}
