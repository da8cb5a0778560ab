using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>
/// Finds out which calls hold what pools have lent: from the variables of async methods and of threads' frames, through objects of
/// the pool's library alone. What a method's own object refers to counts only while no other call is in a method of that object:
/// a list that is kept for all is nobody's.
/// </summary>
internal sealed class HolderSearch
{
    /// <summary>How far away is what only the object of a method has hold of.</summary>
    public const int OverOwner = 4;

    private const int Farthest = 5;
    private const int MostFollowed = 96;
    private const int MostSteps = 1_000;
    private readonly Image _image;
    private readonly NodeReferences _references;
    private readonly Dictionary<ulong, List<Sought>> _wanted = [];
    private readonly Dictionary<ulong, List<Sought>> _hints = [];
    private readonly string[] _through;
    private readonly Dictionary<ulong, bool> _leadsOn = [];
    private readonly Dictionary<ulong, HashSet<HolderKey>> _owners = [];
    private bool _isCut;

    public HolderSearch(Image image, NodeReferences references, IReadOnlyList<Sought> sought)
    {
        _image = image;
        _references = references;
        _through = [.. sought.SelectMany(static member => member.Through).Distinct()];
        foreach (var each in sought)
        {
            foreach (var address in each.Addresses)
            {
                Want(_wanted, address, each);
            }

            foreach (var address in each.Hints)
            {
                Want(_hints, address, each);
            }
        }
    }

    /// <summary>Looks at all calls; says why some of what they hold may not have been seen, null when all was.</summary>
    public string? Run(IReadOnlyList<AwaitNode> nodes, IReadOnlyList<ThreadImage> threads)
    {
        foreach (var node in nodes)
        {
            if (_image.Clock.IsOver)
            {
                return _image.Clock.OverText;
            }

            if (node is { Method: not null, Group: { } group })
            {
                var owner = _references.OwnerOf(node);
                Look(_references.Of(node), owner, new HolderKey(group, null, CallOf(node)));
            }
        }

        foreach (var thread in threads)
        {
            if (_image.Clock.IsOver)
            {
                return _image.Clock.OverText;
            }

            Look(ThreadReader.RootsOf(thread).Select(static root => root.Object), 0, new HolderKey(null, thread.ManagedId, 0));
        }

        LookAtOwners();
        return _isCut ? "some calls lead to more objects than are followed" : null;
    }

    // Methods that await each other are one call: the outermost stands for it.
    private static ulong CallOf(AwaitNode node)
    {
        var steps = 0;
        while (node.Consumers.Count > 0 && node.Circle == 0 && steps++ < MostSteps)
        {
            node = node.Consumers[0];
        }

        return node.Address;
    }

    private static void Want(Dictionary<ulong, List<Sought>> wanted, ulong address, Sought member)
    {
        if (address == 0)
        {
            return;
        }

        if (!wanted.TryGetValue(address, out var members))
        {
            wanted[address] = members = [];
        }

        if (!members.Contains(member))
        {
            members.Add(member);
        }
    }

    private void Look(IEnumerable<ulong> roots, ulong owner, HolderKey holder)
    {
        if (owner != 0 && !LeadsOn(owner))
        {
            (_owners.TryGetValue(owner, out var calls) ? calls : _owners[owner] = []).Add(holder);
        }

        Follow(roots, holder, 1);
    }

    private void Follow(IEnumerable<ulong> roots, HolderKey holder, int distance)
    {
        var seen = new HashSet<ulong>();
        var pending = new Queue<(ulong Address, int Distance)>(roots.Select(root => (root, distance)));
        var followed = 0;
        while (pending.TryDequeue(out var next))
        {
            if (!seen.Add(next.Address))
            {
                continue;
            }

            if (_hints.TryGetValue(next.Address, out var hinted))
            {
                hinted.ForEach(static each => each.NoteHint());
            }

            if (_wanted.TryGetValue(next.Address, out var members))
            {
                members.ForEach(member => member.Note(holder, next.Distance));
            }
            else if (next.Distance < Farthest && LeadsOn(next.Address))
            {
                if (followed == MostFollowed)
                {
                    _isCut = true;
                    continue;
                }

                followed++;
                foreach (var reference in _references.Of(next.Address))
                {
                    pending.Enqueue((reference, next.Distance + 1));
                }
            }
        }
    }

    // By now it is known how many calls are in methods of an object.
    private void LookAtOwners()
    {
        foreach (var (owner, calls) in _owners)
        {
            if (calls.Count == 1)
            {
                Follow(_references.Of(owner).Where(LeadsOnOrIsWanted), calls.Single(), OverOwner);
                continue;
            }

            foreach (var reference in _references.Of(owner))
            {
                (_wanted.GetValueOrDefault(reference) ?? _hints.GetValueOrDefault(reference))?.ForEach(each => each.NoteHint(calls));
            }
        }
    }

    private bool LeadsOnOrIsWanted(ulong address) => _wanted.ContainsKey(address) || _hints.ContainsKey(address) || LeadsOn(address);

    private bool LeadsOn(ulong address)
    {
        if (_image.Kinds.KindAt(address) is not { } kind)
        {
            return false;
        }

        if (!_leadsOn.TryGetValue(kind.MethodTable, out var leadsOn))
        {
            var name = PlainNames.Of(kind.Name);
            _leadsOn[kind.MethodTable] = leadsOn = kind.ComponentSize == 0 && (kind.Roles & (ObjectRoles.Known | ObjectRoles.Free)) == 0 && !KnownTable.IsShared(name)
                && (CompilerNames.IsClosure(kind.Name[(kind.Name.LastIndexOf('+') + 1)..]) || Array.Exists(_through, beginning => name.StartsWith(beginning, StringComparison.Ordinal)));
        }

        return leadsOn;
    }
}
