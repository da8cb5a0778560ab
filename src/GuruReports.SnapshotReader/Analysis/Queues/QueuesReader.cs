using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Reads the queues in which something waits, and who should take it out.</summary>
internal sealed class QueuesReader(Image image, KnownMeasures measures, KnownLacks lacks, CollectedObjects collected)
{
    private const int MostQueues = 30;
    private const int MostIds = 20;
    private readonly HashSet<ulong> _inner = [];

    public QueuesSnapshot Read(IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, IEnumerable<ulong> runtimeQueues, string? unsearched)
    {
        _inner.UnionWith(runtimeQueues);
        var rows = collected.Known.SelectMany(static part => KnownTable.QueuesOf(PlainNames.Of(part.Kind.Name)).Select(row => (part.Address, Row: row))).ToList();
        foreach (var (address, row) in rows)
        {
            _inner.UnionWith(row.Inner.Select(path => measures.Paths.Reference(address, path)));
        }

        var all = rows.Where(found => !_inner.Contains(found.Address)).Select(found => Read(found.Address, found.Row)).OfType<(LibraryQueue Queue, KnownQueue Row)>().ToList();
        var told = all.Where(static found => found.Queue.Length >= found.Row.Least || found.Queue.WritersWaiting > 0).ToList();
        var found = told.Where(static found => found.Row.ReadBy.Length > 0).Select(found => Sought(found.Queue.Address, found.Row)).ToDictionary(static queue => queue.Address);
        var doubt = found.Count == 0 ? null : new HolderSearch(image, new NodeReferences(image), [.. found.Values]).Run(nodes, threads);
        var incomplete = SearchDoubts.Find(threads, doubt, unsearched);
        var places = new QueuePlaces(image, collected.Keepers);
        List<LibraryQueue> queues =
        [
            .. told.Select(each => (found.TryGetValue(each.Queue.Address, out var sought) ? WithReaders(each.Queue, sought, threads, incomplete) : each.Queue)
                with { Places = places.Of(NamesOf(each.Queue.Address, each.Row)) }),
            .. Semaphores().Select(queue => queue with { Places = places.Of([queue.Address]) }),
        ];
        return new QueuesSnapshot
        {
            Queues = [.. queues.OrderByDescending(static queue => queue.Length).ThenBy(static queue => queue.Address).Take(MostQueues)],
            OmittedQueues = Math.Max(0, queues.Count - MostQueues),
            Empty = all.Count - told.Count,
        };
    }

    private (LibraryQueue Queue, KnownQueue Row)? Read(ulong address, KnownQueue row)
    {
        var named = row.Owner is null ? PathValue.To(address) : measures.Paths.Read(address, row.Owner);
        var (owner, missing) = (named.Object, named.Missing);
        var queue = new LibraryQueue
        {
            Kind = row.Kind,
            TypeName = image.Kinds.KindAt(owner == 0 ? address : owner)?.Name ?? "?",
            Address = address,
            Length = measures.Read(address, row.Length, ref missing) ?? 0,
            Capacity = measures.Read(address, row.Capacity, ref missing) is > 0 and < int.MaxValue and var capacity ? capacity : null,
            ReadersWaiting = measures.Read(address, row.Readers, ref missing),
            WritersWaiting = measures.Read(address, row.Writers, ref missing),
            IsEnded = row.Ended is { } ended && measures.IsSet(address, ended, ref missing),
            Notes = Notes(address, row),
        };
        if (missing is not null)
        {
            lacks.Add(row, missing);
            return null;
        }

        return (queue, row);
    }

    private List<string> Notes(ulong address, KnownQueue row)
    {
        var notes = new List<string>();
        foreach (var (words, path, other) in row.Notes)
        {
            string? missing = null;
            var number = measures.Read(address, [path], ref missing);
            var second = other is null ? 0 : measures.Read(address, [other], ref missing);
            if (missing is null && (other is not null || number > 0))
            {
                notes.Add(string.Format(CultureInfo.InvariantCulture, words, number, second));
            }
        }

        return notes;
    }

    private QueueFound Sought(ulong address, KnownQueue row) =>
        new(address, row, [.. row.ReadBy.Select(path => path == "." ? address : measures.Paths.Reference(address, path)).Where(static reader => reader != 0)]);

    // What an object's fields may refer to instead of the queue itself.
    private List<ulong> NamesOf(ulong address, KnownQueue row) =>
    [
        address,
        .. row.ReadBy.Where(static path => path != ".").Take(1).Select(path => measures.Paths.Reference(address, path)),
        .. row.Owner is null ? [] : new[] { measures.Paths.Reference(address, row.Owner) },
    ];

    private static LibraryQueue WithReaders(LibraryQueue queue, QueueFound found, IReadOnlyList<ThreadImage> threads, string? incomplete)
    {
        var readers = found.Holders.Where(holder => IsReader(found, holder.Key, holder.Value, threads)).Select(static holder => holder.Key).ToList();
        return queue with
        {
            ReaderChains = [.. readers.Select(static reader => reader.Chain?.Id).OfType<int>().Distinct().Order().Take(MostIds)],
            ReaderThreads = [.. readers.Select(static reader => reader.Thread).OfType<int>().Distinct().Order().Take(MostIds)],
            MayBeRead = found.IsHinted || found.Holders.Count > readers.Count,
            ReadersIncomplete = incomplete,
        };
    }

    // A variable with the collection itself may be that of one who adds; an enumerator, or a method of the collection that takes, may not.
    private static bool IsReader(QueueFound found, HolderKey holder, int distance, IReadOnlyList<ThreadImage> threads)
    {
        if (!found.Row.ReadBy.Contains("."))
        {
            return distance < HolderSearch.OverOwner;
        }

        var frames = holder.Thread is { } id ? threads.FirstOrDefault(thread => thread.ManagedId == id)?.Frames ?? [] : [];
        var inside = frames.Where(frame => PlainNames.Of(frame.Method!.Type.Name ?? "") == found.Row.TypeName).Select(static frame => frame.Method!.Name ?? "").ToList();
        return inside.Count > 0 ? !inside.Exists(static name => name.Contains(QueueRows.Adding, StringComparison.Ordinal)) : distance > 1 && distance < HolderSearch.OverOwner;
    }

    private IEnumerable<LibraryQueue> Semaphores()
    {
        foreach (var address in collected.Semaphores.Where(address => !_inner.Contains(address)))
        {
            string? missing = null;
            var waiting = measures.Read(address, QueueRows.SemaphoreWaiting, ref missing);
            if (missing is null && waiting > 0)
            {
                var most = measures.Read(address, [QueueRows.SemaphoreMost], ref missing);
                yield return new LibraryQueue
                {
                    Kind = "semaphore",
                    TypeName = QueueRows.Semaphore,
                    Address = address,
                    Length = waiting.Value,
                    Notes = [string.Create(CultureInfo.InvariantCulture, $"{measures.Read(address, [QueueRows.SemaphoreFree], ref missing)}{(most is int.MaxValue ? "" : $" of {most}")} free")],
                };
            }
        }
    }
}
