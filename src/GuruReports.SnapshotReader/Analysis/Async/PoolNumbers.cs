using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.Inspection.Snapshot.Model.Heap;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Reads what a pool counts: by the table for one that is known, by the names of its fields for any other.</summary>
internal sealed class PoolNumbers(Image image, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
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
        foreach (var row in KnownPools.Of(gate.TypeName))
        {
            if ((row.WaitsFor is null || gate.Awaited?.Contains(row.WaitsFor, StringComparison.Ordinal) == true) && Known(row, gate.Address) is { } numbers)
            {
                return plain with { Lends = row.Lends + Peer(row, gate.Address), Setting = row.Setting, InUse = numbers.InUse, Limit = numbers.Limit, IsExhausted = numbers.InUse >= numbers.Limit };
            }
        }

        if (KnownPools.Of(gate.TypeName).FirstOrDefault(row => row.WaitsFor is null) is { } known)
        {
            image.Notes.Add($"The pool {gate.TypeName} has not the fields that are known of it ({known.Limit}, {known.Count}); its numbers are told by their names.");
        }

        return Guess(plain, gate);
    }

    private (long InUse, long Limit)? Known(KnownPool row, ulong pool)
    {
        if (row.Members is { } members)
        {
            var own = parts.Where(part => part.Kind.Name == members.TypeName && NamedFields.Reference(image, part.Address, members.Pool) == pool).ToList();
            var limit = own.Sum(part => Number(part.Address, members.Limit) ?? 0);
            return own.Count == 0 || limit == 0 ? null : (own.Sum(part => Open(NamedFields.Reference(image, part.Address, members.Open))), limit);
        }

        return row.Limit is { } limited && row.Count is { } counted && Number(pool, limited) is { } most && Number(pool, counted) is { } count
            && (row.Free is null ? 0 : Number(pool, row.Free)) is { } free
            ? (count - free, most)
            : null;
    }

    // A dictionary counts the places that it has used, those that are free again included.
    private long Open(ulong dictionary) => (Number(dictionary, KnownCollections.DictionaryCount) ?? 0) - (Number(dictionary, KnownCollections.DictionaryFreeCount) ?? 0);

    private string Peer(KnownPool row, ulong pool)
    {
        if (row.Peer is not { } peer || NamedFields.Reference(image, pool, peer.Through) is not (var authority and not 0))
        {
            return "";
        }

        var host = image.Memory.Text(NamedFields.Reference(image, authority, peer.Host), image.Request.MaximumTextLength);
        return host is null ? "" : string.Create(CultureInfo.InvariantCulture, $" to {host}{(Number(authority, peer.Port) is { } port ? $":{port}" : "")}");
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
