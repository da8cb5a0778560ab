using System.Globalization;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Calls;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Pool;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>Reads the queues in which something waits, and who should take it out.</summary>
internal sealed class QueuesReader(Image image, KnownReader known, CollectedObjects collected)
{
    private const int MostQueues = 30;
    private const int MostWaited = 20;

    // An empty queue that is waited for is how services idle: for it no long search is made.
    private const int MostMethods = 20_000;

    /// <summary>The most calls or threads that are told for one queue.</summary>
    public const int MostIds = 20;

    private readonly HashSet<ulong> _inner = [];

    /// <summary>Reads them.</summary>
    /// <param name="nodes">The pending async methods.</param>
    /// <param name="threads">The threads.</param>
    /// <param name="runtimeQueues">Queues of the runtime's own, which are left out.</param>
    /// <param name="unsearched">Why somebody may read a queue and not be found.</param>
    /// <param name="later">What timers and the thread pool will call; asked for only where somebody is missed.</param>
    public QueuesSnapshot Read(IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads, IEnumerable<ulong> runtimeQueues, string? unsearched, Func<IReadOnlyList<PoolCall>> later)
    {
        var references = new NodeReferences(image);
        var code = new Lazy<QueueCode>(() => new QueueCode(image, references, nodes, threads, later()));
        _inner.UnionWith(runtimeQueues);
        var rows = collected.Known.SelectMany(static part => part.Kind.RowsOf<KnownQueue>(KnownPart.Itself).Select(row => (part.Address, Row: row))).ToList();
        foreach (var (address, row) in rows)
        {
            _inner.UnionWith(row.Inner.Select(path => known.Reference(address, row.At(path))));
        }

        var all = rows.Where(found => !_inner.Contains(found.Address)).Select(found => Read(found.Address, found.Row)).OfType<(LibraryQueue Queue, KnownQueue Row)>().ToList();
        var told = all.Where(static found => found.Queue.Length >= found.Row.Least || found.Queue.WritersWaiting > 0).ToList();
        var waited = all.Where(static found => found.Queue is { Length: 0, ReadersWaiting: > 0, IsEnded: false } && found.Row.WrittenBy.Length > 0).OrderByDescending(static found => found.Queue.ReadersWaiting).Take(MostWaited).ToList();
        var searched = nodes.Count <= MostMethods ? waited : [];
        var found = told.Concat(searched).Where(static found => found.Row.ReadBy.Length > 0).DistinctBy(static found => found.Queue.Address).Select(found => Sought(found.Queue.Address, found.Row)).ToDictionary(static queue => queue.Address);
        var writers = searched.Select(found => new QueueWriters(found.Queue.Address, found.Row, References(found.Queue.Address, found.Row, found.Row.WrittenBy))).ToDictionary(static queue => queue.Address);
        var replies = nodes.Count <= MostMethods ? Replies.Sought(nodes, collected) : [];
        var doubt = found.Count + replies.Count == 0 ? null : new HolderSearch(image, references, [.. found.Values, .. writers.Values, .. replies]).Run(nodes, threads);
        var incomplete = SearchDoubts.Find(threads, doubt, unsearched);
        var places = new QueuePlaces(image, collected.Keepers);
        var blocks = new BlockReaders(image, known, collected, nodes, threads, rows);
        List<LibraryQueue> queues =
        [
            .. told.Select(each => WithCode(
                found.TryGetValue(each.Queue.Address, out var sought) ? WithReaders(each.Queue, sought, ReadersOf(sought, threads), incomplete) : Described(each.Queue, each.Row), NamesOf(each.Queue.Address, each.Row))),
            .. Semaphores().Select(queue => queue with { Places = places.Of([queue.Address]) }),
        ];
        return new QueuesSnapshot
        {
            Queues = [.. queues.OrderByDescending(static queue => queue.Length).ThenBy(static queue => queue.Address).Take(MostQueues)],
            OmittedQueues = Math.Max(0, queues.Count - MostQueues),
            Waited = [.. waited.Select(each => Waited(each.Queue) with { Places = places.Of(NamesOf(each.Queue.Address, each.Row)) })],
            Empty = all.Count - told.Count,
            Replies = Replies.Report(image, references, replies, queues.Select(static queue => (queue, queue.ReaderChains ?? []))),
        };

        LibraryQueue Described(LibraryQueue queue, KnownQueue row)
        {
            var block = blocks.Describe(queue, row, places);
            return block.ReaderChains is null ? block : block with { ReadersIncomplete = block.ReadersIncomplete ?? incomplete };
        }

        // Who polls has hold of it for a moment only.
        LibraryQueue WithCode(LibraryQueue queue, IReadOnlyList<ulong> names)
        {
            queue = queue with { Places = places.Of(names) };
            var keepers = places.KeepersOf(names);
            return queue is not { ReaderChains.Count: 0, ReaderThreads.Count: 0, Links.Count: 0, ReadersIncomplete: null } ? queue
                : queue with
                {
                    MayBeRead = queue.MayBeRead || code.Value.MayRead(keepers, names),
                    MayBeReadLater = code.Value.Later(keepers),
                    EndedBeside = new EndedReaders(image, threads).Of(keepers),
                };
        }

        LibraryQueue Waited(LibraryQueue queue)
        {
            if (!writers.TryGetValue(queue.Address, out var writersOf))
            {
                return queue with { ReadersIncomplete = $"{nodes.Count} async methods pend, more than are searched for an empty queue" };
            }

            var readers = ReadersOf(found[queue.Address], threads);
            return WithWriters(WithReaders(queue, found[queue.Address], readers, incomplete), writersOf, readers);
        }
    }

    private (LibraryQueue Queue, KnownQueue Row)? Read(ulong address, KnownQueue row)
    {
        var owner = known.Reference(address, row.At(row.Owner));
        var position = known.Position(address, row.At(row.Holds));
        var queue = new LibraryQueue
        {
            Kind = row.Kind,
            TypeName = image.Kinds.KindAt(owner == 0 ? address : owner)?.Name ?? "?",
            Address = address,
            Length = known.Sum(address, row.At(row.Length)) ?? 0,
            Capacity = known.Sum(address, row.At(row.Capacity)) is > 0 and < int.MaxValue and var capacity ? capacity : null,
            IsFull = IsFull(known, address, row),
            ReadersWaiting = known.Sum(address, row.At(row.Readers)),
            WritersWaiting = known.Sum(address, row.At(row.Writers)),
            IsEnded = row.Ended is { } ended && known.IsSet(address, row.At(ended)),
            Position = position?.Position,
            IsUntouched = position?.IsUntouched == true,
            Inner = References(address, row, row.Inner),
            Notes = Notes(address, row),
        };
        return known.Lacks.IsLost(row) ? null : (queue, row);
    }

    /// <summary>Whether a queue takes no more.</summary>
    public static bool IsFull(KnownReader known, ulong address, KnownQueue row) =>
        known.Sum(address, row.At(row.Capacity)) is > 0 and < int.MaxValue and var most && known.Sum(address, row.At(row.Filled ?? row.Length)) >= most;

    private List<string> Notes(ulong address, KnownQueue row)
    {
        var notes = new List<string>();
        foreach (var (words, path, other) in row.Notes)
        {
            var (number, second) = (known.Sum(address, row.At(path)), known.Sum(address, row.At(other)));
            if (other is not null || number > 0)
            {
                notes.Add(string.Format(CultureInfo.InvariantCulture, words, number, second));
            }
        }

        return notes;
    }

    private QueueFound Sought(ulong address, KnownQueue row) =>
        new(address, row, References(address, row, row.ReadBy));

    private List<ulong> References(ulong address, KnownQueue row, string[] paths) => [.. paths.Select(path => known.Reference(address, row.At(path))).Where(static reference => reference != 0)];

    // What an object's fields may refer to instead of the queue itself.
    private List<ulong> NamesOf(ulong address, KnownQueue row) =>
    [
        address,
        .. row.ReadBy.Where(static path => path != ".").Take(1).Select(path => known.Reference(address, row.At(path))),
        known.Reference(address, row.At(row.Owner)),
    ];

    private static LibraryQueue WithReaders(LibraryQueue queue, QueueFound found, HashSet<HolderKey> readers, string? incomplete) =>
        queue with
        {
            ReaderChains = ChainsOf(readers),
            ReaderThreads = ThreadsOf(readers),
            MayBeRead = found.IsHinted || found.Holders.Count > readers.Count,
            ReadersIncomplete = incomplete,
        };

    private static List<int> ChainsOf(IEnumerable<HolderKey> holders) => [.. holders.Select(static holder => holder.Chain?.Id).OfType<int>().Distinct().Order().Take(MostIds)];

    private static List<int> ThreadsOf(IEnumerable<HolderKey> holders) => [.. holders.Select(static holder => holder.Thread).OfType<int>().Distinct().Order().Take(MostIds)];

    private static HashSet<HolderKey> ReadersOf(QueueFound found, IReadOnlyList<ThreadImage> threads) =>
        [.. found.Holders.Where(holder => IsReader(found, holder.Key, holder.Value, threads)).Select(static holder => holder.Key)];

    private static LibraryQueue WithWriters(LibraryQueue queue, QueueWriters writers, HashSet<HolderKey> readers)
    {
        var holders = writers.Without(readers).ToList();
        var possible = writers.Possible(readers).ToList();
        return queue with
        {
            WriterChains = ChainsOf(holders),
            WriterThreads = ThreadsOf(holders),
            MayBeWritten = possible.Count > 0,
            PossibleWriters = ChainsOf(possible),
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
        var inside = frames.Where(frame => PlainNames.Of(frame.Method.Type.Name ?? "") == found.Row.TypeName).Select(static frame => frame.Method.Name ?? "").ToList();
        return inside.Count > 0 ? !inside.Exists(static name => name.Contains(QueueRows.Adding, StringComparison.Ordinal)) : distance > 1 && distance < HolderSearch.OverOwner;
    }

    private IEnumerable<LibraryQueue> Semaphores()
    {
        foreach (var address in collected.Semaphores.Where(address => !_inner.Contains(address)))
        {
            var waiting = known.Sum(address, QueueRows.SemaphoreWaiting);
            if (waiting > 0)
            {
                var most = known.Number(address, QueueRows.SemaphoreMost);
                yield return new LibraryQueue
                {
                    Kind = "semaphore",
                    TypeName = QueueRows.Semaphore.TypeName,
                    Address = address,
                    Length = waiting.Value,
                    Notes = [string.Create(CultureInfo.InvariantCulture, $"{known.Number(address, QueueRows.SemaphoreFree)}{(most is int.MaxValue ? "" : $" of {most}")} free")],
                };
            }
        }
    }
}
